"""What players hold in their hands: who they are, whom they can reach and how, what they may share; and who else plays.

"Coordinator. Municipality of Lesna, in the exercise Mon-Fri 8 to 4. You can reach the school by e-mail, the police by
telephone …": nothing on the card tells what is still to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief.common_words import shared
from tabletop.debrief.naming import Names
from tabletop.debrief.opening import opening
from tabletop.debrief.roles.reader import Reader, readers
from tabletop.debrief.roles.sharing import SharingRow, sharing
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Phrase, Text, joined, named, phrase
from tabletop.debrief.words import _, listing
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.structures import network


@dataclass(frozen=True, slots=True)
class Reach:
    """One partner who can be reached directly, and how."""

    who: Name
    """The partner."""
    ways: Phrase
    """Over which channels, with the fallback of each."""


@dataclass(frozen=True, slots=True)
class RoleCard:
    """One role as its player reads it before the exercise."""

    id: str
    """Its id."""
    title: Name
    """What it is called."""
    holders: Phrase
    """Who holds it."""
    deputies: Phrase
    """Who stands in; empty when nobody does."""
    about: Text
    """Sector and level of those who hold it; empty when the scenario does not say."""
    hours: Phrase
    """When the desks of its holders are open."""
    needs: Phrase
    """Which kinds of information it needs, as far as its holders may have them; empty when none is said."""
    decides: Phrase
    """Which decisions and tasks are its own; empty when none is."""
    reaches: tuple[Reach, ...]
    """Whom it can reach directly, and how."""
    sharing: tuple[SharingRow, ...]
    """What it may share, and with whom."""

    @property
    def has_channels(self) -> bool:
        """Whether any of that may go over some channels only."""
        return any(str(each.channels) for each in self.sharing)


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner in the list of who takes part."""

    title: Name
    """What it is called."""
    about: Text
    """Sector, level and place, as far as the scenario says."""
    roles: Phrase
    """The roles that it plays; empty when none."""


def role_cards(scenario: Scenario, structure: str) -> tuple[RoleCard, ...]:
    """Return a card for every role, and for every actor that holds none but is linked to somebody."""
    story = Story(Record(scenario, structure, 1, 0, ()))
    linked = {way.sender for way in network(scenario, structure).ways}
    holding = {actor for role in scenario.roles.values() for actor in (*role.held_by, *role.deputy)}
    others = (actor for actor in scenario.actors if actor in linked and actor not in holding)
    ids = dict.fromkeys((*readers(story), *others))
    return tuple(_card(Reader(story, id_), structure) for id_ in ids)


def partners(scenario: Scenario) -> tuple[Partner, ...]:
    """Return everybody who takes part, in the order of the scenario."""
    names = Names(scenario)
    return tuple(
        Partner(
            names.actor(id_),
            _about(scenario, (id_,)),
            listing(tuple(names.who(role) for role, words in scenario.roles.items() if id_ in words.held_by)),
        )
        for id_ in scenario.actors
    )


def _card(reader: Reader, structure: str) -> RoleCard:
    scenario, names = reader.story.scenario, reader.story.names
    role = scenario.roles.get(reader.role)
    needed = [kind for kind in scenario.needs.get(reader.role, ()) if reader.may_read(kind)]
    return RoleCard(
        id=reader.role,
        title=names.who(reader.role),
        holders=names.actors(reader.actors),
        deputies=names.actors(role.deputy if role else ()),
        about=_about(scenario, reader.actors),
        hours=_hours(reader),
        needs=listing(tuple(names.kind(kind) for kind in needed)),
        decides=listing(tuple(names.work(work) for work in reader.works)),
        reaches=tuple(_reaches(reader, structure)),
        sharing=sharing(reader),
    )


def _hours(reader: Reader) -> Phrase:
    """Return the hours of the holders' desks, each hours once, named where they are not the same."""
    actors = reader.story.scenario.actors
    said = {id_: opening(actors[id_].hours) for id_ in reader.actors}
    if len(set(said.values())) < 2:
        return joined(dict.fromkeys(said.values()))
    names, pattern = reader.story.names, _("{who}: {hours}")
    lines = [phrase(pattern, {"who": names.actor(id_), "hours": hours}) for id_, hours in said.items()]
    return joined(lines, by=_("; "))


def _reaches(reader: Reader, structure: str) -> Iterator[Reach]:
    """Give the partners that a way leads to from any holder, with the channels of those ways."""
    names = reader.story.names
    ways: dict[str, dict[str, None]] = {}
    for way in network(reader.story.scenario, structure).ways:
        if way.sender in reader.actors and way.receiver not in reader.actors:
            channels = ways.setdefault(way.receiver, {})
            channels[way.channel] = None
            if way.link.else_:
                channels[way.link.else_] = None
    for receiver, channels in ways.items():
        yield Reach(names.actor(receiver), listing(tuple(names.channel(each) for each in channels)))


def _about(scenario: Scenario, actors: tuple[str, ...]) -> Text:
    said: dict[str, Text] = {}
    for id_ in actors:
        words = scenario.actors[id_]
        for key in (words.sector, words.level or ""):
            if key:
                said.setdefault(key, shared(key))
        if words.place:
            said.setdefault(words.place, named(words.place))
    return joined(said.values(), by=_(" · "))
