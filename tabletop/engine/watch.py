"""Watching expectations while the exercise runs, for injects that depend on them.

The second rumour comes only if the early warning is late: somebody must notice, at the deadline, that nobody knew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.timeline import DEADLINES, Happening

if TYPE_CHECKING:
    from tabletop.engine.exercise import Exercise
    from tabletop.model.expectation import Expectation

WATCHED = DEADLINES + (1 << 48)
"""Expectations are looked at after the decisions that are taken at the same instant."""


class Watch:
    """The expectations on which an inject depends, and what has become of them so far."""

    def __init__(self, exercise: Exercise) -> None:
        """Watch what some inject's `only_if` names."""
        self._exercise = exercise
        scenario = exercise.plan.scenario
        named = {
            id_
            for inject in scenario.injects.values()
            if inject.only_if is not None
            for id_ in (inject.only_if.late, inject.only_if.met)
            if id_ is not None
        }
        self._watched = {id_: words for id_, words in scenario.expectations.items() if id_ in named}
        self._met: dict[str, None] = {}
        self._late: dict[str, None] = {}
        self._running: dict[str, None] = {}

    def open(self) -> None:
        """Start the clocks that count from StartEx, and set the deadlines that are dates."""
        scenario = self._exercise.plan.scenario
        brought = {inject.brings for inject in scenario.injects.values()}
        for id_, words in self._watched.items():
            if words.before is not None:
                self._set_deadline(id_, words.before.on(scenario.clock))
            elif self._after(words) is None and not brought.intersection(self._kinds(words)):
                self._start(id_)

    def injected(self, inject: str, kind: str) -> None:
        """Start the clocks that count from an inject, or from the first that brings what they name."""
        for id_, words in self._watched.items():
            after = self._after(words)
            if after == inject or (after is None and kind in self._kinds(words)):
                self._start(id_)

    def look(self, kind: str) -> None:
        """See whether an expectation is met now that somebody has come to know a kind."""
        for id_, words in self._watched.items():
            if words.knows == kind and id_ not in self._late and self._is_known(words):
                self._met[id_] = None

    def look_again(self) -> None:
        """See whether an expectation is met now that somebody else acts, who may know already."""
        for kind in dict.fromkeys(words.knows for words in self._watched.values() if words.knows):
            self.look(kind)

    def look_at_decision(self, decision: str, quality: float) -> None:
        """See whether an expectation is met now that a decision is taken, and start clocks that count from it."""
        for id_, words in self._watched.items():
            if words.after == decision:
                self._start(id_)
            if words.decision == decision and id_ not in self._late and quality >= words.accurate:
                self._met[id_] = None

    def is_late(self, id_: str) -> bool:
        """Tell whether an expectation has passed its deadline without being met."""
        return id_ in self._late

    def is_met(self, id_: str) -> bool:
        """Tell whether an expectation has been met."""
        return id_ in self._met

    def deadline(self, id_: str) -> None:
        """Note that a deadline has come, and play what depends on its being missed."""
        if id_ not in self._met and self._watched[id_].must_not_know is None:
            self._late[id_] = None
            self._exercise.control.became_late(id_)

    def _after(self, words: Expectation) -> str | None:
        """Return what its clock counts from: what it names, or what the clock of its decision counts from."""
        if words.after is None and words.decision is not None:
            return self._exercise.plan.scenario.works[words.decision].after
        return words.after

    def _kinds(self, words: Expectation) -> tuple[str, ...]:
        if words.decision is not None:
            return self._exercise.plan.scenario.works[words.decision].needs.of
        return tuple(kind for kind in (words.knows, words.must_not_know) if kind is not None)

    def _start(self, id_: str) -> None:
        if id_ in self._running:
            return
        self._running[id_] = None
        within = self._watched[id_].within
        if within is not None:
            self._set_deadline(id_, self._exercise.timeline.now + within)

    def _set_deadline(self, id_: str, due: int) -> None:
        number = list(self._watched).index(id_)
        self._exercise.timeline.at(max(due, self._exercise.timeline.now), WATCHED + number, _Due(self, id_))

    def _is_known(self, words: Expectation) -> bool:
        if words.role is None or words.knows is None:
            return False
        known = [self._role_knows(role, words.knows, words.accurate) for role in words.role.roles]
        return all(known) if words.role.mode == "all" else any(known)

    def _role_knows(self, role: str, kind: str, accurate: float) -> bool:
        accuracies = [self._exercise.knowledge.accuracy(actor, kind) for actor in self._exercise.acting(role)]
        return all(accuracy is not None and accuracy >= accurate for accuracy in accuracies)


class _Due(Happening):
    """The deadline of a watched expectation."""

    def __init__(self, watch: Watch, id_: str) -> None:
        self.watch = watch
        self.id = id_

    def happen(self) -> None:
        self.watch.deadline(self.id)

    def named(self) -> str:
        return f"the deadline of {self.id}"
