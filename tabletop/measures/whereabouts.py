"""Where a piece of information was when it was wanted: on whose desk, on which way, or nowhere yet.

The case conference sat at its deadline without the background: it lay with the data protection officer, waiting for
approval on its way from the police to the youth organisation.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from tabletop.measures.causes import cause_at
from tabletop.measures.chronicle import Chronicle, Handoff
from tabletop.model.journal import HandedOn, Injected, Stopped

State = Literal["known", "under_way", "stopped", "not_handed_on", "at_first_desk", "nowhere"]
"""Known to whom it was meant for; on its way; stopped for good; known to somebody who does not hand it on to them;
brought by an inject but not yet handled; or not in the exercise yet."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one kind of information was at one instant, seen from those who wanted it."""

    kind: str
    """The kind of information."""
    state: State
    """Where it was, in a word."""
    since: int | None = None
    """From when it was there, in milliseconds since StartEx; None when it was nowhere."""
    sender: str = ""
    """Who held it, or was handing it on."""
    receiver: str = ""
    """Who was to get it next; empty when nobody was."""
    channel: str = ""
    """The channel it was on."""
    handoff: int = 0
    """The number of the hand-off it was in; 0 when in none."""
    cause: str = ""
    """What it was waiting for, or what stopped it, as a cause of an account."""


def whereabouts(chronicle: Chronicle, roles: Collection[str], *, kind: str, at: int) -> Whereabouts:
    """Return where a kind was at an instant for the roles (or actors) that wanted it: its furthest hand-off, or less."""
    knowing = [chronicle.learning(role, kind) for role in roles]
    if knowing and all(each is not None and each.at <= at for each in knowing):
        return Whereabouts(kind, "known", max(each.at for each in knowing if each))
    handoff = furthest(chronicle, roles, kind=kind, at=at)
    return _with(chronicle, kind, at=at) if handoff is None else _in_handoff(handoff, at)


def furthest(chronicle: Chronicle, roles: Collection[str], *, kind: str, at: int) -> Handoff | None:
    """Return the hand-off of a kind, meant for any of these roles, that had got furthest by an instant.

    Only those count that were under way then or had been stopped. Furthest is after most hand-offs; of equals what began
    first, then what was still under way, then the highest number (the other channel after the first).
    """
    meant = [
        each
        for each in chronicle.story
        if each.kind == kind and _open(each, at) and _for(chronicle, each, roles)
    ]
    return max(meant, key=lambda each: _how_far(chronicle, each, at), default=None)


def _how_far(chronicle: Chronicle, handoff: Handoff, at: int) -> tuple[int, int, bool, int]:
    under_way = not isinstance(handoff, Stopped) or handoff.at > at
    return len(ancestors(chronicle, handoff)), -handoff.since, under_way, handoff.number


def ancestors(chronicle: Chronicle, handoff: Handoff) -> tuple[Handoff, ...]:
    """Return the hand-offs that brought an item to a hand-off's sender, the latest first."""
    line: list[Handoff] = []
    while handoff.parent:
        handoff = chronicle.handoffs[handoff.parent]
        line.append(handoff)
    return tuple(line)


def stopped_by(handoff: Stopped) -> str:
    """Return what stopped a hand-off as a cause of an account: `cat.3.legal_gate:refused`, or `no_route`."""
    return f"{handoff.barrier}:{handoff.because}" if handoff.barrier else handoff.because


def first_desk(chronicle: Chronicle, kind: str, *, at: int) -> tuple[Injected, str] | None:
    """Return the latest inject that had brought a kind by an instant, and to whom first; None: there was none."""
    brought = [each for each in chronicle.brought if each.kind == kind and each.at <= at and each.actors]
    return (brought[-1], brought[-1].actors[0]) if brought else None


def _open(handoff: Handoff, at: int) -> bool:
    return handoff.since <= at and (not isinstance(handoff, HandedOn) or handoff.at > at)


def _for(chronicle: Chronicle, handoff: Handoff, roles: Collection[str]) -> bool:
    """Tell whether it is meant for one of the roles, by name or because the same actors may act for both."""
    if any(role in handoff.recipients for role in roles):
        return True
    people = {actor for name in handoff.recipients for actor in chronicle.people_of(name)}
    return any(actor in people for role in roles for actor in chronicle.scenario.actors_named(role))


def _in_handoff(handoff: Handoff, at: int) -> Whereabouts:
    way = (handoff.sender, handoff.receiver, handoff.channel, handoff.number)
    if isinstance(handoff, Stopped) and handoff.at <= at:
        return Whereabouts(handoff.kind, "stopped", handoff.at, *way, stopped_by(handoff))
    waits_for = cause_at(handoff.account, handoff.since, at=at)
    return Whereabouts(handoff.kind, "under_way", handoff.since, *way, waits_for)


def _with(chronicle: Chronicle, kind: str, *, at: int) -> Whereabouts:
    """Say where a kind was that nobody was handing on."""
    known = next((each for each in chronicle.learnt if each.kind == kind and each.at <= at), None)
    if known is not None:
        return Whereabouts(kind, "not_handed_on", known.at, known.actor)
    desk = first_desk(chronicle, kind, at=at)
    if desk is not None:
        return Whereabouts(kind, "at_first_desk", desk[0].at, receiver=desk[1])
    return Whereabouts(kind, "nowhere")
