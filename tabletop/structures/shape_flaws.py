"""What is wrong with a shape: a star without a hub, an order that forgets the school, a key it has no use for.

Which keys a shape takes stands in the registry of shapes; each key has its own check, whichever shape takes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from tabletop.model.scenario import Scenario
from tabletop.model.structure import Structure
from tabletop.structures.flaw import Flaw, below, listed, unknown_actors, unknown_channels
from tabletop.structures.membership import outline_of
from tabletop.structures.shapes import SHAPES, Outline
from tabletop.structures.tree_flaws import flaws_of_added_links, flaws_of_branches

_LINKS_ADDED = ("added", "seed", "lambda_", "zeta")
_KEYS_OF_SHAPES = ("members", "order", "hub", "root", "branches", *_LINKS_ADDED, "channel", "carries")

_NEEDED = {
    "hub": "name the actor in the centre, such as `hub: municipality`",
    "root": "name the actor at the top, such as `root: municipality`",
    "branches": "say how many stand below each, such as `branches: 3`, or who stands below whom",
    "added": "say how many links are added, such as `added: 10`",
}
"""Keys that a shape which takes them cannot do without, and what to write."""


def flaws_of_shape(scenario: Scenario, words: Structure) -> Iterator[Flaw]:
    """Yield what is wrong with the shape of a structure, with places below the structure."""
    if words.shape is None:
        yield from _without_shape(words)
    elif words.shape not in SHAPES:
        yield ("shape",), f"there is no shape {words.shape!r}", f"there are {', '.join(SHAPES)}"
    else:
        unknown = (*_unknown(scenario, words), *_several(scenario, words))
        yield from (*unknown, *_of_channel(scenario, words), *_of_keys(words), *_of_order(words))
        if not unknown:
            yield from _of_outline(words, outline_of(scenario, words))


def _without_shape(words: Structure) -> Iterator[Flaw]:
    for key in _KEYS_OF_SHAPES:
        if key in words.model_fields_set and getattr(words, key) is not None:
            yield (
                (_written(key),),
                f"`{_written(key)}` is for a shape, and there is none",
                "give `shape`, such as `shape: star`",
            )


def _unknown(scenario: Scenario, words: Structure) -> Iterator[Flaw]:
    named = {"members": words.members, "order": words.order, **_single(words)}
    yield from unknown_actors(scenario, named)
    for above, under in _branches(words).items():
        yield from below(("branches",), unknown_actors(scenario, {above: (above, *under)}))


def _several(scenario: Scenario, words: Structure) -> Iterator[Flaw]:
    """Tell where a name stands for several actors and one is needed."""
    ones = [((key,), name) for key, names in _single(words).items() for name in names]
    for path, name in (*ones, *((("branches", above), above) for above in _branches(words))):
        actors = scenario.actors_named(name)
        if len(actors) > 1:
            yield (
                path,
                f"{name!r} stands for {len(actors):,} actors",
                f"name one of them, such as {actors[0]}",
            )


def _single(words: Structure) -> dict[str, tuple[str, ...]]:
    return {key: (name,) for key, name in (("hub", words.hub), ("root", words.root)) if name is not None}


def _branches(words: Structure) -> Mapping[str, tuple[str, ...]]:
    return words.branches if isinstance(words.branches, Mapping) else {}


def _of_channel(scenario: Scenario, words: Structure) -> Iterator[Flaw]:
    yield from unknown_channels(scenario, {"channel": words.channel})
    if words.channel is None:
        yield (
            ("channel",),
            "does not say how its links are carried",
            "give `channel`, such as `channel: email`",
        )


def _of_keys(words: Structure) -> Iterator[Flaw]:
    """Tell which keys this shape misses, and which it has no use for."""
    takes = SHAPES[words.shape or ""].takes
    for key in _CHECKS:
        if _said(words, key) and key not in takes:
            yield (
                (_written(key),),
                f"a {words.shape} has no {_written(key)}",
                "leave it out, or choose another shape",
            )
        if not _said(words, key) and key in takes and key in _NEEDED:
            yield (key,), f"a {words.shape} needs `{key}`", _NEEDED[key]


def _said(words: Structure, key: str) -> bool:
    return getattr(words, key) not in (None, ())


def _written(key: str) -> str:
    """Return a key as a scenario writes it: `lambda` is a word of Python, which takes `lambda_` for it."""
    return key.removesuffix("_")


def _of_order(words: Structure) -> Iterator[Flaw]:
    twice = [name for name, count in Counter(words.order).items() if count > 1]
    if twice:
        yield ("order",), f"names {listed(twice)} more than once", "name each member once"


def _of_outline(words: Structure, outline: Outline) -> Iterator[Flaw]:
    shape, number = SHAPES[words.shape or ""], len(outline.members)
    if number < shape.least:
        there = "there is 1" if number == 1 else f"there are {number}"
        what = f"a {words.shape} needs at least {shape.least} members, and {there}"
        yield ("members",) if words.members else (), what, "add members, or choose another shape"
        return
    for key in shape.takes:
        if _said(words, key):
            yield from _CHECKS[key](outline)


def _order(outline: Outline) -> Iterator[Flaw]:
    yield from _of_all("order", outline, outline.order)


def _hub(outline: Outline) -> Iterator[Flaw]:
    yield from _of_strangers("hub", outline, (outline.hub,))


def _root(outline: Outline) -> Iterator[Flaw]:
    yield from _of_strangers("root", outline, (outline.root,))


def _all_branches(outline: Outline) -> Iterator[Flaw]:
    if isinstance(outline.branches, Mapping):
        under = (actor for actors in outline.branches.values() for actor in actors)
        yield from _of_all("branches", outline, (outline.root, *outline.branches, *under))
    yield from flaws_of_branches(outline)


def _added(outline: Outline) -> Iterator[Flaw]:
    if not tuple(_all_branches(outline)):
        yield from flaws_of_added_links(outline)


def _nothing(_: Outline) -> Iterator[Flaw]:
    """Numbers whose bounds the reader knows need no further look."""
    yield from ()


_CHECKS: Mapping[str, Callable[[Outline], Iterator[Flaw]]] = {
    "order": _order,
    "hub": _hub,
    "root": _root,
    "branches": _all_branches,
    "added": _added,
    "seed": _nothing,
    "lambda_": _nothing,
    "zeta": _nothing,
}
"""What is looked at for each key that a shape may take."""


def _of_all(key: str, outline: Outline, named: Iterable[str]) -> Iterator[Flaw]:
    """Tell whether the actors named are the members, all of them and nobody else."""
    named = dict.fromkeys(named)
    forgotten = [actor for actor in outline.members if actor not in named]
    if forgotten:
        yield (
            (key,),
            f"leaves out {listed(forgotten)}",
            "add what is missing, or say in `members` whom the shape connects",
        )
    yield from _of_strangers(key, outline, named)


def _of_strangers(key: str, outline: Outline, named: Iterable[str]) -> Iterator[Flaw]:
    members = frozenset(("", *outline.members))
    strangers = [actor for actor in named if actor not in members]
    if strangers:
        yield (key,), f"names {listed(strangers)}, not among the members", "add it to `members`"
