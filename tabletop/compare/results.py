"""What came of many replications of several ways of working together, ready to be compared.

A thousand replications under the hub and a thousand under the committee are two cells of a thousand rows each; row 17
of both had the same luck, so that their difference is the structure's and not chance's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a comparison: what was the same in all of its replications."""

    scenario: str
    """The scenario's id."""
    structure: str
    """The structure at StartEx."""
    interventions: tuple[str, ...] = ()
    """The interventions switched on, in this order."""
    variant: str = ""
    """What else was different, as `<what>: <which>`; empty when nothing was.

    `lifted: trust` or `lifted: trust + email.lossy_channel` (barriers by address), `without actor: school`,
    `without link: cat.3` (by address), `load: 2` (a factor), `guesses: 17` (the number of a draw, from 0),
    `set: actors.school.staff=2; actors.police.staff=3` (a point of a sweep).
    """

    @property
    def label(self) -> str:
        """The cell in a few words for tables: the structure, what is switched on, what else was different."""
        parts = (self.structure, *(f"+ {each}" for each in self.interventions), self.variant)
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one replication of a cell."""

    cell: Cell
    """What was played."""
    replication: int
    """Which replication of the seed, from 0; the same number is the same luck in every cell."""
    measures: Mapping[str, float | None]
    """Every measure of the registry by name; None where there was nothing to measure it by."""
    expectations: Mapping[str, str]
    """The verdict of each expectation by id, such as `met`."""
    ratings: Mapping[str, str]
    """The letter of each objective by id, from `P` to `U`."""
    learnt: Mapping[str, int | None]
    """By `role:kind`: milliseconds from when the kind existed until the role knew it; None when it never did.

    Kinds that never existed are not in it.
    """
    censored: Mapping[str, int]
    """By the same keys: milliseconds from when the kind existed until its watch ended, at a deadline or EndEx."""
    desks: Mapping[str, int] = field(default_factory=dict)
    """By actor: how many thousandths of its staffed time its desk was in work."""


@dataclass(frozen=True)
class Results:
    """All rows of a comparison.

    Twenty thousand replications need not lie in memory at once: rows may be read anew from the disk whenever they are
    gone through, so go through `of` and `values` once, and keep only what is needed.
    """

    rows: Collection[Row]
    """The rows by cell in the order of the plan, then by replication."""
    inputs: Mapping[Cell, Mapping[str, str]] = field(default_factory=dict)
    """By cell of a sweep or a draw of guesses: what was set, by dotted path, as a scenario writes it."""
    draws: Mapping[Cell, Mapping[str, float]] = field(default_factory=dict)
    """By cell of a draw of guesses: where in its range each guess lay, by dotted path, from 0 (least) to 1 (most)."""

    def cells(self) -> tuple[Cell, ...]:
        """Return the cells in the order of the plan."""
        return tuple(self._by_cell)

    def of(self, cell: Cell) -> Collection[Row]:
        """Return the rows of a cell in order of replication; none for a cell that was not played."""
        return self._by_cell.get(cell, ())

    def values(self, cell: Cell, measure: str) -> tuple[float | None, ...]:
        """Return a measure in every replication of a cell, in order of replication."""
        return tuple(row.measures[measure] for row in self.of(cell))

    @cached_property
    def _by_cell(self) -> Mapping[Cell, tuple[Row, ...]]:
        grouped: dict[Cell, list[Row]] = {}
        for row in self.rows:
            grouped.setdefault(row.cell, []).append(row)
        return {cell: tuple(rows) for cell, rows in grouped.items()}
