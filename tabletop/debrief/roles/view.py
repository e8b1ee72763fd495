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
from tabletop.debrief.charts.timeline import Crossing, Timeline, timeline
from tabletop.debrief.observed.notes import Notes
from tabletop.debrief.observed.section import Watched, watched
from tabletop.debrief.reasons import FAMILIES, Family
from tabletop.debrief.roles.knowing import Elsewhere, KnownRow, elsewhere, known, unnamed
from tabletop.debrief.roles.passing import PassedRow, WaitedRow, became, passed, waited
from tabletop.debrief.roles.reader import Reader
from tabletop.debrief.roles.sharing import SharingRow, sharing, this_week
from tabletop.debrief.roles.thinned import Thinned
from tabletop.debrief.sayings import dates
from tabletop.debrief.sections.crossings import crossing
from tabletop.debrief.sections.events import marks
from tabletop.debrief.sections.happened import seen
from tabletop.debrief.text import Name, Phrase, Text, named, phrase
from tabletop.debrief.words import _, direction, language, n_
from tabletop.measures.chronicle import Handoff
from tabletop.model.journal import Decided, Injected

MOST_DRAWN, LEAST_DRAWN = 24, 4
"""As many hand-offs as the one timeline of a sheet can show, and as few as it is thinned out to."""

LOWEST, TALLEST = 200.0, 400.0
"""The height in pixels that the timeline has at the least, and at the most."""

PAPER = 1060.0
"""The height in pixels of two sides of A4 without what every sheet has, such as headings; tried on shipped scenarios."""

KNOWN, PASSED, WAITED, MADE, SHARED, ELSEWHERE, STEP = 16.0, 22.0, 14.0, 14.0, 22.0, 32.0, 16.0
"""The height in pixels of a row of each table on paper."""


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
    undrawn: str
    """How many hand-offs it has no room for; empty when it shows all."""
    known: Thinned[KnownRow]
    """What was known here, and when."""
    unnamed: str
    """How much came to be known here that is not named; empty when nothing did."""
    elsewhere: Thinned[Elsewhere]
    """What was needed here, and where it was meanwhile."""
    passed: Thinned[PassedRow]
    """What was passed on, and how it fared."""
    waited: Thinned[WaitedRow]
    """What waited here."""
    became: Thinned[Phrase]
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
    tables = known(reader), elsewhere(reader), passed(reader), waited(reader), became(reader)
    hidden, shares = unnamed(reader), sharing(reader)
    knew, lay, went, stood, made = tables
    filled = (
        (KNOWN, len(knew.rows)),
        (ELSEWHERE, len(lay.rows)),
        (STEP, sum(len(each.meanwhile) for each in lay.rows)),
        (PASSED, len(went.rows)),
        (WAITED, len(stood.rows)),
        (MADE, len(made.rows)),
        (SHARED, len(shares)),
    )
    room = PAPER - sum(height * count for height, count in filled)
    chart, families, undrawn = _chart(reader, tallest=min(TALLEST, max(LOWEST, room)))
    clock = story.clock
    is_role = reader.role in story.scenario.roles
    return RoleView(
        language=language(),
        direction=direction(),
        marking=marking,
        title=named(story.scenario.title),
        dates=dates(clock, 0, story.chronicle.end),
        who=phrase(_("{who} in this simulation"), {"who": story.names.actors(reader.actors)}),
        role=story.names.who(reader.role) if is_role else "",
        chart=chart,
        families=families,
        undrawn=undrawn,
        known=knew,
        unnamed=_unnamed(hidden) if hidden else "",
        elsewhere=lay,
        passed=went,
        waited=stood,
        became=made,
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


def _chart(reader: Reader, *, tallest: float) -> tuple[Timeline | None, tuple[tuple[Family, str], ...], str]:
    """Return the timeline of what came to this desk and left it, the families of causes in it, and what is not in it."""
    story = reader.story
    told = [each for each in story.told if not {each.sender, each.receiver}.isdisjoint(reader.actors)]
    longest = sorted(
        reader.readable(told), key=lambda each: (each.number not in story.critical, each.since - each.at)
    )
    most = min(MOST_DRAWN, len(longest))
    drawn, chart = _drawn(reader, longest[:most])
    while chart is not None and chart.height > tallest and most > LEAST_DRAWN:
        most -= 1
        drawn, chart = _drawn(reader, longest[:most])
    families = {stretch.family for each in drawn for stretch in (*each.sending, *each.taking)}
    named = tuple((each, _(name)) for each, name in FAMILIES.items() if each in families)
    return chart, named, _undrawn(len(longest) - most)


def _undrawn(count: int) -> str:
    if not count:
        return ""
    return n_(
        "{n} more hand-off at this desk is not drawn: what others waited for and what took longest comes first.",
        "{n} more hand-offs at this desk are not drawn: what others waited for and what took longest comes first.",
        count,
    )


def _drawn(reader: Reader, handoffs: Sequence[Handoff]) -> tuple[list[Crossing], Timeline | None]:
    """Return some hand-offs as they are drawn, and the timeline of them; None when there is nothing in it."""
    story = reader.story
    chosen = sorted(handoffs, key=lambda each: (each.since, each.number))
    drawn = [crossing(story, each) for each in chosen]
    signs = [
        mark
        for entry in _own_entries(reader)
        for mark in marks(story, (entry,))
        if mark.actor in reader.actors
    ]
    ends = [*(each.at for each in drawn), *(each.at for each in signs)]
    if not ends:
        return [], None
    line = axis(story.clock, since=0, until=max(ends) or story.chronicle.end or 1)
    lanes = _own_first(reader, seen(drawn, signs))
    return drawn, timeline(
        line, [(each, story.names.actor(each)) for each in lanes], crossings=drawn, marks=signs
    )


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
