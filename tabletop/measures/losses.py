"""Time lost by where in a hand-off it was lost: before sending, until allowed, on the way, in a queue, at a shut desk.

Of the 1,859 hours lost under the team 900 lay between sessions, 400 before anybody thought of sending it on.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from tabletop.measures.causes import NO_LOSS, barrier_of
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.delays import delays
from tabletop.model.barrier import Stage
from tabletop.model.journal import ABSENT, DELAY, FALLBACK, QUEUE, SHUT

Place = Literal["willing", "allowed", "form", "carried", "queue", "shut"]
"""Where in a hand-off time is lost."""

PLACES: tuple[Place, ...] = ("willing", "allowed", "form", "carried", "queue", "shut")
"""The places, in the order of a hand-off."""

_OF_STAGE: Mapping[Stage, Place] = {
    Stage.willing: "willing",
    Stage.allowed: "allowed",
    Stage.ready: "form",
    Stage.carried: "carried",
    Stage.taken_in: "queue",
    Stage.understood: "form",
}

_PLAIN: Mapping[str, Place] = {
    DELAY: "carried",
    FALLBACK: "carried",
    SHUT: "shut",
    ABSENT: "shut",
    QUEUE: "queue",
}


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def losses(chronicle: Chronicle) -> Mapping[Place, int]:
    """Return the milliseconds lost at each place; the sum is the time lost in hand-offs."""
    lost = dict.fromkeys(PLACES, 0)
    for each in delays(chronicle).causes:
        if not each.protects and each.cause not in NO_LOSS:
            lost[_place(chronicle, each.cause)] += each.time
    return lost


def _place(chronicle: Chronicle, cause: str) -> Place:
    barrier = barrier_of(chronicle.scenario, cause)
    return _PLAIN.get(cause, "queue") if barrier is None else _OF_STAGE[barrier.stage]
