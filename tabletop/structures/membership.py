"""Whom a shape connects when a scenario does not say.

Everybody, but for those who only approve: the data protection officer reads a file when asked, and is no station on
the way of information unless the scenario makes her one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from tabletop.model.actor import Actor
from tabletop.model.barrier import Barrier
from tabletop.model.scenario import Scenario
from tabletop.model.selector import Selector
from tabletop.model.structure import Channel, Link, Structure
from tabletop.structures.added_links import Reach
from tabletop.structures.shapes import ANYWHERE, SHAPES, Outline


def actors_of(scenario: Scenario, names: Iterable[str]) -> tuple[str, ...]:
    """Return the actors whom names stand for, each once, in the order named; unknown names stand for nobody."""
    return tuple(dict.fromkeys(actor for name in names for actor in scenario.actors_named(name)))


def outline_of(scenario: Scenario, structure: Structure) -> Outline:
    """Return what a structure says about its shape, with actors in place of names."""
    branches = structure.branches or 1
    if isinstance(branches, Mapping):
        branches = {
            above: actors_of(scenario, below)
            for name, below in branches.items()
            for above in actors_of(scenario, (name,))[:1]
        }
    return Outline(
        members=_members(scenario, structure),
        order=actors_of(scenario, structure.order),
        hub=next(iter(actors_of(scenario, _one(structure.hub))), ""),
        root=next(iter(actors_of(scenario, _one(structure.root))), ""),
        branches=branches,
        added=structure.added or 0,
        seed=1 if structure.seed is None else structure.seed,
        reach=_reach(structure),
    )


def _reach(structure: Structure) -> Reach:
    """Return where links are added: what the scenario says before what the shape has."""
    shape = SHAPES.get(structure.shape or "")
    usual = (shape and shape.reach) or ANYWHERE
    lambda_ = usual.lambda_ if structure.lambda_ is None else structure.lambda_
    return Reach(lambda_, usual.zeta if structure.zeta is None else structure.zeta)


def _one(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _members(scenario: Scenario, structure: Structure) -> tuple[str, ...]:
    """Return the members named, else all actors but mere approvers whom the shape does not name."""
    if structure.members:
        return actors_of(scenario, structure.members)
    named = actors_of(scenario, _named_in_shape(structure))
    left_out = mere_approvers(scenario).difference(named)
    return tuple(actor for actor in scenario.actors if actor not in left_out)


def _named_in_shape(structure: Structure) -> Iterator[str]:
    yield from (*structure.order, *_one(structure.hub), *_one(structure.root))
    if isinstance(structure.branches, Mapping):
        for above, below in structure.branches.items():
            yield from (above, *below)


def mere_approvers(scenario: Scenario) -> frozenset[str]:
    """Return the actors whose desks work for a barrier and who have no other part in the scenario.

    They hold or deputise no role, are given no inject, do no work, need and are told nothing by name, take no part in
    traffic by name, and stand in no link that is written out.
    """
    approvers = actors_of(scenario, chain.from_iterable(barrier.desks() for barrier in _barriers(scenario)))
    with_a_part = actors_of(scenario, _names_with_a_part(scenario)) if approvers else ()
    return frozenset(approvers).difference(with_a_part)


def _barriers(scenario: Scenario) -> Iterator[Barrier]:
    yield from scenario.barriers.values()
    owners: Iterable[Actor | Channel | Link] = chain(
        scenario.actors.values(),
        scenario.channels.values(),
        chain.from_iterable(structure.links for structure in scenario.structures.values()),
    )
    for owner in owners:
        yield from owner.barriers.values()


def _names_with_a_part(scenario: Scenario) -> Iterator[str]:
    for role in scenario.roles.values():
        yield from (*role.held_by, *role.deputy)
    for inject in scenario.injects.values():
        yield from inject.to
    for work in scenario.works.values():
        yield from chain(work.by.roles, *work.tells.values())
    yield from scenario.needs
    for traffic in scenario.traffic.values():
        sender = traffic.from_.ids if isinstance(traffic.from_, Selector) else ()
        yield from (*sender, traffic.to, *traffic.among.ids)
    for structure in scenario.structures.values():
        for link in structure.links:
            yield from (*link.from_, *link.to, *link.between, *link.among)
