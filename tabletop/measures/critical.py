"""The critical paths of expectations and decisions, reached or not.

What was reached is followed back from its end; what was not is followed to EndEx: along the hand-off that had got
furthest, to where it was stopped or still waits.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from tabletop.measures.chronicle import Chronicle, Learning
from tabletop.measures.expectations import Outcome, decision_start, outcome
from tabletop.measures.paths import (
    FIRST_DESK,
    NOT_DONE,
    NOT_HANDED_ON,
    NOT_YET,
    STOOD_IN,
    STOPPED,
    Part,
    Path,
    framed,
    joined,
)
from tabletop.measures.tracing import in_handoff, last_need, to_decided, to_known
from tabletop.measures.whereabouts import ancestors, first_desk, furthest, stopped_by, whereabouts
from tabletop.model.expectation import Expectation
from tabletop.model.journal import Known, Stopped
from tabletop.model.work import Decision

Parts = tuple[Part, ...]


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def expectation_paths(chronicle: Chronicle) -> Mapping[str, Path]:
    """Return the critical path of every expectation that has one, by id, in the order declared.

    What was kept from somebody as it should be has none, nor has what was never called for.
    """
    words = chronicle.scenario.expectations
    found = {name: expectation_path(chronicle, each) for name, each in words.items()}
    return {name: path for name, path in found.items() if path is not None}


def expectation_path(chronicle: Chronicle, expectation: Expectation) -> Path | None:
    """Return the critical path of an expectation; None when there is nothing to follow."""
    what = outcome(chronicle, expectation)
    if what.verdict == "not_called" or (expectation.must_not_know is not None and what.at is None):
        return None
    if expectation.decision is not None:
        return _decision_path(chronicle, expectation.decision, since=what.since)
    learning = _deciding(chronicle, expectation, what)
    if learning is None:
        roles, kind = expectation.role.roles if expectation.role else (), expectation.knows or ""
        parts = _stuck(chronicle, roles, kind=kind, seen=frozenset())
        return _path(parts, since=what.since, until=chronicle.end, reached=False)
    return _path(_to_learning(chronicle, learning), since=what.since, until=learning.at, reached=True)


def decision_path(chronicle: Chronicle, decision: str) -> Path:
    """Return the critical path of a decision or task, from the start of its own clock."""
    since = decision_start(chronicle, chronicle.scenario.works[decision]) or 0
    return _decision_path(chronicle, decision, since=since)


def _decision_path(chronicle: Chronicle, decision: str, *, since: int) -> Path:
    decided = chronicle.decided.get(decision)
    if decided is None:
        parts = _undecided(chronicle, decision, seen=frozenset())
        return _path(parts, since=since, until=chronicle.end, reached=False)
    return _path(to_decided(chronicle, decided), since=since, until=decided.at, reached=True)


def _path(parts: Parts, *, since: int, until: int, reached: bool) -> Path:
    since = min(since, until)
    return Path(since, until, reached, framed(parts, since=since, until=until))


def _deciding(chronicle: Chronicle, expectation: Expectation, what: Outcome) -> Learning | None:
    """Return how the role came to know what decided the verdict."""
    if what.at is None or expectation.role is None:
        return None
    if expectation.must_not_know is not None:
        leaks = [chronicle.leak(role, expectation.must_not_know) for role in expectation.role.roles]
        return min((leak for leak in leaks if leak), key=lambda leak: leak.at, default=None)
    accurate = 0.0 if what.verdict == "inaccurate" else expectation.accurate
    return chronicle.learning_of(expectation.role, expectation.knows or "", accurate=accurate)


def _to_learning(chronicle: Chronicle, learning: Learning) -> Parts:
    known = learning.known
    wait = Part(STOOD_IN, known.at, learning.at, receiver=known.actor, kind=known.kind, origin=known.origin)
    return joined(to_known(chronicle, known), until=learning.at, otherwise=wait)


def _stuck(chronicle: Chronicle, roles: Collection[str], *, kind: str, seen: frozenset[str]) -> Parts:
    """Return the parts up to EndEx of a kind that never reached those who needed it."""
    left = [role for role in roles if chronicle.learning(role, kind) is None] or list(roles)
    handoff = furthest(chronicle, left, kind=kind, at=chronicle.end)
    if handoff is None:
        return _held_back(chronicle, left, kind=kind, seen=seen)
    line = ancestors(chronicle, handoff)
    origin = line[-1] if line else handoff
    start = Known(handoff.since, handoff.sender, kind, origin.origin, 1.0, handoff.parent)
    rest = Part(
        STOPPED,
        handoff.at,
        handoff.at,
        "waiting",
        sender=handoff.sender,
        receiver=handoff.receiver,
        channel=handoff.channel,
        kind=kind,
        origin=handoff.origin,
        handoff=handoff.number,
        detail=stopped_by(handoff) if isinstance(handoff, Stopped) else "",
    )
    parts = (*to_known(chronicle, start), *in_handoff(handoff))
    return joined(parts, until=chronicle.end, otherwise=rest)


def _held_back(chronicle: Chronicle, roles: Collection[str], *, kind: str, seen: frozenset[str]) -> Parts:
    """Return the parts of a kind that nobody handed on to them: known, on its first desk, or not there at all."""
    known = next((each for each in chronicle.learnt if each.kind == kind), None)
    end = chronicle.end
    if known is not None:
        held = Part(NOT_HANDED_ON, known.at, end, sender=known.actor, kind=kind, origin=known.origin)
        return joined(to_known(chronicle, known), until=end, otherwise=held)
    desk = first_desk(chronicle, kind, at=end)
    if desk is not None:
        inject, actor = desk
        return (Part(FIRST_DESK, inject.at, end, "inject", receiver=actor, kind=kind, origin=inject.origin),)
    works = chronicle.scenario.works.items()
    maker = next((name for name, work in works if kind in work.tells and name not in seen), None)
    if maker is not None and maker not in chronicle.decided:
        return _undecided(chronicle, maker, seen=seen)
    missing = whereabouts(chronicle, roles, kind=kind, at=end)
    return (Part(NOT_YET, 0, end, kind=kind, missing=(missing,)),)


def _undecided(chronicle: Chronicle, decision: str, *, seen: frozenset[str]) -> Parts:
    """Return the parts up to EndEx of a decision that was not taken: over what it lacked, or over its own work."""
    words = chronicle.scenario.works[decision]
    actors = [actor for role in words.by.roles for actor in chronicle.acting(role)[-1].actors]
    lacking = {actor: _lacking(chronicle, actor, words) for actor in actors}
    able = [actor for actor in lacking if len(words.needs.of) - len(lacking[actor]) >= words.needs.enough]
    unable = [actor for actor in lacking if actor not in able]
    if able and (words.by.mode == "any" or not unable):
        return _not_done(chronicle, decision, actor=able[0])
    return _short_of(chronicle, unable[0], kinds=lacking[unable[0]], seen=seen | {decision})


def _lacking(chronicle: Chronicle, actor: str, words: Decision) -> list[str]:
    return [kind for kind in words.needs.of if chronicle.first_known(actor, kind) is None]


def _short_of(chronicle: Chronicle, actor: str, *, kinds: list[str], seen: frozenset[str]) -> Parts:
    """Return the parts of the first kind that an actor lacked, first of those that were there; the last part names all."""
    there = [kind for kind in kinds if kind in chronicle.exists] or kinds
    parts = _stuck(chronicle, (actor,), kind=there[0], seen=seen)
    missing = tuple(whereabouts(chronicle, (actor,), kind=kind, at=chronicle.end) for kind in kinds)
    return (*parts[:-1], replace(parts[-1], missing=missing)) if parts else ()


def _not_done(chronicle: Chronicle, decision: str, *, actor: str) -> Parts:
    """Return the parts of a decision whose work was not done by EndEx though its needs were known."""
    last = last_need(chronicle, decision, actor=actor, by=chronicle.end)
    ready = last.at if last else decision_start(chronicle, chronicle.scenario.works[decision]) or 0
    rest = Part(NOT_DONE, ready, ready, "decision", receiver=actor, origin=decision)
    return joined(to_known(chronicle, last) if last else (), until=chronicle.end, otherwise=rest)
