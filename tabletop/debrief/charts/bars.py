"""Bars that are cut into parts: like a day's timetable laid out as one strip of paper.

"Eight days until the plan was agreed": a third in green for work, a letter on each part, the letters in a key below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from tabletop.debrief.reasons import Family

WIDE_ENOUGH = 3.0
"""Percent of the width from which on a part has room for its letter."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar."""

    x: float
    """Its left end, in percent of the width."""
    width: float
    """Its width, in percent of the whole."""
    family: Family
    """Its colour and pattern."""
    letter: str
    """The letter under which the key explains it."""
    shows: bool
    """Whether its letter has room on it."""

    @property
    def middle(self) -> float:
        """Where its letter stands."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Due:
    """Where a deadline lies on a bar."""

    x: float
    """In percent of the width."""
    before: bool
    """Whether its word ends there instead of beginning there."""


def due_at(x: float) -> Due | None:
    """Return the mark of a deadline at so many percent of the width; None when that is not on the bar."""
    return Due(x, x > 50) if 0 <= x <= 100 else None


def segments(parts: Sequence[tuple[Family, int, str]], *, scale: int) -> tuple[Segment, ...]:
    """Return the parts of a bar (family, length, letter) one after the other; `scale` fills the whole width."""
    cut, x = [], 0.0
    for family, length, letter in parts:
        width = 100 * length / scale if scale else 0.0
        cut.append(Segment(x, width, family, letter, width >= WIDE_ENOUGH))
        x += width
    return tuple(cut)


def letters(count: int) -> tuple[str, ...]:
    """Return so many different letters: A to Z, then AA, AB and so on."""
    return tuple(
        ascii_uppercase[place]
        if place < 26
        else ascii_uppercase[place // 26 - 1] + ascii_uppercase[place % 26]
        for place in range(count)
    )
