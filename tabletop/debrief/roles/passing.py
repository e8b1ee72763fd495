"""What went on from one role's desk: how each hand-off fared, what waited there, and what became of it in the end.

The school's mail was known at the coordinator's in fourteen minutes; the case conference was held with it on day 12; the
school heard of the plan on the same morning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.charts.timeline import Ending
from tabletop.debrief.roles.reader import Reader
from tabletop.debrief.roles.thinned import Thinned, thinned
from tabletop.debrief.sayings import briefly, moment
from tabletop.debrief.sections.crossings import ending
from tabletop.debrief.text import Name, Phrase, Text, phrase
from tabletop.debrief.words import _
from tabletop.measures.causes import totals
from tabletop.measures.chronicle import TRAFFIC, Handoff
from tabletop.measures.lineage import made_from
from tabletop.measures.loops import loops
from tabletop.model.journal import Handled

MOST_PASSED, MOST_WAITED, MOST_MADE = 9, 4, 6
"""As many hand-offs, as many waits and as many lines on what became of it as stand on one sheet."""


@dataclass(frozen=True, slots=True)
class PassedRow:
    """One hand-off that began here."""

    number: int
    """Its number in the journal."""
    kind: Name
    """What was passed on."""
    receiver: Text
    """To whom; a dash where no way led there."""
    since: str
    """From when on."""
    took: str
    """How long it took."""
    ending: Ending
    """How it ended."""
    mostly: Text
    """What took most of its time; empty when nothing did."""


@dataclass(frozen=True, slots=True)
class WaitedRow:
    """One piece of information that waited at this desk."""

    kind: Name
    """What waited."""
    arrived: str
    """When it came."""
    waited: str
    """How long it waited before work on it began or went on."""
    mostly: str
    """What for: the desk was shut, nobody was there, or other work came first."""


def passed(reader: Reader) -> Thinned[PassedRow]:
    """Return the hand-offs that began here and brought something new, those that took longest first, in order of time."""
    told = reader.readable(each for each in reader.story.told if each.sender in reader.actors)
    longest = thinned(sorted(told, key=lambda each: (each.since - each.at, each.number)), MOST_PASSED)
    shown = sorted(longest.rows, key=lambda each: each.number)
    return Thinned(tuple(_passed(reader, each) for each in shown), longest.left_out)


def waited(reader: Reader) -> Thinned[WaitedRow]:
    """Return what waited longest at this desk, the longest first."""
    visits = [
        each
        for each in reader.story.chronicle.of(Handled)
        if each.actor in reader.actors
        and each.work in ("item", "decision")
        and _wait(each)
        and not each.origin.startswith(TRAFFIC)
    ]
    mine = [each for each in visits if each.kind and reader.may_read(each.kind)]
    longest = thinned(sorted(mine, key=lambda each: (-_wait(each), each.arrived)), MOST_WAITED)
    return Thinned(tuple(_waited(reader, each) for each in longest.rows), longest.left_out)


def became(reader: Reader) -> Thinned[Phrase]:
    """Return what was made of what came in here: the decisions taken with it, and whether word of them came back."""
    return thinned(dict.fromkeys(_became(reader)), MOST_MADE)


def _became(reader: Reader) -> Iterator[Phrase]:
    story = reader.story
    for loop in loops(story.chronicle):
        kind = loop.origin.rpartition("/")[2]
        if loop.holder not in reader.actors or not reader.may_read(kind):
            continue
        fields: dict[str, Text | int] = {"kind": story.names.kind(kind)}
        made = [
            each
            for each, _told in made_from(story.chronicle, loop.origin)
            if each.decision in story.scenario.decisions
        ]
        if not made:
            yield phrase(_("“{kind}”: no decision was made from it by EndEx."), fields)
        for each in made:
            fields |= {"when": moment(story.clock, each.at), "work": story.names.work(each.decision)}
            named = reader.may_name(each.decision)
            yield phrase(
                _("“{kind}” was part of “{work}” on {when}.")
                if named
                else _("“{kind}” was part of a decision on {when}."),
                fields,
            )
        if made:
            yield _heard(reader, loop.closed, fields)


def _heard(reader: Reader, closed: int | None, fields: dict[str, Text | int]) -> Phrase:
    if closed is None:
        return phrase(_("No word of what became of “{kind}” came back here by EndEx."), fields)
    when: dict[str, Text | int] = {**fields, "when": moment(reader.story.clock, closed)}
    return phrase(_("Word of what became of “{kind}” came back here on {when}."), when)


def _passed(reader: Reader, each: Handoff) -> PassedRow:
    story = reader.story
    sums = totals(each.account)
    most = max(sums, key=lambda cause: sums[cause], default="")
    return PassedRow(
        each.number,
        story.names.kind(each.kind),
        story.names.actor(each.receiver) if each.receiver else "–",
        moment(story.clock, each.since),
        briefly(each.at - each.since),
        ending(each),
        reasons.label(story.names, most) if most else "",
    )


def _wait(visit: Handled) -> int:
    return visit.shut + visit.absent + visit.queue


def _waited(reader: Reader, visit: Handled) -> WaitedRow:
    story = reader.story
    causes = {
        _("the desk was shut"): visit.shut,
        _("nobody was at the desk"): visit.absent,
        _("other work came first"): visit.queue,
    }
    return WaitedRow(
        story.names.kind(visit.kind),
        moment(story.clock, visit.arrived),
        briefly(_wait(visit)),
        max(causes, key=lambda cause: causes[cause]),
    )
