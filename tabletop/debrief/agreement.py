"""The sheet to sign: who tells whom what, by when, by which way, who decides, who stands in; today, and as agreed.

"Secondary school tells the municipal office of a concern: within 1 day, by e-mail, else by telephone; agreed: ____".
It needs no exercise: the scenario and one of its structures say what holds today, and a meeting fills in the rest. It is
one page, since nobody signs a booklet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tabletop.debrief.assignments import Assignment, Receiving, Route, assignments
from tabletop.debrief.naming import Names
from tabletop.debrief.one_page import LEAST, ROOM, air, fitting, lines_of
from tabletop.debrief.sayings import lasting
from tabletop.debrief.text import Name, Phrase, Text, joined, phrase
from tabletop.debrief.words import _, listing, n_
from tabletop.model.scenario import Scenario
from tabletop.structures import network

ABREAST, LINES_TO_SIGN = 5, 3.8
"""As many sign side by side, and the lines of print that a row of signatures takes at the least."""

LINES_TO_SAY = 3.5
"""The lines of print that it takes to say how many had no room."""

MOST_NAMED = 3
"""As many holders of one role as are named one by one; more are told, and sign, as the role."""


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """One line of the sheet: something told to everybody who gets it the same way."""

    what: Text
    """What is told."""
    to: Text
    """To whom, each with by when, as far as the scenario hopes for anything."""
    way: Text
    """By which way today, with those in between; says so when there is none."""
    fallback: Text
    """Which way is taken when the first does not work; empty when there is none."""
    has_way: bool
    """Whether any way leads there today."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Everything that some partners have to tell."""

    who: Text
    """Who tells."""
    lines: tuple[AgreedLine, ...]
    """What, to whom, and how."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """One line of the sheet: one decision or task."""

    number: int
    """Its number, by which the lines above name it."""
    work: Name
    """What is decided or done."""
    by: Text
    """Who decides, or does it, today."""
    due: Text
    """Within how much time; empty for a line to fill in."""
    deputies: Text
    """Who stands in today; empty where nobody does."""


@dataclass(frozen=True, slots=True)
class Signing:
    """A place for one signature."""

    who: Text
    """Who signs."""
    roles: Text
    """The roles that it holds, where they are called otherwise; empty for none."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The sheet to sign."""

    tellers: tuple[Teller, ...]
    """Who tells whom what, as much as one page holds, what has a deadline or a decision hanging on it before the rest."""
    decidings: tuple[Deciding, ...]
    """Who decides, and who stands in."""
    signatures: tuple[Signing, ...]
    """Who signs: everybody who tells, is told, decides or stands in."""
    further: tuple[Teller, ...]
    """What one page does not hold; it is printed on the pages after it."""
    left_out: str
    """How many lines those are, and where they are; empty when there are none."""
    air: float
    """Millimetres above and below each line, so that a hand can write in it; as much as the page can spare."""


def agreement(scenario: Scenario, structure: str) -> Agreement:
    """Return the sheet as it would have to say today, under one structure of a scenario."""
    draft = _Draft(scenario, Names(scenario))
    found = sorted(assignments(scenario, network(scenario, structure)), key=lambda each: not each.matters)
    decidings = tuple(draft.deciding(number, work) for number, work in enumerate(scenario.works, start=1))
    signatures = tuple(draft.signatures(found))
    room = _room(decidings, signatures)
    whole = sum(lines for _told, lines in draft.heights(found)) <= room
    first = fitting(draft.heights(found), room=room if whole else room - LINES_TO_SAY)
    rest = found[len(first) :]
    spare = room - sum(lines for _told, lines in draft.heights(first))
    return Agreement(
        draft.tellers(first),
        decidings,
        signatures,
        draft.tellers(rest),
        _left_out(len(rest)) if rest else "",
        air(spare, rows=len(first) + len(decidings)),
    )


def _room(decidings: Iterable[Deciding], signatures: Sequence[Signing]) -> float:
    """Return how many lines those who tell have, besides those who decide and sign."""
    works = sum(lines_of((each.work, 39), (each.by, 34), (each.deputies, 21)) for each in decidings)
    signing = 0.0
    for start in range(0, len(signatures), ABREAST):
        names = [joined([each.who, each.roles], by=" ") for each in signatures[start : start + ABREAST]]
        signing += max(LINES_TO_SIGN, 1 + lines_of(*((name, 24) for name in names)))
    return max(LEAST, ROOM - works - signing)


