"""A whole scenario in words: what a trainer writes, read and checked.

Everything that happens follows from it, the name of a structure and a seed. The reader makes it from a YAML file; an
engine turns it into a journal.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, ValidationInfo, field_validator

from tabletop.model.actor import Actor, Role
from tabletop.model.barrier import Barrier, Barriers
from tabletop.model.calendar import Clock
from tabletop.model.expectation import Expectation, Objective
from tabletop.model.information import Information
from tabletop.model.inject import Inject
from tabletop.model.intervention import Intervention
from tabletop.model.selector import Selector
from tabletop.model.structure import Channel, Link, Structure
from tabletop.model.words import Id, Words
from tabletop.model.work import Decision, Task, Traffic

MARKING = "EXERCISE – FICTITIOUS"
"""What every page bears when the scenario sets no marking of its own."""


class Guess(Words):
    """A number of the scenario that is marked as a guess, or that names its source."""

    path: str
    """Where it stands, such as `barriers.police_to_ngo.refuses`."""
    value: str
    """The value as written."""
    guess: str = ""
    """The range in which it may lie, as written; empty when it is no guess."""
    source: str = ""
    """Where it comes from."""


class Scenario(Words):
    """One scenario, complete: the top level of the file."""

    tabletop: Literal[1]
    """The version of the format."""
    title: str
    """What the exercise is called."""
    summary: str = ""
    """The story in a paragraph."""
    source: str = ""
    """What it is modelled on."""
    marking: str = MARKING
    """What every page, card and export bears."""
    language: str = "en"
    """The language of its texts."""
    sponsor: str = ""
    """Who sponsors the exercise."""
    contact: str = ""
    """The point of contact for the exercise, an office."""
    clock: Clock
    """When it starts, where, and how long it lasts."""
    information: Mapping[Id, Information]
    """Kinds of information that travel."""
    actors: Annotated[Mapping[Id, Actor], Field(min_length=1)]
    """The partners."""
    roles: Mapping[Id, Role] = {}
    """The parts they play."""
    channels: Mapping[Id, Channel] = {}
    """The ways by which information is carried."""
    structures: Annotated[Mapping[Id, Structure], Field(min_length=1)]
    """Ways to connect the same actors; the first is the default."""
    barriers: Barriers = {}
    """Barriers of the whole scenario."""
    injects: Mapping[Id, Inject] = {}
    """The MSEL."""
    tasks: Mapping[Id, Task] = {}
    """Work that is no choice."""
    decisions: Mapping[Id, Decision] = {}
    """Decisions."""
    traffic: Mapping[Id, Traffic] = {}
    """Information that flows all the time."""
    objectives: Mapping[Id, Objective] = {}
    """What the exercise is for."""
    expectations: Mapping[Id, Expectation] = {}
    """How one sees that an objective is reached."""
    interventions: Mapping[Id, Intervention] = {}
    """What the city could change."""
    discussion: tuple[str, ...] = ()
    """Questions for the hot wash."""
    texts: Annotated[Mapping[str, Any], PlainValidator(lambda value: value)] = {}
    """Translations: language, then the same paths."""

    id: str = Field(default="scenario", exclude=True)
    """The file's name without its ending; set by the reader."""
    sha256: str = Field(default="", exclude=True)
    """The hash of the file's bytes; set by the reader."""
    applied: tuple[str, ...] = Field(default=(), exclude=True)
    """The interventions that are switched on; set by the reader."""
    lifted: tuple[str, ...] = Field(default=(), exclude=True)
    """Barriers lifted by those interventions; set by the reader."""
    guesses: tuple[Guess, ...] = Field(default=(), exclude=True)
    """The numbers that are marked as guesses or name their source; set by the reader."""

    @field_validator("roles", mode="after")
    @classmethod
    def _name_each_copy(cls, roles: Mapping[str, Role], info: ValidationInfo) -> Mapping[str, Role]:
        """Let the name of numbered copies stand for each of them in a role too."""
        copies: dict[str, list[str]] = {}
        for id_, actor in info.data.get("actors", {}).items():
            if actor.copy_of is not None:
                copies.setdefault(actor.copy_of, []).append(id_)
        return {id_: role.naming_each(copies) for id_, role in roles.items()} if copies else roles

    @cached_property
    def works(self) -> Mapping[str, Decision]:
        """Tasks and decisions together; their ids are one set."""
        return {**self.tasks, **self.decisions}

    @property
    def first_structure(self) -> str:
        """The structure that runs when none is named."""
        return next(iter(self.structures))

    def actors_named(self, name: str) -> tuple[str, ...]:
        """Return the actors that a name stands for: itself, all its copies, or the holders of a role."""
        if name in self.actors:
            return (name,)
        return self._copies.get(name) or (self.roles[name].held_by if name in self.roles else ())

    @cached_property
    def _copies(self) -> Mapping[str, tuple[str, ...]]:
        """By the name of numbered copies: the copies."""
        copies: dict[str, list[str]] = {}
        for id_, actor in self.actors.items():
            if actor.copy_of is not None:
                copies.setdefault(actor.copy_of, []).append(id_)
        return {name: tuple(ids) for name, ids in copies.items()}

    def chosen(self, selector: Selector) -> tuple[str, ...]:
        """Return the actors that a selector chooses, in the order declared."""
        named = {actor for name in selector.ids for actor in self.actors_named(name)}
        return tuple(
            id_
            for id_, actor in self.actors.items()
            if selector.everyone
            or id_ in named
            or (actor.sector and actor.sector in selector.sectors)
            or (actor.level and actor.level in selector.levels)
        )

    def acting(self, role: str, absent: Collection[str] = ()) -> tuple[str, ...]:
        """Return the actors who act for a role (or an actor id) while those of `absent` are away.

        An absent holder is stood in for by the first deputy present. With `acts: any` the first holder present acts,
        with `acts: all` each of them; when nobody is present the holders stay, and wait.
        """
        words = self.roles.get(role)
        if words is None:
            return self.actors_named(role)
        deputies = [actor for actor in words.deputy if actor not in absent]
        present = [actor for actor in words.held_by if actor not in absent]
        if words.acts == "any":
            return tuple((present or deputies or list(words.held_by))[:1])
        stand_ins = iter(deputies)
        return tuple(
            dict.fromkeys(actor if actor not in absent else next(stand_ins, actor) for actor in words.held_by)
        )

    @cached_property
    def needs(self) -> Mapping[str, tuple[str, ...]]:
        """By role (or actor id): the kinds it needs, because it, its work or an expectation says so."""
        needs: dict[str, dict[str, None]] = {
            name: dict.fromkeys(role.needs) for name, role in self.roles.items()
        }
        for work in self.works.values():
            for name in work.by.roles:
                needs.setdefault(name, {}).update(dict.fromkeys(work.needs.of))
        for expectation in self.expectations.values():
            if expectation.role is not None and expectation.knows is not None:
                for name in expectation.role.roles:
                    needs.setdefault(name, {})[expectation.knows] = None
        return {name: tuple(kinds) for name, kinds in needs.items() if kinds}

    def who_needs(self, kind: str) -> tuple[str, ...]:
        """Return the roles (or actor ids) that need a kind of information, in the order declared."""
        return self._needed_by.get(kind, ())

    @cached_property
    def _needed_by(self) -> Mapping[str, tuple[str, ...]]:
        roles: dict[str, list[str]] = {}
        for role, needed in self.needs.items():
            for kind in needed:
                roles.setdefault(kind, []).append(role)
        return {kind: tuple(needing) for kind, needing in roles.items()}

    @cached_property
    def kinds_of_actor(self) -> Mapping[str, frozenset[str]]:
        """By actor: the kinds it may need, as holder or deputy of a role; knowing any other is without need."""
        kinds: dict[str, set[str]] = {actor: set() for actor in self.actors}
        for role, needed in self.needs.items():
            deputies = self.roles[role].deputy if role in self.roles else ()
            for actor in (*self.actors_named(role), *deputies):
                kinds.setdefault(actor, set()).update(needed)
        return {actor: frozenset(needed) for actor, needed in kinds.items()}

    def barrier_at(self, address: str) -> Barrier | None:
        """Return the barrier of an address of the journal: `trust`, `email.lossy_channel`, `cat.3.legal_gate`."""
        place, _, name = address.rpartition(".")
        if not place:
            return self.barriers.get(name)
        owner: Channel | Actor | Link | None = self.channels.get(place) or self.actors.get(place)
        if owner is None:
            structure, _, index = place.rpartition(".")
            owner = self.structures[structure].links[int(index)]
        return owner.barriers.get(name)

    def title_of(self, part: str, id_: str) -> str:
        """Return what people call an entry (`actors`, `roles`, `channels`…), or its id in words."""
        entry = getattr(self, part).get(id_)
        return (entry and entry.title) or id_.replace("_", " ")
