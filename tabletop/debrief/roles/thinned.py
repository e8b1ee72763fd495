"""What one sheet of paper holds: some rows of many, and how many are not there, so that no reader takes them for all.

Fifteen mails went out from the coordinator's desk; the nine that took longest stand on the sheet, and a line under them
says that six more, shorter than these, had no room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tabletop.debrief.words import n_

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Thinned(Generic[_Row]):
    """The rows of one table for which there is room."""

    rows: tuple[_Row, ...]
    """Those that are shown."""
    left_out: int = 0
    """How many are not."""

    @property
    def shorter(self) -> str:
        """How many took less time than those that are shown; empty when none is left out."""
        said = n_(
            "{n} more, which took less time, had no room on this sheet.",
            "{n} more, which took less time, had no room on this sheet.",
            self.left_out,
        )
        return said if self.left_out else ""

    @property
    def more(self) -> str:
        """How many had no room, of rows that are in no order of length; empty when none is left out."""
        said = n_("{n} more had no room on this sheet.", "{n} more had no room on this sheet.", self.left_out)
        return said if self.left_out else ""


def thinned(rows: Iterable[_Row], most: int) -> Thinned[_Row]:
    """Return the first rows of all, as many as there is room for."""
    found = tuple(rows)
    return Thinned(found[:most], max(0, len(found) - most))
