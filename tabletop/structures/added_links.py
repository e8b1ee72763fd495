"""Links added to a hierarchy: colleagues of other departments who got to know each other.

P. S. Dodds, D. J. Watts and C. F. Sabel, "Information exchange and the robustness of organizational networks", PNAS 100
(2003), 12516–12521, add links one by one. A pair that is not linked yet is chosen with a chance in proportion to
exp(−D/λ) · exp(−x/ζ): D is how deep the lowest member above both stands, x how far apart the two are. A small λ keeps
links near the top, a small ζ within teams; their classes of networks are points of that plane.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from math import exp, inf
from typing import TypeAlias

from tabletop.model.chance import Chance, draw
from tabletop.structures.hierarchy import Hierarchy, Standing


@dataclass(frozen=True, slots=True)
class Reach:
    """How readily members are linked who stand far from the top, and far apart."""

    lambda_: float
    """Over how many levels links get e times rarer; 0 for links whose ends have only the root in common."""
    zeta: float
    """Over how much distance links get e times rarer; 0 for links within a team."""

    def cost(self, standing: Standing) -> float:
        """Return the negative logarithm of the weight of a pair; infinite for one that is never linked."""
        return _over(standing.level, self.lambda_) + _over(standing.distance, self.zeta)


def _over(length: float, scale: float) -> float:
    return 0.0 if length == 0 else inf if scale == 0 else length / scale


class _Pairs:
    """All pairs with one standing: how many are left, and the members at their top."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.left = 0
        self.tops: list[str] = []
        self._tries: list[int] = []

    def at(self, top: str, *, number: int, tries: int) -> None:
        """Take in so many pairs under a top, found among so many ways to take one near and one far below it."""
        self.left += number
        self.tops.append(top)
        self._tries.append(tries)

    @cached_property
    def ends(self) -> Sequence[int]:
        """How many ways there are up to each top; a top is drawn by them, for then every pair is equally likely."""
        return tuple(accumulate(self._tries))


def room(tree: Hierarchy, reach: Reach) -> int:
    """Return how many links can be added."""
    return sum(pairs.left for pairs in _by_standing(tree, reach).values())


def _by_standing(tree: Hierarchy, reach: Reach) -> Mapping[Standing, _Pairs]:
    found: dict[Standing, _Pairs] = {}
    for top in tree.levels:
        rows = tree.rows[top]
        for standing, number in tree.pairs_at(top):
            tries = len(rows[standing.near]) * len(rows[standing.far])
            found.setdefault(standing, _Pairs(standing)).at(top, number=number, tries=tries)
    return {standing: pairs for standing, pairs in found.items() if reach.cost(standing) < inf}


def added_links(tree: Hierarchy, reach: Reach, *, number: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield so many links, or as many as there is room for, each between members who are not linked yet.

    The same seed gives the same links; a greater number adds links and keeps those that a smaller one gives.
    """
    luck = _Luck(seed)
    classes = list(_by_standing(tree, reach).values())
    taken: set[frozenset[str]] = set()
    for link in range(number):
        classes = [pairs for pairs in classes if pairs.left]
        if not classes:
            return
        pairs = classes[luck.place(link, _weights(classes, reach))]
        pair = next(pair for pair in _tries(tree, pairs, luck.of(link)) if frozenset(pair) not in taken)
        pairs.left -= 1
        taken.add(frozenset(pair))
        yield pair


def _weights(classes: Sequence[_Pairs], reach: Reach) -> list[float]:
    """Return the weights of standings, the heaviest pair having 1, so that none of what is left is lost to rounding."""
    costs = [reach.cost(pairs.standing) for pairs in classes]
    least = min(costs)
    return [pairs.left * exp(least - cost) for pairs, cost in zip(classes, costs, strict=True)]


def _tries(tree: Hierarchy, pairs: _Pairs, drawn: Iterator[_Try]) -> Iterator[tuple[str, str]]:
    """Yield pairs of this standing without end, each as likely as any other."""
    _, near, far = pairs.standing
    for top_at, near_at, far_at in drawn:
        top = pairs.tops[bisect_right(pairs.ends, int(top_at * pairs.ends[-1]))]
        rows = tree.rows[top]
        one, other = rows[near][int(near_at * len(rows[near]))], rows[far][int(far_at * len(rows[far]))]
        if tree.child_of(top, one, steps=near) != tree.child_of(top, other, steps=far):
            yield one, other


_Try: TypeAlias = tuple[float, float, float]


class _Luck:
    """What is drawn for each link: from the seed, the number of the link, and how often it was tried."""

    def __init__(self, seed: int) -> None:
        chance = Chance(seed, 0)
        self._standing = chance.prefix("shape", "standing")
        self._prefixes = [chance.prefix("shape", which) for which in ("top", "near", "far")]

    def place(self, link: int, weights: Sequence[float]) -> int:
        """Return the place of one of the weights, by which it is drawn."""
        ends = tuple(accumulate(weights))
        return min(bisect_right(ends, draw(self._standing, link, 0) * ends[-1]), len(ends) - 1)

    def of(self, link: int) -> Iterator[_Try]:
        """Yield what is drawn at each try for a link."""
        top, near, far = self._prefixes
        for tried in count():
            yield draw(top, link, tried), draw(near, link, tried), draw(far, link, tried)
