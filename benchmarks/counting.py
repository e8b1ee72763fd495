"""How many SimPy events a hand-off costs: a figure that does not wobble as times do."""

from __future__ import annotations

from collections.abc import Callable

import simpy

from benchmarks import with_simpy, with_tabletop
from benchmarks.work import Work
from tabletop.engine import Exercise


class CountingEnvironment(simpy.Environment):
    """SimPy's environment, which counts its events."""

    steps = 0

    def step(self) -> None:
        """Process the next event."""
        self.steps += 1
        super().step()


def of_simpy(work: Work, seed: int) -> float:
    """Return the events per hand-off of the idiomatic SimPy program."""
    env = CountingEnvironment()
    visits = with_simpy.play_in(env, work, seed)
    return env.steps / len(visits)


def of_tabletop(work: Work, seed: int) -> float:
    """Return the events per hand-off of our engine."""
    exercise = Exercise(with_tabletop.scenario(work), seed=seed)
    record = exercise.run()
    return exercise.timeline.events / len(with_tabletop.handoffs(record))


COUNTS: dict[str, Callable[[Work, int], float]] = {"SimPy": of_simpy, "tabletop": of_tabletop}
"""The programs on SimPy by name, each with what counts its events per hand-off."""
