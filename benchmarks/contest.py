"""Engines on the same work, turn by turn in one process, so that a busy minute of the machine hits all of them alike."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from benchmarks import with_ciw, with_simpy, with_tabletop
from benchmarks.results import Result
from benchmarks.work import Work

Play = Callable[[Work, int], Any]
"""Plays one run of a work with a seed and returns what came of it."""


@dataclass(frozen=True, slots=True)
class Engine:
    """One way to do the work."""

    name: str
    play: Play
    sojourn: Callable[[Any], float]
    """The mean time of a letter in hours, from what came of a run; asked outside the timing."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let Python's collector of cyclic garbage rest, as our engine does during a run."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _simpy_without_collector(work: Work, seed: int) -> list[with_simpy.Visit]:
    with collector_paused():
        return with_simpy.play(work, seed)


ENGINES = (
    Engine("SimPy", with_simpy.play, with_simpy.sojourn),
    Engine("SimPy, collector paused", _simpy_without_collector, with_simpy.sojourn),
    Engine("Ciw", with_ciw.play, with_ciw.sojourn),
    Engine("tabletop", with_tabletop.play, with_tabletop.sojourn),
)
"""Who takes part, in the order of their turns."""


def hold(work: Work, rounds: int, engines: tuple[Engine, ...] = ENGINES) -> tuple[Result, ...]:
    """Let the engines do a work in turns, so many rounds after one to warm up; each round has a seed of its own."""
    turns = [[_turn(engine, work, seed) for engine in engines] for seed in range(rounds + 1)][1:]
    return tuple(
        Result(engine.name, tuple(turn[at][0] for turn in turns), tuple(turn[at][1] for turn in turns))
        for at, engine in enumerate(engines)
    )


def _turn(engine: Engine, work: Work, seed: int) -> tuple[float, float]:
    """Return the seconds of one run and its mean sojourn; what came of it is freed outside the timing."""
    gc.collect()
    start = time.process_time()
    outcome = engine.play(work, seed)
    seconds = time.process_time() - start
    return seconds, engine.sojourn(outcome)
