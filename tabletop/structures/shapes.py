"""The named shapes: well-known ways to connect a number of actors, as one would sketch them on a whiteboard.

`shape: star, hub: municipality` is every partner linked with the municipality and with nobody else. A new shape is a
function here and a line in the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeAlias

Groups: TypeAlias = Iterable[tuple[str, ...]]
"""Groups of actors; within a group each is linked with each, both ways."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a scenario says about a shape, with actors in place of names that stand for several."""

    members: tuple[str, ...]
    """Whom the shape connects, in the order of the scenario."""
    order: tuple[str, ...] = ()
    """The members in the order given; empty when none is."""
    hub: str = ""
    """The centre of a star."""
    root: str = ""
    """The top of a tree."""
    branches: int | Mapping[str, tuple[str, ...]] = 1
    """How many branches each actor of a tree has, or who stands below whom."""

    @property
    def line(self) -> tuple[str, ...]:
        """The members in the order given, else in that of the scenario."""
        return self.order or self.members


def chain(outline: Outline) -> Groups:
    """One after the other, as in a chain of referral."""
    return pairwise(outline.line)


def ring(outline: Outline) -> Groups:
    """A chain whose last is linked with its first."""
    return pairwise((*outline.line, outline.line[0]))


def star(outline: Outline) -> Groups:
    """Everyone with the hub, and with nobody else."""
    return ((outline.hub, member) for member in outline.members if member != outline.hub)


def y(outline: Outline) -> Groups:
    """Two who both tell a third, from whom a chain leads on: the first two are the arms, the rest the stem."""
    arm, *stem = outline.line
    return ((arm, stem[1]), *pairwise(stem))


def tree(outline: Outline) -> Groups:
    """From a root downwards, each linked with the one above and those below.

    With a number of branches the members are filled in from the root, row by row, in the order of the scenario.
    """
    if isinstance(outline.branches, Mapping):
        return ((above, actor) for above, below in outline.branches.items() for actor in below)
    rows = (outline.root, *(member for member in outline.members if member != outline.root))
    return ((rows[(place - 1) // outline.branches], rows[place]) for place in range(1, len(rows)))


def complete(outline: Outline) -> Groups:
    """Each with each, two by two, as when everybody has everybody's number."""
    return combinations(outline.members, 2)


def committee(outline: Outline) -> Groups:
    """Each with each as one body, as when all sit at one table."""
    return (outline.members,)


@dataclass(frozen=True, slots=True)
class Shape:
    """One named shape: how it connects, and what it must be told."""

    connect: Callable[[Outline], Groups]
    """From an outline without flaws to the groups that are linked."""
    least: int = 2
    """How many members it needs."""
    takes: tuple[str, ...] = ()
    """The keys it takes besides `members`, `channel` and `carries`."""


SHAPES: Mapping[str, Shape] = {
    "chain": Shape(chain, takes=("order",)),
    "ring": Shape(ring, least=3, takes=("order",)),
    "star": Shape(star, takes=("hub",)),
    "y": Shape(y, least=4, takes=("order",)),
    "tree": Shape(tree, takes=("root", "branches")),
    "complete": Shape(complete),
    "committee": Shape(committee),
}
"""Every shape by the name that a scenario gives it."""
