"""Exercises that never come to rest: two offices that ask each other for ever."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.barriers.lossy_channel import LossyChannel
from tabletop.engine.tellings import MOST_HOPS
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import names

MOST_LOOKED_FOR = 100
"""Actors who need something, beyond which it is not asked how far the others are away."""


def never_rests(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the structures under which a run loops, or grows past the limits of the engine, and what is sent for ever."""
    yield from _sent_for_ever(rehearsal)
    yield from _too_far(rehearsal)
    for structure, gone in rehearsal.given_up.items():
        if gone.never_rests:
            yield Finding(
                ("structures", structure),
                gone.why,
                "A run under this structure ends with an error.",
                "let there be less traffic, or time between what sets each other off",
            )


def _sent_for_ever(rehearsal: Rehearsal) -> Iterator[Finding]:
    for _, path, barrier in rehearsal.barriers:
        if not isinstance(barrier, LossyChannel) or barrier.loss < 1:
            continue
        if barrier.noticed_after is not None and barrier.tries is None:
            yield Finding(
                (*path, "loss"),
                "loses every sending, and each is sent again until EndEx: nothing ever arrives",
                "The channel is as good as not there, and the debrief will tell of nothing but its losses.",
                "let some sendings arrive, say after how many `tries` it is given up, or leave the link out",
            )


def _too_far(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the injects that somebody can only come to know over more links than an item may cross."""
    scenario = rehearsal.scenario
    for id_, inject in scenario.injects.items() if len(scenario.actors) > MOST_HOPS else ():
        wanted = sorted(rehearsal.people_in_need.get(inject.brings or "", ()))[:MOST_LOOKED_FOR]
        holders = [actor for name in inject.to for actor in scenario.acting(name)][:1]
        for structure in scenario.structures if wanted else ():
            distances, kind = rehearsal.distances(structure), inject.brings or ""
            far = [
                there
                for here in holders
                for there in wanted
                if distances.to(there, kind).get(here, 0) > MOST_HOPS
            ]
            if far:
                yield Finding(
                    ("injects", id_, "to"),
                    f"under `{structure}` more than {MOST_HOPS:,} links lie between {names(holders)} and {names(far)}, "
                    f"and an item may cross at most {MOST_HOPS:,} links",
                    "A run ends with an error as soon as it has crossed them.",
                    "let a link lead there more directly, or hand it out nearer by",
                )
