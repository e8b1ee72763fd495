"""Who knew what when, at a glance: a field for each role and kind of information, with a sign and the day.

A full circle on day 3: known in time. A half one: known, but late. A cross: not by EndEx. No colour is needed to read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.debrief.sayings import day_number
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name
from tabletop.measures.awareness import Need

State = Literal["in_time", "later", "never", "not_up"]
"""How a role stood to a kind that it needed: known in time, later than it was needed, not by EndEx, or not come up."""

MOST_COLUMNS = 24
"""As many kinds of information as stand side by side."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the matrix."""

    state: State | None
    """How the role stood to the kind; None when it did not need it."""
    day: int
    """On which day of the exercise it knew; 0 when it never did."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One role."""

    role: Name
    """Who it is."""
    fields: tuple[Field, ...]
    """Its fields, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole matrix."""

    kinds: tuple[Name, ...]
    """The kinds of information, numbered from 1 in this order."""
    rows: tuple[MatrixRow, ...]
    """The roles, in the order declared."""
    left_out: int
    """How many kinds there was no room for; the table has them."""


def matrix(story: Story) -> Matrix | None:
    """Return who knew what when; None when nobody needed anything."""
    needs = story.awareness.needs
    if not needs:
        return None
    kinds = sorted({need.kind for need in needs}, key=list(story.scenario.information).index)
    shown = kinds[:MOST_COLUMNS]
    found = {(need.role, need.kind): need for need in needs}
    roles = list(dict.fromkeys(need.role for need in needs))
    rows = tuple(
        MatrixRow(story.names.who(role), tuple(_field(story, found.get((role, kind))) for kind in shown))
        for role in roles
    )
    return Matrix(tuple(story.names.kind(kind) for kind in shown), rows, len(kinds) - len(shown))


def _field(story: Story, need: Need | None) -> Field:
    if need is None:
        return Field(None, 0)
    return Field(state_of(story, need), 0 if need.knows is None else day_number(story.clock, need.knows))


def state_of(story: Story, need: Need) -> State:
    """Return how a role stood to a kind that it needed.

    Known later is what was known after the deadline of an expectation on it, or after the role had decided without it.
    """
    if need.exists is None:
        return "not_up"
    if need.knows is None:
        return "never"
    works = story.scenario.works
    without = any(
        need.kind in decided.missing and need.role in works[name].by.roles
        for name, decided in story.chronicle.decided.items()
    )
    return "later" if without or need.knows > need.cut else "in_time"
