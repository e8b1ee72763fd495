"""Rows in which nothing overlaps: like the tracks of a station, each train on the first that is free."""

from __future__ import annotations


class Tracks:
    """The rows of one line of a chart."""

    def __init__(self) -> None:
        self._free: list[float] = []

    def __len__(self) -> int:
        return len(self._free)

    def place(self, since: float, until: float) -> int:
        """Return the first row that is free from `since` on, and take it up to `until`."""
        row = next((row for row, free in enumerate(self._free) if free <= since), len(self._free))
        if row == len(self._free):
            self._free.append(until)
        self._free[row] = until
        return row
