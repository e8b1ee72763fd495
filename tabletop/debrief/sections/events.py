"""The events of an exercise: what was brought in, what was decided, when a meeting sat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tabletop.debrief.charts.timeline import Mark
from tabletop.debrief.sayings import moment, share
from tabletop.debrief.story import Story
from tabletop.debrief.text import Text, named, phrase
from tabletop.debrief.words import _, later, n_
from tabletop.model.journal import Decided, Entry, Injected, SessionHeld

_EFFECTS = {
    "brings": later("inject"),
    "told": later("inject"),
    "outage": later("outage"),
    "absence": later("absence"),
    "surge": later("surge of routine work"),
    "structure": later("change of structure"),
    "end_link": later("end of a link"),
    "skipped": later("inject not given"),
}


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event."""

    when: str
    """When."""
    sort: str
    """What it was."""
    what: Text
    """What it is called."""
    who: Text
    """Whom it concerned; empty when nobody in particular."""


def events(story: Story) -> tuple[EventRow, ...]:
    """Return the events in order of time."""
    return tuple(row for entry in story.record.journal for row in _rows(story, entry))


def marks(story: Story, entries: Iterable[Entry] | None = None) -> tuple[Mark, ...]:
    """Return the injects and decisions that have a place on somebody's line, of some entries or of the whole journal."""
    found = story.record.journal if entries is None else entries
    return tuple(mark for entry in found for mark in _marks(story, entry))


def _rows(story: Story, entry: object) -> Iterator[EventRow]:
    names, clock = story.names, story.clock
    if isinstance(entry, Injected):
        effect = _(_EFFECTS.get(entry.effect, "inject"))
        yield EventRow(moment(clock, entry.at), effect, _title(story, entry), names.actors(entry.actors))
    elif isinstance(entry, Decided):
        yield EventRow(
            moment(clock, entry.at), _sort(story, entry), _decided(story, entry), names.actors(entry.actors)
        )
    elif isinstance(entry, SessionHeld):
        sort = _("extra session") if entry.extra else _("session")
        yield EventRow(
            moment(clock, entry.at), sort, names.channel(entry.channel), names.actors(entry.present)
        )


def _title(story: Story, entry: Injected) -> Text:
    if entry.inject in story.scenario.injects:
        return story.names.inject(entry.inject)
    return story.names.kind(entry.kind) if entry.kind else named(entry.inject)


def _sort(story: Story, entry: Decided) -> str:
    if entry.at_deadline:
        return _("decided at the deadline")
    return _("decision") if entry.decision in story.scenario.decisions else _("task done")


def _decided(story: Story, entry: Decided) -> Text:
    work = story.names.work(entry.decision)
    fields: dict[str, Text | int] = {"work": work, "quality": share(entry.quality)}
    if not entry.missing:
        return phrase(_("{work} (details right: {quality})"), fields)
    fields["missing"] = story.names.kind(entry.missing[0])
    fields["more"] = (
        n_(" and {n} more", " and {n} more", len(entry.missing) - 1) if len(entry.missing) > 1 else ""
    )
    return phrase(_("{work} (details right: {quality}; without “{missing}”{more})"), fields)


def _marks(story: Story, entry: object) -> Iterator[Mark]:
    if isinstance(entry, Injected) and entry.actors and entry.effect != "skipped":
        yield Mark(entry.at, entry.actors[0], "inject", _title(story, entry))
    elif isinstance(entry, Decided) and entry.actors:
        yield Mark(entry.at, entry.actors[-1], "decision", story.names.work(entry.decision))
