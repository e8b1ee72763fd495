"""Whose eyes a sheet is for: one role, the actors who hold it, and which kinds of information it may read about.

The mentor's sheet never names what the police know: the scenario authorises four others for it, and he did not need it.
A sheet goes to one role, so whatever stands on it must be that role's to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tabletop.debrief.story import Story
from tabletop.errors import UsageError
from tabletop.measures.chronicle import Handoff
from tabletop.reading.nearest import nearest


@dataclass(frozen=True, eq=False)
class Reader:
    """One role as the reader of a sheet."""

    story: Story
    """The exercise."""
    role: str
    """The role's id, or an actor's that holds none."""

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The actors who hold the role."""
        return self.story.scenario.actors_named(self.role)

    @cached_property
    def needs(self) -> frozenset[str]:
        """The kinds of information that the role needs."""
        return frozenset(self.story.scenario.needs.get(self.role, ()))

    @cached_property
    def own(self) -> frozenset[str]:
        """The kinds that come into the exercise through it: an inject gives them to it, or its own work tells them."""
        scenario, mine = self.story.scenario, {self.role, *self.actors}
        given = (
            each.brings
            for each in scenario.injects.values()
            if each.brings
            and any(not mine.isdisjoint((name, *scenario.actors_named(name))) for name in each.to)
        )
        told = (kind for work in self.works for kind in scenario.works[work].tells)
        return frozenset((*given, *told))

    @cached_property
    def works(self) -> tuple[str, ...]:
        """The decisions and tasks that it takes part in."""
        mine = {self.role, *self.actors}
        works = self.story.scenario.works.items()
        return tuple(name for name, words in works if not mine.isdisjoint(words.by.roles))

    def may_read(self, kind: str) -> bool:
        """Tell whether the sheet may name a kind of information.

        Every holder must be among those authorised for it; and what is sensitive the role must need, or have been the
        first to have. That it came to know something all the same is no reason to write it down once more.
        """
        words = self.story.scenario.information.get(kind)
        if words is None:
            return False
        authorised = self.story.scenario.chosen(words.authorised)
        if not set(self.actors) <= set(authorised):
            return False
        return words.sensitive is None or kind in self.needs or kind in self.own

    def may_name(self, work: str) -> bool:
        """Tell whether the sheet may name a decision or task: its own, or one that tells nothing it may not read."""
        words = self.story.scenario.works[work]
        return work in self.works or all(self.may_read(kind) for kind in (*words.tells, *words.needs.of))

    def readable(self, handoffs: Iterable[Handoff]) -> tuple[Handoff, ...]:
        """Return the hand-offs of kinds that the sheet may name."""
        return tuple(each for each in handoffs if self.may_read(each.kind))


def readers(story: Story) -> tuple[str, ...]:
    """Return whom there is a sheet for: every role, and every actor that holds none and took part."""
    scenario = story.scenario
    holding = {actor for role in scenario.roles.values() for actor in (*role.held_by, *role.deputy)}
    active = {name for each in story.chronicle.story for name in (each.sender, each.receiver)}
    others = (actor for actor in scenario.actors if actor not in holding and actor in active)
    return (*scenario.roles, *others)


def reader_of(story: Story, role: str) -> Reader:
    """Return the reader of that id; raises UsageError when there is no such role or actor."""
    scenario = story.scenario
    if role in scenario.roles or role in scenario.actors:
        return Reader(story, role)
    known = (*scenario.roles, *scenario.actors)
    meant = nearest(role, known)
    remedy = (
        f"did you mean {meant!r}?" if meant else f"there are {', '.join(scenario.roles or scenario.actors)}"
    )
    msg = f"there is no role {role!r} in {scenario.id}; {remedy}"
    raise UsageError(msg)
