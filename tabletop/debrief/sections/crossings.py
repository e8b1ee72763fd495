"""Hand-offs made ready to be drawn: which of them, and what of each lay with the sender or with the receiver."""

from __future__ import annotations

from dataclasses import replace

from tabletop.debrief import reasons
from tabletop.debrief.charts.timeline import Crossing, Ending, Stretch
from tabletop.debrief.sayings import briefly
from tabletop.debrief.story import Story
from tabletop.debrief.text import Text, phrase
from tabletop.debrief.words import _
from tabletop.measures.causes import barrier_of, spans
from tabletop.measures.chronicle import Handoff
from tabletop.model.barrier import Stage
from tabletop.model.journal import ABSENT, HANDLING, QUEUE, SESSION, SHUT, HandedOn, Stopped

MOST_CROSSINGS = 120
"""As many hand-offs as one picture can show."""

_AT_RECEIVER = (SHUT, ABSENT, QUEUE, HANDLING, SESSION)
_RECEIVING = (Stage.taken_in, Stage.understood)


def worth_showing(story: Story) -> tuple[Handoff, ...]:
    """Return the hand-offs that are drawn, in order: those on critical paths, then broken ones, then the longest."""

    def rank(each: Handoff) -> tuple[bool, bool, int, int]:
        length = each.at - each.since
        broken = isinstance(each, Stopped) and bool(each.recipients)
        return each.number not in story.critical, not broken, -length, each.number

    return tuple(
        sorted(sorted(story.told, key=rank)[:MOST_CROSSINGS], key=lambda each: (each.since, each.number))
    )


def crossing(story: Story, handoff: Handoff) -> Crossing:
    """Return a hand-off as it is to be drawn."""
    parts = tuple(spans(handoff.account, handoff.since))
    cut = len(parts)
    while cut and _is_receivers(story, parts[cut - 1][0]):
        cut -= 1
    names = story.names
    return Crossing(
        number=handoff.number,
        sender=handoff.sender,
        receiver=handoff.receiver,
        since=handoff.since,
        left=_left(story, handoff, arrived=parts[cut][1] if cut < len(parts) else None),
        at=handoff.at,
        sending=tuple(Stretch(reasons.family(names, cause), a, b) for cause, a, b in parts[:cut]),
        taking=tuple(Stretch(reasons.family(names, cause), a, b) for cause, a, b in parts[cut:]),
        ending=ending(handoff),
        critical=handoff.number in story.critical,
        says=_says(story, handoff),
    )


def clipped(each: Crossing, *, until: int) -> Crossing:
    """Return a hand-off as it is to be drawn in a picture that ends before it does."""
    if each.at <= until:
        return each
    left = each.left if each.left is not None and each.left <= until else None
    sending, taking = _before(each.sending, until), _before(each.taking, until)
    return replace(each, left=left, at=until, sending=sending, taking=taking, ending="goes_on")


def _before(stretches: tuple[Stretch, ...], until: int) -> tuple[Stretch, ...]:
    return tuple(replace(each, until=min(each.until, until)) for each in stretches if each.since < until)


def ending(handoff: Handoff) -> Ending:
    """Return how a hand-off ended."""
    if isinstance(handoff, HandedOn):
        return "handed_on"
    return "stopped" if isinstance(handoff, Stopped) else "unfinished"


def _is_receivers(story: Story, cause: str) -> bool:
    barrier = barrier_of(story.scenario, cause)
    return cause in _AT_RECEIVER if barrier is None else barrier.stage in _RECEIVING


def _left(story: Story, handoff: Handoff, *, arrived: int | None) -> int | None:
    """Return when it came to the receiver; None: it never did."""
    if arrived is not None or isinstance(handoff, HandedOn):
        return handoff.at if arrived is None else arrived
    barrier = (
        story.scenario.barrier_at(handoff.barrier)
        if isinstance(handoff, Stopped) and handoff.barrier
        else None
    )
    return handoff.at if barrier is not None and barrier.stage in _RECEIVING else None


def _says(story: Story, handoff: Handoff) -> Text:
    names = story.names
    fields: dict[str, Text | int] = {
        "number": handoff.number,
        "kind": names.kind(handoff.kind),
        "sender": names.actor(handoff.sender),
        "receiver": names.actor(handoff.receiver),
        "span": briefly(handoff.at - handoff.since),
    }
    return phrase(_("{number}: {kind}, {sender} → {receiver}, {span}"), fields)
