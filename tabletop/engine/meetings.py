"""Meetings: the sessions that take people from their desks whether or not anything waits to be said.

Every other Tuesday at ten the committee sits for two hours; one person of each partner is there. The barrier says who
is present; the engine only takes them from their desks and brings them back.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tabletop.engine.timeline import CONTROL, OPENINGS, Happening
from tabletop.model.barrier import Moment
from tabletop.model.information import Information
from tabletop.model.journal import SessionHeld

if TYPE_CHECKING:
    from tabletop.engine.desk import Desk
    from tabletop.engine.exercise import Exercise
    from tabletop.engine.plan import Series
    from tabletop.model.verdict import Session

RISES = OPENINGS + (1 << 47)
"""At the end of a session its people come back as desks open: after what was said there is known; then by desk."""
STARTS = CONTROL + (1 << 48)
"""Sessions begin, in the order declared."""

NOTHING_IN_PARTICULAR = Information()
"""What a session is about before anything is said in it."""


class Meetings:
    """All the sessions of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        """Put the first session of each series of meetings on the agenda."""
        self.exercise = exercise
        self._numbers = {actor: number for number, actor in enumerate(exercise.desks)}
        self._seated: dict[tuple[str, str, int], set[str]] = {}
        self.said: dict[tuple[str, int, str], set[str]] = {}
        """By channel, session and origin: to whom it is said there by a hand-off of its own."""
        for number, series in enumerate(exercise.plan.all_series):
            _Start(self, series, STARTS + number).put_next(0)

    def hold(self, series: Series) -> None:
        """Hold a regular session now, when the barrier says that it takes place."""
        exercise = self.exercise
        if exercise.network.structure != series.structure:
            return
        session = series.barrier.regular_session(self._moment(series))
        if session is not None:
            self.convene(session, series.address, series.channel)

    def convene(self, session: Session, address: str, channel: str) -> None:
        """Seat all who are present and not seated yet, taking one person of each from its desk."""
        exercise = self.exercise
        key = (address, channel, session.starts)
        if key not in self._seated:
            now = exercise.timeline.now
            entry = SessionHeld(now, session.ends, channel, address, session.present, session.extra)
            exercise.journal.append(entry)
        seated = self._seated.setdefault(key, set())
        coming = [actor for actor in session.present if actor not in seated]
        seated.update(coming)
        ends = max(session.ends, exercise.timeline.now)
        for actor in coming:
            desk = exercise.desks[actor]
            desk.sit(1)
            exercise.timeline.at(ends, RISES + self._numbers[actor], _Rise(desk))

    def _moment(self, series: Series) -> Moment:
        exercise = self.exercise
        anyone = exercise.plan.scenario.actors[series.members[0]]
        return Moment(
            now=exercise.timeline.now,
            since=exercise.timeline.now,
            tries=0,
            bites=0,
            sender="",
            receiver="",
            from_actor=anyone,
            to_actor=anyone,
            information=NOTHING_IN_PARTICULAR,
            channel=series.channel,
            medium=exercise.plan.scenario.channels[series.channel].medium,
            members=series.members,
            authorised=True,
            channel_allowed=True,
            roster=exercise.roster,
            down=exercise.channels_down.of(series.channel),
            waiting=0,
            sessions=series.starts,
            claims=exercise.claims.of(series.address, series.channel),
            luck=partial(self._luck, series),
        )

    def _luck(self, series: Series, name: str, *of: str) -> float:
        who, occasion = of
        return self.exercise.luck.on(f"{series.name}.{name}", who, occasion)


class _Start(Happening):
    """The next session of a series begins."""

    def __init__(self, meetings: Meetings, series: Series, order: int) -> None:
        self.meetings = meetings
        self.series = series
        self.order = order
        self.index = 0

    def put_next(self, index: int) -> None:
        """Put the session of this index on the agenda, if there is one."""
        self.index = index
        if index < len(self.series.starts):
            self.meetings.exercise.timeline.at(self.series.starts[index], self.order, self)

    def happen(self) -> None:
        self.meetings.hold(self.series)
        self.put_next(self.index + 1)

    def named(self) -> str:
        return f"a session of {self.series.address} over {self.series.channel}"


class _Rise(Happening):
    """The end of a session for one actor: somebody goes back to the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def happen(self) -> None:
        self.desk.sit(-1)

    def named(self) -> str:
        return f"the end of a session for {self.desk.actor}"
