"""The sheet of one role as plain data: one sheet, one timeline, no intervals, and nothing that is another role's to read.

A counsellor reads what was known at her desk, and what she could not have known. She is "youth counselling in this
simulation", never "you": it was the desk of a simulation that waited, and nobody is rated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tabletop.compare.helping import Help
from tabletop.debrief.charts.axis import axis
from tabletop.debrief.charts.timeline import Timeline, timeline
from tabletop.debrief.observed.notes import Notes
from tabletop.debrief.observed.section import Watched, watched
from tabletop.debrief.reasons import FAMILIES, Family
from tabletop.debrief.roles.knowing import Elsewhere, KnownRow, elsewhere, known, unnamed
from tabletop.debrief.roles.passing import PassedRow, WaitedRow, became, passed, waited
from tabletop.debrief.roles.reader import Reader
from tabletop.debrief.roles.sharing import SharingRow, sharing, this_week
from tabletop.debrief.sayings import full_date
from tabletop.debrief.sections.crossings import crossing
from tabletop.debrief.sections.events import marks
from tabletop.debrief.sections.happened import seen
from tabletop.debrief.text import Name, Phrase, Text, named, phrase
from tabletop.debrief.words import _, direction, language, n_
from tabletop.model.journal import Decided, Injected

MOST_DRAWN = 24
"""As many hand-offs as the one timeline of a sheet can show."""


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role's sheet, every word and place in it worked out."""

    language: str
    """The language of our words, as a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    """The direction in which that language is written."""
    marking: Name
    """What every page bears."""
    title: Name
    """What the exercise is called."""
    dates: str
    """From when to when."""
    who: Phrase
    """Whose sheet it is: "Secondary school in this simulation"."""
    role: Text
    """The role; empty where the sheet is an actor's."""
    chart: Timeline | None
    """The one timeline: what came to this desk and left it; None when nothing did."""
    families: tuple[tuple[Family, str], ...]
    """The families of causes in it, with their names."""
    known: tuple[KnownRow, ...]
    """What was known here, and when."""
    unnamed: str
    """How much came to be known here that is not named; empty when nothing did."""
    elsewhere: tuple[Elsewhere, ...]
    """What was needed here, and where it was meanwhile."""
    passed: tuple[PassedRow, ...]
    """What was passed on, and how it fared."""
    waited: tuple[WaitedRow, ...]
    """What waited here."""
    became: tuple[Phrase, ...]
    """What became of it."""
    sharing: tuple[SharingRow, ...]
    """What may be shared, and with whom."""
    has_channels: bool
    """Whether any of that may go over some channels only."""
    this_week: Phrase
    """One thing to do this week."""
    watched: Watched | None
    """What was observed in the room when people played this role; None when nothing was noted."""


def role_view(
    reader: Reader, *, marking: Name, gains: Help | None = None, notes: Notes | None = None
) -> RoleView:
    """Return the sheet of one role, in the language that is being spoken."""
    story = reader.story
    chart, families = _chart(reader)
    hidden, shares = unnamed(reader), sharing(reader)
    clock = story.clock
    is_role = reader.role in story.scenario.roles
    return RoleView(
        language=language(),
        direction=direction(),
        marking=marking,
        title=named(story.scenario.title),
        dates=f"{full_date(clock, 0)} – {full_date(clock, story.chronicle.end)}",
        who=phrase(_("{who} in this simulation"), {"who": story.names.actors(reader.actors)}),
        role=story.names.who(reader.role) if is_role else "",
        chart=chart,
        families=families,
        known=known(reader),
        unnamed=_unnamed(hidden) if hidden else "",
        elsewhere=elsewhere(reader),
        passed=passed(reader),
        waited=waited(reader),
        became=tuple(became(reader)),
        sharing=shares,
        has_channels=any(str(each.channels) for each in shares),
        this_week=this_week(reader, gains),
        watched=None if notes is None else _watched(reader, notes),
    )


def _watched(reader: Reader, notes: Notes) -> Watched | None:
    return watched(reader.story, notes.of(reader.role, reader.actors), may_name=reader.may_read)


def _unnamed(count: int) -> str:
    return n_(
        "{n} more thing came to be known here that is not for this role; it is not named.",
        "{n} more things came to be known here that are not for this role; they are not named.",
        count,
    )


def _chart(reader: Reader) -> tuple[Timeline | None, tuple[tuple[Family, str], ...]]:
    """Return the timeline of what came to this desk and left it, with the families of causes in it."""
    story = reader.story
    told = [each for each in story.told if not {each.sender, each.receiver}.isdisjoint(reader.actors)]
    longest = sorted(
        reader.readable(told), key=lambda each: (each.number not in story.critical, each.since - each.at)
    )
    chosen = sorted(longest[:MOST_DRAWN], key=lambda each: (each.since, each.number))
    drawn = [crossing(story, each) for each in chosen]
    signs = [
        mark
        for entry in _own_entries(reader)
        for mark in marks(story, (entry,))
        if mark.actor in reader.actors
    ]
    ends = [*(each.at for each in drawn), *(each.at for each in signs)]
    if not ends:
        return None, ()
    line = axis(story.clock, since=0, until=max(ends) or story.chronicle.end or 1)
    lanes = _own_first(reader, seen(drawn, signs))
    families = {stretch.family for each in drawn for stretch in (*each.sending, *each.taking)}
    chart = timeline(line, [(each, story.names.actor(each)) for each in lanes], crossings=drawn, marks=signs)
    return chart, tuple((each, _(name)) for each, name in FAMILIES.items() if each in families)


def _own_first(reader: Reader, lanes: Sequence[str]) -> list[str]:
    mine = [each for each in lanes if each in reader.actors]
    return [*mine, *(each for each in lanes if each not in mine)]


def _own_entries(reader: Reader) -> list[Injected | Decided]:
    """Return the injects given here and the work done here, of what the sheet may name."""
    found: list[Injected | Decided] = []
    for entry in reader.story.record.journal:
        if isinstance(entry, Injected) and not entry.kind and not set(entry.actors).isdisjoint(reader.actors):
            found.append(entry)
        elif isinstance(entry, Injected) and entry.kind and reader.may_read(entry.kind):
            found += [entry] if not set(entry.actors).isdisjoint(reader.actors) else []
        elif isinstance(entry, Decided) and entry.decision in reader.works:
            found.append(entry)
    return found
