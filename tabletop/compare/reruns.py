"""How often it goes well: the same scenario played again and again with other luck.

Played once, support was agreed in time; played a hundred times, it was in 38: a rating never stands without "in n of N
re-runs".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tabletop.compare.shifts import UnderWay, in_shifts
from tabletop.engine import run
from tabletop.measures import MAIN, MEASURES, Chronicle
from tabletop.measures.expectations import Outcome, outcomes
from tabletop.measures.ratings import Letter, ratings

if TYPE_CHECKING:
    from tabletop.model.record import Record
    from tabletop.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Rerun:
    """What came of one replication."""

    replication: int
    """Which replication of the seed."""
    ratings: Mapping[str, Letter]
    """The rating of each objective."""
    outcomes: Mapping[str, Outcome]
    """What became of each expectation."""
    without: float
    """The main measure: hours that roles went without information they needed; 0 where nothing could be missing."""


@dataclass(frozen=True, slots=True)
class Reruns:
    """Many replications of one scenario under one structure."""

    structure: str
    """The structure at StartEx."""
    seed: int
    """The seed of all chance."""
    runs: tuple[Rerun, ...]
    """What came of each, in order of replication."""

    def __len__(self) -> int:
        """Return how many replications there were."""
        return len(self.runs)

    def rated(self, objective: str) -> Counter[Letter]:
        """Return how often an objective had each rating."""
        return Counter(run.ratings[objective] for run in self.runs)

    def judged(self, expectation: str) -> Counter[str]:
        """Return how often an expectation had each verdict."""
        return Counter(run.outcomes[expectation].verdict for run in self.runs)

    def without(self) -> tuple[float, ...]:
        """Return the main measure in every replication, in order."""
        return tuple(run.without for run in self.runs)

    def typical(self) -> int:
        """Return the replication whose main measure is nearest the median of all; the lowest of several."""
        found = {run.replication: run.without for run in self.runs}
        middle = median(found.values())
        return min(found, key=lambda replication: (abs(found[replication] - middle), replication))


def rerun(
    scenario: Scenario,
    structure: str | None = None,
    *,
    seed: int = 1,
    replications: int = 100,
    jobs: int | None = None,
) -> Reruns:
    """Play replications 0, 1, 2 … of a scenario under a structure (the first when none is named).

    `jobs` is how many processes share the work; None lets it be found out whether more than one pays. The result is the
    same with any number. Raises UsageError for an unknown structure, and what a run raises.
    """
    name = scenario.first_structure if structure is None else structure
    runs = in_shifts(_Replications(scenario, name, seed), replications, jobs=jobs)
    return Reruns(name, seed, runs)


class Rerunning:
    """Re-runs of an exercise that other processes play, while this one does something else."""

    def __init__(self, first: Record, replications: int, *, pace: float, jobs: int | None = None) -> None:
        """Begin: `first` is replication 0, and `pace` the seconds that playing it took."""
        self._structure, self._seed = first.structure, first.seed
        digest = _Replications(first.scenario, first.structure, first.seed)
        self._under_way = UnderWay(
            digest, range(1, replications), jobs=jobs, done=(_digested(first),), pace=pace
        )

    def done(self, told: Callable[[int], None] = lambda _: None) -> Reruns:
        """Lend a hand and return them when all are played; `told` is called now and then with how many are.

        The result is the same as that of `rerun`.
        """
        return Reruns(self._structure, self._seed, self._under_way.results(told))


@dataclass(frozen=True, slots=True)
class _Replications:
    """Plays one replication of what was asked for."""

    scenario: Scenario
    structure: str
    seed: int

    def __call__(self, replication: int) -> Rerun:
        return _digested(run(self.scenario, self.structure, seed=self.seed, replication=replication))


def _digested(record: Record) -> Rerun:
    chronicle = Chronicle(record)
    rated = {name: rating.letter for name, rating in ratings(chronicle).items()}
    return Rerun(record.replication, rated, dict(outcomes(chronicle)), MEASURES[MAIN].of(chronicle) or 0.0)
