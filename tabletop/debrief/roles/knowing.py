"""What was known at one role's desk, and when; and what it needed that others held, and where that was meanwhile.

The caseworker knew of the coach's observation on Friday; since Monday it had been at the club, on the line to the
municipality, and in a mail: what she could not have known, and why, step by step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.roles.reader import Reader
from tabletop.debrief.roles.thinned import Thinned, thinned
from tabletop.debrief.sayings import lasting, moment, share
from tabletop.debrief.sections.places import where_it_was
from tabletop.debrief.text import Name, Phrase, Text, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures.awareness import Need
from tabletop.measures.causes import totals
from tabletop.measures.chronicle import Handoff
from tabletop.measures.whereabouts import ancestors, whereabouts
from tabletop.model.journal import Known

MOST_KNOWN, MOST_ELSEWHERE = 18, 4
"""As many things that were known, and that were needed and are followed step by step, as stand on one sheet."""


@dataclass(frozen=True, slots=True)
class KnownRow:
    """One kind of information that came to be known here."""

    when: str
    """When, for the first time."""
    kind: Name
    """What."""
    how: Text
    """From whom, or by which work of its own."""
    right: str
    """Which share of its details was right."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One kind of information that was needed here while others held it."""

    kind: Name
    """What was needed."""
    said: Phrase
    """When it came up, where, and when it was known here."""
    meanwhile: tuple[Phrase, ...]
    """Where it was meanwhile, step by step."""


def known(reader: Reader) -> Thinned[KnownRow]:
    """Return what came to be known here, each kind once, in order of time."""
    chronicle, kinds = reader.story.chronicle, reader.story.scenario.information
    found = [
        sorted(entries, key=lambda each: each.at)
        for kind in kinds
        if reader.may_read(kind)
        and (entries := [each for a in reader.actors if (each := chronicle.first_known(a, kind))])
    ]
    return thinned((_row(reader, each) for each in sorted(found, key=lambda each: each[0].at)), MOST_KNOWN)


def unnamed(reader: Reader) -> int:
    """Return how many kinds came to be known here that this sheet does not name."""
    chronicle, kinds = reader.story.chronicle, reader.story.scenario.information
    return sum(
        not reader.may_read(kind) and any(chronicle.first_known(actor, kind) for actor in reader.actors)
        for kind in kinds
    )


def elsewhere(reader: Reader) -> Thinned[Elsewhere]:
    """Return what was needed here and waited longest elsewhere, in order of when it came up."""
    chronicle = reader.story.chronicle
    waited = [
        need
        for need in reader.story.awareness.counted
        if need.role == reader.role
        and reader.may_read(need.kind)
        and need.knows != need.exists
        and chronicle.first_holders.get(need.kind) not in reader.actors
    ]

    def length(need: Need) -> int:
        return (chronicle.end if need.knows is None else need.knows) - (need.exists or 0)

    longest = thinned(sorted(waited, key=lambda each: -length(each)), MOST_ELSEWHERE)
    shown = sorted(longest.rows, key=lambda each: each.exists or 0)
    return Thinned(tuple(_elsewhere(reader, need) for need in shown), longest.left_out)


def _row(reader: Reader, entries: list[Known]) -> KnownRow:
    """Return when the first of those who hold the role came to know a kind, and the last."""
    story, entry = reader.story, entries[0]
    how = _how(reader, entry)
    if len(entries) > 1:
        pattern = n_(
            "{how}; {n} holder of this role knew it by {when}",
            "{how}; {n} holders of this role knew it by {when}",
            len(entries),
        )
        how = phrase(pattern, {"how": how, "when": moment(story.clock, entries[-1].at)})
    return KnownRow(moment(story.clock, entry.at), story.names.kind(entry.kind), how, share(entry.accuracy))


def _how(reader: Reader, entry: Known) -> Text:
    """Return from whom, or by which work, something came to be known."""
    story = reader.story
    handoff = story.chronicle.handoffs.get(entry.handoff)
    if handoff is not None:
        fields: dict[str, Text | int] = {
            "who": story.names.actor(handoff.sender),
            "channel": story.names.channel(handoff.channel),
        }
        return phrase(_("from {who}, over “{channel}”"), fields)
    if entry.origin.startswith("decision/"):
        work = entry.origin.split("/")[1]
        named = reader.may_name(work) and work in story.scenario.works
        return phrase(_("by “{work}”"), {"work": story.names.work(work)}) if named else _("by work done here")
    return _("at first hand")


def _elsewhere(reader: Reader, need: Need) -> Elsewhere:
    story = reader.story
    holder = story.chronicle.first_holders.get(need.kind, "")
    exists = need.exists or 0
    fields: dict[str, Text | int] = {
        "exists": moment(story.clock, exists),
        "holder": story.names.actor(holder),
        "knows": "" if need.knows is None else moment(story.clock, need.knows),
        "span": lasting((need.knows or story.chronicle.end) - exists),
    }
    if need.knows is None:
        pattern = _("Came up at {holder} on {exists}; not known here by EndEx, {span} later.")
    else:
        pattern = _("Came up at {holder} on {exists}; known here on {knows}, {span} later.")
    return Elsewhere(story.names.kind(need.kind), phrase(pattern, fields), tuple(_meanwhile(reader, need)))


def _meanwhile(reader: Reader, need: Need) -> Iterator[Phrase]:
    """Give the hand-offs that brought it, in order; for what never came, where it was at EndEx."""
    story = reader.story
    if need.knows is None:
        where = whereabouts(story.chronicle, (need.role,), kind=need.kind, at=story.chronicle.end)
        yield where_it_was(story, where)
        return
    learning = story.chronicle.learning(need.role, need.kind)
    handoff = story.chronicle.handoffs.get(learning.known.handoff) if learning else None
    if learning is None or handoff is None:
        return
    for each in reversed(ancestors(story.chronicle, handoff)):
        yield _step(reader, each, to=each.receiver)
    # What is said in a meeting is heard by others than the one it was handed to.
    yield _step(reader, handoff, to=learning.known.actor)


def _step(reader: Reader, each: Handoff, *, to: str) -> Phrase:
    story = reader.story
    sums = totals(each.account)
    fields: dict[str, Text | int] = {
        "sender": story.names.actor(each.sender),
        "receiver": story.names.actor(to),
        "since": moment(story.clock, each.since),
        "at": moment(story.clock, each.at),
    }
    if not sums:
        return phrase(_("{sender} → {receiver}: {since}, at once."), fields)
    most = max(sums, key=lambda cause: sums[cause])
    fields |= {"label": reasons.label(story.names, most), "span": lasting(sums[most])}
    return phrase(_("{sender} → {receiver}: {since} to {at}; longest: {label}, {span}."), fields)
