"""Who would have to tell whom what: each need of a role, from whoever has it first, over the ways of a structure.

The school and the police both tell the case group of a concern, over the same meeting: that is one line, not six. What
goes the same way by the same day stands together, so that a sheet on which all of it is agreed stays one sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from tabletop.debrief.naming import Names
from tabletop.debrief.text import Text, counted, joined, phrase
from tabletop.debrief.words import _, listing
from tabletop.model.item import Priority
from tabletop.model.scenario import Scenario
from tabletop.structures import Network, Way


@dataclass(frozen=True, slots=True)
class Route:
    """How something gets from those who have it to those who need it."""

    channels: tuple[str, ...] = ()
    """The channel of each step; none when no way leads there."""
    via: tuple[tuple[str, ...], ...] = ()
    """Who passes it on after each step but the last; several where each receiver has somebody of its own."""
    fallbacks: tuple[str, ...] = ()
    """The channels that are taken when one of them does not work."""


@dataclass(frozen=True, slots=True)
class Receiving:
    """Who is to be told, and by when."""

    role: str
    """The role, or the actor, in which it is needed."""
    actors: tuple[str, ...]
    """Who holds it, of those who are told this way."""
    due: Text
    """By when, or for which decision; empty when nothing with a name hangs on it."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Some who tell some others something, all of it over one route."""

    senders: tuple[str, ...]
    """Who has it first."""
    kinds: tuple[str, ...]
    """What is told."""
    receivers: tuple[Receiving, ...]
    """Who needs it."""
    route: Route
    """By which way today."""

    @property
    def matters(self) -> bool:
        """Whether a deadline or a decision hangs on it."""
        return any(str(each.due) for each in self.receivers)


def assignments(scenario: Scenario, net: Network) -> tuple[Assignment, ...]:
    """Return who would have to tell whom what, what goes the same way together, those who tell most urgently first."""
    found: Iterable[Assignment] = _each(scenario, net)
    found = _together(found, alike=_but_where_it_passes, one=_passed_by_several)
    found = _together(found, alike=lambda each: (each.senders, each.kinds, each.route), one=_with_receivers)
    found = _together(found, alike=lambda each: (each.senders, each.receivers, each.route), one=_with_kinds)
    return _together(found, alike=lambda each: (each.kinds, each.receivers, each.route), one=_with_senders)


def sources(scenario: Scenario, kind: str) -> tuple[str, ...]:
    """Return the actors who have a kind of information first: who is given it, or whose work tells it."""
    given = (name for each in scenario.injects.values() if each.brings == kind for name in each.to)
    told = (name for each in scenario.works.values() if kind in each.tells for name in each.by.roles[-1:])
    actors = (actor for name in (*given, *told) for actor in scenario.actors_named(name)[:1])
    return tuple(dict.fromkeys(actors))


def _each(scenario: Scenario, net: Network) -> Iterator[Assignment]:
    """Give every assignment by itself: one sender, one kind, one receiver."""
    needed = ((role, kind) for role, kinds in scenario.needs.items() for kind in kinds)
    done = set()
    for role, kind in needed:
        for sender, target in product(sources(scenario, kind), scenario.actors_named(role)):
            if sender != target and (sender, kind, target) not in done:
                done.add((sender, kind, target))
                receiving = Receiving(role, (target,), _due(scenario, target, kind))
                route = _route(scenario, net, hop=(sender, target), kind=kind)
                yield Assignment((sender,), (kind,), (receiving,), route)


def _together(
    found: Iterable[Assignment],
    *,
    alike: Callable[[Assignment], Hashable],
    one: Callable[[list[Assignment]], Assignment],
) -> tuple[Assignment, ...]:
    groups: dict[Hashable, list[Assignment]] = {}
    for each in found:
        groups.setdefault(alike(each), []).append(each)
    return tuple(one(group) for group in groups.values())


def _but_where_it_passes(each: Assignment) -> Hashable:
    """Return all of a single assignment but its receiver and those who pass it on."""
    (receiving,) = each.receivers
    return each.senders, each.kinds, receiving.role, receiving.due, each.route.channels, each.route.fallbacks


def _passed_by_several(group: list[Assignment]) -> Assignment:
    """Return the assignments to those who hold one role as one, with all who pass it on at each step."""
    first = group[0]
    (receiving,) = first.receivers
    actors = tuple(actor for each in group for actor in each.receivers[0].actors)
    steps = zip(*(each.route.via for each in group), strict=True)
    via = tuple(tuple(dict.fromkeys(actor for each in step for actor in each)) for step in steps)
    return replace(first, receivers=(replace(receiving, actors=actors),), route=replace(first.route, via=via))


def _with_receivers(group: list[Assignment]) -> Assignment:
    return replace(group[0], receivers=tuple(to for each in group for to in each.receivers))


def _with_kinds(group: list[Assignment]) -> Assignment:
    return replace(group[0], kinds=tuple(kind for each in group for kind in each.kinds))


def _with_senders(group: list[Assignment]) -> Assignment:
    return replace(group[0], senders=tuple(sender for each in group for sender in each.senders))


def _route(scenario: Scenario, net: Network, *, hop: tuple[str, str], kind: str) -> Route:
    ways = _ways(scenario, net, hop=hop, kind=kind)
    return Route(
        tuple(way.channel for way in ways),
        tuple((way.receiver,) for way in ways[:-1]),
        tuple(dict.fromkeys(way.link.else_ for way in ways if way.link.else_)),
    )


def _ways(scenario: Scenario, net: Network, *, hop: tuple[str, str], kind: str) -> tuple[Way, ...]:
    """Return the ways that a kind takes from an actor to another, step by step; none when no way leads there."""
    words = scenario.information.get(kind)
    priority = words.priority if words else Priority.routine
    found: list[Way] = []
    here, target = hop
    while here != target and len(found) < len(scenario.actors):
        way = net.next_way(here, target, kind, priority=priority)
        if way is None:
            return ()
        found.append(way)
        here = way.receiver
    return tuple(found)


def _due(scenario: Scenario, target: str, kind: str) -> Text:
    """Return by when an actor should know a kind, as expectations say, and the numbers of the work that needs it."""
    roles = {role for role in scenario.needs if target in scenario.actors_named(role)}
    numbers = [
        counted(number)
        for number, work in enumerate(scenario.works.values(), start=1)
        if kind in work.needs.of and not roles.isdisjoint(work.by.roles)
    ]
    works = [phrase(_("for no.\u00a0{numbers}"), {"numbers": listing(tuple(numbers))})] if numbers else []
    return joined([*_deadline(scenario, roles, kind), *works], by=_(", "))


def _deadline(scenario: Scenario, roles: set[str], kind: str) -> list[Text]:
    """Return the deadline of the tightest expectation that one of the roles knows a kind; none where there is none."""
    hoped = [
        each
        for each in scenario.expectations.values()
        if each.knows == kind and each.role is not None and not roles.isdisjoint(each.role.roles)
    ]
    tightest = sorted(hoped, key=lambda each: (each.within is None, each.within or 0))
    said = [Names(scenario).due(each) for each in tightest]
    return [each for each in said if str(each)][:1]
