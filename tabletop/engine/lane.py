"""A track during one exercise: the same steps, with this exercise's desk and luck at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.model.chance import draw

if TYPE_CHECKING:
    from tabletop.engine.desk import Desk
    from tabletop.engine.luck import Luck
    from tabletop.engine.track import Track


class Lane:
    """What every hand-off of one kind over one way shares during one exercise."""

    __slots__ = ("_at", "_certain", "_prefix", "desk", "facts", "track")

    def __init__(self, track: Track, desk: Desk, luck: Luck) -> None:
        """Lead to the receiver's desk."""
        way = track.way
        self.track = track
        self.desk = desk
        self.facts = (way.sender, way.receiver, way.channel, track.kind)
        """Sender, receiver, channel and kind, as the journal enters them."""
        self._at = track.delay.at
        self._certain = track.delay.at(0.5) if track.delay.certain else None
        self._prefix = luck.prefix("channel.delay", way.sender, way.receiver)

    def delay(self, key: int, count: int) -> int:
        """Return the channel's delay for an item (by its key), in milliseconds."""
        certain = self._certain
        return self._at(draw(self._prefix, key, count)) if certain is None else certain
