"""What else can be different from one cell of a comparison to the next, besides structure and interventions.

The same exercise with the police away, without the mail between school and office, with twice the correspondence, with
one barrier lifted, with a meeting every week: each is one change, made with the same luck.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import assert_never

from tabletop.errors import UsageError
from tabletop.model.barrier import Barrier
from tabletop.model.duration import write_duration
from tabletop.model.inject import Absence, EndOfLink, Inject
from tabletop.model.point import Point
from tabletop.model.scenario import Scenario
from tabletop.model.selector import KindSelector
from tabletop.model.structure import Structure
from tabletop.structures import Way, network

NO_KIND = KindSelector(ids=("",))
"""Chooses no kind of information at all, since no id is empty."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The scenario as it is."""

    words: str = ""
    """What the change is called: nothing."""


@dataclass(frozen=True, slots=True)
class Lifting:
    """Barriers that are lifted."""

    addresses: tuple[str, ...]
    """Their addresses."""

    @property
    def words(self) -> str:
        """What the change is called."""
        return f"lifted: {' + '.join(self.addresses)}"


@dataclass(frozen=True, slots=True)
class WithoutActor:
    """An actor that is away from StartEx to EndEx; deputies act."""

    actor: str
    """Who is away."""

    @property
    def words(self) -> str:
        """What the change is called."""
        return f"without actor: {self.actor}"


@dataclass(frozen=True, slots=True)
class WithoutLink:
    """A link by which nothing goes: one declared in the structure, or one connection of its shape."""

    address: str
    """The link's address, such as `cat.3`; for a connection of a shape `hub.shape.school.police`."""

    @property
    def words(self) -> str:
        """What the change is called."""
        return f"without link: {self.address}"


@dataclass(frozen=True, slots=True)
class Load:
    """More or less traffic than usual."""

    factor: float
    """How many times as many items each stream of traffic brings."""

    @property
    def words(self) -> str:
        """What the change is called."""
        return f"load: {self.factor:g}"


