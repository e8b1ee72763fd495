"""From the words of a link or a shape to ways between actors.

`{among: [police, school, ngo], channel: meeting}` is six ways: each of the three to each other. Nothing is made before
it is asked for, since a link among 3,000 actors would be nine million.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from tabletop.model.scenario import Scenario
from tabletop.model.structure import Link, Structure
from tabletop.structures.membership import actors_of, outline_of
from tabletop.structures.shapes import SHAPES
from tabletop.structures.way import Way

MOST_WAYS = 200_000
"""The most ways that one structure may have: one link among 447 actors has nearly as many."""


def ways_of(scenario: Scenario, name: str) -> Iterator[Way]:
    """Yield the ways of a structure without flaws: its links as declared, then those of its shape."""
    structure = scenario.structures[name]
    for index, link in enumerate(structure.links):
        members, address = members_of(scenario, link), f"{name}.{index}"
        for sender, receiver in pairs_of(scenario, link):
            yield Way(sender, receiver, link.channel, link, members, address)
    if structure.shape is not None and structure.channel is not None:
        yield from _ways_of_shape(scenario, structure, address=f"{name}.shape")


def _ways_of_shape(scenario: Scenario, structure: Structure, *, address: str) -> Iterator[Way]:
    outline, channel = outline_of(scenario, structure), structure.channel or ""
    link = Link(among=outline.members, channel=channel, carries=structure.carries)
    for group in SHAPES[structure.shape or ""].connect(outline):
        for sender, receiver in permutations(group, 2):
            yield Way(sender, receiver, channel, link, group, address)


def members_of(scenario: Scenario, link: Link) -> tuple[str, ...]:
    """Return the actors whom a link connects, in the order in which it names them."""
    return actors_of(scenario, (*link.from_, *link.to, *link.between, *link.among))


def pairs_of(scenario: Scenario, link: Link) -> Iterator[tuple[str, str]]:
    """Yield (sender, receiver) of each way of a link.

    Names that stand for several actors: `from` and `to` link each sender with each receiver, `between` each of the
    one name with each of the other, `among` each with each.
    """
    if link.among:
        yield from permutations(actors_of(scenario, link.among), 2)
    elif link.between:
        for ends in product(*(actors_of(scenario, (name,)) for name in link.between)):
            yield from permutations(ends, 2)
    else:
        for sender, receiver in product(actors_of(scenario, link.from_), actors_of(scenario, link.to)):
            if sender != receiver:
                yield sender, receiver
