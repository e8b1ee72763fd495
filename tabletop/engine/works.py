"""Decisions and tasks under way: who can begin, who has finished, and what is decided when the deadline comes.

The case conference needs the concern and the offer; when the coordinator knows both, two hours of work join the queue at
the coordinator's desk; if eight days pass first, it decides with what it knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.desk import Visit
from tabletop.engine.timeline import CONTROL, DEADLINES, Happening
from tabletop.model.item import Item
from tabletop.model.journal import Decided, Handled

if TYPE_CHECKING:
    from tabletop.engine.desk import Stay
    from tabletop.engine.exercise import Exercise
    from tabletop.model.work import Decision


STARTEX = CONTROL + (1 << 46)
"""What begins by itself begins at StartEx, after the injects of that instant."""


class Works:
    """All decisions and tasks of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        """Begin with everything open."""
        self._exercise = exercise
        works = exercise.plan.scenario.works
        self._all = {
            id_: _Work(exercise, id_, words=words, number=number)
            for number, (id_, words) in enumerate(works.items())
        }
        self._by_kind: dict[str, list[_Work]] = {}
        for work in self._all.values():
            for kind in work.words.needs.of:
                self._by_kind.setdefault(kind, []).append(work)

    def open(self) -> None:
        """Let begin at StartEx what begins by itself."""
        if self._all:
            self._exercise.timeline.at(0, STARTEX, _StartEx(self))

    def open_from_the_start(self) -> None:
        """Start the clocks of works that count from StartEx, and begin those that need nothing."""
        injects = self._exercise.plan.scenario.injects.values()
        brought = {inject.brings for inject in injects}
        for work in self._all.values():
            if work.words.after is None and not brought.intersection(work.words.needs.of):
                work.start_clock()
                work.look()

    def injected(self, inject: str, kind: str) -> None:
        """Start the clocks that count from an inject, or from the first that brings a needed kind."""
        for work in self._all.values():
            counts_from = work.words.after
            if counts_from == inject or (counts_from is None and kind in work.words.needs.of):
                work.start_clock()
                work.look()

    def learnt(self, actor: str, kind: str) -> None:
        """See whether somebody who has come to know a kind can begin now."""
        for work in self._by_kind.get(kind, ()):
            if actor in work.those_acting():
                work.look()

    def staff_changed(self) -> None:
        """See whether somebody who now acts for an absent holder can begin."""
        for work in self._all.values():
            work.look()

    def is_taken(self, id_: str) -> bool:
        """Tell whether a decision has been taken, or a task done."""
        return self._all[id_].is_taken


