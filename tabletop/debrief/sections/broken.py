"""Breakdowns: a card for each hand-off that went no further, and what lifting its barrier would have changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.gains import Gains
from tabletop.debrief.sayings import lasting, moment
from tabletop.debrief.sections.overview import Fact
from tabletop.debrief.sections.places import where_it_was
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures.breakdowns import Breakdown, harmful
from tabletop.measures.causes import totals
from tabletop.measures.whereabouts import whereabouts

MOST_CARDS = 12
"""As many cards as somebody reads; what is alike shares one."""


@dataclass(frozen=True, slots=True)
class Card:
    """One breakdown, or several of one kind on one link."""

    number: int
    """Its number among the cards, from 1."""
    what: Phrase
    """What did not get through, and where."""
    why: Phrase
    """Why, in the barrier's words."""
    facts: tuple[Fact, ...]
    """When, over which channel, for whom, who learnt of it."""
    gained: tuple[Text, ...]
    """What lifting that barrier alone would have changed in this very run."""
    helps: str
    """What would help in general; empty when no barrier stood there."""
    above: str
    """Which card has told of the same barrier; empty for the first."""


@dataclass(frozen=True, slots=True)
class Broken:
    """All that did not get through."""

    cards: tuple[Card, ...]
    """What no safeguard made and no other way made good."""
    more: str
    """How many more cards there would be; empty when none."""
    guarded: tuple[Card, ...]
    """What a safeguard stopped or held, as it should."""
    otherwise: str
    """How many hand-offs broke down while another way brought the same; empty when none did."""


def broken(story: Story, gains: Gains) -> Broken:
    """Return the breakdowns as cards: on critical paths first, then in order of time."""
    harmed = _alike(list(harmful(story.breakdowns)))
    harmed.sort(key=lambda each: each[0].handoff not in story.critical and each[0].how != "missing")
    guarded = _alike([each for each in story.breakdowns if each.protects and not each.otherwise])
    spared = sum(each.otherwise for each in story.breakdowns)
    more = len(harmed) + len(guarded) - len(harmed[:MOST_CARDS]) - len(guarded[:MOST_CARDS])
    return Broken(
        tuple(_cards(story, harmed[:MOST_CARDS], gains=gains)),
        n_("{n} more is in exercise.json.", "{n} more are in exercise.json.", more) if more else "",
        tuple(_cards(story, guarded[:MOST_CARDS], gains=gains)),
        _spared(spared) if spared else "",
    )


def _spared(count: int) -> str:
    return n_(
        "{n} more hand-off went no further, but the same information came by another way.",
        "{n} more hand-offs went no further, but the same information came by another way.",
        count,
    )


def _alike(found: list[Breakdown]) -> list[list[Breakdown]]:
    """Return breakdowns grouped by what, where and why, in the order in which each group began."""
    groups: dict[tuple[str, ...], list[Breakdown]] = {}
    for each in found:
        groups.setdefault((each.how, each.kind, each.sender, each.receiver, each.cause), []).append(each)
    return list(groups.values())


def _cards(story: Story, groups: list[list[Breakdown]], *, gains: Gains) -> Iterator[Card]:
    """Give the cards; what lifting a barrier gained stands on its first card, the others refer to it."""
    told: dict[str, int] = {}
    for place, group in enumerate(groups, 1):
        first = group[0]
        above = told.setdefault(first.barrier, place)
        says = above != place and bool(first.barrier) and first.how != "no_route"
        yield Card(
            number=place,
            what=headline(story, first),
            why=_why(story, first),
            facts=tuple(_facts(story, group)),
            gained=() if says or first.protects else gains.lifting(first.barrier),
            helps="" if says else reasons.helps(story.names, first.cause),
            above=_("The same barrier as on card {n}.").replace("{n}", str(above)) if says else "",
        )


def headline(story: Story, each: Breakdown) -> Phrase:
    """Return what did not get through, and where, as the head of its card."""
    names = story.names
    fields: dict[str, Text | int] = {
        "kind": names.kind(each.kind),
        "sender": names.actor(each.sender) if each.sender else "",
        "receiver": names.actor(each.receiver) if each.receiver else "",
    }
    if each.how == "missing":
        fields["work"] = names.work(each.origin)
        return phrase(_("“{kind}” was not there when “{work}” was decided"), fields)
    if not each.receiver:
        return phrase(_("“{kind}” went no further than {sender}"), fields)
    if each.how == "unfinished":
        return phrase(_("“{kind}” was still under way at EndEx: {sender} → {receiver}"), fields)
    return phrase(_("“{kind}” was not handed on: {sender} → {receiver}"), fields)


def _why(story: Story, each: Breakdown) -> Phrase:
    names = story.names
    if each.how == "missing":
        where = whereabouts(story.chronicle, each.recipients, kind=each.kind, at=each.at)
        return phrase(_("At that moment: {where}"), {"where": where_it_was(story, where)})
    if each.how == "no_route":
        fields: dict[str, Text | int] = {
            "sender": names.actor(each.sender),
            "who": names.actors(each.recipients) if each.recipients else names.actor(each.receiver),
            "kind": names.kind(each.kind),
        }
        return phrase(_("No link of this structure carries “{kind}” on from {sender} to {who}."), fields)
    way = reasons.Way(each.sender, each.receiver, each.channel, each.kind)
    account = dict(totals(story.chronicle.handoffs[each.handoff].account))
    return reasons.sentence(names, each.cause, way=way, wait=account.get(each.cause, each.at - each.since))


def _facts(story: Story, group: list[Breakdown]) -> list[Fact]:
    first, names, clock = group[0], story.names, story.clock
    found = [Fact(_("When"), moment(clock, first.at))]
    if len(group) > 1:
        found.append(Fact(_("How often"), n_("{n} time", "{n} times", len(group))))
    if first.how != "missing":
        found.append(Fact(_("Until then"), lasting(first.at - first.since)))
    if first.channel:
        found.append(Fact(_("Channel"), names.channel(first.channel)))
    if first.recipients:
        found.append(Fact(_("Meant for"), names.actors(first.recipients)))
    if first.how in ("stopped", "no_route"):
        learnt = first.sender_learns
        found.append(
            Fact(_("The sender learnt of it"), _("never") if learnt is None else moment(clock, learnt))
        )
    return found
