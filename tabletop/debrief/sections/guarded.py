"""What was protected and what was not: who came to know without need, and which rules were broken."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.sayings import moment
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Text, phrase
from tabletop.debrief.words import _, later, n_
from tabletop.measures.discretion import discretion
from tabletop.model.journal import Breach, Exposure

MOST_ROWS = 60
"""As many exposures, and as many breaches, as are told one by one."""

_RULES = {
    "not_authorised": later("the receiver is not among those who may have it"),
    "channel_not_allowed": later("it must not travel over this channel"),
    "worked_around": later("the safeguard was gone round after a long wait"),
}


@dataclass(frozen=True, slots=True)
class ExposureRow:
    """One partner that came to know a sensitive kind without needing it."""

    when: str
    """When it first knew."""
    actor: Name
    """Who."""
    kind: Name
    """What."""
    how: Text
    """By which link."""


@dataclass(frozen=True, slots=True)
class BreachRow:
    """One time a rule on sensitive information was broken."""

    when: str
    """When."""
    actor: Name
    """Who got it."""
    kind: Name
    """What."""
    rule: str
    """Which rule."""
    how: Text
    """By which link."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """Exposure and breaches."""

    exposures: tuple[ExposureRow, ...]
    """In order of time."""
    breaches: tuple[BreachRow, ...]
    """In order of time."""
    more: str
    """How many rows are left out; empty when none are."""


def guarded(story: Story) -> Guarded:
    """Return who knew what without need, and which rules were broken."""
    seen = discretion(story.chronicle)
    more = max(0, len(seen.exposures) - MOST_ROWS) + max(0, len(seen.breaches) - MOST_ROWS)
    return Guarded(
        tuple(_exposure(story, each) for each in seen.exposures[:MOST_ROWS]),
        tuple(_breach(story, each) for each in seen.breaches[:MOST_ROWS]),
        n_("{n} more is in journal.jsonl.", "{n} more are in journal.jsonl.", more) if more else "",
    )


def _exposure(story: Story, each: Exposure) -> ExposureRow:
    when, names = moment(story.clock, each.at), story.names
    return ExposureRow(when, names.actor(each.actor), names.kind(each.kind), _how(story, each))


def _breach(story: Story, each: Breach) -> BreachRow:
    when, names = moment(story.clock, each.at), story.names
    rule = _(_RULES.get(each.because, each.because.replace("_", " ")))
    return BreachRow(when, names.actor(each.actor), names.kind(each.kind), rule, _how(story, each))


def _how(story: Story, entry: Exposure | Breach) -> Text:
    handoff = story.chronicle.handoffs.get(entry.handoff)
    if handoff is None:
        return _("in a session or at first hand")
    names = story.names
    fields: dict[str, Text | int] = {
        "sender": names.actor(handoff.sender),
        "channel": names.channel(handoff.channel),
    }
    return phrase(_("from {sender}, over “{channel}”"), fields)
