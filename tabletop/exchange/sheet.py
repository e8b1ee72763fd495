"""A table as it lies on paper: lines of cells, each of which knows its line and column.

The event list of another exercise, opened as a workbook or as comma-separated values, is the same sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tabletop.errors import Problem, TabletopError

Cell = str | int | float | bool | datetime | date | time | timedelta | None
"""What one cell may hold; comma-separated values hold only texts."""

MOST_BYTES_OF_A_SHEET = 20 * 1024 * 1024
"""Bytes of a file that is read as a sheet."""

MOST_ROWS = 100_000
"""Rows of a sheet that are read: as many as a scenario may have injects."""

MOST_COLUMNS = 200
"""Columns of a sheet that are read."""


class SheetError(TabletopError):
    """A file that cannot be read as a table at all."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one table."""

    name: str
    """The file as the person named it."""
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    """Each line that holds something, with its number in the file, from 1."""

    def problem(self, row: int, column: int, what: str, *, head: str = "", remedy: str = "") -> Problem:
        """Return what is wrong with a cell; lines and columns count from 1."""
        return Problem(self.name, row, column, head, what, remedy)


def filled(rows: Iterator[tuple[int, tuple[Cell, ...]]], name: str) -> Sheet:
    """Return the sheet of the rows that hold something, without the empty cells at their ends; raises SheetError when there are too many."""
    kept = []
    for number, row in rows:
        last = max((place for place, cell in enumerate(row, start=1) if cell not in {None, ""}), default=0)
        if last:
            kept.append((number, row[:last]))
        if len(kept) > MOST_ROWS:
            msg = f"{name} has more than {MOST_ROWS:,} rows"
            raise SheetError(msg)
    return Sheet(name, tuple(kept))


def in_text(cell: Cell) -> str:
    """Return what a cell says as text: whole numbers without a point, dates as 2026-03-02 08:00."""
    match cell:
        case None:
            return ""
        case str():
            return cell.replace("\r\n", "\n").replace("\r", "\n")
        case bool():
            return "true" if cell else "false"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
        case datetime():
            return cell.isoformat(sep=" ", timespec="seconds" if cell.second else "minutes")
        case _:
            return str(cell)
