"""One row of the audit: a lesson, what in a scenario speaks for it or against it, and where.

"Clear mandate: for it, line 531, five objectives; against it, line 303, roles that were never agreed." No row is a
verdict: a scenario is a story, and what it leaves out may be there in the city.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tabletop.reading.nodes import Mark, Path
from tabletop.rehearsal.audit.audited import Audited

Group = Literal["lesson", "tip", "function"]
"""A lesson for a city's platform, a tip for information-sharing systems, or a function of a platform."""

Side = Literal["for", "against"]
"""On which side something speaks."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing in a scenario that speaks for or against."""

    side: Side
    """For or against."""
    path: Path
    """Where it is written."""
    says: str
    """What it is, in a few words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One lesson, tip or function, and how to look for it."""

    group: Group
    """Which of the three lists it belongs to."""
    title: str
    """What it asks for."""
    look: Callable[[Audited], Iterator[Evidence]]
    """Finds what speaks for and against it."""
    unsaid: str = "the scenario does not say"
    """What is said when nothing speaks for or against it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scenario says to one row."""

    name: str
    """The row's name, a key of ROWS."""
    row: Row
    """The row."""
    evidence: tuple[tuple[Evidence, Mark], ...]
    """What speaks for it, then what speaks against it, each with its place in the file; none: it does not say."""


def speaks_for(path: Path, says: str) -> Evidence:
    """Return something that speaks for a row."""
    return Evidence("for", path, says)


def speaks_against(path: Path, says: str) -> Evidence:
    """Return something that speaks against a row."""
    return Evidence("against", path, says)
