"""How much of its open time each desk is at work in the long run, by simple arithmetic.

The municipality passes on six letters a day at twenty minutes each, has routine work for five hours and sits in a
meeting for one: that is eight hours of work, and the desk is open for eight. Waiting in front of such a desk never ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tabletop.measures import Chronicle
from tabletop.model.journal import SessionHeld
from tabletop.model.scenario import Scenario
from tabletop.model.selector import Selector
from tabletop.model.work import Traffic
from tabletop.structures import Network

MOST_PAIRS = 40_000
"""Pairs of senders and receivers beyond which a stream of traffic is not followed."""
MOST_HOPS = 100
"""Hops after which a letter is followed no further."""


@dataclass(frozen=True, slots=True)
class Burden:
    """What one desk has to do in the course of an exercise, in milliseconds of one person's work."""

    actor: str
    """Whose desk."""
    capacity: float
    """Its open time times its people."""
    own: float
    """Handling traffic that is meant for it."""
    passing: float
    """Handling traffic that it only passes on."""
    routine: float
    """Its routine work."""
    sessions: float
    """Sitting in meetings."""

    @property
    def utilisation(self) -> float:
        """Work divided by open time; 1 and more means that it cannot keep up."""
        work = self.own + self.passing + self.routine + self.sessions
        return work / self.capacity if self.capacity else 0.0


@dataclass(frozen=True, slots=True)
class _Flow:
    """How many letters go to a desk, for it and through it."""

    own: Mapping[str, float]
    passing: Mapping[str, float]


def burdens(scenario: Scenario, network: Network, played: Chronicle | None) -> tuple[Burden, ...]:
    """Return the burden of every desk under a structure: means of traffic, workload and handling over open time.

    Sessions are counted from a run that was played. Injects and decisions, which come once, are left out.
    """
    flow = _flow(scenario, network)
    sat = _sessions(played)
    return tuple(
        _burden(scenario, actor, flow=flow, sessions=sat.get(actor, 0.0)) for actor in scenario.actors
    )


def _burden(scenario: Scenario, actor: str, *, flow: _Flow, sessions: float) -> Burden:
    words = scenario.actors[actor]
    open_ = _open(scenario, actor)
    handling = words.handling.mean * words.unsure
    load = words.workload
    return Burden(
        actor,
        capacity=open_ * words.staff,
        own=flow.own.get(actor, 0.0) * handling,
        passing=flow.passing.get(actor, 0.0) * handling,
        routine=open_ / load.every.mean * load.takes.mean if load else 0.0,
        sessions=sessions,
    )


def _open(scenario: Scenario, actor: str, since: int = 0) -> float:
    windows = scenario.clock.windows(scenario.actors[actor].hours)
    return windows.open_between(since, scenario.clock.horizon)


def _sessions(played: Chronicle | None) -> dict[str, float]:
    sat: dict[str, float] = {}
    for held in played.of(SessionHeld) if played else ():
        for actor in held.present:
            sat[actor] = sat.get(actor, 0.0) + held.ends - held.at
    return sat


def _flow(scenario: Scenario, network: Network) -> _Flow:
    own: dict[str, float] = {}
    passing: dict[str, float] = {}
    for traffic in scenario.traffic.values():
        for sender, receiver, letters in _letters(scenario, network, traffic):
            *between, last = _stations(scenario, network, traffic, ends=(sender, receiver)) or ("",)
            own[last] = own.get(last, 0.0) + letters
            for actor in between:
                passing[actor] = passing.get(actor, 0.0) + letters
    return _Flow(own, passing)


def _letters(scenario: Scenario, network: Network, traffic: Traffic) -> Iterator[tuple[str, str, float]]:
    """Yield sender, receiver and expected number of letters between them."""
    linked = {actor for way in network.ways for actor in (way.sender, way.receiver)}
    ranged = tuple(
        each for each in scenario.chosen(traffic.among) if not traffic.among.everyone or each in linked
    )
    senders = scenario.chosen(traffic.from_) if isinstance(traffic.from_, Selector) else ranged
    receivers = ranged if traffic.to == "any_other" else scenario.acting(traffic.to)
    if len(senders) * len(receivers) > MOST_PAIRS:
        return
    for sender in senders:
        others = [each for each in receivers if each != sender]
        count = _open(scenario, sender, traffic.starts) / traffic.every.mean
        count = min(count, traffic.items) if traffic.items else count
        share = len(others) if traffic.to == "any_other" else 1
        yield from ((sender, each, count / share) for each in others)


def _stations(
    scenario: Scenario, network: Network, traffic: Traffic, *, ends: tuple[str, str]
) -> tuple[str, ...]:
    """Return the desks that handle a letter on its way, its receiver last; none when no way leads there."""
    usual = scenario.information[traffic.brings].priority
    priority = usual if traffic.priority is None else traffic.priority
    here, target = ends
    stations: list[str] = []
    while here != target and len(stations) < MOST_HOPS:
        way = network.next_way(here, target, traffic.brings, priority=priority)
        if way is None:
            return ()
        here = way.receiver
        stations.append(here)
    return tuple(stations)
