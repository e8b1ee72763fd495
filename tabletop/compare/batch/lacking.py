"""How much of a comparison is not there yet: like a baker's list, on which is ticked off what is in the oven already.

A comparison of 240 replications was killed after 118. The list says 118 of 240, and that no report was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.conduct import Conductor
from tabletop.compare.batch.design import written
from tabletop.compare.batch.ledger import Ledger
from tabletop.compare.batch.plan import Plan
from tabletop.compare.batch.shifts import Played, SetAside, Shift
from tabletop.compare.batch.watching import Nobody


@dataclass(frozen=True, slots=True)
class Lacking:
    """How much of a comparison is there, of what was asked."""

    there: int
    """How many replications are there."""
    asked: int
    """How many were asked for; while the precision or a contest decides, how many are known to be needed so far."""
    settled: bool
    """Whether that number is settled, because it was asked for outright or all of it is there."""
    reported: bool
    """Whether the files of the report were written for this question."""

    @property
    def finished(self) -> bool:
        """Whether nothing is lacking."""
        return self.there == self.asked and self.reported


def lacking(ledger: Ledger, plan: Plan, origin: Mapping[str, Any]) -> Lacking:
    """Return what is lacking in a ledger, by what its plan asks and its folder's provenance.json says; nothing is played.

    What was set aside when the report was written is not lacking.
    """
    reported = origin.get("design") == json.loads(written(plan.design))
    aside = (
        {(each["cell"], each["replication"]) for each in origin.get("set_aside", ())} if reported else set()
    )
    absent = _Absent(aside)
    done = sum(len(ledger.done(case)) for case in plan.cases)
    try:
        Conductor(plan, ledger, absent).conduct(Nobody())
    except _LackedError:
        counts = [plan.replications_of(case) for case in plan.cases]
        fixed = sum(count for count in counts if count is not None)
        settled = None not in counts and not plan.design.select
        asked = fixed if settled else done + absent.lacked
        return Lacking(asked - absent.lacked, asked, settled, reported)
    return Lacking(done, done, settled=True, reported=reported)


class _LackedError(Exception):
    """Something that was to be played is not there."""


class _Absent:
    """Plays nothing, and counts what it would have had to play."""

    def __init__(self, aside: Set[tuple[str, int]]) -> None:
        self._aside = aside
        self.lacked = 0

    def play(self, shifts: Iterator[Shift]) -> Iterator[Played | SetAside]:
        """Yield again what was set aside; raises _LackedError after the last shift when anything else was asked."""
        for shift in shifts:
            for replication in shift.replications:
                if self._is_aside(shift.case, replication):
                    yield SetAside(shift.case, replication, 0)
                else:
                    self.lacked += 1
        if self.lacked:
            raise _LackedError

    def _is_aside(self, case: Case, replication: int) -> bool:
        return (case.cell.label, replication) in self._aside
