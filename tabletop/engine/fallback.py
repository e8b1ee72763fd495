"""A second way: the phone is tried when the mail has not arrived by the next day.

What the first way has passed of willingness and permission holds for the second; a refusal holds too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.timeline import Happening

if TYPE_CHECKING:
    from tabletop.engine.handoff import Handoff


class Fallback(Happening):
    """The moment from which another channel is tried, unless the item has arrived."""

    def __init__(self, handoff: Handoff) -> None:
        self.handoff = handoff

    def happen(self) -> None:
        """Try the other channel now, or as soon as the hand-off comes to be carried."""
        handoff = self.handoff
        if not (handoff.has_arrived or handoff.is_refused()):
            handoff.try_other_way()

    def named(self) -> str:
        """Say which hand-off it is for."""
        return self.handoff.named()
