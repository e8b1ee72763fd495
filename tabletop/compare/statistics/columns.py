"""A cell's replications boiled down to what a comparison needs of them, so that the rows themselves may be let go.

Of a thousand exercises under the hub are kept: the mean of every measure, how often each expectation was met, how soon
each role knew, and one number per replication for the few measures that are compared pair by pair.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan, nan

from tabletop.compare.results import Cell, Row
from tabletop.compare.statistics.intervals import CONFIDENCE, Estimate, mean, share
from tabletop.compare.statistics.survival import Waits
from tabletop.model.duration import HOUR
from tabletop.model.scenario import Scenario

WAITED_FOR = ("awareness_50", "awareness_80", "awareness_100")
"""Measures that are missing where what they wait for never came about: means count EndEx, and quantiles may be never."""

NOT_ASKED = "not_called"
"""The verdict of an expectation whose clock never started: it counts neither for nor against."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One measure over the replications of a cell."""

    mean: Estimate | None
    """Its mean over the replications in which it could be taken, what never came about counted until EndEx; None when it
    never could be taken."""
    missing: int
    """In how many replications it could not be taken, or never came about."""


@dataclass(frozen=True, eq=False)
class Column:
    """One cell, boiled down."""

    cell: Cell
    """What was played."""
    replications: Sequence[int]
    """Which replications, in order."""
    taken: Mapping[str, Taken]
    """Every measure by name."""
    kept: Mapping[str, Sequence[float]]
    """For the measures that are compared pair by pair: the value in each replication, NaN where it could not be taken."""
    met: Mapping[str, Estimate | None]
    """By expectation: in which share of the replications in which it was called for it was met."""
    ratings: Mapping[str, Mapping[str, int]]
    """By objective: how often each letter was given."""
    waits: Mapping[str, Waits]
    """By `role:kind`: how long it took until the role knew; empty where it was not asked for."""
    desks: Mapping[str, float] = field(default_factory=dict)
    """By actor: which share of its staffed time its desk was in work, on average."""

    def by_replication(self, measure: str) -> dict[int, float]:
        """Return a kept measure by replication, where it could be taken."""
        pairs = zip(self.replications, self.kept[measure], strict=True)
        return {number: value for number, value in pairs if not isnan(value)}

    def mean(self, measure: str) -> float | None:
        """Return the mean of a measure; None when it never could be taken."""
        taken = self.taken.get(measure)
        return taken.mean.value if taken and taken.mean else None


def column(
    cell: Cell,
    rows: Iterable[Row],
    *,
    keeping: Collection[str],
    waiting: bool = False,
    never: Mapping[str, float] | None = None,
    confidence: float = CONFIDENCE,
) -> Column:
    """Return a cell boiled down; `keeping` names the measures kept for each replication, `waiting` keeps the waits.

    `never` says for measures that wait for something what stands for never: the mean is then restricted to that time,
    and one that came about in three replications of a hundred does not look quick. The rows are gone through once, and
    none is held on to.
    """
    tally = _Tally(never or {})
    for row in rows:
        tally.count(row, waiting=waiting)
    return Column(
        cell=cell,
        replications=tally.replications,
        taken={name: _taken(each, tally.nevers[name], confidence) for name, each in tally.values.items()},
        kept={name: tally.values.get(name, ()) for name in keeping},
        met={name: _met(each, confidence) for name, each in tally.verdicts.items()},
        ratings={name: dict(each) for name, each in tally.letters.items()},
        waits=tally.waits,
        desks={name: total / 1000 / len(tally.replications) for name, total in tally.desks.items()},
    )


@dataclass(eq=False)
class _Tally:
    """What is counted while rows go by."""

    never: Mapping[str, float]
    nevers: Counter[str] = field(default_factory=Counter)
    replications: array[int] = field(default_factory=lambda: array("q"))
    values: dict[str, array[float]] = field(default_factory=dict)
    verdicts: dict[str, Counter[str]] = field(default_factory=dict)
    letters: dict[str, Counter[str]] = field(default_factory=dict)
    waits: dict[str, Waits] = field(default_factory=dict)
    desks: Counter[str] = field(default_factory=Counter)

    def count(self, row: Row, *, waiting: bool) -> None:
        self.replications.append(row.replication)
        for name, value in row.measures.items():
            self.values.setdefault(name, array("d")).append(
                self._absent(name, row) if value is None else value
            )
        for name, verdict in row.expectations.items():
            self.verdicts.setdefault(name, Counter())[verdict] += 1
        for name, letter in row.ratings.items():
            self.letters.setdefault(name, Counter())[letter] += 1
        for key, learnt in row.learnt.items() if waiting else ():
            self.waits.setdefault(key, Waits()).add(learnt, watched=row.censored[key])
        self.desks.update(row.desks)

    def _absent(self, name: str, row: Row) -> float:
        """Return what stands for a measure that is not there: never, where there was something to wait for."""
        if name not in self.never or not row.learnt:
            return nan
        self.nevers[name] += 1
        return self.never[name]


def end_of(scenario: Scenario) -> float:
    """Return when EndEx is, in hours since StartEx: what stands for never."""
    return scenario.clock.horizon / HOUR


def present(values: Iterable[float]) -> Iterator[float]:
    """Give the values that could be taken."""
    return (value for value in values if not isnan(value))


def _taken(values: Sequence[float], nevers: int, confidence: float) -> Taken:
    there = list(present(values))
    return Taken(mean(there, confidence=confidence), len(values) - len(there) + nevers)


def _met(verdicts: Counter[str], confidence: float) -> Estimate | None:
    return share(verdicts["met"], verdicts.total() - verdicts[NOT_ASKED], confidence=confidence)
