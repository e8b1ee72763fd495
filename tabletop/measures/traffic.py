"""What flows all the time, stream by stream: how much was sent and arrived, how long it took, how long it lay waiting.

Everybody mails everybody every eight hours; through the hub nine in ten of those mails take four hours, directly they
take one. Traffic is counted, never told as a story.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.measures.chronicle import TRAFFIC, Chronicle, Handoff
from tabletop.measures.spread import Spread, spread
from tabletop.measures.whereabouts import ancestors
from tabletop.model.journal import ABSENT, NO_ROUTE, QUEUE, SHUT, HandedOn, Stopped

WAITING = (QUEUE, SHUT, ABSENT)
"""The causes of an account that are time in the queue at a desk."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of traffic; items sent from `clock.measure_from` on, times in milliseconds."""

    id: str
    """The stream's id."""
    sent: int
    """How many items were sent."""
    arrived: int
    """How many were handled by those they were for."""
    no_route: int
    """How many found no link to go on."""
    stopped: int
    """How many a barrier stopped."""
    sojourn: Spread
    """From sending to the end of handling, of those that arrived."""
    queue: Spread
    """Time waiting at desks on the way, shut and absent counted in, of those that arrived."""


def streams(chronicle: Chronicle) -> Mapping[str, Stream]:
    """Return the figures of every stream of traffic, by id."""
    items: dict[str, dict[str, list[Handoff]]] = {name: {} for name in chronicle.scenario.traffic}
    for handoff in chronicle.handoffs.values():
        if handoff.origin.startswith(TRAFFIC):
            stream = handoff.origin.split("/", 2)[1]
            items.setdefault(stream, {}).setdefault(handoff.origin, []).append(handoff)
    return {name: _stream(chronicle, name, list(sent.values())) for name, sent in items.items()}


def _stream(chronicle: Chronicle, name: str, sent: list[list[Handoff]]) -> Stream:
    start = chronicle.scenario.clock.measure_from
    counted = [hops for hops in sent if hops[0].since >= start]
    arrivals = [last for hops in counted if (last := _arrival(chronicle, hops)) is not None]
    stopped = [each for hops in counted for each in hops if isinstance(each, Stopped)]
    no_route = sum(each.because == NO_ROUTE for each in stopped)
    lines = [(last, *ancestors(chronicle, last)) for last in arrivals]
    return Stream(
        name,
        sent=len(counted),
        arrived=len(arrivals),
        no_route=no_route,
        stopped=len(stopped) - no_route,
        sojourn=spread([line[0].at - line[-1].since for line in lines]),
        queue=spread([sum(map(_waited, line)) for line in lines]),
    )


def _arrival(chronicle: Chronicle, hops: list[Handoff]) -> HandedOn | None:
    """Return the hand-off that brought an item to whom it is for; None when none did."""
    for handoff in hops:
        if isinstance(handoff, HandedOn) and any(
            handoff.receiver in chronicle.people_of(name) for name in handoff.recipients
        ):
            return handoff
    return None


def _waited(handoff: Handoff) -> int:
    return sum(length for cause, length in handoff.account if cause in WAITING)
