"""One exercise looked up in a moment: who came to know what when, who acted for whom, which hand-off brought it.

A journal is a long list in order of time; "when did the coordinator know of the concern?" has to be answered hundreds
of times. A chronicle is the index at the back of that book, made in one pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar, cast

from tabletop.model.journal import (
    Decided,
    Ended,
    Entry,
    HandedOn,
    Handled,
    Injected,
    Known,
    Stopped,
    Unfinished,
)
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.model.windows import FOREVER, NEVER, Windows
from tabletop.model.work import Who

Handoff = HandedOn | Stopped | Unfinished
"""How one hand-off ended."""

TRAFFIC = "traffic/"
"""How the origin of an item begins that belongs to a stream of traffic."""

BRINGS = "brings"
"""The effect of an inject that gives somebody an item."""

_E = TypeVar("_E", bound=Entry)


class Learning(NamedTuple):
    """A role came to know a kind of information."""

    at: int
    """From when on an actor who acted for the role knew it, in milliseconds since StartEx."""
    known: Known
    """How that actor came to know it; earlier than `at` when it knew before it began to act for the role."""


class Acting(NamedTuple):
    """Who acted for a role during one span of time."""

    since: int
    """From when, in milliseconds since StartEx."""
    until: int
    """Until when; FOREVER for the last span."""
    actors: tuple[str, ...]
    """Who acted, each of them when the role asks for all."""


@dataclass(frozen=True, eq=False)
class Chronicle:
    """The index over one record."""

    record: Record
    """What it is the index of."""

    @property
    def scenario(self) -> Scenario:
        """The words that were played."""
        return self.record.scenario

    @cached_property
    def end(self) -> int:
        """EndEx, in milliseconds since StartEx."""
        ended = self.of(Ended)
        return ended[-1].at if ended else max((entry.at for entry in self.record.journal), default=0)

    def of(self, entries: type[_E]) -> tuple[_E, ...]:
        """Return all entries of one type, in order."""
        return cast("tuple[_E, ...]", self._by_type.get(entries, ()))

    @cached_property
    def handoffs(self) -> Mapping[int, Handoff]:
        """How each hand-off ended, by its number; traffic included."""
        ended: list[Handoff] = [*self.of(HandedOn), *self.of(Stopped), *self.of(Unfinished)]
        return {handoff.number: handoff for handoff in sorted(ended, key=lambda each: each.number)}

    @cached_property
    def story(self) -> tuple[Handoff, ...]:
        """All hand-offs but those of traffic, in order of their numbers."""
        return tuple(each for each in self.handoffs.values() if not each.origin.startswith(TRAFFIC))

    @cached_property
    def learnt(self) -> tuple[Known, ...]:
        """All that anybody came to know, but traffic, in order."""
        return tuple(each for each in self.of(Known) if not each.origin.startswith(TRAFFIC))

    @cached_property
    def places(self) -> Mapping[Known, int]:
        """The place of each entry of `learnt` in that order: what was known first even at one instant."""
        return {entry: place for place, entry in enumerate(self.learnt)}

    @cached_property
    def brought(self) -> tuple[Injected, ...]:
        """The injects that brought information and were not skipped, in order."""
        return tuple(each for each in self.of(Injected) if each.effect == BRINGS)

    @cached_property
    def decided(self) -> Mapping[str, Decided]:
        """Decisions taken and tasks done, by id."""
        return {entry.decision: entry for entry in reversed(self.of(Decided))}

    @cached_property
    def visits(self) -> Mapping[tuple[str, str, str], Handled]:
        """The first visit at a desk that no hand-off brought, by work, actor and origin (or decision): injects and decisions."""
        own = [entry for entry in self.of(Handled) if not entry.handoff and entry.origin]
        return {(entry.work, entry.actor, entry.origin): entry for entry in reversed(own)}

    @cached_property
    def happened(self) -> Mapping[str, int]:
        """When each inject and decision that took place did so for the first time."""
        times = {entry.inject: entry.at for entry in reversed(self.of(Injected)) if entry.effect != "skipped"}
        return {**times, **{name: entry.at for name, entry in self.decided.items()}}

    @cached_property
    def exists(self) -> Mapping[str, int]:
        """By kind of information: when it came to exist, brought by an inject or first known to anybody."""
        times = {entry.kind: entry.at for entry in reversed(self.learnt)}
        for entry in reversed(self.brought):
            times[entry.kind] = min(entry.at, times.get(entry.kind, entry.at))
        return times

    @cached_property
    def first_holders(self) -> Mapping[str, str]:
        """By kind of information: the actor who was given it first, or came to know it first."""
        first = {entry.kind: (entry.at, entry.actor) for entry in reversed(self.learnt)}
        for entry in reversed(self.brought):
            if entry.actors and (entry.kind not in first or entry.at <= first[entry.kind][0]):
                first[entry.kind] = (entry.at, entry.actors[0])
        return {kind: actor for kind, (_, actor) in first.items()}

    @cached_property
    def absences(self) -> Mapping[str, Windows]:
        """By actor: when all of it was away, so that deputies acted."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for entry in self.of(Injected):
            inject = self.scenario.injects.get(entry.inject)
            absence = inject.absence if inject else None
            if entry.effect != "absence" or absence is None:
                continue
            for actor in entry.actors or self.scenario.actors_named(absence.actor):
                if absence.staff is None or absence.staff >= self.scenario.actors[actor].staff:
                    spans.setdefault(actor, []).append((entry.at, entry.at + absence.lasts))
        return {actor: Windows.of(pairs) for actor, pairs in spans.items()}

    def acting(self, role: str) -> tuple[Acting, ...]:
        """Return who acted for a role (or an actor id) when, without gap from StartEx on."""
        if role not in self._acting:
            self._acting[role] = tuple(self._spans(role))
        return self._acting[role]

    def people_of(self, name: str) -> tuple[str, ...]:
        """Return all who may ever act for a role, deputies among them; for an actor's id that actor."""
        role = self.scenario.roles.get(name)
        return (*role.held_by, *role.deputy) if role else self.scenario.actors_named(name)

    def first_known(self, actor: str, kind: str, *, accurate: float = 0.0) -> Known | None:
        """Return how an actor first knew a kind at least so accurately; None: it never did."""
        return next(
            (each for each in self._versions.get((actor, kind), ()) if each.accuracy >= accurate), None
        )

    def first_told(self, actor: str, origin: str) -> Known | None:
        """Return how an actor first knew an item of this very origin; None: it never did."""
        return self._by_origin.get((actor, origin))

    def learning(self, role: str, kind: str, *, accurate: float = 0.0) -> Learning | None:
        """Return when a role first knew a kind: all who then acted for it knew it; None: it never did."""
        for span in self.acting(role):
            found = self._who_knew(span, kind, accurate)
            if found and len(found) == len(span.actors):
                return max(found, key=lambda each: each.at)
        return None

    def leak(self, role: str, kind: str, *, accurate: float = 0.0) -> Learning | None:
        """Return when anybody who acted for a role first knew a kind; None: nobody ever did."""
        found = [each for span in self.acting(role) for each in self._who_knew(span, kind, accurate)]
        return min(found, key=lambda each: each.at, default=None)

    def learning_of(self, who: Who, kind: str, *, accurate: float = 0.0) -> Learning | None:
        """Return when all of several roles, or any of them, first knew a kind; None: it did not come to that."""
        each_role = [self.learning(role, kind, accurate=accurate) for role in who.roles]
        found = [each for each in each_role if each is not None]
        if who.mode == "any":
            return min(found, key=lambda each: each.at, default=None)
        return max(found, key=lambda each: each.at) if len(found) == len(each_role) else None

    @cached_property
    def bettered(self) -> frozenset[int]:
        """The hand-offs by which somebody knew a kind for the first time, or better than before; 0 for none."""
        return frozenset(each.handoff for versions in self._versions.values() for each in versions)

    @cached_property
    def _by_type(self) -> Mapping[type[object], tuple[Entry, ...]]:
        found: dict[type[object], list[Entry]] = {}
        for entry in self.record.journal:
            found.setdefault(type(entry), []).append(entry)
        return {type_: tuple(entries) for type_, entries in found.items()}

    @cached_property
    def _acting(self) -> dict[str, tuple[Acting, ...]]:
        return {}

    @cached_property
    def _versions(self) -> Mapping[tuple[str, str], list[Known]]:
        """By actor and kind: what it knew, each version better than the one before."""
        versions: dict[tuple[str, str], list[Known]] = {}
        for entry in self.learnt:
            so_far = versions.setdefault((entry.actor, entry.kind), [])
            if not so_far or entry.accuracy > so_far[-1].accuracy:
                so_far.append(entry)
        return versions

    @cached_property
    def _by_origin(self) -> Mapping[tuple[str, str], Known]:
        return {(entry.actor, entry.origin): entry for entry in reversed(self.learnt)}

    def _spans(self, role: str) -> Iterator[Acting]:
        words = self.scenario.roles.get(role)
        people = (*words.held_by, *words.deputy) if words else ()
        away = {actor: self.absences[actor] for actor in people if actor in self.absences}
        turns = sorted({0, *(turn for windows in away.values() for span in windows for turn in span)})
        for since, until in pairwise((*turns, FOREVER)):
            absent = [actor for actor in people if away.get(actor, NEVER).is_open(since)]
            yield Acting(since, until, self.scenario.acting(role, absent))

    def _who_knew(self, span: Acting, kind: str, accurate: float) -> list[Learning]:
        found = []
        for actor in span.actors:
            known = self.first_known(actor, kind, accurate=accurate)
            if known is not None and known.at < span.until:
                found.append(Learning(max(known.at, span.since), known))
        return found
