"""Dead time: a partner sits at the table for half of the exercise, and nothing comes to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tabletop.measures import Chronicle
from tabletop.measures.chronicle import TRAFFIC
from tabletop.model.duration import say_duration
from tabletop.model.journal import Decided, Handled, SessionHeld
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import names

LONG = 0.5
"""Share of the exercise from which a gap is long."""

_ROUTINE = "workload"


def dead_time(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the actors with a role to whom, in every run of the first structure, nothing comes for half of the time.

    What comes is injects, items of the story, decisions and sessions; not traffic and not routine work.
    """
    scenario = rehearsal.scenario
    for role, words in scenario.roles.items():
        for actor in words.held_by:
            gap = _always_quiet(rehearsal, actor)
            if gap is not None:
                yield _quiet(rehearsal, (role, actor), gap)


def _always_quiet(rehearsal: Rehearsal, actor: str) -> tuple[int, int] | None:
    """Return the shortest over all runs of an actor's longest gap; None when that is not long."""
    scenario = rehearsal.scenario
    shortest: tuple[int, int] | None = None
    for run in rehearsal.runs_of(scenario.first_structure):
        gap = _longest_gap(run, actor)
        if gap[1] - gap[0] <= LONG * scenario.clock.horizon:
            return None
        if shortest is None or gap[1] - gap[0] < shortest[1] - shortest[0]:
            shortest = gap
    return shortest


def _longest_gap(run: Chronicle, actor: str) -> tuple[int, int]:
    times = sorted({0, run.end, *_touched(run, actor)})
    return max(pairwise(times), key=lambda gap: gap[1] - gap[0], default=(0, run.end))


def _touched(run: Chronicle, actor: str) -> Iterator[int]:
    """Yield when something came to an actor or was done by it."""
    yield from (each.at for each in run.learnt if each.actor == actor)
    yield from (
        each.arrived
        for each in run.of(Handled)
        if each.actor == actor and each.work != _ROUTINE and not each.origin.startswith(TRAFFIC)
    )
    yield from (each.at for each in run.of(Decided) if actor in each.actors)
    yield from (each.at for each in run.of(SessionHeld) if actor in each.present)
    yield from (each.at for each in run.brought if actor in each.actors)


def _quiet(rehearsal: Rehearsal, who: tuple[str, str], gap: tuple[int, int]) -> Finding:
    scenario = rehearsal.scenario
    role, actor = who
    whole = gap == (0, scenario.clock.horizon)
    structure = names((scenario.first_structure,))
    since = say_duration(gap[0])
    what = (
        f"nothing ever comes to `{actor}` under {structure}"
        if whole
        else f"under {structure} nothing comes to `{actor}` for {say_duration(gap[1] - gap[0])}, from {since} on"
    )
    return Finding(
        ("roles", role, "held_by"),
        f"{what} ({_in_every_one(rehearsal)})",
        "Whoever plays it sits at the table with nothing to do.",
        "bring it an inject in that time, let it need something, or let its players observe",
        severity="mend" if whole else "know",
    )


def _in_every_one(rehearsal: Rehearsal) -> str:
    count = len(rehearsal.runs_of(rehearsal.scenario.first_structure))
    return "in the only run" if count == 1 else f"in every one of {count} runs"
