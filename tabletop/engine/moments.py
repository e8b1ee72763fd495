"""How a barrier is asked: it is shown a snapshot of one hand-off at one instant, and its own luck.

The lawyer is told who wants to tell whom what, how long it has been lying there and which try this is; of the rest of
the city she sees nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tabletop.model.barrier import Moment
from tabletop.model.chance import draw

if TYPE_CHECKING:
    from tabletop.engine.handoff import Handoff
    from tabletop.engine.track import Station
    from tabletop.model.verdict import Verdict

ASKS = 1 << 16
"""How many asks of a barrier one crossing has room for in the key of a draw."""

new = tuple.__new__


def ask(handoff: Handoff, station: Station) -> Verdict:
    """Return what the barrier of a station says of a hand-off now."""
    exercise, lane = handoff.exercise, handoff.lane
    address, name, barrier, _, sessions, _ = station
    channel = lane.facts[2]
    moment = (
        exercise.timeline.now,
        handoff.stage_since,
        handoff.tries,
        handoff.bites.get(name, 0),
        *lane.known,
        exercise.roster,
        exercise.channels_down.of(channel),
        lane.desk.waiting,
        sessions,
        exercise.claims.of(address, channel),
        partial(_drawn, handoff, name),
    )
    # `tuple.__new__` makes the same named tuple, without the detour over twenty keywords.
    return barrier.judge(handoff.item, new(Moment, moment))


def _drawn(handoff: Handoff, barrier: str, *of: str) -> float:
    """Return the draw of a barrier for this hand-off, or for an actor on an occasion."""
    name, who, occasion = of
    luck, purpose = handoff.exercise.luck, f"{barrier}.{name}"
    if who:
        return luck.on(purpose, who, occasion)
    sender, receiver, _, _ = handoff.lane.facts
    count = handoff.crossing * ASKS + handoff.asks.get(barrier, 0)
    return draw(luck.prefix(purpose, sender, receiver), handoff.key, count)
