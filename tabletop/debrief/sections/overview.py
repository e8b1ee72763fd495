"""The overview: what was played, when, by whom, and with what switched on."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.common_words import shared
from tabletop.debrief.for_participants import for_participants
from tabletop.debrief.sayings import lasting, moment
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Prose, Text, joined, named, phrase
from tabletop.debrief.words import _, listing, n_


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
    sector: Text
    """Its sector; empty when it has none."""
    roles: Text
    """The roles it holds; empty when it holds none."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The exercise in a few facts."""

    summary: Prose
    """The story as the scenario tells it to those who take part."""
    facts: tuple[Fact, ...]
    """When, where, which structure, what was switched on."""
    participants: tuple[Participant, ...]
    """Who took part, in the order declared."""


def overview(story: Story) -> Overview:
    """Return what was played, by whom and with what switched on."""
    return Overview(for_participants(story.scenario), facts(story), _participants(story))


def facts(story: Story) -> tuple[Fact, ...]:
    """Return what there is to say of the exercise as a whole, nothing of it empty."""
    scenario, names = story.scenario, story.names
    objectives = scenario.objectives.values()
    capabilities = dict.fromkeys(each.capability for each in objectives if each.capability)
    found: tuple[tuple[str, Text], ...] = (
        (_("Exercise"), named(scenario.title)),
        (_("Dates"), _simulated(story)),
        (_("Scope"), _scope(story)),
        (_("Core capabilities"), joined([named(each) for each in capabilities], by=_("; "))),
        (_("Objectives"), joined([names.objective(each) for each in scenario.objectives], by=_("; "))),
        (_("Switched on"), listing(tuple(names.intervention(each) for each in scenario.applied))),
        (_("Sponsor"), named(scenario.sponsor)),
        (_("Point of contact"), named(scenario.contact)),
        (_("Source"), named(scenario.source)),
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


def _scope(story: Story) -> Text:
    """Return how many partners of how many sectors, connected how."""
    actors = story.scenario.actors
    sectors = {words.sector for words in actors.values() if words.sector}
    fields: dict[str, Text | int] = {
        "partners": n_("{n} partner", "{n} partners", len(actors)),
        "sectors": n_("{n} sector", "{n} sectors", len(sectors)),
        "structure": story.names.structure(story.record.structure),
    }
    pattern = (
        _("{partners} of {sectors}, connected as {structure}")
        if sectors
        else _("{partners}, connected as {structure}")
    )
    return phrase(pattern, fields)


def _participants(story: Story) -> tuple[Participant, ...]:
    scenario = story.scenario
    held = {
        actor: [role for role, words in scenario.roles.items() if actor in words.held_by]
        for actor in scenario.actors
    }
    return tuple(
        Participant(
            story.names.actor(actor),
            shared(words.sector),
            joined([story.names.who(role) for role in held[actor]], by=_(", ")),
        )
        for actor, words in scenario.actors.items()
    )
