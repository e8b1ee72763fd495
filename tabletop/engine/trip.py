"""The links that an item of traffic is going to take, and its luck on them.

A mail from the school to the ministry goes over the municipality and the region as long as nobody is away and no link
ends: so its three links are known when it sets out, and the six numbers that it needs can be drawn together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.model.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.engine.lane import Lane


Leg = tuple["Lane", tuple[str, ...], int, int]
"""A lane, for whom an item goes there or further on, how long the channel takes and then the receiver, in milliseconds."""


class Trip:
    """The links from one actor on, as far as nothing stands in the way."""

    def __init__(
        self, lanes: Sequence[Lane], recipients: Sequence[tuple[str, ...]], *, goes_on: bool
    ) -> None:
        """Go over these lanes, each with those for whom it goes there or further on."""
        # The last comes first, so that a letter takes its next leg from the end of the list.
        self.lanes = tuple(reversed(lanes))
        self.goes_on = goes_on
        """Whether there is something to be done at its end, other than to have arrived."""
        self._recipients = tuple(reversed(recipients))
        self._times = Drawn([
            (amount, prefix)
            for lane in self.lanes
            for amount, prefix, _ in (lane.delay_time, lane.handling_time)
        ])

    def legs(self, key: int) -> list[Leg]:
        """Return the legs for an item (by its key), the first one last."""
        times = self._times.of(key)
        return list(zip(self.lanes, self._recipients, times[::2], times[1::2], strict=True))
