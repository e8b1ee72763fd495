"""What became of what was hoped for: met, late, inaccurate or missed.

"The coordinator knows of the concern within a day": the clock starts when the post comes to the school, and stops when
whoever acts as coordinator knows enough of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tabletop.measures.chronicle import Chronicle
from tabletop.model.expectation import Expectation
from tabletop.model.work import Decision

Verdict = Literal["met", "late", "inaccurate", "missed", "not_called"]
"""What became of an expectation. `not_called`: what its clock counts from did not happen, so nothing was asked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one expectation; times are milliseconds since StartEx."""

    verdict: Verdict
    """The verdict."""
    at: int | None
    """When it was reached, well or badly; for what must not be known, when it was; None: never."""
    since: int
    """When its clock started."""
    due: int | None
    """Its deadline; None when it has none, so that EndEx is early enough."""
    accuracy: float | None
    """Share of details right in what was known, or the decision's quality; None when it was not reached."""


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def outcomes(chronicle: Chronicle) -> Mapping[str, Outcome]:
    """Return what became of every expectation, by id, in the order declared."""
    return {name: outcome(chronicle, words) for name, words in chronicle.scenario.expectations.items()}


def outcome(chronicle: Chronicle, expectation: Expectation) -> Outcome:
    """Return what became of one expectation.

    Reached accurately enough, it is met when not later than due (on time is ≤), else late; reached, but never
    accurately enough, it is inaccurate; else missed. What must not be known is met or missed.
    """
    since, due = clock_start(chronicle, expectation), deadline(chronicle, expectation)
    if since is None:
        return Outcome("not_called", None, 0, None, None)
    if expectation.must_not_know is not None:
        return _kept_from(chronicle, expectation, since=since, due=due)
    good, any_ = _reached(chronicle, expectation), _reached(chronicle, expectation, accurate=0.0)
    if good is not None:
        return Outcome("met" if due is None or good[0] <= due else "late", good[0], since, due, good[1])
    if any_ is not None:
        return Outcome("inaccurate", any_[0], since, due, any_[1])
    return Outcome("missed", None, since, due, None)


def clock_start(chronicle: Chronicle, expectation: Expectation) -> int | None:
    """Return when an expectation's clock started.

    That is at the inject or decision it comes `after`, else at the first inject that brought what it names, or a kind
    that the decision it names needs, else, when no inject of the scenario brings that, at StartEx. None: it never did.
    """
    if expectation.after is not None:
        return chronicle.happened.get(expectation.after)
    if expectation.decision is not None:
        return decision_start(chronicle, chronicle.scenario.works[expectation.decision])
    kind = expectation.knows or expectation.must_not_know or ""
    return _first_brought(chronicle, (kind,))


def decision_start(chronicle: Chronicle, decision: Decision) -> int | None:
    """Return when a decision's own clock started: `after`, else the first inject of a kind it needs, else StartEx."""
    if decision.after is not None:
        return chronicle.happened.get(decision.after)
    return _first_brought(chronicle, decision.needs.of)


def deadline(chronicle: Chronicle, expectation: Expectation) -> int | None:
    """Return when an expectation is due, in milliseconds since StartEx; None when it never is."""
    if expectation.before is not None:
        return expectation.before.on(chronicle.scenario.clock)
    since = clock_start(chronicle, expectation)
    return None if since is None or expectation.within is None else since + expectation.within


def _first_brought(chronicle: Chronicle, kinds: tuple[str, ...]) -> int | None:
    first = next((entry.at for entry in chronicle.brought if entry.kind in kinds), None)
    if first is None and not any(inject.brings in kinds for inject in chronicle.scenario.injects.values()):
        return 0
    return first


def _kept_from(chronicle: Chronicle, expectation: Expectation, *, since: int, due: int | None) -> Outcome:
    roles = expectation.role.roles if expectation.role else ()
    kind = expectation.must_not_know or ""
    leaks = [chronicle.leak(role, kind, accurate=expectation.accurate) for role in roles]
    first = min((leak for leak in leaks if leak), key=lambda leak: leak.at, default=None)
    if first is None or (due is not None and first.at > due):
        return Outcome("met", None, since, due, None)
    return Outcome("missed", first.at, since, due, first.known.accuracy)


def _reached(
    chronicle: Chronicle, expectation: Expectation, *, accurate: float | None = None
) -> tuple[int, float] | None:
    """Return when it was reached and how accurately; None when it was not."""
    least = expectation.accurate if accurate is None else accurate
    if expectation.decision is not None:
        decided = chronicle.decided.get(expectation.decision)
        return (decided.at, decided.quality) if decided and decided.quality >= least else None
    if expectation.role is None or expectation.knows is None:
        return None
    learning = chronicle.learning_of(expectation.role, expectation.knows, accurate=least)
    return learning and (learning.at, learning.known.accuracy)
