"""What was protected and what was not: who came to know without need, and which rules were broken."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.sayings import moment
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Text, phrase
from tabletop.debrief.words import _
from tabletop.measures.discretion import discretion
from tabletop.model.journal import Breach, Exposure

_RULES = {
    "not_authorised": "the receiver is not among those who may have it",
    "channel_not_allowed": "it must not travel over this channel",
    "worked_around": "the safeguard was gone round after a long wait",
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


def guarded(story: Story) -> Guarded:
    """Return who knew what without need, and which rules were broken."""
    seen = discretion(story.chronicle)
    return Guarded(
        tuple(
            ExposureRow(
                moment(story.clock, each.at),
                story.names.actor(each.actor),
                story.names.kind(each.kind),
                _how(story, each),
            )
            for each in seen.exposures
        ),
        tuple(
            BreachRow(
                moment(story.clock, each.at),
                story.names.actor(each.actor),
                story.names.kind(each.kind),
                _(_RULES.get(each.because, each.because.replace("_", " "))),
                _how(story, each),
            )
            for each in seen.breaches
        ),
    )


def _how(story: Story, entry: Exposure | Breach) -> Text:
    handoff = story.chronicle.handoffs.get(entry.handoff)
    if handoff is None:
        return _("in a session or at first hand")
    names = story.names
    fields: dict[str, Text | int] = {
        "sender": names.actor(handoff.sender),
        "channel": names.channel(handoff.channel),
    }
    return phrase(_("from {sender} over {channel}"), fields)
