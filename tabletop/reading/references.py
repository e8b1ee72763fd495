"""Every name in a scenario must name something: who is meant by `police`, which decision `agreed` waits for.

`role: coordinatr` is not a new role; it is told where it stands, with the nearest name that exists.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tabletop.model.barrier import Barrier
from tabletop.model.inject import Inject
from tabletop.model.scenario import Scenario
from tabletop.model.selector import KindSelector, Selector
from tabletop.model.structure import Link
from tabletop.model.work import Decision, Traffic
from tabletop.reading.fields import SECTIONS
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import MappingNode, Path, Scalar
from tabletop.reading.places import entries_of


@dataclass(frozen=True, slots=True)
class Reference:
    """One place at which a scenario names something."""

    path: Path
    """Where it stands."""
    name: str
    """The name that is written there."""
    sort: str
    """What it must be: a key of `names_of`."""


def names_of(scenario: Scenario, tree: MappingNode) -> Mapping[str, Collection[str]]:
    """Return, for each sort of reference, the names that exist.

    Entries count by being written in the tree, also those that are not in order otherwise, so that one slip is told
    once.
    """
    written = {part: _ids(tree, part) for part in SECTIONS}
    actors = written["actors"] | {actor.copy_of for actor in scenario.actors.values() if actor.copy_of}
    works = written["tasks"] | written["decisions"]
    return {
        "actor": actors,
        "actor or role": actors | written["roles"],
        "kind of information": written["information"],
        "channel": written["channels"],
        "structure": written["structures"],
        "inject": written["injects"],
        "inject or decision": written["injects"] | works,
        "decision or task": works,
        "expectation": written["expectations"],
        "objective": written["objectives"],
        "barrier": written["barriers"] | _barrier_names(scenario),
        "sector": _values(tree, "sector"),
        "level": _values(tree, "level"),
    }


def _ids(tree: MappingNode, part: str) -> set[str]:
    """Return the ids of a part, and of what was meant to be it: `actrs` has been told already."""
    meant = (key for key in tree.entries if _section_meant(key) == part)
    sections = (tree.entries[key] for key in meant)
    return {id_ for section in sections if isinstance(section, MappingNode) for id_ in section.entries}


@lru_cache(maxsize=256)
def _section_meant(key: str) -> str | None:
    return key if key in SECTIONS else nearest(key, SECTIONS)


def _values(tree: MappingNode, key: str) -> set[str]:
    values = (actor.entries.get(key) for _, actor in entries_of(tree, "actors"))
    return {
        value.value
        for value in values
        if isinstance(value, Scalar) and isinstance(value.value, str) and value.value
    }


def _barrier_names(scenario: Scenario) -> set[str]:
    return {name for address, _, barrier in barriers_of(scenario) for name in (address, barrier.kind)}


def barriers_of(scenario: Scenario) -> Iterator[tuple[str, Path, Barrier]]:
    """Yield (address, path, barrier) of every barrier that is declared anywhere."""
    for name, barrier in scenario.barriers.items():
        yield name, ("barriers", name), barrier
    for part, entries in (("actors", scenario.actors), ("channels", scenario.channels)):
        for id_, entry in entries.items():
            for name, barrier in entry.barriers.items():
                yield f"{id_}.{name}", (part, id_, "barriers", name), barrier
    for structure, words in scenario.structures.items():
        for index, link in enumerate(words.links):
            for name, barrier in link.barriers.items():
                path = ("structures", structure, "links", index, "barriers", name)
                yield f"{structure}.{index}.{name}", path, barrier


def references(scenario: Scenario) -> Iterator[Reference]:
    """Yield every reference of a scenario."""
    yield from _of_information(scenario)
    yield from _of_roles(scenario)
    for structure in scenario.structures:
        yield from _of_structure(scenario, structure)
    for _, path, barrier in barriers_of(scenario):
        yield from _of_barrier(path, barrier)
    for id_, inject in scenario.injects.items():
        yield from _of_inject(("injects", id_), inject)
    for part, works in (("tasks", scenario.tasks), ("decisions", scenario.decisions)):
        for id_, work in works.items():
            yield from _of_work((part, id_), work)
    for id_, traffic in scenario.traffic.items():
        yield from _of_traffic(("traffic", id_), traffic)
    yield from _of_expectations(scenario)
    for id_, intervention in scenario.interventions.items():
        yield from _each(("interventions", id_, "lift"), intervention.lift, "barrier")


def _each(path: Path, names: Collection[str | None], sort: str) -> Iterator[Reference]:
    for name in names:
        if name is not None:
            yield Reference(path, name, sort)


def _of_selector(path: Path, selector: Selector) -> Iterator[Reference]:
    yield from _each(path, selector.ids, "actor or role")
    yield from _each(path, selector.sectors, "sector")
    yield from _each(path, selector.levels, "level")


def _of_kinds(path: Path, kinds: KindSelector) -> Iterator[Reference]:
    yield from _each(path, kinds.ids, "kind of information")


def _of_information(scenario: Scenario) -> Iterator[Reference]:
    for id_, information in scenario.information.items():
        yield from _of_selector(("information", id_, "authorised"), information.authorised)
        yield from _each(("information", id_, "channels"), information.channels, "channel")


def _of_roles(scenario: Scenario) -> Iterator[Reference]:
    for id_, role in scenario.roles.items():
        yield from _each(("roles", id_, "held_by"), role.held_by, "actor")
        yield from _each(("roles", id_, "deputy"), role.deputy, "actor")
        yield from _each(("roles", id_, "needs"), role.needs, "kind of information")


def _of_structure(scenario: Scenario, id_: str) -> Iterator[Reference]:
    structure, path = scenario.structures[id_], ("structures", id_)
    for index, link in enumerate(structure.links):
        yield from _of_link((*path, "links", index), link)
    named = (("members", structure.members), ("order", structure.order))
    for key, names in (*named, ("hub", (structure.hub,)), ("root", (structure.root,))):
        yield from _each((*path, key), names, "actor")
    yield from _each((*path, "channel"), (structure.channel,), "channel")
    yield from _of_kinds((*path, "carries"), structure.carries)
    if isinstance(structure.branches, Mapping):
        for above, below in structure.branches.items():
            yield from _each((*path, "branches", above), (above, *below), "actor")


def _of_link(path: Path, link: Link) -> Iterator[Reference]:
    for key, names in (
        ("from", link.from_),
        ("to", link.to),
        ("between", link.between),
        ("among", link.among),
    ):
        yield from _each((*path, key), names, "actor or role")
    yield from _each((*path, "channel"), (link.channel,), "channel")
    yield from _each((*path, "else"), (link.else_,), "channel")
    yield from _of_kinds((*path, "carries"), link.carries)


def _of_barrier(path: Path, barrier: Barrier) -> Iterator[Reference]:
    for own, selector in (("from", barrier.from_), ("to", barrier.to), ("between", barrier.between)):
        yield from _of_selector((*path, own), selector)
    yield from _of_kinds((*path, "kinds"), barrier.kinds)
    yield from _each((*path, "channel"), barrier.channel, "channel")
    yield from _each(path, barrier.desks(), "actor or role")
    for key, selector in barrier.actors_named():
        yield from _of_selector((*path, *key), selector)


def _of_inject(path: Path, inject: Inject) -> Iterator[Reference]:
    yield from _each((*path, "to"), inject.to, "actor or role")
    yield from _each((*path, "brings"), (inject.brings,), "kind of information")
    yield from _each((*path, "after"), (inject.after,), "inject or decision")
    yield from _each((*path, "structure"), (inject.structure,), "structure")
    if inject.only_if is not None:
        for key in ("late", "met"):
            yield from _each((*path, "only_if", key), (getattr(inject.only_if, key),), "expectation")
    if inject.outage is not None:
        yield Reference((*path, "outage", "channel"), inject.outage.channel, "channel")
    for key, effect in (("absence", inject.absence), ("surge", inject.surge)):
        if effect is not None:
            yield Reference((*path, key, "actor"), effect.actor, "actor")
    if inject.end_link is not None:
        yield Reference((*path, "end_link", "from"), inject.end_link.from_, "actor")
        yield Reference((*path, "end_link", "to"), inject.end_link.to, "actor")
        yield from _each((*path, "end_link", "channel"), (inject.end_link.channel,), "channel")


def _of_work(path: Path, work: Decision) -> Iterator[Reference]:
    yield from _each((*path, "by"), work.by.roles, "actor or role")
    yield from _each((*path, "needs"), work.needs.of, "kind of information")
    yield from _each((*path, "after"), (work.after,), "inject")
    yield from _each((*path, "tells"), tuple(work.tells), "kind of information")
    for kind, roles in work.tells.items():
        yield from _each((*path, "tells", kind), roles, "actor or role")


def _of_traffic(path: Path, traffic: Traffic) -> Iterator[Reference]:
    if isinstance(traffic.from_, Selector):
        yield from _of_selector((*path, "from"), traffic.from_)
    if traffic.to != "any_other":
        yield Reference((*path, "to"), traffic.to, "actor or role")
    yield from _of_selector((*path, "among"), traffic.among)
    yield Reference((*path, "brings"), traffic.brings, "kind of information")


def _of_expectations(scenario: Scenario) -> Iterator[Reference]:
    for id_, expectation in scenario.expectations.items():
        path = ("expectations", id_)
        roles = expectation.role.roles if expectation.role is not None else ()
        yield from _each((*path, "role"), roles, "actor or role")
        yield from _each((*path, "knows"), (expectation.knows,), "kind of information")
        yield from _each((*path, "must_not_know"), (expectation.must_not_know,), "kind of information")
        yield from _each((*path, "decision"), (expectation.decision,), "decision or task")
        yield from _each((*path, "after"), (expectation.after,), "inject or decision")
        yield from _each((*path, "objective"), (expectation.objective,), "objective")
