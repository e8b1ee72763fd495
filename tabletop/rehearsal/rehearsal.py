"""A scenario rehearsed: its words, what follows from them without luck, and a quick set of runs made once.

A run of each structure, and one with every barrier out of the way where something was not reached; what neither brings
about is looked for in a few more, and what none of them brings about, no exercise day will.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from tabletop.engine.plan import Plan, plan_of
from tabletop.measures import Chronicle
from tabletop.measures.expectations import Outcome, outcomes
from tabletop.model.barrier import Barrier
from tabletop.model.scenario import Scenario
from tabletop.reading.nodes import Path
from tabletop.reading.references import barriers_of
from tabletop.reading.scenarios import variants_of
from tabletop.rehearsal.conducts import GivenUp, goes_as
from tabletop.rehearsal.distances import Distances
from tabletop.rehearsal.flows import Burden, burdens
from tabletop.rehearsal.manuscript import Manuscript
from tabletop.rehearsal.runs import Runs
from tabletop.structures import Network

MOST_RUNS = 5
"""Runs of each structure, with the luck of replications 0 to 4; fewer when the first one settles what is asked."""
ENOUGH_ENTRIES = 15_000
"""Entries of all journals together from which fewer runs have to do: about half a second of playing."""
THOROUGH = 10
"""How many times as much a thorough rehearsal plays."""


@dataclass(frozen=True, eq=False)
class Rehearsal:
    """All that a finder may look at; a run is played when somebody first looks at it."""

    manuscript: Manuscript
    """The file."""
    thorough: bool = False
    """Whether there is time: more runs, and every guess tried."""

    @property
    def scenario(self) -> Scenario:
        """The words that are rehearsed, no intervention switched on."""
        return self.manuscript.scenario

    @property
    def effort(self) -> int:
        """How many times as much is played as in a quick rehearsal."""
        return THOROUGH if self.thorough else 1

    def runs_of(self, structure: str) -> Runs:
        """Return the runs of a structure as the scenario is written; none when its first run was given up."""
        return self._as_written[structure]

    @cached_property
    def _as_written(self) -> Mapping[str, Runs]:
        return {
            each: Runs(self.scenario, each, lambda: self.replications) for each in self.scenario.structures
        }

    @cached_property
    def replications(self) -> int:
        """How many runs of each structure there are at most: fewer than MOST_RUNS when their journals are long."""
        entries = sum(
            len(each.record.journal) for each in self._firsts.values() if isinstance(each, Chronicle)
        )
        most, enough = MOST_RUNS * self.effort, ENOUGH_ENTRIES * self.effort
        return max(1, min(most, enough // max(1, entries)))

    @cached_property
    def _firsts(self) -> Mapping[str, Chronicle | GivenUp]:
        return {structure: runs.first for structure, runs in self._as_written.items()}

    @cached_property
    def runs(self) -> Mapping[str, Runs]:
        """By structure: its runs; a structure whose first run was given up is left out."""
        return {structure: runs for structure, runs in self._as_written.items() if runs}

    @property
    def count(self) -> int:
        """How many runs there are of the scenario as it is written, all of them played."""
        return sum(map(len, self.runs.values()))

    @property
    def is_played(self) -> bool:
        """Whether there is any run at all."""
        return any(self._as_written.values())

    @property
    def made(self) -> frozenset[tuple[str, int]]:
        """Structure and replication of every run that has been made so far of the scenario as it is written."""
        return frozenset((structure, n) for structure, runs in self._as_written.items() for n in runs.so_far)

    def in_turns(self) -> Iterator[Chronicle]:
        """Return the first run of each structure, then the second of each, and so on."""
        return _in_turns(*self._as_written.values())

    @property
    def given_up(self) -> Mapping[str, GivenUp]:
        """By structure: why it was not played."""
        return {structure: each for structure, each in self._firsts.items() if isinstance(each, GivenUp)}

    def free(self, structure: str) -> Runs:
        """Return the same runs of a structure with every barrier lifted that is no safeguard."""
        if structure not in self._free:
            addresses = tuple(address for address, _, each in self.barriers if each.protects is None)
            lifted = self.lifting(*addresses)
            self._free[structure] = Runs(lifted, structure, lambda: self.replications)
        return self._free[structure]

    @cached_property
    def _free(self) -> dict[str, Runs]:
        return {}

    def ever(self, structure: str, holds: Callable[[Chronicle], bool]) -> bool:
        """Tell whether something holds in any run of a structure, as it is written or with every barrier lifted."""
        as_written, free = self.runs_of(structure), self.free(structure)
        # The first run is there already, and nothing is likelier to bring it about than that nothing stands in the way.
        return any(map(holds, islice(as_written, 1))) or any(map(holds, _in_turns(free, as_written)))

    def outcomes(self, run: Chronicle) -> Mapping[str, Outcome]:
        """Return what became of every expectation in a run, found once."""
        if run not in self._outcomes:
            self._outcomes[run] = outcomes(run)
        return self._outcomes[run]

    @cached_property
    def _outcomes(self) -> dict[Chronicle, Mapping[str, Outcome]]:
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

    def distances(self, structure: str) -> Distances:
        """Return how many links lie between actors under a structure."""
        if structure not in self._distances:
            self._distances[structure] = Distances(self.network(structure))
        return self._distances[structure]

    @cached_property
    def _distances(self) -> dict[str, Distances]:
        return {}

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of all structures."""
        return tuple(map(self.plan, self.scenario.structures))

    def plan(self, structure: str) -> Plan:
        """Return what all exercises under a structure have in common."""
        if structure not in self._made:
            self._made[structure] = plan_of(self.scenario, structure)
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
                    self.scenario, self.network(structure), next(iter(self.runs_of(structure)), None)
                )
            }
            for structure in self.scenario.structures
        }

    @cached_property
    def variants(self) -> Mapping[str, Scenario]:
        """By intervention: the scenario with it alone switched on."""
        return variants_of(self.manuscript.draft)

    def changes_nothing(self, changed: Scenario) -> bool:
        """Tell whether every run of a changed scenario, with the same luck, goes exactly as it went before."""
        return all(goes_as(changed, run) for run in self.in_turns())


def _in_turns(*all_runs: Runs) -> Iterator[Chronicle]:
    """Yield the first of each, then the second of each, and so on."""
    left = [iter(runs) for runs in all_runs]
    while left:
        for runs in tuple(left):
            run = next(runs, None)
            if run is None:
                left.remove(runs)
            else:
                yield run