@dataclass(frozen=True, slots=True)
class Settings:
    """Values set by path, before the scenario is read."""

    values: tuple[tuple[str, str], ...]
    """Dotted paths with the text that stands there."""

    @property
    def words(self) -> str:
        """What the change is called."""
        return "set: " + "; ".join(f"{path}={text}" for path, text in self.values)


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw of everything that is marked as a guess."""

    number: int
    """Which draw, from 0."""
    values: tuple[tuple[str, str], ...]
    """Dotted paths with the text drawn."""
    places: tuple[tuple[str, float], ...]
    """The same paths with where in its range each lies, from 0 to 1."""

    @property
    def words(self) -> str:
        """What the change is called."""
        return f"guesses: {self.number}"


Change = Unchanged | Lifting | WithoutActor | WithoutLink | Load | Settings | Draw
"""One way in which a cell differs."""


def settings_of(change: Change) -> Mapping[str, str]:
    """Return what a change sets in the file before it is read."""
    return dict(change.values) if isinstance(change, Settings | Draw) else {}


def changed(scenario: Scenario, change: Change) -> Scenario:
    """Return a scenario with a change made in it; what is set in its file was set when it was read."""
    match change:
        case Unchanged() | Settings() | Draw():
            return scenario
        case Lifting(addresses):
            return scenario.model_copy(update={"lifted": (*scenario.lifted, *addresses)})
        case WithoutActor(actor):
            return _first(scenario, _away(scenario, actor))
        case WithoutLink(address):
            return _without_link(scenario, address)
        case Load(factor):
            streams = scenario.traffic.items()
            fuller = {
                id_: each.model_copy(update={"every": each.every.scaled(1 / factor)}) for id_, each in streams
            }
            return scenario.model_copy(update={"traffic": fuller})
    assert_never(change)


def liftable(scenario: Scenario, structure: str) -> tuple[str, ...]:
    """Return the addresses of all barriers that may bite under a structure and are no safeguards, in order.

    The scenario's own come first, then those of its channels, its actors and the structure's links.
    """
    used = {way.channel for way in network(scenario, structure).ways}
    used |= {link.else_ for link in scenario.structures[structure].links if link.else_}
    places = [
        ("", scenario.barriers),
        *((f"{id_}.", each.barriers) for id_, each in scenario.channels.items() if id_ in used),
        *((f"{id_}.", each.barriers) for id_, each in scenario.actors.items()),
        *(
            (f"{structure}.{index}.", each.barriers)
            for index, each in enumerate(scenario.structures[structure].links)
        ),
    ]
    found = [(place + name, barrier) for place, barriers in places for name, barrier in barriers.items()]
    return tuple(address for address, barrier in found if _is_open(scenario, address, barrier))


def removable(scenario: Scenario, structure: str) -> tuple[str, ...]:
    """Return the addresses of the links of a structure, in order: those declared, then each connection of its shape."""
    declared = [f"{structure}.{index}" for index in range(len(scenario.structures[structure].links))]
    ways = [way for way in network(scenario, structure).ways if way.address == f"{structure}.shape"]
    pairs = dict.fromkeys(tuple(sorted((way.sender, way.receiver))) for way in ways)
    return (*declared, *(f"{structure}.shape.{one}.{other}" for one, other in pairs))


def alone_and_in_pairs(names: tuple[str, ...], *, pairs: bool) -> tuple[tuple[str, ...], ...]:
    """Return each name alone, and when asked for every two of them."""
    alone = tuple((name,) for name in names)
    return (*alone, *combinations(names, 2)) if pairs else alone


def _is_open(scenario: Scenario, address: str, barrier: Barrier) -> bool:
    return barrier.protects is None and address not in scenario.lifted


def _away(scenario: Scenario, actor: str) -> dict[str, Inject]:
    if actor not in scenario.actors:
        message = f"{scenario.id} has no actor {actor!r}; it has {', '.join(scenario.actors)}"
        raise UsageError(message)
    whole = Absence.model_validate({"actor": actor, "lasts": write_duration(scenario.clock.horizon)})
    return {"_away": Inject(at=Point(after=0), absence=whole)}


def _first(scenario: Scenario, injects: Mapping[str, Inject]) -> Scenario:
    """Return the scenario with injects that come before all of its own; no id of a file begins with an underscore."""
    return scenario.model_copy(update={"injects": {**injects, **scenario.injects}})


def _without_link(scenario: Scenario, address: str) -> Scenario:
    structure, _, place = address.partition(".")
    words = scenario.structures.get(structure)
    if words is None or address not in removable(scenario, structure):
        message = f"{scenario.id} has no link {address!r}; write <structure>.<number from 0>, or `each`"
        raise UsageError(message)
    if place.startswith("shape."):
        return _without_connection(scenario, words, ends=place.split(".")[1:])
    return _with_a_dead_link(scenario, structure, index=int(place))


def _without_connection(scenario: Scenario, words: Structure, *, ends: list[str]) -> Scenario:
    one, other = ends
    ending = {
        f"_ends_{sender}": Inject(
            at=Point(after=0), end_link=EndOfLink(from_=sender, to=receiver, channel=words.channel)
        )
        for sender, receiver in ((one, other), (other, one))
    }
    return _first(scenario, ending)


def _with_a_dead_link(scenario: Scenario, structure: str, *, index: int) -> Scenario:
    """Return the scenario with a link by which no kind goes: the addresses of the others, and so their luck, stay."""
    words = scenario.structures[structure]
    dead = words.links[index].model_copy(update={"carries": NO_KIND})
    links = (*words.links[:index], dead, *words.links[index + 1 :])
    structures = {**scenario.structures, structure: words.model_copy(update={"links": links})}
    changed_ = scenario.model_copy(update={"structures": structures})
    return changed_.model_copy(update={"lifted": (*scenario.lifted, *_idle(scenario, structure, index))})


def _idle(scenario: Scenario, structure: str, index: int) -> tuple[str, ...]:
    """Return the barriers of channels that only this link uses: a meeting at which nothing is said is not held."""
    gone, channel = f"{structure}.{index}", scenario.structures[structure].links[index].channel
    others: list[Way] = [way for way in network(scenario, structure).ways if way.address != gone]
    if any(way.channel == channel for way in others):
        return ()
    return tuple(f"{channel}.{name}" for name in scenario.channels[channel].barriers)
