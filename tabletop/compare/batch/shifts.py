"""How much is played at a time: like a shift, long enough to be worth coming in for, short enough to lose.

A hub's replications of eighteen milliseconds go twenty to a shift, a mailing list's of a hundred and seventy go two. Who
plays a shift, and in which order shifts end, changes nothing in what comes of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tabletop.compare.batch.cases import Case, scenario_of
from tabletop.compare.batch.packing import Names, names_of, packed
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.reading import Source

SECONDS = 0.4
"""How long a shift should take: handing one out costs a hundredth of that."""
FIRST = 2
"""Replications in a shift of a case that nobody has played yet."""
MOST = 500
"""The most replications in a shift, however quick they are."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Some replications of one case."""

    case: Case
    """What is played."""
    replications: tuple[int, ...]
    """Which replications of its seed."""


@dataclass(frozen=True, slots=True)
class Played:
    """A shift that is done."""

    shift: Shift
    """What was to be played."""
    names: Names
    """What the numbers of its lines stand for."""
    lines: tuple[str, ...]
    """What came of each replication, in their order."""
    seconds: float
    """How long the playing took, without reading the scenario."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A replication that was given up, since whoever played it died each time."""

    case: Case
    """What was to be played."""
    replication: int
    """Which replication."""
    deaths: int
    """How many died over it."""


Sources = Mapping[str, Source]
"""Scenario files by their hash."""

Playing = Callable[[Shift, Sources], Played]
"""The way in which a shift is played: `play`, or something like it that can be sent to another process by name."""


def play(shift: Shift, sources: Sources) -> Played:
    """Play a shift and return what came of it; raises what reading and playing raise."""
    scenario = scenario_of(sources[shift.case.sha256], shift.case)
    began = time.perf_counter()
    lines = tuple(_line(shift.case, replication, sources=sources) for replication in shift.replications)
    return Played(shift, names_of(scenario), lines, time.perf_counter() - began)


def _line(case: Case, replication: int, *, sources: Sources) -> str:
    scenario = scenario_of(sources[case.sha256], case)
    return packed(Chronicle(run(scenario, case.structure, seed=case.seed, replication=replication)))


class Pace:
    """How long a replication of each case takes, learnt from the shifts that are done."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._seconds: dict[Case, float] = {}

    def learn(self, played: Played) -> None:
        """Take note of how long a shift took."""
        if played.shift.replications:
            self._seconds[played.shift.case] = played.seconds / len(played.shift.replications)

    def size(self, case: Case) -> int:
        """Return how many replications of a case make a shift."""
        each = self._seconds.get(case)
        if each is None:
            return FIRST
        return max(1, min(MOST, int(SECONDS / each) if each else MOST))


def cut(case: Case, replications: list[int], pace: Pace) -> tuple[Shift, list[int]]:
    """Return the next shift of a case, and the replications that are left."""
    size = pace.size(case)
    return Shift(case, tuple(replications[:size])), replications[size:]
