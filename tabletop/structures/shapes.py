"""The named shapes: well-known ways to connect a number of actors, as one would sketch them on a whiteboard.

`shape: star, hub: municipality` is every partner linked with the municipality and with nobody else. A new shape is a
function here and a line in the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import inf
from typing import TypeAlias

from tabletop.structures.added_links import Reach, added_links
from tabletop.structures.hierarchy import hierarchy

Groups: TypeAlias = Iterable[tuple[str, ...]]
"""Groups of actors; within a group each is linked with each, both ways."""


ANYWHERE = Reach(inf, inf)
"""Any two members are as likely to be linked as any other two."""
TOGETHER = Reach(inf, 0.0)
"""Only members with the same one above them are linked."""
ACROSS = Reach(0.0, inf)
"""Only members are linked who have but the root in common."""
NEAR_THE_TOP = Reach(0.1, 0.15)
"""Links are added from the top down."""
ALL_OVER = Reach(0.5, 0.5)
"""Links at all levels, fewer further down and fewer further apart."""


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
    added: int = 0
    """How many links are added to a tree."""
    seed: int = 1
    """Which of the many ways to add them."""
    reach: Reach = ANYWHERE
    """How readily members are linked who stand far from the top, and far apart."""

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


def tree_with_links(outline: Outline) -> Groups:
    """A tree, and links added across it as `reach` says."""
    backbone = tuple(tree(outline))
    return (
        *backbone,
        *added_links(
            hierarchy(outline.root, backbone), outline.reach, number=outline.added, seed=outline.seed
        ),
    )


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
    reach: Reach | None = None
    """For a tree with added links: where they are, unless the scenario says otherwise."""


_WITH_LINKS = ("root", "branches", "added", "seed")
_SCALES = ("lambda_", "zeta")

SHAPES: Mapping[str, Shape] = {
    "chain": Shape(chain, takes=("order",)),
    "ring": Shape(ring, least=3, takes=("order",)),
    "star": Shape(star, takes=("hub",)),
    "y": Shape(y, least=4, takes=("order",)),
    "tree": Shape(tree, takes=("root", "branches")),
    "multiscale": Shape(tree_with_links, takes=(*_WITH_LINKS, *_SCALES), reach=ALL_OVER),
    "core_periphery": Shape(tree_with_links, takes=(*_WITH_LINKS, *_SCALES), reach=NEAR_THE_TOP),
    "local_team": Shape(tree_with_links, takes=_WITH_LINKS, reach=TOGETHER),
    "random_interdivisional": Shape(tree_with_links, takes=_WITH_LINKS, reach=ACROSS),
    "random": Shape(tree_with_links, takes=_WITH_LINKS, reach=ANYWHERE),
    "complete": Shape(complete),
    "committee": Shape(committee),
}
"""Every shape by the name that a scenario gives it."""
