"""A map of warm and cool fields: what each of many changes did under each structure, seen at one glance.

A row for each change, a column for each structure: where it is deep green the change gained most, where it has no colour
nobody can say that it gained anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from tabletop.compare.statistics.intervals import Estimate
from tabletop.debrief.comparison.numbers import differing, differing_interval
from tabletop.debrief.text import Text

TONES = 4
"""How many shades there are to either side of no change."""


@dataclass(frozen=True, slots=True)
class MapField:
    """One change under one structure."""

    tone: int
    """Its shade: from −4 (much worse) over 0 to 4 (much better), by the root of its size, so that small ones show."""
    says: str
    """What it did; a dash where the change was not tried."""
    interval: str
    """Between what that lies; empty where that cannot be said."""
    clear: bool
    """Whether it is more than chance."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One change under every structure."""

    name: Text
    """What was changed."""
    fields: tuple[MapField, ...]
    """One for each structure."""


NOT_TRIED = MapField(0, "–", "", clear=False)
"""The field of a change that was not tried under a structure."""


def map_field(estimate: Estimate, *, better: bool, clear: bool, most: float, measure: str) -> MapField:
    """Return the field of a change; `better` says which way it went, `most` is the size that has the deepest shade."""
    strength = sqrt(abs(estimate.value) / most) if most else 0.0
    steps = next(step for step in range(TONES + 1) if strength <= step / TONES) if clear else 0
    return MapField(
        steps if better else -steps,
        differing(estimate.value, measure),
        differing_interval(estimate, measure),
        clear,
    )
