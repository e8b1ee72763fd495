"""What a barrier is shown when it is asked: a snapshot of one hand-off at one instant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.model.barrier import Moment
from tabletop.model.chance import draw

if TYPE_CHECKING:
    from tabletop.engine.handoff import Handoff
    from tabletop.engine.track import Station

ASKS = 1 << 16
"""How many asks of a barrier one crossing has room for in the key of a draw."""


def moment_of(handoff: Handoff, station: Station) -> Moment:
    """Return what the barrier of a station may know of a hand-off now."""
    exercise, track = handoff.exercise, handoff.lane.track
    way = track.way
    return Moment(
        now=exercise.timeline.now,
        since=handoff.stage_since,
        tries=handoff.tries,
        bites=handoff.bites.get(station.name, 0),
        sender=way.sender,
        receiver=way.receiver,
        from_actor=track.from_actor,
        to_actor=track.to_actor,
        information=track.information,
        channel=way.channel,
        medium=track.medium,
        members=track.members,
        authorised=track.authorised,
        channel_allowed=track.channel_allowed,
        roster=exercise.roster,
        down=exercise.channels_down.of(way.channel),
        waiting=handoff.lane.desk.waiting,
        sessions=station.sessions,
        claims=exercise.claims.of(station.address, way.channel),
        luck=_BarrierLuck(handoff, station.name),
    )


class _BarrierLuck:
    """The draws of one barrier for one hand-off; nothing is drawn before it is asked for."""

    __slots__ = ("_barrier", "_handoff")

    def __init__(self, handoff: Handoff, barrier: str) -> None:
        self._handoff = handoff
        self._barrier = barrier

    def __call__(self, name: str, who: str, occasion: str) -> float:
        handoff, purpose = self._handoff, f"{self._barrier}.{name}"
        luck = handoff.exercise.luck
        if who:
            return luck.on(purpose, who, occasion)
        way = handoff.lane.track.way
        count = handoff.crossing * ASKS + handoff.asks.get(self._barrier, 0)
        return draw(luck.prefix(purpose, way.sender, way.receiver), luck.key_of(handoff.item.origin), count)
