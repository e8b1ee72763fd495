"""A hierarchy, and which of its members an added link could join: like the organisation chart on the wall.

Two teachers of one school have their head above them at once; a teacher and a constable have only the mayor in common,
three steps up from the one and two from the other. How far apart two stand is said by these three numbers: how deep
the lowest they both stand under is, and how many steps each is below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import sqrt
from typing import NamedTuple, TypeAlias

_Row: TypeAlias = tuple[str, ...]


class Standing(NamedTuple):
    """How two members of a hierarchy stand to each other."""

    level: int
    """How many steps the lowest member whom both stand under, or are, is below the root."""
    near: int
    """How many steps the one of the two that is nearer to that member is below it."""
    far: int
    """How many steps the other is."""

    @property
    def distance(self) -> float:
        """How far apart they stand: √(near² + far² − 2), 0 for two with the same member directly above."""
        return sqrt(self.near**2 + self.far**2 - 2)


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Who stands below whom, row by row."""

    above: dict[str, str]
    """By member who stands directly above; the root is nobody's key."""
    rows: dict[str, tuple[_Row, ...]]
    """By member those so many steps below it, from itself on."""
    levels: dict[str, int]
    """By member how many steps it is below the root, in an order in which nobody comes before those above."""

    def child_of(self, top: str, member: str, *, steps: int) -> str:
        """Return who stands directly below the top on the way down to a member so many steps below it."""
        for _ in range(steps - 1):
            member = self.above[member]
        return member if steps else top

    def pairs_at(self, top: str) -> Iterator[tuple[Standing, int]]:
        """Yield how many pairs have this member as their lowest in common, by standing; linked ones are left out."""
        rows, level = self.rows[top], self.levels[top]
        children = [self.rows[child] for child in rows[1]] if len(rows) > 1 else []
        for near, far in combinations_with_replacement(range(len(rows)), 2):
            standing = Standing(level, near, far)
            number = _pairs(rows, children, standing) if near + far > 1 else 0
            if number:
                yield standing, number


def _pairs(rows: Sequence[_Row], children: Sequence[Sequence[_Row]], standing: Standing) -> int:
    """Return how many pairs with this standing do not stand under the same child."""
    _, near, far = standing
    if near == 0:
        return len(rows[far])
    all_pairs = len(rows[near]) * len(rows[far])
    within = sum(len(child[near - 1]) * len(child[far - 1]) for child in children if len(child) >= far)
    return (all_pairs - within) // (2 if near == far else 1)


def hierarchy(root: str, below: Iterable[tuple[str, ...]]) -> Hierarchy:
    """Return the hierarchy of links (above, below), given in any order; they are to form a tree under the root."""
    children: dict[str, list[str]] = {root: []}
    for over, under in below:
        children.setdefault(over, []).append(under)
    levels, above = {root: 0}, dict[str, str]()
    found = [root]
    for member in found:
        for child in children.get(member, ()):
            above[child], levels[child] = member, levels[member] + 1
            found.append(child)
    rows: dict[str, tuple[_Row, ...]] = {}
    for member in reversed(found):
        rows[member] = ((member,), *_joined([rows[child] for child in children.get(member, ())]))
    return Hierarchy(above=above, rows=rows, levels=levels)


def _joined(parts: Sequence[Sequence[_Row]]) -> Iterator[_Row]:
    """Yield the rows of several branches side by side."""
    for depth in range(max(map(len, parts), default=0)):
        yield tuple(member for rows in parts if depth < len(rows) for member in rows[depth])
