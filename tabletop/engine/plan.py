"""A scenario made ready to be played under one structure: everything that does not depend on luck.

Hours become windows, structures become networks, and each way with its barriers becomes a track; a hundred re-runs
share one plan.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from tabletop.engine.track import (
    SENDING_STAGES,
    Placed,
    Station,
    Track,
    applies_to_channel,
    concerning,
    declared,
    in_order,
    is_lifted,
    standing,
)
from tabletop.errors import UsageError
from tabletop.model.amount import Amount
from tabletop.model.barrier import Barrier, Stage
from tabletop.model.scenario import Scenario
from tabletop.model.selector import Selector
from tabletop.model.windows import Windows
from tabletop.model.work import Traffic
from tabletop.structures import Network, Way, network


class Series(NamedTuple):
    """The regular sessions of one meeting under one structure."""

    structure: str
    address: str
    name: str
    channel: str
    barrier: Barrier
    members: tuple[str, ...]
    starts: tuple[int, ...]


class Plan:
    """What the exercises of one scenario under one structure have in common."""

    def __init__(self, scenario: Scenario, structure: str | None = None) -> None:
        """Make ready; raises UsageError for a structure that the scenario does not have."""
        self.scenario = scenario
        self.structure = scenario.first_structure if structure is None else structure
        if self.structure not in scenario.structures:
            known = ", ".join(scenario.structures)
            msg = f"{scenario.id} has no structure {self.structure!r}; it has {known}"
            raise UsageError(msg)
        self.horizon = scenario.clock.horizon
        self._networks: dict[str, Network] = {}
        self._tracks: dict[tuple[Way, str, frozenset[str]], Track] = {}
        self._placed: dict[Way, tuple[Placed, ...]] = {}
        self._choices: dict[Selector, frozenset[str]] = {}
        self._stations: dict[tuple[Way, tuple[str, ...]], tuple[tuple[Station, ...], ...]] = {}
        self._members: dict[tuple[str, str], tuple[str, ...]] = {}
        self._sessions: dict[int, tuple[int, ...]] = {}

    @cached_property
    def hours(self) -> dict[str, Windows]:
        """By actor: when its desk is open."""
        made: dict[object, Windows] = {}
        for actor in self.scenario.actors.values():
            if actor.hours not in made:
                made[actor.hours] = self.scenario.clock.windows(actor.hours)
        return {id_: made[actor.hours] for id_, actor in self.scenario.actors.items()}

    @cached_property
    def handling(self) -> dict[str, Amount]:
        """By actor: how long one item takes, its lack of experience counted in."""
        return {id_: actor.handling.scaled(actor.unsure) for id_, actor in self.scenario.actors.items()}

    def network(self, structure: str) -> Network:
        """Return the network of a structure."""
        if structure not in self._networks:
            self._networks[structure] = network(self.scenario, structure)
        return self._networks[structure]

    @cached_property
    def structures_in_force(self) -> tuple[str, ...]:
        """The structures that may hold at some time: that at StartEx and those that injects change to."""
        changes = [inject.structure for inject in self.scenario.injects.values() if inject.structure]
        return tuple(dict.fromkeys([self.structure, *changes]))

    def authorised(self, kind: str) -> frozenset[str]:
        """Return the actors who may have a kind of information."""
        return self._authorised[kind]

    @cached_property
    def _authorised(self) -> dict[str, frozenset[str]]:
        return {
            kind: frozenset(self.scenario.chosen(information.authorised))
            for kind, information in self.scenario.information.items()
        }

    def senders(self, traffic: Traffic) -> tuple[str, ...]:
        """Return the actors who send a stream of traffic."""
        return self._ranged(traffic) if traffic.from_ == "each" else self.scenario.chosen(traffic.from_)

    def receivers(self, traffic: Traffic) -> tuple[str, ...]:
        """Return the actors among whom `any_other` chooses."""
        return self._ranged(traffic)

    def _ranged(self, traffic: Traffic) -> tuple[str, ...]:
        return self.linked if traffic.among.everyone else self.scenario.chosen(traffic.among)

    @cached_property
    def linked(self) -> tuple[str, ...]:
        """The actors who are linked in every structure of the scenario, in the order declared."""
        every = [
            {actor for way in self.network(structure).ways for actor in (way.sender, way.receiver)}
            for structure in self.scenario.structures
        ]
        return tuple(actor for actor in self.scenario.actors if all(actor in linked for linked in every))

    def track(self, way: Way, kind: str, *, passed: frozenset[str] = frozenset()) -> Track:
        """Return the steps of a kind over a way, less the barriers (by address) that it has passed already."""
        key = (way, kind, passed)
        if key not in self._tracks:
            self._tracks[key] = self._new_track(way, kind, passed)
        return self._tracks[key]

    def _new_track(self, way: Way, kind: str, passed: frozenset[str]) -> Track:
        scenario = self.scenario
        information, channel = scenario.information[kind], scenario.channels[way.channel]
        placed = standing(self._concerning(way), kind, sensitive=information.sensitive is not None)
        before, at_arrival, after = self._stretches(
            way, tuple(each for each in placed if each[1] not in passed)
        )
        return Track(
            way=way,
            kind=kind,
            asked_before=before,
            delay=channel.delay,
            asked_at_arrival=at_arrival,
            asked_after=after,
            from_actor=scenario.actors[way.sender],
            to_actor=scenario.actors[way.receiver],
            information=information,
            medium=channel.medium,
            members=self.members(way),
            authorised=way.receiver in self.authorised(kind),
            channel_allowed=not information.channels or way.channel in information.channels,
        )

    def _concerning(self, way: Way) -> tuple[Placed, ...]:
        """Return the barriers whose selectors choose a way, for whatever kind; worked out once."""
        if way not in self._placed:
            self._placed[way] = concerning(self.scenario, way, self._chosen)
        return self._placed[way]

    def _chosen(self, selector: Selector) -> frozenset[str]:
        if selector not in self._choices:
            self._choices[selector] = frozenset(self.scenario.chosen(selector))
        return self._choices[selector]

    def _stretches(self, way: Way, placed: tuple[Placed, ...]) -> tuple[tuple[Station, ...], ...]:
        """Return the stations before the channel, at arrival and after the desk; kinds with the same ones share them."""
        key = (way, tuple(address for _, address, _ in placed))
        if key not in self._stations:
            stations = [
                Station(address, name, barrier, barrier.stage, self.sessions(barrier))
                for name, address, barrier in placed
            ]
            self._stations[key] = (
                in_order(stations, *SENDING_STAGES),
                in_order(stations, Stage.taken_in),
                in_order(stations, Stage.understood),
            )
        return self._stations[key]

    def members(self, way: Way) -> tuple[str, ...]:
        """Return the actors whom a way's channel connects under its structure, in the order declared."""
        key = (way.structure, way.channel)
        if key not in self._members:
            ways = [each for each in self.network(way.structure).ways if each.channel == way.channel]
            among = {actor for each in [*ways, way] for actor in each.members}
            self._members[key] = tuple(actor for actor in self.scenario.actors if actor in among)
        return self._members[key]

    def sessions(self, barrier: Barrier) -> tuple[int, ...]:
        """Return the starts of a barrier's recurring sessions."""
        if id(barrier) not in self._sessions:
            self._sessions[id(barrier)] = barrier.session_starts(self.scenario.clock)
        return self._sessions[id(barrier)]

    @cached_property
    def all_series(self) -> tuple[Series, ...]:
        """The meetings of all structures that may hold."""
        found: dict[tuple[str, str, str], Series] = {}
        for structure in self.structures_in_force:
            for way in self.network(structure).one_way_per_link():
                for series in self._series_of(way, structure):
                    found.setdefault((structure, series.address, series.channel), series)
        return tuple(found.values())

    def _series_of(self, way: Way, structure: str) -> list[Series]:
        """Return the meetings of a way; of entries with one name the most specific holds them."""
        stands = {
            name: (address, barrier)
            for name, address, barrier in declared(self.scenario, way)
            if applies_to_channel(barrier, way.channel) and not is_lifted(self.scenario, address, barrier)
        }
        return [
            Series(structure, address, name, way.channel, barrier, self.members(way), self.sessions(barrier))
            for name, (address, barrier) in stands.items()
            if self.sessions(barrier)
        ]


_KEPT: dict[tuple[int, str | None], Plan] = {}
_MOST_KEPT = 16


def plan_of(scenario: Scenario, structure: str | None = None) -> Plan:
    """Return the plan of a scenario under a structure, made once while it is in use."""
    key = (id(scenario), structure)
    plan = _KEPT.get(key)
    if plan is None or plan.scenario is not scenario:
        while len(_KEPT) >= _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        plan = _KEPT[key] = Plan(scenario, structure)
    return plan
