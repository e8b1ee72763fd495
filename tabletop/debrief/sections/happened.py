"""What happened: the score of the exercise, its events, and the hand-offs drawn in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.charts.axis import axis
from tabletop.debrief.charts.timeline import Crossing, Ending, Mark, Timeline, timeline
from tabletop.debrief.sayings import briefly, lasting, moment
from tabletop.debrief.sections.crossings import clipped, crossing, ending, worth_showing
from tabletop.debrief.sections.events import EventRow, events, marks
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Phrase, Text, joined, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures.causes import totals
from tabletop.measures.chronicle import Handoff

CROWD, CLOSE, FEW = 0.55, 0.4, 6
"""When so great a share of so many ends lies in so small a part of the time, that part is drawn again, closer."""
MOST_EVENTS = 200
"""As many events as the table tells."""
MOST_REASONS = 2
"""As many causes as a hand-off's row names."""


@dataclass(frozen=True, slots=True)
class HandoffRow:
    """One hand-off in the table behind the picture."""

    number: int
    """Its number in the picture and in the journal."""
    kind: Name
    """What was handed on."""
    sender: Name
    """From whom."""
    receiver: Name
    """To whom."""
    channel: Name
    """Over which channel; empty where there was no route."""
    since: str
    """When it began."""
    took: str
    """How long it took."""
    ending: Ending
    """How it ended."""
    reasons: Text
    """What took most of its time; empty when it took none."""
    critical: bool
    """Whether it lies on a critical path."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the exercise."""

    title: str
    """What span it shows."""
    chart: Timeline
    """The picture itself."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened."""

    charts: tuple[Picture, ...]
    """The hand-offs of the critical paths, and a closer picture of a crowded beginning; none when nothing came up."""
    all: tuple[Picture, ...]
    """The same with all hand-offs, for the appendix; none when the critical paths are all there is."""
    families: tuple[tuple[reasons.Family, str], ...]
    """The families of causes that are seen in the picture, with their names."""
    events: tuple[EventRow, ...]
    """Injects, decisions and sessions in order of time."""
    handoffs: tuple[HandoffRow, ...]
    """The hand-offs drawn, in order of time."""
    notes: tuple[Phrase, ...]
    """What is not in the picture."""


def happened(story: Story) -> Happened:
    """Return what happened, as a picture and as tables."""
    shown = worth_showing(story)
    drawn = tuple(crossing(story, each) for each in shown)
    seen = {stretch.family for each in drawn for stretch in (*each.sending, *each.taking)}
    signs = marks(story)
    critical = tuple(each for each in drawn if each.critical or each.ending == "stopped") or drawn
    return Happened(
        tuple(_pictures(story, critical, signs)),
        tuple(_pictures(story, drawn, signs)) if len(critical) < len(drawn) else (),
        tuple((each, _(name)) for each, name in reasons.FAMILIES.items() if each in seen),
        events(story)[:MOST_EVENTS],
        tuple(_row(story, each) for each in shown),
        tuple(_notes(story, drawn, signs)),
    )


def _pictures(story: Story, drawn: Sequence[Crossing], signs: Sequence[Mark]) -> Iterator[Picture]:
    ends = sorted([*(each.at for each in drawn), *(each.at for each in signs)])
    if not ends:
        return
    yield Picture(_("The whole exercise"), _chart(story, drawn, signs, until=ends[-1]))
    crowded = ends[int(len(ends) * CROWD)]
    if len(ends) >= FEW and crowded < ends[-1] * CLOSE:
        until = min(ends[-1], crowded + crowded // 10)
        title = _("The first {span}, closer").replace("{span}", lasting(until))
        near = [clipped(each, until=until) for each in drawn if each.since < until]
        yield Picture(title, _chart(story, near, [each for each in signs if each.at <= until], until=until))


def _chart(story: Story, drawn: Sequence[Crossing], signs: Sequence[Mark], *, until: int) -> Timeline:
    line = axis(story.clock, since=0, until=until)
    lanes = [(actor, story.names.actor(actor)) for actor in seen(drawn, signs)]
    return timeline(line, lanes, crossings=drawn, marks=signs)


def seen(drawn: Sequence[Crossing], signs: Sequence[Mark]) -> list[str]:
    """Return the partners in the picture, in the order in which they come in."""
    first: dict[str, int] = {}
    arrivals = [(each.at, each.actor) for each in signs]
    arrivals += [(each.since, each.sender) for each in drawn]
    arrivals += [
        (each.at if each.left is None else each.left, each.receiver) for each in drawn if each.receiver
    ]
    for at, actor in sorted(arrivals, key=lambda each: each[0]):
        first.setdefault(actor, at)
    return list(first)


def _row(story: Story, handoff: Handoff) -> HandoffRow:
    names = story.names
    sums = sorted(totals(handoff.account).items(), key=lambda each: (-each[1], each[0]))[:MOST_REASONS]
    said = [
        phrase(_("{what} {time}"), {"what": reasons.label(names, cause), "time": briefly(time)})
        for cause, time in sums
    ]
    return HandoffRow(
        handoff.number,
        names.kind(handoff.kind),
        names.actor(handoff.sender),
        names.actor(handoff.receiver),
        names.channel(handoff.channel),
        moment(story.clock, handoff.since),
        briefly(handoff.at - handoff.since),
        ending(handoff),
        joined(said, by=_(", ")),
        handoff.number in story.critical,
    )


def _notes(story: Story, drawn: Sequence[Crossing], signs: Sequence[Mark]) -> Iterator[Phrase]:
    """Give what the picture and the tables leave out."""
    told, everything = len(story.told), len(story.chronicle.story)
    traffic = len(story.chronicle.handoffs) - everything
    out = [actor for actor in story.scenario.actors if actor not in seen(drawn, signs)]
    if told > len(drawn):
        pattern = _(
            "{some} of {all} hand-offs are drawn: those on critical paths, then those that broke down, then the longest."
        )
        yield phrase(pattern, {"some": len(drawn), "all": told})
    repeats, late = everything - told, max(0, len(events(story)) - MOST_EVENTS)
    counted = (
        (
            repeats,
            n_("{n} hand-off that brought nothing new", "{n} hand-offs that brought nothing new", repeats),
        ),
        (traffic, n_("{n} hand-off of routine traffic", "{n} hand-offs of routine traffic", traffic)),
        (late, n_("{n} later event", "{n} later events", late)),
    )
    for count, what in counted:
        if count:
            yield phrase(_("Not shown: {what}."), {"what": what})
    if out:
        yield phrase(_("Not in the picture: {actors}."), {"actors": story.names.actors(tuple(out))})
