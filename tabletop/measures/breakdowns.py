"""Where a hand-off broke down: what did not get through, where, why, and whom it was meant for.

"The background was stopped between the police and the youth organisation: not authorised; the coordinator never had it"
is one breakdown; a conference held without a piece that it needed is another.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tabletop.measures.causes import address_of, cause_at, protects
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.whereabouts import stopped_by, whereabouts
from tabletop.model.journal import NO_ROUTE, Stopped, Unfinished

How = Literal["stopped", "no_route", "unfinished", "missing"]
"""Stopped at a barrier; no link led on; still under way at EndEx; or missing when a decision was taken."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One thing that did not get through; times are milliseconds since StartEx."""

    how: How
    """In what way."""
    kind: str
    """What it was: the kind of information."""
    origin: str
    """The origin of the item; the decision's id for what a decision missed."""
    at: int
    """When it was stopped, decided without it, or EndEx."""
    since: int
    """When its sender knew; for what a decision missed, when it came to where it then was."""
    sender: str
    """Who had it; empty when it was nowhere."""
    receiver: str
    """Who should have got it next; for what a decision missed, who decided."""
    channel: str
    """Over which channel; empty when over none."""
    cause: str
    """Why: what stopped it or what it waited for, as a cause of an account, or where it was, in a word."""
    recipients: tuple[str, ...]
    """The roles and actors it was meant for."""
    handoff: int = 0
    """The hand-off's number; 0 when it was in none."""
    protects: bool = False
    """Whether a safeguard stopped or held it, which is no failing."""
    otherwise: bool = False
    """Whether all whom it was meant for came to know the very same item by another way, so that no harm was done."""
    sender_learns: int | None = None
    """When the sender learnt of it; None: never, or nothing was stopped."""

    @property
    def barrier(self) -> str:
        """The address of the barrier; `no_route` where no link led on; empty where it was neither."""
        return NO_ROUTE if self.how == NO_ROUTE else address_of(self.cause)


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def breakdowns(chronicle: Chronicle) -> tuple[Breakdown, ...]:
    """Return all breakdowns but those of traffic, in order of time, hand-offs before decisions."""
    stopped = [_stopped(chronicle, each) for each in chronicle.story if isinstance(each, Stopped)]
    open_ = [_unfinished(chronicle, each) for each in chronicle.story if isinstance(each, Unfinished)]
    return tuple(sorted([*stopped, *_missing(chronicle), *open_], key=lambda each: each.at))


def harmful(found: tuple[Breakdown, ...]) -> tuple[Breakdown, ...]:
    """Return those that were meant for somebody, that no safeguard made and that no other way made good."""
    return tuple(each for each in found if each.recipients and not each.protects and not each.otherwise)


def by_barrier(found: tuple[Breakdown, ...]) -> Counter[str]:
    """Return how many breakdowns each barrier made, by address; `no_route` where no link led on."""
    return Counter(each.barrier for each in found if each.barrier)


def _stopped(chronicle: Chronicle, handoff: Stopped) -> Breakdown:
    cause = stopped_by(handoff)
    return Breakdown(
        how="no_route" if handoff.because == NO_ROUTE and not handoff.barrier else "stopped",
        kind=handoff.kind,
        origin=handoff.origin,
        at=handoff.at,
        since=handoff.since,
        sender=handoff.sender,
        receiver=handoff.receiver,
        channel=handoff.channel,
        cause=cause,
        recipients=handoff.recipients,
        handoff=handoff.number,
        protects=protects(chronicle.scenario, cause),
        otherwise=_made_good(chronicle, handoff),
        sender_learns=handoff.sender_learns,
    )


def _unfinished(chronicle: Chronicle, handoff: Unfinished) -> Breakdown:
    cause = cause_at(handoff.account, handoff.since, at=handoff.at)
    return Breakdown(
        how="unfinished",
        kind=handoff.kind,
        origin=handoff.origin,
        at=handoff.at,
        since=handoff.since,
        sender=handoff.sender,
        receiver=handoff.receiver,
        channel=handoff.channel,
        cause=cause,
        recipients=handoff.recipients,
        handoff=handoff.number,
        protects=protects(chronicle.scenario, cause),
        otherwise=_made_good(chronicle, handoff),
    )


def _made_good(chronicle: Chronicle, handoff: Stopped | Unfinished) -> bool:
    """Tell whether somebody of each role or actor it was meant for came to know the same item all the same."""
    told = [
        any(chronicle.first_told(actor, handoff.origin) for actor in chronicle.people_of(name))
        for name in handoff.recipients
    ]
    return bool(told) and all(told)


def _missing(chronicle: Chronicle) -> list[Breakdown]:
    """Return what decisions were taken without, though they needed it."""
    found = []
    for decided in chronicle.decided.values():
        words = chronicle.scenario.works[decided.decision]
        short = len(words.needs.of) - len(decided.missing) < words.needs.enough
        for kind in decided.missing if short else ():
            where = whereabouts(chronicle, words.by.roles, kind=kind, at=decided.at)
            since = decided.at if where.since is None else where.since
            found.append(
                Breakdown(
                    how="missing",
                    kind=kind,
                    origin=decided.decision,
                    at=decided.at,
                    since=since,
                    sender=where.sender,
                    receiver=decided.actors[-1] if decided.actors else "",
                    channel=where.channel,
                    cause=where.cause or where.state,
                    recipients=words.by.roles,
                    handoff=where.handoff,
                    protects=protects(chronicle.scenario, where.cause),
                )
            )
    return found
