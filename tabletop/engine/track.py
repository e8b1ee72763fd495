"""The way a kind of information takes over one link: a fixed sequence of steps, worked out once.

From the police to the youth organisation by mail: the lawyer's gate, the mail that may get lost, the mail's own delay,
the organisation's desk. A step either lets a hand-off go on at once or makes it wait.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tabletop.model.barrier import STAGES, Barrier, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tabletop.model.actor import Actor
    from tabletop.model.amount import Amount
    from tabletop.model.information import Information
    from tabletop.model.scenario import Scenario
    from tabletop.model.selector import Selector
    from tabletop.structures import Way


class Station(NamedTuple):
    """A barrier as it stands in one way."""

    address: str
    """The barrier's address in the journal."""
    name: str
    """Its key in the scenario, which is also the name of its draws."""
    barrier: Barrier
    """The judge."""
    stage: Stage
    """The stage at which it is asked."""
    sessions: tuple[int, ...]
    """The starts of its recurring sessions."""
    is_first: bool = False
    """Whether it is the first to be asked of its stage."""


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """All the steps of one kind over one way, and what they need to know."""

    way: Way
    kind: str
    asked_before: tuple[Station, ...]
    """Barriers of the stages willing, allowed, ready and carried, in the order in which they are asked."""
    delay: Amount
    """The channel's own delay."""
    asked_at_arrival: tuple[Station, ...]
    """Barriers of the stage taken in, before the receiver's desk."""
    asked_after: tuple[Station, ...]
    """Barriers of the stage understood, after the desk."""
    from_actor: Actor
    to_actor: Actor
    information: Information
    medium: str
    members: tuple[str, ...]
    """The actors connected by this channel."""
    authorised: bool
    """Whether the receiver may have this kind."""
    channel_allowed: bool
    """Whether this kind may travel over this channel."""


SENDING_STAGES = STAGES[:4]
"""Stages at which a barrier of an actor concerns what it sends; at the others, what it receives."""


Placed = tuple[str, str, Barrier]
"""A barrier with its name and its address in the journal, both of which depend on where it is declared."""

Chosen = Callable[["Selector"], frozenset[str]]
"""Tells which actors a selector chooses."""


def concerning(scenario: Scenario, way: Way, chosen: Chosen) -> tuple[Placed, ...]:
    """Return the barriers whose selectors choose this way, for whatever kind, the less specific first."""
    return tuple(
        (name, address, barrier)
        for name, address, barrier in declared(scenario, way)
        if applies_to_channel(barrier, way.channel)
        and not is_lifted(scenario, address, barrier)
        and _chooses_ends(barrier, way, chosen)
    )


def standing(placed: Iterable[Placed], kind: str, *, sensitive: bool) -> tuple[Placed, ...]:
    """Return those of the barriers of a way that stand in the way of a kind, the most specific of each name."""
    found: dict[str, Placed] = {}
    for each in placed:
        if each[2].kinds.chooses(kind, sensitive=sensitive):
            found[each[0]] = each
    return tuple(found.values())


def declared(scenario: Scenario, way: Way) -> Iterator[tuple[str, str, Barrier]]:
    """Yield (name, address, barrier) of all barriers that may concern a way, the less specific first."""
    for name, barrier in scenario.barriers.items():
        yield name, name, barrier
    for actor, is_sender in ((way.sender, True), (way.receiver, False)):
        for name, barrier in scenario.actors[actor].barriers.items():
            if (barrier.stage in SENDING_STAGES) == is_sender:
                yield name, f"{actor}.{name}", barrier
    for name, barrier in scenario.channels[way.channel].barriers.items():
        yield name, f"{way.channel}.{name}", barrier
    for name, barrier in way.link.barriers.items():
        yield name, f"{way.address}.{name}", barrier


def is_lifted(scenario: Scenario, address: str, barrier: Barrier) -> bool:
    """Tell whether a barrier has been lifted, by its address or its kind.

    A name that is some barrier's address means that barrier alone, even if it is also the name of a kind.
    """
    if not scenario.lifted:
        return False
    by_kind = barrier.kind in scenario.lifted and barrier.kind not in scenario.barriers
    return address in scenario.lifted or by_kind


def applies_to_channel(barrier: Barrier, channel: str) -> bool:
    """Tell whether a barrier's selector chooses this channel."""
    return not barrier.channel or channel in barrier.channel


def _chooses_ends(barrier: Barrier, way: Way, chosen: Chosen) -> bool:
    """Tell whether a barrier's selectors of actors choose the two ends of a way."""
    ends = ((barrier.from_, way.sender), (barrier.to, way.receiver))
    both = ((barrier.between, way.sender), (barrier.between, way.receiver))
    return all(selector.everyone or actor in chosen(selector) for selector, actor in (*ends, *both))


def in_order(stations: Iterable[Station], *stages: Stage) -> tuple[Station, ...]:
    """Return the stations of these stages in the order in which they are asked, the first of each stage marked."""
    wanted = [station for station in stations if station.stage in stages]
    wanted.sort(key=lambda station: (STAGES.index(station.stage), station.barrier.rank))
    before = (None, *(station.stage for station in wanted))
    return tuple(
        station._replace(is_first=station.stage is not last)
        for station, last in zip(wanted, before, strict=False)
    )
