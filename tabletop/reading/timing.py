"""What does not fit the calendar of the exercise: dates before it starts, desks that never open, endless sessions.

An office that is open only in August has no part in an exercise in March; a meeting every second for ten years is a
slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tabletop.model.calendar import Clock, Hours
from tabletop.model.duration import DAY, WEEK
from tabletop.model.scenario import Scenario
from tabletop.reading.limits import MOST_DESK_DAYS, MOST_PROBLEMS, MOST_SESSIONS_IN_ALL
from tabletop.reading.nodes import Path
from tabletop.reading.references import barriers_of


def before_the_start(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    """Yield the dates that lie before StartEx, as (place, what, remedy)."""
    remedy = "see clock.starts"
    for id_, inject in scenario.injects.items():
        if inject.at is not None and inject.at.on(scenario.clock) < 0:
            yield ("injects", id_, "at"), "lies before the exercise starts", remedy
    for id_, expectation in scenario.expectations.items():
        if expectation.before is not None and expectation.before.on(scenario.clock) <= 0:
            yield ("expectations", id_, "before"), "does not lie after the start of the exercise", remedy


def never_open(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    """Yield the desks that are shut during the whole exercise, the first twenty of them, as (place, what, remedy)."""
    timetables = {actor.hours for actor in scenario.actors.values()}
    days = scenario.clock.horizon // DAY + 1
    if len(timetables) * days > MOST_DESK_DAYS:
        what = f"{len(timetables):,} different timetables over {days:,} days are more than can be kept"
        yield ("actors",), what, "let more actors keep the same hours, or make clock.lasts shorter"
        return
    yield from islice(_never_open(scenario), MOST_PROBLEMS + 1)


def _never_open(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    opens: dict[Hours, bool] = {}
    clock = scenario.clock
    first = clock.model_copy(update={"lasts": min(clock.lasts, WEEK)})
    for id_, actor in scenario.actors.items():
        hours = actor.hours
        if hours not in opens:
            opens[hours] = _opens(first, hours) or _opens(clock, hours)
        if not opens[hours]:
            what = "the desk never opens during the exercise"
            yield ("actors", id_, "hours"), what, "see clock.starts, clock.lasts and clock.holidays"


def _opens(clock: Clock, hours: Hours) -> bool:
    return bool(clock.windows(hours).starts)


def too_many_sessions(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    """Yield the meetings whose sessions do not suit the calendar, or are too many, as (place, what, remedy)."""
    total = 0
    for _, path, barrier in barriers_of(scenario):
        try:
            total += len(barrier.session_starts(scenario.clock))
        except ValueError as error:
            yield (*path, "every"), str(error), ""
        if total > MOST_SESSIONS_IN_ALL:
            what = f"the meetings have more than {MOST_SESSIONS_IN_ALL:,} sessions together"
            yield path, what, "let them meet less often, or make clock.lasts shorter"
            return