class _Work:
    """One decision or task under way."""

    def __init__(self, exercise: Exercise, id_: str, *, words: Decision, number: int) -> None:
        self.exercise = exercise
        self.id = id_
        self.words = words
        self.number = number
        self.is_taken = False
        self.clock_runs = False
        self.due: int | None = None
        self.ready: dict[str, int] = {}
        """By actor: when it knew enough to begin."""
        self.finished: dict[str, None] = {}
        self.visits: dict[str, _Deciding] = {}

    def start_clock(self) -> None:
        """Let the deadline count from now, unless it does already."""
        if self.clock_runs:
            return
        self.clock_runs = True
        if self.words.within is not None:
            timeline = self.exercise.timeline
            self.due = timeline.now + self.words.within
            timeline.at(self.due, DEADLINES + self.number, _Deadline(self))

    def those_acting(self) -> list[str]:
        """Return the actors who act now for the roles whose work it is."""
        return [actor for role in self.words.by.roles for actor in self.exercise.acting(role)]

    def look(self) -> None:
        """Let everybody begin who acts now and knows enough."""
        if self.is_taken or not (self.words.needs.of or self.clock_runs):
            return
        for actor in self.those_acting():
            if actor not in self.visits and self._knows_enough(actor):
                self.ready[actor] = self.exercise.timeline.now
                visit = self.visits[actor] = _Deciding(self, actor)
                visit.ask()

    def _knows_enough(self, actor: str) -> bool:
        accuracy, needs = self.exercise.knowledge.accuracy, self.words.needs
        return sum(accuracy(actor, kind) is not None for kind in needs.of) >= needs.enough

    def done_by(self, actor: str) -> None:
        """Note that an actor has finished; the decision is taken when everybody has whom it asks for."""
        self.finished[actor] = None
        done = [self._role_is_done(role) for role in self.words.by.roles]
        if all(done) if self.words.by.mode == "all" else any(done):
            self.take(at_deadline=False)

    def _role_is_done(self, role: str) -> bool:
        """Tell whether enough have finished of those who hold a role; a deputy's work counts for one holder's."""
        words = self.exercise.plan.scenario.roles.get(role)
        if words is None:
            return all(actor in self.finished for actor in self.exercise.acting(role))
        finished = sum(actor in self.finished for actor in dict.fromkeys((*words.held_by, *words.deputy)))
        return finished >= (len(words.held_by) if words.acts == "all" else 1)

    def take(self, *, at_deadline: bool) -> None:
        """Take the decision, and tell what is known by it."""
        self.is_taken = True
        for visit in self.visits.values():
            visit.cut_off()
        actors = tuple(dict.fromkeys([*self.finished, *(self.those_acting() if at_deadline else ())]))
        best = {kind: self._best(actors, kind) for kind in self.words.needs.of}
        quality = self._quality(best)
        missing = tuple(kind for kind, accuracy in best.items() if accuracy is None)
        exercise = self.exercise
        exercise.journal.append(
            Decided(
                exercise.timeline.now,
                self.id,
                actors,
                ready=self._ready(actors),
                due=self.due,
                at_deadline=at_deadline,
                missing=missing,
                quality=quality,
            )
        )
        exercise.control.followed(self.id)
        self._tell(actors[-1])
        exercise.watch.look_at_decision(self.id, quality)

    def _ready(self, actors: tuple[str, ...]) -> int | None:
        """Return when the last of them knew enough to begin; where any one is enough, of those who did."""
        known = [self.ready[actor] for actor in actors if actor in self.ready]
        enough = known and (self.words.by.mode == "any" or len(known) == len(actors))
        return max(known) if enough else None

    def _best(self, actors: tuple[str, ...], kind: str) -> float | None:
        found = [self.exercise.knowledge.accuracy(actor, kind) for actor in actors]
        return max((accuracy for accuracy in found if accuracy is not None), default=None)

    def _quality(self, best: dict[str, float | None]) -> float:
        enough = self.words.needs.enough
        if not enough:
            return 1.0
        return sum(sorted((accuracy or 0.0 for accuracy in best.values()), reverse=True)[:enough]) / enough

    def _tell(self, actor: str) -> None:
        exercise = self.exercise
        for kind, roles in self.words.tells.items():
            usual = exercise.plan.scenario.information[kind].priority
            item = Item(kind, f"decision/{self.id}/{kind}", usual)
            exercise.tellings.begin(actor, item, roles)

    def time_needed(self) -> int:
        """Return the work that it takes, the same whoever does it."""
        takes = self.words.takes
        return (
            takes.at(0.5)
            if takes.certain
            else takes.at(self.exercise.luck.on("decision.work", self.id, self.id))
        )


class _StartEx(Happening):
    """StartEx, for what begins by itself."""

    def __init__(self, works: Works) -> None:
        self.works = works

    def happen(self) -> None:
        self.works.open_from_the_start()


class _Deciding(Visit):
    """An actor's work on a decision, at its own desk."""

    def __init__(self, work: _Work, actor: str) -> None:
        self._work = work
        self.at = work.exercise.desks[actor]

    def ask(self) -> None:
        """Join the queue at the actor's desk."""
        self.at.enter(self, -self._work.words.priority)

    def work(self) -> int:
        return self._work.time_needed()

    def leave(self, stay: Stay) -> None:
        self._note(stay)
        self._work.done_by(self.desk.actor)

    def cut_off(self) -> None:
        """Leave the work unfinished, or take it back from the queue."""
        stay = self.at.withdraw(self)
        if stay is not None:
            self._note(stay)

    def _note(self, stay: Stay) -> None:
        now = self.desk.timeline.now
        entry = Handled(now, self.desk.actor, "decision", self.arrived, 0, self._work.id, "", *stay)
        self._work.exercise.journal.append(entry)

    def named(self) -> str:
        return f"the work on {self._work.id} by {self.at.actor}"


class _Deadline(Happening):
    """The deadline of a decision."""

    def __init__(self, work: _Work) -> None:
        self.work = work

    def happen(self) -> None:
        if self.work.words.decides_anyway and not self.work.is_taken:
            self.work.take(at_deadline=True)

    def named(self) -> str:
        return f"the deadline of {self.work.id}"
