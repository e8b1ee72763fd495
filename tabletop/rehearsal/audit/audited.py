"""One scenario under one structure, as the audit looks at it: who is linked, who knows what first, who meets.

Under `cat` the youth organisation sits in the team's meeting; under `hub` it writes to the office like all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tabletop.engine.plan import Series
from tabletop.model.barrier import Barrier
from tabletop.model.scenario import Scenario
from tabletop.model.structure import Structure
from tabletop.reading.nodes import Path
from tabletop.rehearsal.flows import Burden, burdens
from tabletop.rehearsal.partners import COMMUNITY, is_of
from tabletop.rehearsal.rehearsal import Rehearsal


@dataclass(frozen=True, eq=False)
class Audited:
    """What the rows of the audit may look at; nothing is played for it."""

    rehearsal: Rehearsal
    """The scenario and its file."""
    structure: str
    """The structure that is looked at."""

    @property
    def scenario(self) -> Scenario:
        """The words, no intervention switched on."""
        return self.rehearsal.scenario

    @property
    def words(self) -> Structure:
        """The words of the structure."""
        return self.scenario.structures[self.structure]

    @cached_property
    def linked(self) -> frozenset[str]:
        """The actors that have a link."""
        ways = self.rehearsal.network(self.structure).ways
        return frozenset(actor for way in ways for actor in (way.sender, way.receiver))

    @cached_property
    def meetings(self) -> tuple[tuple[Series, Path], ...]:
        """The recurring meetings of this structure, each with its place."""
        paths = {address: path for address, path, _ in self.rehearsal.barriers}
        found = self.rehearsal.plan(self.structure).all_series
        return tuple((each, paths[each.address]) for each in found if each.structure == self.structure)

    def barriers(self, kind: str) -> Iterator[tuple[Path, Barrier]]:
        """Yield the barriers of one kind, wherever they are declared."""
        yield from ((path, each) for _, path, each in self.rehearsal.barriers if each.kind == kind)

    def people_of(self, name: str) -> tuple[str, ...]:
        """Return all who may act for a role; for an actor's id that actor."""
        return self.rehearsal.people_of(name)

    def of_sector(self, sectors: Collection[str]) -> tuple[str, ...]:
        """Return the actors of one of these sectors."""
        return tuple(actor for actor in self.scenario.actors if is_of(self.scenario, actor, sectors))

    @cached_property
    def community(self) -> tuple[str, ...]:
        """The actors that stand close to the community."""
        return self.of_sector(COMMUNITY)

    def of_level(self, *levels: str) -> tuple[str, ...]:
        """Return the actors of these levels."""
        return tuple(id_ for id_, actor in self.scenario.actors.items() if actor.level in levels)

    @property
    def first_holders(self) -> Mapping[str, frozenset[str]]:
        """By kind of information: the actors that may be the first to know it, from injects and from work of their own."""
        return self.rehearsal.first_holders

    def needed_by(self, actor: str) -> frozenset[str]:
        """Return the kinds that an actor needs, or is told by name, from others."""
        told = {
            kind
            for work in self.scenario.works.values()
            for kind, roles in work.tells.items()
            if any(actor in self.people_of(role) for role in roles)
        }
        needed = self.rehearsal.kinds_needed.get(actor, frozenset()) | told
        return frozenset(kind for kind in needed if self.first_holders[kind] - {actor})

    @cached_property
    def needs_of_work(self) -> frozenset[str]:
        """The kinds that some task or decision needs."""
        return frozenset(kind for work in self.scenario.works.values() for kind in work.needs.of)

    @cached_property
    def burdens(self) -> tuple[Burden, ...]:
        """How much work comes to each desk in the long run, meetings left out."""
        return burdens(self.scenario, self.rehearsal.network(self.structure), None)

    def interventions(self, tip: int) -> Iterator[Path]:
        """Yield the places of the interventions that carry out a tip."""
        yield from (
            ("interventions", id_) for id_, each in self.scenario.interventions.items() if each.tip == tip
        )
