"""What a change gained in one and the same exercise, played with the same luck.

Without the unanswered calls the coordinator would have known 9 hours sooner, so that the early warning would have been
met; and the case conference 20 minutes later, since more lay on the desk. Both are said, each with its sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from tabletop.measures import MAIN, MEASURES, Chronicle, measured
from tabletop.measures.expectations import Outcome, outcomes

WORTH = {"missed": 0, "inaccurate": 1, "late": 1, "not_called": 2, "met": 2}
"""How good a verdict is."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one expectation otherwise."""

    expectation: str
    """The expectation's id."""
    before: Outcome
    """As it was played."""
    after: Outcome
    """With the change."""
    sooner: int
    """How much sooner it was reached, in milliseconds, EndEx standing for never; less than 0 when it was later.

    0 for what must not be known, where sooner is no gain.
    """

    @property
    def better(self) -> int:
        """1 when the verdict is better than it was, -1 when it is worse, 0 when it is as good."""
        step = WORTH[self.after.verdict] - WORTH[self.before.verdict]
        return (step > 0) - (step < 0)


@dataclass(frozen=True, slots=True)
class Gain:
    """What one change, or two together, made of an exercise."""

    what: tuple[str, ...]
    """The addresses of the barriers lifted, or the id of the intervention switched on."""
    changes: tuple[Change, ...]
    """The expectations whose verdict, time or accuracy changed, in the order declared."""
    measures: Mapping[str, tuple[float | None, float | None]]
    """The measures that changed, before and after, by name."""
    instead: tuple[str, ...] = ()
    """Where nothing changed: the causes for which the same items waited instead, or that stopped them, the longest first.

    Empty when nothing took its place: the item came sooner, but to nobody who needed it and did not know it.
    """
    together: Gain | None = None
    """Where nothing changed: what lifting another barrier besides gained, when that helped."""

    @property
    def saved(self) -> float:
        """How much less time without needed information there was, in hours; less than 0 when there was more."""
        before, after = self.measures.get(MAIN, (0.0, 0.0))
        return (before or 0.0) - (after or 0.0)

    @property
    def improved(self) -> int:
        """How many verdicts became better, less those that became worse."""
        return sum(change.better for change in self.changes)

    @property
    def is_nothing(self) -> bool:
        """Whether neither an expectation nor the main measure changed."""
        return not self.changes and MAIN not in self.measures


def gain(what: tuple[str, ...], before: Chronicle, after: Chronicle) -> Gain:
    """Return what changed between two conducts of an exercise, the second with something changed."""
    was, became = _measured(before), _measured(after)
    measures = {name: (was[name], became[name]) for name in MEASURES if was[name] != became[name]}
    return Gain(what, _changes(before, after), measures)


# Many changes are tried on one exercise: its own figures stay at hand beside those of the change.
_measured = lru_cache(maxsize=2)(measured)
_outcomes = lru_cache(maxsize=2)(outcomes)


def _changes(before: Chronicle, after: Chronicle) -> tuple[Change, ...]:
    was, became = _outcomes(before), _outcomes(after)
    pairs = [(name, was[name], became[name]) for name in was if name in became]
    changed = [
        Change(name, old, new, _time(old, before.end) - _time(new, after.end))
        for name, old, new in pairs
        if (old.verdict, old.at, old.accuracy) != (new.verdict, new.at, new.accuracy)
    ]
    kept = [name for name, words in before.scenario.expectations.items() if words.must_not_know is not None]
    return tuple(replace(each, sooner=0) if each.expectation in kept else each for each in changed)


def _time(outcome: Outcome, end: int) -> int:
    """Return how long after the start of its clock it was reached, EndEx standing for never."""
    return (end if outcome.at is None else outcome.at) - outcome.since
