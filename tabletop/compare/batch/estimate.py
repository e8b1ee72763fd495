"""How much a plan is, and how long it will take: like a printer who says a price before the press is started.

Each structure is played once and timed; the rest is multiplication.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.compare.batch.changes import Draw
from tabletop.compare.batch.conduct import planned
from tabletop.compare.batch.plan import Plan
from tabletop.compare.batch.shifts import Shift, play

BYTES = 2_500
"""About how much room a replication takes in ledger and table together: measured on the shipped scenario."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a plan will cost."""

    cells: int
    """How many cells it has."""
    least: int
    """How many replications it needs at least."""
    most: int
    """How many it may need, where the numbers themselves decide."""
    seconds_each: float
    """Mean seconds for one replication, on one processor."""
    jobs: int
    """How many processes share the work."""
    paces: Mapping[tuple[str, str], float]
    """Seconds for one replication, by scenario and structure."""

    @property
    def shortest(self) -> float:
        """Seconds for the least number of replications."""
        return self.least * self.seconds_each / self.jobs

    @property
    def longest(self) -> float:
        """Seconds for the greatest number."""
        return self.most * self.seconds_each / self.jobs

    @property
    def megabytes(self) -> float:
        """Room on the disk for the greatest number, in megabytes."""
        return self.most * BYTES / 1e6


def estimate(plan: Plan, *, jobs: int) -> Estimate:
    """Return what a plan will cost with so many processes, each structure played once to find out."""
    least, most = planned(plan)
    paces: dict[tuple[str, str], float] = {}
    for case in plan.cases:
        which = (case.scenario, case.structure)
        if which not in paces and not isinstance(case.change, Draw):
            play(Shift(case, (0,)), plan.sources)  # the first is slower: networks and routes are made for it
            began = time.perf_counter()
            play(Shift(case, (1,)), plan.sources)
            paces[which] = time.perf_counter() - began
    each = [paces[case.scenario, case.structure] for case in plan.cases]
    return Estimate(len(plan.cases), least, most, sum(each) / len(each), jobs, paces)