def _left_out(count: int) -> str:
    return n_(
        "{n} more line had no room on the sheet; it stands after it.",
        "{n} more lines had no room on the sheet; they stand after it.",
        count,
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the lines of the sheet are made from."""

    scenario: Scenario
    names: Names

    def tellers(self, found: Iterable[Assignment]) -> tuple[Teller, ...]:
        """Return the assignments by who tells, in the order of the scenario."""
        order = {actor: place for place, actor in enumerate(self.scenario.actors)}
        by: dict[tuple[str, ...], list[Assignment]] = {}
        for each in sorted(found, key=lambda each: [order[actor] for actor in each.senders]):
            by.setdefault(each.senders, []).append(each)
        return tuple(
            Teller(self.names.actors(senders), tuple(self.line(each) for each in mine))
            for senders, mine in by.items()
        )

    def heights(self, found: Iterable[Assignment]) -> Iterator[tuple[Assignment, float]]:
        """Give each assignment with the lines of print that it takes; who tells stands beside the first of theirs."""
        known: set[tuple[str, ...]] = set()
        for each in found:
            line = self.line(each)
            who = "" if each.senders in known else self.names.actors(each.senders)
            known.add(each.senders)
            whole = joined([line.what, line.to, line.way, line.fallback], by=" · ")
            yield each, lines_of((whole, 78), (who, 21))

    def line(self, assignment: Assignment) -> AgreedLine:
        return AgreedLine(
            what=listing(tuple(self.names.kind(kind) for kind in assignment.kinds)),
            to=joined(self._told(assignment.receivers), by=_("; ")),
            way=self._way(assignment.route),
            fallback=joined([self.names.channel(each) for each in assignment.route.fallbacks], by=_(", ")),
            has_way=bool(assignment.route.channels),
        )

    def deciding(self, number: int, name: str) -> Deciding:
        work, roles = self.scenario.works[name], self.scenario.roles
        deputies = [each for role in work.by.roles if role in roles for each in roles[role].deputy]
        return Deciding(
            number,
            self.names.work(name),
            listing(tuple(self._holders(role) for role in work.by.roles)),
            "" if work.within is None else lasting(work.within),
            self.names.actors(tuple(dict.fromkeys(deputies))),
        )

    def signatures(self, found: Iterable[Assignment]) -> Iterator[Signing]:
        """Give who signs: who holds a role, or tells, or has none to hold; many holders of one role as that role."""
        roles = self.scenario.roles
        many = [role for role, words in roles.items() if len(words.held_by) > MOST_NAMED]
        under = {actor for role in many for actor in roles[role].held_by}
        held = dict.fromkeys(actor for words in roles.values() for actor in words.held_by)
        tell = dict.fromkeys(actor for each in found for actor in each.senders)
        for actor in {**held, **tell} or self.scenario.actors:
            if actor not in under:
                who = self.names.actor(actor)
                mine = [self.names.who(role) for role, words in roles.items() if actor in words.held_by]
                yield Signing(who, listing(tuple(each for each in mine if each != who)))
        for role in many:
            yield Signing(self._crowd(role, len(roles[role].held_by)), _("each signs a copy"))

    def _told(self, receivers: Iterable[Receiving]) -> Iterator[Text]:
        """Give those who are told, those with the same deadline together."""
        by: dict[str, list[Receiving]] = {}
        for each in receivers:
            by.setdefault(str(each.due), []).append(each)
        for due, alike in by.items():
            who = listing(tuple(name for each in alike for name in self._receiving(each)))
            yield phrase(_("{who} ({due})"), {"who": who, "due": alike[0].due}) if due else who

    def _receiving(self, each: Receiving) -> Iterator[Text]:
        if len(each.actors) > MOST_NAMED:
            yield self._crowd(each.role, len(each.actors))
        else:
            yield from (self.names.actor(actor) for actor in each.actors)

    def _holders(self, role: str) -> Text:
        """Return who holds a role; many as the role."""
        actors = self.scenario.actors_named(role)
        return self._crowd(role, len(actors)) if len(actors) > MOST_NAMED else self.names.actors(actors)

    def _crowd(self, role: str, count: int) -> Phrase:
        fields: dict[str, Text | int] = {"role": self.names.who(role)}
        return phrase(n_("{role}, {n} partner", "{role}, {n} partners", count), fields)

    def _way(self, route: Route) -> Text:
        """Return a way with those in between: "E-mail to Municipal office, then Telephone"; in one word if it is one."""
        if not route.channels:
            return _("no way leads there")
        last = self.names.channel(route.channels[-1])
        if route.via and len(set(route.channels)) == 1:
            via = joined([self._between(each) for each in route.via], by=_(", then "))
            return phrase(_("{channel} by way of {actors}"), {"channel": last, "actors": via})
        steps: list[Text] = []
        for channel, actors in zip(route.channels, route.via, strict=False):
            fields: dict[str, Text | int] = {"channel": self.names.channel(channel)}
            steps.append(phrase(_("{channel} to {actor}"), fields | {"actor": self._between(actors)}))
        return joined([*steps, last], by=_(", then "))

    def _between(self, actors: tuple[str, ...]) -> Text:
        """Return who passes something on; where each receiver has somebody of its own, that it is one of them."""
        if len(actors) == 1:
            return self.names.actor(actors[0])
        return Phrase((n_("{n} partner in between", "one of {n} partners in between", len(actors)),))
