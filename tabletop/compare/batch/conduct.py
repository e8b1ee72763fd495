"""The batch is played: what is missing is handed out, what is done is written down, until all that was asked is there.

Whoever plays and however often it was broken off, the same replications are counted in the end, because what is counted
follows from the design and the numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil, fsum, sqrt
from statistics import NormalDist

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.changes import Unchanged
from tabletop.compare.batch.ledger import Ledger
from tabletop.compare.batch.packing import measures_in
from tabletop.compare.batch.plan import Plan
from tabletop.compare.batch.players.player import Player
from tabletop.compare.batch.shifts import Pace, SetAside, Shift, cut
from tabletop.compare.batch.watching import Watch
from tabletop.compare.results import Cell
from tabletop.compare.statistics.columns import WAITED_FOR, end_of
from tabletop.compare.statistics.selection import Selection, advance, begin
from tabletop.errors import UsageError
from tabletop.measures import MEASURES
from tabletop.reading import read

BLOCK = 40
"""Replications of each case that are played before the next of any: what is there when it is broken off can be compared."""

PRECISION = 0.05
"""Half the interval, as a share of the mean, that is aimed at when nothing is said."""

FEWEST = 40
"""The fewest replications of a case when the precision decides."""

MOST = 2_000
"""The most replications of a case when the precision or a selection decides: a bound on what a rare event can ask for."""

CONFIDENCE = 0.95
"""The confidence of the interval by which the precision goes."""


@dataclass(frozen=True, slots=True)
class Conducted:
    """What was played in the end."""

    plan: Plan
    """What was asked."""
    counts: Mapping[Case, int]
    """Of each case: how many replications count, from 0 on."""
    aside: tuple[SetAside, ...] = ()
    """What was given up."""
    selection: Selection | None = None
    """How the selection of the best went, when one was asked for."""

    @property
    def missing(self) -> frozenset[int]:
        """The replications that do not count in any case, since they were given up in one: pairs stay pairs."""
        return frozenset(each.replication for each in self.aside)


class Conductor:
    """Has a plan played and written down."""

    def __init__(self, plan: Plan, ledger: Ledger, player: Player) -> None:
        """Know what is to be played, by whom, and where it is written; nothing is played yet."""
        self._plan = plan
        self._ledger = ledger
        self._player = player
        self._pace = Pace()
        self._aside: dict[tuple[Case, int], SetAside] = {}

    def conduct(self, watch: Watch) -> Conducted:
        """Play all that is missing, and return what there is then; raises what playing and writing raise."""
        if self._plan.design.select:
            return self._select(watch)
        counts = {case: self._plan.replications_of(case) for case in self._plan.cases}
        fixed = {case: count for case, count in counts.items() if count is not None}
        open_ = [case for case in counts if case not in fixed]
        precise = dict.fromkeys(open_, self._until_precise(open_, watch)) if open_ else {}
        self._play(fixed, watch)
        found = {**precise, **fixed}
        return Conducted(self._plan, {case: found[case] for case in self._plan.cases}, self._given_up())

    def _until_precise(self, cases: list[Case], watch: Watch) -> int:
        """Play cases equally often until the intervals of those without other changes are as narrow as is asked."""
        leading = [case for case in cases if isinstance(case.change, Unchanged)] or cases
        count = FEWEST
        while True:
            self._play(dict.fromkeys(cases, count), watch)
            needed = max(self._needed(case, count) for case in leading)
            if count >= min(needed, MOST):
                return count
            count = min(MOST, max(needed, count + count // 4))

    def _needed(self, case: Case, count: int) -> int:
        """Return how many replications would make the interval of a case narrow enough, by those that are there."""
        place = tuple(MEASURES).index(self._plan.design.measure)
        found = (measures_in(line)[place] for _, line in self._ledger.lines(case, range(count)))
        values = [value for value in found if value is not None]
        if len(values) < 2:
            return count
        mean = fsum(values) / len(values)
        spread = sqrt(fsum((value - mean) ** 2 for value in values) / (len(values) - 1))
        aim = abs(mean) * (self._plan.design.precision or PRECISION)
        width = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) * spread
        return ceil((width / aim) ** 2) if aim else count

    def _select(self, watch: Watch) -> Conducted:
        """Play only those that may still be the best, until one is found."""
        design, cases = self._plan.design, {case.cell: case for case in self._plan.cases}
        better = MEASURES[design.measure].better or "less"
        state = begin(tuple(cases), share=design.delta, confidence=design.confidence, better=better)
        while state.needs and state.rows < MOST:
            ahead = min(MOST, state.rows + max(state.needs, state.rows // 4))
            alive = {cell: cases[cell] for cell in state.alive}
            self._play(dict.fromkeys(alive.values(), ahead), watch)
            state = advance(state, self._observed(alive, range(state.rows, ahead)))
            if any(replication < ahead for _, replication in self._aside):
                break
        counts = {cases[each.system]: each.at for each in state.dropped}
        counts.update((cases[cell], max(state.rows, 1)) for cell in state.alive)
        return Conducted(self._plan, {case: counts[case] for case in cases.values()}, self._given_up(), state)

    def _observed(self, alive: Mapping[Cell, Case], among: range) -> Iterator[Mapping[Cell, float]]:
        """Yield the measure of each cell, replication by replication, as far as all of them are there."""
        place = tuple(MEASURES).index(self._plan.design.measure)
        lines = [self._ledger.lines(case, among) for case in alive.values()]
        for expected, row in zip(among, zip(*lines, strict=False), strict=False):
            if any(replication != expected for replication, _ in row):
                return
            values = [measures_in(line)[place] for _, line in row]
            yield {
                cell: self._value(value, case)
                for (cell, case), value in zip(alive.items(), values, strict=True)
            }

    def _value(self, value: float | None, case: Case) -> float:
        """Return a measure by which the best is looked for; what never came about counts until EndEx.

        Raises UsageError for any other measure that is not there.
        """
        measure = self._plan.design.measure
        if value is None and measure in WAITED_FOR:
            return end_of(read(self._plan.sources[case.sha256]))
        if value is None:
            message = (
                f"{measure} could not be taken in every replication of {case.cell.label}, so that the best cannot be found by it; "
                "choose another with --measure"
            )
            raise UsageError(message)
        return value

    def _play(self, counts: Mapping[Case, int], watch: Watch) -> None:
        """Play what is missing of cases up to a count each."""
        ledger = self._ledger
        missing = sum(count - ledger.finished(case, range(count)) for case, count in counts.items())
        watch.expects(missing)
        if not missing:
            return
        for each in self._player.play(self._shifts(counts)):
            if isinstance(each, SetAside):
                self._aside[each.case, each.replication] = each
                watch.note(_said(each))
            else:
                self._pace.learn(each)
                shift = each.shift
                self._ledger.keep(shift.case, each.names, zip(shift.replications, each.lines, strict=True))
                watch.done(len(each.lines))

    def _shifts(self, counts: Mapping[Case, int]) -> Iterator[Shift]:
        """Yield what is missing, block by block, so that all cases grow together."""
        order = tuple(_by_turns(counts))
        for start in range(0, max(counts.values()), BLOCK):
            for case in order:
                count = counts[case]
                missing = self._ledger.missing(case, range(start, min(start + BLOCK, count)))
                left = [number for number in missing if (case, number) not in self._aside]
                while left:
                    shift, left = cut(case, left, self._pace)
                    yield shift

    def _given_up(self) -> tuple[SetAside, ...]:
        order = {case: place for place, case in enumerate(self._plan.cases)}
        return tuple(sorted(self._aside.values(), key=lambda each: (order[each.case], each.replication)))


def planned(plan: Plan) -> tuple[int, int]:
    """Return how many replications a plan will need at least, and at most."""
    counts = [plan.replications_of(case) for case in plan.cases]
    least = sum(FEWEST if count is None else count for count in counts)
    return least, sum(MOST if count is None else count for count in counts)


def _by_turns(cases: Iterable[Case]) -> Iterator[Case]:
    """Yield cases with the structures in turn: the slow are not left to the end, and the time left can be told early."""
    by_structure: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        by_structure.setdefault((case.sha256, case.structure), []).append(case)
    for turn in zip_longest(*by_structure.values()):
        yield from (case for case in turn if case is not None)


def _said(aside: SetAside) -> str:
    return (
        f"Replication {aside.replication} of {aside.case.cell.label} is set aside: "
        f"it ended the process that played it {aside.deaths} times."
    )
