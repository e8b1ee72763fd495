"""How much one page holds: rows of a table counted in lines of print, before anything is printed.

"E-mail via Municipal prevention office and Centre for social work" fills two lines of a column that holds 34 letters; a
page with room for 80 lines takes rows until the next would be the 81st.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from tabletop.debrief.text import Text

ROOM = 87.0
"""Lines of print in the tables of the sheet to sign, at 7.5 points on A4; tried on all shipped scenarios in print."""

LEAST = 12.0
"""Lines that those who tell get at the least, however many decide and sign."""

BETWEEN = 0.3
"""The space between two rows, in lines."""

TIGHT, LOOSE, LINE = 0.35, 1.6, 3.0
"""Millimetres above and below a row, at the least and at the most; and the height of a line of print."""

_Row = TypeVar("_Row")


def lines_of(*cells: tuple[Text, int]) -> float:
    """Return how many lines a row takes: its fullest cell, each given with how many letters a line of it holds."""
    return max(-(-len(str(text)) // letters) for text, letters in cells) + BETWEEN


def fitting(rows: Iterable[tuple[_Row, float]], *, room: float) -> tuple[_Row, ...]:
    """Return the rows that fit, from the first on: each is given with the lines that it takes."""
    found: list[_Row] = []
    for row, lines in rows:
        room -= lines
        if room < 0:
            break
        found.append(row)
    return tuple(found)


def air(spare: float, *, rows: int) -> float:
    """Return the millimetres above and below each row when so many lines of a page are to spare."""
    more = 0.4 * max(0.0, spare) * LINE / (2 * max(1, rows))
    return min(LOOSE, TIGHT + more)
