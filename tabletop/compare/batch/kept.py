"""The results of a batch, read from its ledger when they are asked for: like a card index, not a pile on the desk.

Forty thousand replications lie on the disk; in memory is the column that is being looked at.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import isnan, nan

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.changes import Draw, settings_of
from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.ledger import Ledger
from tabletop.compare.batch.packing import measures_in, unpacked
from tabletop.compare.results import Cell, Results, Row
from tabletop.measures import MEASURES

MOST_READY = 8
"""Of how many cells the measures are kept ready."""


@dataclass(frozen=True)
class KeptRows(Collection[Row]):
    """The rows of some cells, read anew each time they are gone through."""

    conducted: Conducted
    """What was played."""
    ledger: Ledger
    """Where it is written."""
    cases: tuple[Case, ...]
    """Which cells."""

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(map(self._rows, self.cases))

    def __len__(self) -> int:
        return sum(sum(1 for _ in self.lines(case)) for case in self.cases)

    def __contains__(self, row: object) -> bool:
        return any(each == row for each in self)

    def lines(self, case: Case) -> Iterator[tuple[int, str]]:
        """Yield the replications of a case that count, in order, each with its line."""
        missing = self.conducted.missing
        found = self.ledger.lines(case, range(self.conducted.counts[case]))
        return (each for each in found if each[0] not in missing) if missing else found

    def _rows(self, case: Case) -> Iterator[Row]:
        names, cell = self.ledger.names(case), case.cell
        if names is not None:
            for replication, line in self.lines(case):
                yield unpacked(line, names, cell=cell, replication=replication)


@dataclass(frozen=True, kw_only=True)
class KeptResults(Results):
    """Results that stay in their ledger."""

    rows: KeptRows
    """All rows."""
    cases: dict[Cell, Case]
    """The case of each cell, in the order of the plan."""
    _ready: dict[Cell, list[array[float]]] = field(default_factory=dict, repr=False, compare=False)

    def cells(self) -> tuple[Cell, ...]:
        """Return the cells in the order of the plan."""
        return tuple(self.cases)

    def of(self, cell: Cell) -> Collection[Row]:
        """Return the rows of a cell in order of replication, read when they are gone through."""
        if cell not in self.cases:
            return ()
        return KeptRows(self.rows.conducted, self.rows.ledger, (self.cases[cell],))

    def values(self, cell: Cell, measure: str) -> tuple[float | None, ...]:
        """Return a measure in every replication of a cell, in order of replication."""
        if cell not in self.cases:
            return ()
        column = self._columns(cell)[tuple(MEASURES).index(measure)]
        return tuple(None if isnan(value) else value for value in column)

    def _columns(self, cell: Cell) -> list[array[float]]:
        if cell not in self._ready:
            while len(self._ready) >= MOST_READY:
                del self._ready[next(iter(self._ready))]
            columns: list[array[float]] = [array("d") for _ in MEASURES]
            for _, line in self.rows.lines(self.cases[cell]):
                for column, value in zip(columns, measures_in(line), strict=True):
                    column.append(nan if value is None else value)
            self._ready[cell] = columns
        return self._ready[cell]


def kept(conducted: Conducted, ledger: Ledger) -> KeptResults:
    """Return the results of what was played."""
    cases = {case.cell: case for case in conducted.plan.cases}
    settings = {cell: settings_of(case.change) for cell, case in cases.items()}
    return KeptResults(
        rows=KeptRows(conducted, ledger, conducted.plan.cases),
        inputs={cell: values for cell, values in settings.items() if values},
        draws={
            cell: dict(case.change.places) for cell, case in cases.items() if isinstance(case.change, Draw)
        },
        cases=cases,
    )
