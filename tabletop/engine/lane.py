"""A track during one exercise: the same steps, with this exercise's desk and luck at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.model.chance import draw, rounded

if TYPE_CHECKING:
    from tabletop.engine.desk import Desk
    from tabletop.engine.luck import Luck
    from tabletop.engine.track import Track
    from tabletop.model.amount import Amount


class Lane:
    """What every hand-off of one kind over one way shares during one exercise."""

    __slots__ = (
        "_repeat",
        "delay_time",
        "desk",
        "facts",
        "handling_time",
        "is_free",
        "known",
        "may_repeat",
        "track",
    )

    def __init__(self, track: Track, desk: Desk, luck: Luck, *, handling: Amount) -> None:
        """Lead to the receiver's desk, where one item takes `handling`."""
        way = track.way
        self.track = track
        self.desk = desk
        self.facts = (way.sender, way.receiver, way.channel, track.kind)
        """Sender, receiver, channel and kind, as the journal enters them."""
        self.known = (
            way.sender,
            way.receiver,
            track.from_actor,
            track.to_actor,
            track.information,
            way.channel,
            track.medium,
            track.members,
            track.authorised,
            track.channel_allowed,
        )
        """What a `Moment` says of every hand-off on it, in the order of its fields from `sender` on."""
        self.may_repeat = way.link.after is not None
        """Whether even traffic may come this way twice."""
        self.is_free = not (
            self.may_repeat or track.asked_before or track.asked_at_arrival or track.asked_after
        )
        """Whether nothing stands in the way, so that traffic can go as a letter."""
        self.delay_time = (
            track.delay,
            luck.prefix("channel.delay", way.sender, way.receiver),
            _certain(track.delay),
        )
        self.handling_time = (handling, luck.prefix("handling", way.receiver), _certain(handling))
        self._repeat = track.to_actor.repeat

    def delay(self, key: int, count: int) -> int:
        """Return the channel's delay for an item (by its key), in milliseconds."""
        amount, prefix, certain = self.delay_time
        return amount.at(draw(prefix, key, count)) if certain is None else certain

    def handling(self, key: int) -> int:
        """Return how long the receiver handles an item (by its key), in milliseconds."""
        amount, prefix, certain = self.handling_time
        return amount.at(draw(prefix, key, 0)) if certain is None else certain

    def repeated_handling(self, key: int) -> int:
        """Return how long the receiver handles what it knows already: its share of the same draw."""
        return rounded(self.handling(key) * self._repeat)


def _certain(amount: Amount) -> int | None:
    """Return the time that needs no draw, None when it needs one."""
    return amount.at(0.5) if amount.certain else None
