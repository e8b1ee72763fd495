"""Following a piece of information back: who told it to whom, back to the post on a Monday morning.

The coordinator knew of it from a call by the social workers, who had it in the post from the school, whose teacher was
shown it at eight. What came out of a decision is followed through the decision to what it waited for last.
"""

from __future__ import annotations

from tabletop.measures.causes import spans
from tabletop.measures.chronicle import Chronicle, Handoff
from tabletop.measures.expectations import decision_start
from tabletop.measures.paths import (
    NOT_DONE,
    NOT_HANDED_ON,
    STOOD_IN,
    WAITED_FOR_THE_DEADLINE,
    Part,
    Step,
    joined,
)
from tabletop.measures.whereabouts import whereabouts
from tabletop.model.journal import ABSENT, HANDLING, QUEUE, SHUT, Account, Decided, Handled, Known


def to_known(chronicle: Chronicle, known: Known) -> tuple[Part, ...]:
    """Return the parts from where an item came up to an actor's knowing it, back over the hand-offs to its origin."""
    parts: tuple[Part, ...] = ()
    number, actor, until = known.handoff, known.actor, known.at
    while number:
        handoff = chronicle.handoffs[number]
        crossing = joined(
            in_handoff(handoff, receiver=actor),
            until=until,
            otherwise=_held(handoff, since=handoff.at),
        )
        parts = (*crossing, *parts)
        number, actor, until = handoff.parent, handoff.sender, handoff.since
    return (*_birth(chronicle, known, actor=actor, until=until), *parts)


def in_handoff(handoff: Handoff, *, receiver: str = "") -> tuple[Part, ...]:
    """Return the account of a hand-off as parts; at a meeting another than its receiver may have heard it."""
    return tuple(
        Part(
            cause,
            since,
            until,
            "handoff",
            sender=handoff.sender,
            receiver=receiver or handoff.receiver,
            channel=handoff.channel,
            kind=handoff.kind,
            origin=handoff.origin,
            handoff=handoff.number,
        )
        for cause, since, until in spans(handoff.account, handoff.since)
    )


def to_decided(chronicle: Chronicle, decided: Decided) -> tuple[Part, ...]:
    """Return the parts up to a decision: over the last need that came to whoever finished last, then their work.

    A decision taken at its deadline has one part, from the start of its clock.
    """
    if decided.at_deadline:
        return (_waited(chronicle, decided),)
    actor = _last(decided)
    work = chronicle.visits.get(("decision", actor, decided.decision))
    ready = decided.at if decided.ready is None else decided.ready
    parts = in_visit(work, "decision", kind="") if work else ()
    rest = Part(NOT_DONE, ready, decided.at, "decision", receiver=actor, origin=decided.decision)
    before = _to_ready(chronicle, decided.decision, actor=actor, ready=work.arrived if work else ready)
    return joined((*before, *parts), until=decided.at, otherwise=rest)


def last_need(chronicle: Chronicle, decision: str, *, actor: str, by: int) -> Known | None:
    """Return the need that came last of those that made an actor ready for a decision by an instant; None: none did."""
    needs = chronicle.scenario.works[decision].needs
    known = [each for kind in needs.of if (each := chronicle.first_known(actor, kind)) and each.at <= by]
    in_time = sorted(known, key=lambda each: chronicle.places[each])[: needs.enough]
    return in_time[-1] if in_time else None


def _to_ready(chronicle: Chronicle, decision: str, *, actor: str, ready: int) -> tuple[Part, ...]:
    """Return the parts up to the instant at which an actor knew enough for a decision; none when it needs nothing."""
    last = last_need(chronicle, decision, actor=actor, by=ready)
    if last is None:
        return ()
    wait = Part(STOOD_IN, last.at, ready, receiver=actor, kind=last.kind, origin=decision)
    return joined(to_known(chronicle, last), until=ready, otherwise=wait)


def in_visit(visit: Handled, step: Step, *, kind: str) -> tuple[Part, ...]:
    """Return the account of a visit at a desk as parts."""
    return tuple(
        Part(cause, since, until, step, receiver=visit.actor, kind=kind, origin=visit.origin)
        for cause, since, until in spans(stay(visit), visit.arrived)
    )


def stay(work: Handled) -> Account:
    """Return the account of a visit at a desk."""
    return ((SHUT, work.shut), (ABSENT, work.absent), (QUEUE, work.queue), (HANDLING, work.handling))


def _birth(chronicle: Chronicle, known: Known, *, actor: str, until: int) -> tuple[Part, ...]:
    """Return the parts up to the first holder's knowing: the decision that told it, or the inject's visit."""
    source, _, rest = known.origin.partition("/")
    name = rest.partition("/")[0]
    if source == "decision" and name in chronicle.decided:
        before = to_decided(chronicle, chronicle.decided[name])
        held = Part(NOT_HANDED_ON, until, until, sender=actor, kind=known.kind, origin=known.origin)
        return joined(before, until=until, otherwise=held)
    visit = chronicle.visits.get(("item", actor, known.origin))
    if visit is None:
        return ()
    held = Part(NOT_HANDED_ON, visit.at, until, sender=actor, kind=known.kind, origin=known.origin)
    return joined(in_visit(visit, "inject", kind=known.kind), until=until, otherwise=held)


def _held(handoff: Handoff, *, since: int) -> Part:
    return Part(NOT_HANDED_ON, since, since, sender=handoff.sender, kind=handoff.kind, origin=handoff.origin)


def _waited(chronicle: Chronicle, decided: Decided) -> Part:
    words = chronicle.scenario.works[decided.decision]
    missing = tuple(
        whereabouts(chronicle, words.by.roles, kind=kind, at=decided.at) for kind in decided.missing
    )
    since = decision_start(chronicle, words) or 0
    return Part(
        WAITED_FOR_THE_DEADLINE,
        since,
        decided.at,
        "decision",
        receiver=_last(decided),
        kind=decided.missing[0] if decided.missing else "",
        origin=decided.decision,
        missing=missing,
    )


def _last(decided: Decided) -> str:
    """Return who finished last."""
    return decided.actors[-1] if decided.actors else ""
