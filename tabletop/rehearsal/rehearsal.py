"""A scenario rehearsed: its words, what follows from them without luck, and a quick set of runs made once.

A handful of runs of each structure, and as many with every barrier out of the way where something was not reached: what
none of them brings about, no exercise day will.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tabletop.engine.plan import Plan
from tabletop.measures import Chronicle
from tabletop.model.barrier import Barrier
from tabletop.model.scenario import Scenario
from tabletop.reading import variants
from tabletop.reading.nodes import Path
from tabletop.reading.references import barriers_of
from tabletop.rehearsal.conducts import GivenUp, conduct
from tabletop.rehearsal.flows import Burden, burdens
from tabletop.rehearsal.manuscript import Manuscript
from tabletop.structures import Network

MOST_RUNS = 5
"""Runs of each structure, with the luck of replications 0 to 4."""
ENOUGH_ENTRIES = 15_000
"""Entries of all journals together from which fewer runs have to do: about half a second of playing."""


@dataclass(frozen=True, eq=False)
class Rehearsal:
    """All that a finder may look at."""

    manuscript: Manuscript
    """The file."""

    @property
    def scenario(self) -> Scenario:
        """The words that are rehearsed, no intervention switched on."""
        return self.manuscript.scenario

    @cached_property
    def first(self) -> Mapping[str, Chronicle | GivenUp]:
        """By structure: the first run."""
        return {structure: conduct(self.scenario, structure) for structure in self.scenario.structures}

    @cached_property
    def replications(self) -> int:
        """How many runs of each structure there are: MOST_RUNS, fewer when their journals are long."""
        entries = sum(len(each.record.journal) for each in self.first.values() if isinstance(each, Chronicle))
        return max(1, min(MOST_RUNS, ENOUGH_ENTRIES // max(1, entries)))

    @cached_property
    def runs(self) -> Mapping[str, tuple[Chronicle, ...]]:
        """By structure: the runs as the scenario is written; a structure whose runs were given up is left out."""
        played = {structure: each for structure, each in self.first.items() if isinstance(each, Chronicle)}
        return {
            structure: (first, *_played(self.scenario, structure, range(1, self.replications)))
            for structure, first in played.items()
        }

    @property
    def count(self) -> int:
        """How many runs were made of the scenario as it is written."""
        return sum(map(len, self.runs.values()))

    @property
    def given_up(self) -> Mapping[str, GivenUp]:
        """By structure: why it was not played."""
        return {structure: each for structure, each in self.first.items() if isinstance(each, GivenUp)}

    def free(self, structure: str) -> tuple[Chronicle, ...]:
        """Return the same runs of a structure with every barrier lifted that is no safeguard."""
        if structure not in self._free:
            addresses = tuple(address for address, _, each in self.barriers if each.protects is None)
            lifted = self.lifting(*addresses)
            self._free[structure] = tuple(_played(lifted, structure, range(self.replications)))
        return self._free[structure]

    @cached_property
    def _free(self) -> dict[str, tuple[Chronicle, ...]]:
        return {}

    @cached_property
    def barriers(self) -> tuple[tuple[str, Path, Barrier], ...]:
        """Address, path and words of every barrier."""
        return tuple(barriers_of(self.scenario))

    def lifting(self, *addresses: str) -> Scenario:
        """Return the scenario with some barriers lifted."""
        return self.scenario.model_copy(update={"lifted": (*self.scenario.lifted, *addresses)})

    def people_of(self, name: str) -> tuple[str, ...]:
        """Return all who may ever act for a role, deputies among them; for an actor's id that actor."""
        role = self.scenario.roles.get(name)
        return (*role.held_by, *role.deputy) if role else self.scenario.actors_named(name)

    @cached_property
    def people_in_need(self) -> Mapping[str, frozenset[str]]:
        """By kind of information: all who may act for a role that needs it."""
        found: dict[str, set[str]] = {}
        for role, kinds in self.scenario.needs.items():
            for kind in kinds:
                found.setdefault(kind, set()).update(self.people_of(role))
        return {kind: frozenset(actors) for kind, actors in found.items()}

    @cached_property
    def kinds_needed(self) -> Mapping[str, frozenset[str]]:
        """By actor: the kinds of information that it needs, in any role that it holds or deputises."""
        found: dict[str, set[str]] = {}
        for kind, actors in self.people_in_need.items():
            for actor in actors:
                found.setdefault(actor, set()).add(kind)
        return {actor: frozenset(kinds) for actor, kinds in found.items()}

    @cached_property
    def first_holders(self) -> Mapping[str, frozenset[str]]:
        """By kind of information: the actors that may be the first to know it, from injects and from work of their own."""
        found: dict[str, set[str]] = {kind: set() for kind in self.scenario.information}
        for inject in self.scenario.injects.values():
            if inject.brings:
                found[inject.brings].update(actor for name in inject.to for actor in self.people_of(name))
        for work in self.scenario.works.values():
            for kind in work.tells:
                found[kind].update(actor for name in work.by.roles for actor in self.people_of(name))
        return {kind: frozenset(actors) for kind, actors in found.items()}

    def network(self, structure: str) -> Network:
        """Return who reaches whom under a structure."""
        return self.plan(structure).network(structure)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of all structures."""
        return tuple(map(self.plan, self.scenario.structures))

    def plan(self, structure: str) -> Plan:
        """Return what all exercises under a structure have in common."""
        if structure not in self._made:
            self._made[structure] = Plan(self.scenario, structure)
        return self._made[structure]

    @cached_property
    def _made(self) -> dict[str, Plan]:
        return {}

    def structures_from(self, structure: str) -> tuple[str, ...]:
        """Return the structures that may hold in an exercise that begins under one of them."""
        return self.plan(structure).structures_in_force

    @cached_property
    def burdens(self) -> Mapping[str, Mapping[str, Burden]]:
        """By structure and actor: how much work comes to a desk in the long run."""
        return {
            structure: {
                each.actor: each
                for each in burdens(
                    self.scenario, self.network(structure), next(iter(self.runs.get(structure, ())), None)
                )
            }
            for structure in self.scenario.structures
        }

    @cached_property
    def variants(self) -> Mapping[str, Scenario]:
        """By intervention: the scenario with it alone switched on."""
        return variants(self.manuscript.source)

    def changes_nothing(self, changed: Scenario) -> bool:
        """Tell whether every run of a changed scenario, with the same luck, goes exactly as it went before."""
        shortest_first = sorted(self.runs, key=lambda structure: len(self.runs[structure][0].record.journal))
        return all(
            run.record.journal == _journal(conduct(changed, structure, replication=run.record.replication))
            for structure in shortest_first
            for run in self.runs[structure]
        )


def _played(scenario: Scenario, structure: str, replications: range) -> Iterator[Chronicle]:
    for number in replications:
        played = conduct(scenario, structure, replication=number)
        if isinstance(played, Chronicle):
            yield played


def _journal(played: Chronicle | GivenUp) -> object:
    return played.record.journal if isinstance(played, Chronicle) else None
