"""The overview: what was played, when, by whom, and with what switched on."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.sayings import lasting, moment
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Prose, Text, joined, named, phrase, prose
from tabletop.debrief.words import _, listing


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said under it."""

    label: str
    """The label."""
    value: Text
    """What is said; never empty."""


@dataclass(frozen=True, slots=True)
class Participant:
    """One partner that took part."""

    title: Name
    """What it is called."""
    sector: Name
    """Its sector in the scenario's words; empty when it has none."""
    roles: Text
    """The roles it holds; empty when it holds none."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The exercise in a few facts."""

    summary: Prose
    """The story as the scenario tells it."""
    facts: tuple[Fact, ...]
    """When, where, which structure, what was switched on."""
    participants: tuple[Participant, ...]
    """Who took part, in the order declared."""


def overview(story: Story) -> Overview:
    """Return what was played, by whom and with what switched on."""
    return Overview(prose(story.scenario.summary), facts(story), _participants(story))


def facts(story: Story) -> tuple[Fact, ...]:
    """Return what there is to say of the exercise as a whole, nothing of it empty."""
    scenario, names = story.scenario, story.names
    found: tuple[tuple[str, Text], ...] = (
        (_("Structure"), names.structure(story.record.structure)),
        (_("Switched on"), listing(tuple(names.intervention(each) for each in scenario.applied))),
        (_("Simulated time"), _simulated(story)),
        (_("Source"), named(scenario.source)),
        (_("Sponsor"), named(scenario.sponsor)),
        (_("Point of contact"), named(scenario.contact)),
    )
    return tuple(Fact(label, value) for label, value in found if str(value))


def _simulated(story: Story) -> Text:
    clock, end = story.clock, story.chronicle.end
    fields: dict[str, Text | int] = {
        "start": moment(clock, 0),
        "end": moment(clock, end),
        "span": lasting(end),
    }
    return phrase(_("{start} to {end}, {span}"), fields)


def _participants(story: Story) -> tuple[Participant, ...]:
    scenario = story.scenario
    held = {
        actor: [role for role, words in scenario.roles.items() if actor in words.held_by]
        for actor in scenario.actors
    }
    return tuple(
        Participant(
            story.names.actor(actor),
            named(words.sector.replace("_", " ")),
            joined([story.names.who(role) for role in held[actor]], by=", "),
        )
        for actor, words in scenario.actors.items()
    )
