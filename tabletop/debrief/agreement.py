"""The sheet to sign: who tells whom what, by when, by which way, who decides, who stands in; today, and as agreed.

"Secondary school tells the coordinator: concern about a pupil; by e-mail, else by telephone; within 1 day; agreed: ____".
It needs no exercise: the scenario and one of its structures say what holds today, and a meeting fills in the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief.naming import Names
from tabletop.debrief.sayings import lasting, moment
from tabletop.debrief.text import Name, Phrase, Text, joined, phrase
from tabletop.debrief.words import _, listing
from tabletop.model.item import Priority
from tabletop.model.scenario import Scenario
from tabletop.structures import Network, Way, network

MOST_TELLINGS = 80
"""As many lines as anybody signs; a scenario with more needs a sheet for each role."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One line of the sheet: one kind of information, from whoever has it first to one role that needs it."""

    kind: Name
    """What is told."""
    sender: Text
    """Who has it first."""
    receiver: Name
    """Who needs it."""
    holders: Text
    """Who holds that role today."""
    way: Text
    """By which way today, with each step in between; says so when there is none."""
    fallback: Text
    """Which way is taken when the first does not work; empty when there is none."""
    due: Text
    """By when, as the scenario hopes for; empty for a line to fill in."""
    has_way: bool
    """Whether any way leads there today."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """One line of the sheet: one decision or task."""

    work: Name
    """What is decided or done."""
    by: Text
    """Who decides, or does it."""
    needs: Text
    """What must be known for it; empty when nothing."""
    due: Text
    """By when; empty for a line to fill in."""
    deputies: Text
    """Who stands in today; empty where nobody does."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The sheet to sign."""

    tellings: tuple[Telling, ...]
    """Who tells whom what."""
    decidings: tuple[Deciding, ...]
    """Who decides, and who stands in."""
    signatures: tuple[Name, ...]
    """Who signs: everybody who holds a role."""
    left_out: int
    """How many tellings there was no room for."""


def agreement(scenario: Scenario, structure: str) -> Agreement:
    """Return the sheet as it would have to say today, under one structure of a scenario."""
    draft = _Draft(scenario, Names(scenario), network(scenario, structure))
    # What has a deadline comes first, since it is what a meeting has to settle.
    tellings = tuple(sorted(draft.tellings(), key=lambda each: str(each.due) == ""))
    return Agreement(
        tellings[:MOST_TELLINGS],
        tuple(draft.deciding(work) for work in scenario.works),
        tuple(draft.names.actor(actor) for actor in _holders(scenario)),
        max(0, len(tellings) - MOST_TELLINGS),
    )


def sources(scenario: Scenario, kind: str) -> tuple[str, ...]:
    """Return the actors who have a kind of information first: who is given it, or whose work tells it."""
    given = (name for each in scenario.injects.values() if each.brings == kind for name in each.to)
    told = (name for each in scenario.works.values() if kind in each.tells for name in each.by.roles[-1:])
    actors = (actor for name in (*given, *told) for actor in scenario.actors_named(name)[:1])
    return tuple(dict.fromkeys(actors))


def _holders(scenario: Scenario) -> tuple[str, ...]:
    """Return the actors who hold a role; all of them when the scenario has no roles."""
    held = (actor for role in scenario.roles.values() for actor in role.held_by)
    return tuple(dict.fromkeys(held)) or tuple(scenario.actors)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the lines of the sheet are made from."""

    scenario: Scenario
    names: Names
    net: Network

    def tellings(self) -> Iterator[Telling]:
        needed = ((role, kind) for role, kinds in self.scenario.needs.items() for kind in kinds)
        for role, kind in needed:
            yield from self._tellings_of(role, kind)

    def deciding(self, name: str) -> Deciding:
        work, roles = self.scenario.works[name], self.scenario.roles
        deputies = [each for role in work.by.roles if role in roles for each in roles[role].deputy]
        return Deciding(
            self.names.work(name),
            self.names.actors(work.by.roles),
            listing(tuple(self.names.kind(kind) for kind in work.needs.of)),
            "" if work.within is None else phrase(_("within {span}"), {"span": lasting(work.within)}),
            self.names.actors(tuple(dict.fromkeys(deputies))),
        )

    def _tellings_of(self, role: str, kind: str) -> Iterator[Telling]:
        targets = self.scenario.actors_named(role)
        for sender in sources(self.scenario, kind):
            for target in targets:
                if sender != target:
                    ways = self._hops(sender, target, kind=kind)
                    yield self._telling(ways, sender=sender, role=role, target=target, kind=kind)

    def _hops(self, sender: str, target: str, *, kind: str) -> tuple[Way, ...]:
        """Return the ways that a kind takes from an actor to another, step by step; none when no way leads there."""
        words = self.scenario.information.get(kind)
        found: list[Way] = []
        here = sender
        while here != target and len(found) < len(self.scenario.actors):
            way = self.net.next_way(
                here, target, kind, priority=words.priority if words else Priority.routine
            )
            if way is None:
                return ()
            found.append(way)
            here = way.receiver
        return tuple(found)

    def _telling(self, ways: tuple[Way, ...], *, sender: str, role: str, target: str, kind: str) -> Telling:
        fallbacks = [self.names.channel(way.link.else_) for way in ways if way.link.else_]
        return Telling(
            kind=self.names.kind(kind),
            sender=self.names.actor(sender),
            receiver=self.names.who(role),
            holders=self.names.actor(target) if role in self.scenario.roles else "",
            way=self._way(ways) if ways else _("no way leads there"),
            fallback=joined(fallbacks, by=_(", ")),
            due=self._due(role, kind),
            has_way=bool(ways),
        )

    def _way(self, ways: tuple[Way, ...]) -> Phrase:
        """Return the channels of a way, with those in between: "E-mail to Municipal office, then Telephone"."""
        steps: list[Text] = []
        for way in ways[:-1]:
            fields: dict[str, Text | int] = {
                "channel": self.names.channel(way.channel),
                "actor": self.names.actor(way.receiver),
            }
            steps.append(phrase(_("{channel} to {actor}"), fields))
        return joined([*steps, self.names.channel(ways[-1].channel)], by=_(", then "))

    def _due(self, role: str, kind: str) -> Text:
        """Return by when a role should know a kind: as an expectation says, else as the decision that needs it does."""
        clock = self.scenario.clock
        for each in self.scenario.expectations.values():
            if each.knows != kind or each.role is None or role not in each.role.roles:
                continue
            if each.within is not None:
                return phrase(_("within {span}"), {"span": lasting(each.within)})
            if each.before is not None:
                return phrase(_("before {moment}"), {"moment": moment(clock, each.before.on(clock))})
        for name, work in self.scenario.works.items():
            if kind in work.needs.of and role in work.by.roles and work.within is not None:
                fields: dict[str, Text | int] = {"work": self.names.work(name), "span": lasting(work.within)}
                return phrase(_("for “{work}”, within {span}"), fields)
        return ""
