"""The laboratory: a network with a known answer is played many times, and what came out is compared with the book.

One desk with one clerk, letters at random: the book says that a letter waits an hour on average; twenty runs of ten
thousand letters say 0.997, give or take 0.012.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean, stdev

from tabletop.engine import run
from tabletop.model.duration import HOUR
from tabletop.model.journal import HandedOn
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import load

CLASSIC = Path(__file__).resolve().parents[2] / "scenarios" / "classic"

MOST_ERRORS = 3.0
"""How many standard errors an estimate may lie from the truth."""
MOST_SHARE = 0.03
"""What share of the truth an estimate may lie from it."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean of independent re-runs, with its uncertainty."""

    mean: float
    """Mean over the re-runs."""
    error: float
    """Its standard error, from the spread between re-runs."""

    @classmethod
    def of(cls, values: Iterable[float]) -> Estimate:
        """Return the estimate that these values of independent re-runs give."""
        all_values = list(values)
        return cls(fmean(all_values), stdev(all_values) / len(all_values) ** 0.5)

    def agrees_with(self, truth: float) -> bool:
        """Tell whether the truth lies within three standard errors and within three per cent."""
        off = abs(self.mean - truth)
        return off <= MOST_ERRORS * self.error and off <= MOST_SHARE * truth


@cache
def classic(name: str, *interventions: str) -> Scenario:
    """Return one of the laboratory scenarios."""
    return load(str(CLASSIC / f"{name}.yaml"), interventions=interventions)


def runs_of(name: str, count: int) -> Iterable[Record]:
    """Play a laboratory scenario so many times, each with luck of its own."""
    return (run(classic(name), replication=replication) for replication in range(count))


def arrivals(record: Record) -> list[HandedOn]:
    """Return the hand-offs that ended well, in order of time."""
    return [entry for entry in record.journal if isinstance(entry, HandedOn)]


def hours_of(entry: HandedOn, cause: str) -> float:
    """Return for how many hours a hand-off waited for one cause."""
    return sum(time for name, time in entry.account if name == cause) / HOUR


def waits(name: str, cause: str, *, runs: int, warm_up: int = 0) -> list[list[float]]:
    """Return the hours that each hand-off of each re-run waited for a cause, the first of each run left out."""
    return [
        [hours_of(entry, cause) for entry in arrivals(record)[warm_up:]] for record in runs_of(name, runs)
    ]
