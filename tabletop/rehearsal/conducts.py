"""Playing a scenario quickly, and giving up in time.

A rehearsal is a read-through with a few runs, not a season: an exercise of a hundred thousand letters is put aside, and
whoever asks whether a change makes a difference is told at the first line that differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.collector import collect_after
from tabletop.engine import Exercise
from tabletop.errors import RunawayError
from tabletop.measures import Chronicle
from tabletop.model.scenario import Scenario

MOST_PARTS = 5_000
"""Actors, injects, tasks and decisions together beyond which a scenario is not rehearsed by runs."""
MOST_ENTRIES = 25_000
"""Entries of a journal beyond which a run is given up: about a second of playing."""
MOST_EVENTS = 200_000
"""Events beyond which a run is given up, whatever comes of them."""
_STEPS = 25
"""In how many steps a run is played, to see in time that it grows too large or goes otherwise."""
_FIRST_STEPS = (1_000, 500, 250, 125, 60)
"""Parts of the exercise after which it is looked at within the first of these steps: much may come in its first hours."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A run that was not played to its end."""

    why: str
    """What to say of it."""
    never_rests: bool
    """Whether the exercise never comes to rest, which is a mistake; else it is only large."""


def conduct(scenario: Scenario, structure: str, *, replication: int = 0) -> Chronicle | GivenUp:
    """Return what came of one run, unless it never comes to rest or its journal grows beyond MOST_ENTRIES."""
    if len(scenario.actors) + len(scenario.injects) + len(scenario.works) > MOST_PARTS:
        return GivenUp(
            f"it has more than {MOST_PARTS:,} actors, injects, tasks and decisions", never_rests=False
        )
    exercise = Exercise(scenario, structure, replication=replication)
    exercise.timeline.most_events = MOST_EVENTS
    try:
        for _ in _steps(exercise):
            if len(exercise.journal) > MOST_ENTRIES:
                return GivenUp("it is too large for a quick run", never_rests=False)
        return Chronicle(exercise.run())
    except RunawayError as error:
        if exercise.timeline.events >= MOST_EVENTS:
            return GivenUp("it is too large for a quick run", never_rests=False)
        return GivenUp(str(error), never_rests=True)
    finally:
        collect_after(exercise.timeline.events)


def goes_as(changed: Scenario, played: Chronicle) -> bool:
    """Tell whether a changed scenario, with the same luck, goes exactly as one that was played."""
    record = played.record
    exercise = Exercise(changed, record.structure, seed=record.seed, replication=record.replication)
    exercise.timeline.most_events = MOST_EVENTS
    before, seen = list(record.journal), 0
    try:
        for _ in _steps(exercise):
            now = len(exercise.journal)
            if exercise.journal[seen:] != before[seen:now]:
                return False
            seen = now
        return exercise.run().journal == record.journal
    except RunawayError:
        return False
    finally:
        collect_after(exercise.timeline.events)


def _steps(exercise: Exercise) -> Iterator[int]:
    """Play an exercise up to EndEx step by step."""
    horizon = exercise.plan.horizon
    for part in _FIRST_STEPS:
        exercise.advance(horizon // part)
        yield 0
    for step in range(1, _STEPS + 1):
        exercise.advance(horizon * step // _STEPS)
        yield step
