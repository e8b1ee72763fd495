"""How well each objective was reached: P, S, M or U, by a rule that is printed beside it.

"Support is agreed while it still helps" gathers two expectations; both were met, but a call about the concern was never
answered and the other way had to serve: S, performed with some challenges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tabletop.measures.breakdowns import Breakdown, breakdowns
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.critical import expectation_paths
from tabletop.measures.expectations import Outcome, outcomes
from tabletop.measures.paths import Path
from tabletop.model.expectation import Expectation
from tabletop.model.journal import Breach

Letter = Literal["P", "S", "M", "U", "not_rated"]
"""Performed without challenges, with some, with major challenges, unable to be performed; or nothing to rate by."""

RULE = (
    "P: every expectation of the objective was met, and nothing broke down on its critical path. "
    "S: every expectation was met, but something broke down on the way. "
    "M: everything was reached, but late or inaccurately, or somebody learnt what had to be kept from them, "
    "or a rule on a kind of information concerned was broken. "
    "U: something was not reached. "
    "An objective that asks only for discretion is U when that failed. "
    "Expectations that were never called for do not count, and an objective without any others is not rated. "
    "What a safeguard stops is no breakdown."
)
"""The rule by which objectives are rated, as it is printed in a report."""


@dataclass(frozen=True, slots=True)
class Rating:
    """How well one objective was reached, and why."""

    letter: Letter
    """The rating."""
    expectations: tuple[str, ...]
    """The expectations that speak to it and were called for."""
    unmet: tuple[str, ...] = ()
    """Those of them that were not met."""
    breakdowns: tuple[Breakdown, ...] = ()
    """What broke down on their critical paths."""
    breaches: tuple[Breach, ...] = ()
    """The breaches of rules on kinds of information that they concern."""


def ratings(chronicle: Chronicle) -> Mapping[str, Rating]:
    """Return the rating of every objective by RULE, by id, in the order declared."""
    return {name: _rate(chronicle, name) for name in chronicle.scenario.objectives}


def _rate(chronicle: Chronicle, objective: str) -> Rating:
    words, found, paths = chronicle.scenario.expectations, outcomes(chronicle), expectation_paths(chronicle)
    mine = [name for name, each in words.items() if each.objective == objective]
    called = {name: found[name] for name in mine if found[name].verdict != "not_called"}
    lines = [paths[name] for name in called if name in paths]
    broken = tuple(each for each in breakdowns(chronicle) if not each.protects and _is_on(each, lines))
    kinds = {kind for name in called for kind in _kinds_of(chronicle, words[name])}
    breaches = tuple(each for each in chronicle.of(Breach) if each.kind in kinds)
    letter = _letter(chronicle, called, broken=bool(broken), breached=bool(breaches))
    unmet = tuple(name for name, each in called.items() if each.verdict != "met")
    return Rating(letter, tuple(called), unmet, broken, breaches)


def _letter(chronicle: Chronicle, called: Mapping[str, Outcome], *, broken: bool, breached: bool) -> Letter:
    words = chronicle.scenario.expectations
    wanted = [each.verdict for name, each in called.items() if words[name].must_not_know is None]
    kept = [each.verdict for name, each in called.items() if words[name].must_not_know is not None]
    if not called:
        return "not_rated"
    if "missed" in wanted or (not wanted and "missed" in kept):
        return "U"
    if breached or any(verdict != "met" for verdict in (*wanted, *kept)):
        return "M"
    return "S" if broken else "P"


def _is_on(breakdown: Breakdown, paths: list[Path]) -> bool:
    """Tell whether a breakdown lies on a critical path: its hand-off, another way of one, or a decision's lack."""
    parts = [part for path in paths for part in path.parts]
    if breakdown.how == "missing":
        return any(part.step == "decision" and part.origin == breakdown.origin for part in parts)
    crossing = (breakdown.origin, breakdown.sender, breakdown.receiver)
    return any(part.handoff and (part.origin, part.sender, part.receiver) == crossing for part in parts)


def _kinds_of(chronicle: Chronicle, expectation: Expectation) -> tuple[str, ...]:
    """Return the kinds of information that an expectation concerns."""
    if expectation.decision is not None:
        decision = chronicle.scenario.works[expectation.decision]
        return (*decision.needs.of, *decision.tells)
    return tuple(kind for kind in (expectation.knows, expectation.must_not_know) if kind)
