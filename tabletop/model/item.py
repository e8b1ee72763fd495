"""A piece of information on its way from one desk to another.

A teacher's concern about a pupil is one item; when a lawyer blackens half of it, the redacted one is another item with
the same origin and a lower accuracy. An item is never changed in place.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Priority(IntEnum):
    """How soon an item is taken from a queue; the higher goes first."""

    routine = 0
    urgent = 1


class Item(NamedTuple):
    """One piece of information as it stands at one moment."""

    kind: str
    """Which information of the scenario this is."""
    origin: str
    """Where it first came from: `inject/<id>/<kind>`, `decision/<id>/<kind>`, `traffic/<id>/<sender>/<n>`, `live/<n>/<kind>`."""
    priority: Priority = Priority.routine
    """Its place in queues and whether it may convene an extra session."""
    accuracy: float = 1.0
    """Share of its details that are still right, in [0, 1]."""

    def losing(self, kept: float) -> Item:
        """Return the item of which only the share `kept` of the details is left."""
        return self if kept == 1.0 else self._replace(accuracy=self.accuracy * kept)
