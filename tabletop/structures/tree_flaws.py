"""What is wrong with the branches of a tree, when it is said who stands below whom.

Every member but the root stands below exactly one other, and going up from anyone one comes to the root.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tabletop.structures.added_links import room
from tabletop.structures.flaw import Flaw, listed
from tabletop.structures.hierarchy import hierarchy
from tabletop.structures.shapes import Outline, tree

_Below = Mapping[str, tuple[str, ...]]
_PLACE = ("branches",)

MOST_LEVELS = 20
"""How many levels a tree may have to which links are added: twenty levels of two branches are a million offices."""


def flaws_of_branches(outline: Outline) -> Iterator[Flaw]:
    """Yield what keeps an outline's branches from being a tree; a number of branches always makes one."""
    if not isinstance(outline.branches, Mapping) or not outline.root:
        return
    below, above = outline.branches, _turned_round(outline.branches)
    yield from _of_parents(outline.root, above)
    tops = tuple(actor for actor in below if actor not in above and actor != outline.root)
    if tops:
        yield _PLACE, f"nobody stands above {listed(tops)}", f"put it below {outline.root} or another member"
    reached = _reached(below, (outline.root, *tops))
    circle = [actor for actor in below if actor not in reached]
    if circle:
        yield (
            _PLACE,
            f"{listed(circle)} cannot be reached from the root: they stand in a circle",
            "put one of them below the root",
        )


def flaws_of_added_links(outline: Outline) -> Iterator[Flaw]:
    """Yield what is wrong with the links added to a tree that is one: it is too deep, or has no room for so many."""
    if outline.root not in outline.members:
        return
    shown = hierarchy(outline.root, tree(outline))
    depth = max(shown.levels.values()) + 1
    if depth > MOST_LEVELS:
        what = f"is a tree of {depth} levels, and links are added to one of at most {MOST_LEVELS}"
        yield _PLACE, what, "give each actor more branches"
        return
    most = room(shown, outline.reach)
    if outline.added > most:
        what = f"asks for {outline.added:,} links, and there is room for {most:,}"
        yield ("added",), what, "add fewer, or choose another shape"


def _of_parents(root: str, above: _Below) -> Iterator[Flaw]:
    for actor, parents in above.items():
        if actor == root:
            yield _PLACE, f"{actor} is the root and stands below {listed(parents)}", "take it out there"
        elif len(parents) > 1:
            yield _PLACE, f"{actor} stands below {listed(parents)}", "put it below one of them"


def _turned_round(below: _Below) -> _Below:
    above: dict[str, tuple[str, ...]] = {}
    for parent, actors in below.items():
        for actor in actors:
            above[actor] = (*above.get(actor, ()), parent)
    return above


def _reached(below: _Below, tops: Iterable[str]) -> frozenset[str]:
    reached = list(dict.fromkeys(tops))
    seen = set(reached)
    for actor in reached:
        fresh = [each for each in below.get(actor, ()) if each not in seen]
        seen.update(fresh)
        reached.extend(fresh)
    return frozenset(seen)
