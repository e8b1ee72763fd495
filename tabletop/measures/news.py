"""Which hand-offs brought news: what a second report of a known thing waits for delays nobody.

The school's concern reached the coordinator on Wednesday. A neighbour's report of the same kind lay a month between two
sessions after that: nobody waited for it, so its month is no time lost, unless the coordinator was to pass it on to
somebody who had not heard.
"""

from __future__ import annotations

from tabletop.measures.chronicle import Chronicle, Handoff
from tabletop.model.journal import HandedOn


def is_repeat(chronicle: Chronicle, handoff: Handoff) -> bool:
    """Tell whether the receiver knew this very origin from elsewhere when the hand-off ended."""
    if isinstance(handoff, HandedOn):
        return handoff.repeat
    known = chronicle.first_told(handoff.receiver, handoff.origin)
    return known is not None and known.at <= handoff.at


def with_news(chronicle: Chronicle) -> tuple[Handoff, ...]:
    """Return the hand-offs of the story that somebody waited for, in order of their numbers.

    One that ended well stays when by it anybody, its receiver or somebody in the same session, first knew the kind or
    knew it better than from any other origin, since any origin of a kind counts as knowing it; or when what it brought
    went on to somebody for whom it was news. One that did not stays unless its receiver knew the kind by then as well
    as its sender did.
    """
    by_hearing = chronicle.bettered
    news: list[Handoff] = []
    led_on: set[int] = set()
    for handoff in reversed(chronicle.story):
        if handoff.number in led_on or handoff.number in by_hearing or _was_missed(chronicle, handoff):
            news.append(handoff)
            led_on.add(handoff.parent)
    return tuple(reversed(news))


def _was_missed(chronicle: Chronicle, handoff: Handoff) -> bool:
    if isinstance(handoff, HandedOn) or is_repeat(chronicle, handoff):
        return False
    told = chronicle.first_told(handoff.sender, handoff.origin)
    known = chronicle.first_known(handoff.receiver, handoff.kind, accurate=told.accuracy if told else 0.0)
    return known is None or known.at > handoff.at
