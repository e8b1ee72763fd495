"""What a change gains on average: the same change tried on many re-runs, each against the same re-run without it.

In the run that was debriefed one form for all saved ten days; over ten re-runs it saved four on average, and in one of
them it made something later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from tabletop.compare.gains import WORTH
from tabletop.compare.shifts import in_shifts
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.measures.expectations import outcomes
from tabletop.measures.summaries import without

if TYPE_CHECKING:
    from tabletop.compare.reruns import Rerun, Reruns
    from tabletop.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Usual:
    """What one change gained over many re-runs, each compared with the same re-run as it was."""

    what: tuple[str, ...]
    """The addresses of the barriers lifted, or the id of the intervention switched on."""
    runs: int
    """Over how many re-runs."""
    saved: float
    """How much less time without needed information there was on average, in hours; less than 0 when there was more."""
    better: int
    """In how many re-runs more verdicts became better than worse."""
    worse: int
    """In how many re-runs more verdicts became worse than better."""


def usually(
    reruns: Reruns,
    changed: Mapping[tuple[str, ...], Scenario],
    *,
    replications: int,
    jobs: int | None = None,
) -> tuple[Usual, ...]:
    """Play the first re-runs again under each change, with the same luck, and return what each change gained.

    `changed` are whole scenarios by what was changed in them. No more re-runs are played than `reruns` holds.
    """
    count = min(replications, len(reruns))
    if not changed or not count:
        return ()
    trial = _Trials(tuple(changed.values()), reruns.structure, reruns.seed, count)
    tried = in_shifts(trial, count * len(changed), jobs=jobs)
    before = reruns.runs[:count]
    return tuple(
        _usual(what, before, tried[place * count : (place + 1) * count]) for place, what in enumerate(changed)
    )


_Tried = tuple[float, Mapping[str, str]]
"""The main measure, and the verdict on each expectation."""


@dataclass(frozen=True, slots=True)
class _Trials:
    """Plays one re-run under one change."""

    scenarios: tuple[Scenario, ...]
    structure: str
    seed: int
    count: int

    def __call__(self, number: int) -> _Tried:
        place, replication = divmod(number, self.count)
        record = run(self.scenarios[place], self.structure, seed=self.seed, replication=replication)
        chronicle = Chronicle(record)
        verdicts = {name: each.verdict for name, each in outcomes(chronicle).items()}
        return without(chronicle) or 0.0, verdicts


def _usual(what: tuple[str, ...], before: tuple[Rerun, ...], after: tuple[_Tried, ...]) -> Usual:
    pairs = list(zip(before, after, strict=True))
    saved = fsum(old.without - new[0] for old, new in pairs) / len(pairs)
    steps = [_improved(old, new[1]) for old, new in pairs]
    return Usual(what, len(pairs), saved, sum(each > 0 for each in steps), sum(each < 0 for each in steps))


def _improved(before: Rerun, after: Mapping[str, str]) -> int:
    """Return how many verdicts became better, less those that became worse."""
    turns = [
        WORTH[after[name]] - WORTH[outcome.verdict]
        for name, outcome in before.outcomes.items()
        if name in after
    ]
    return sum((turn > 0) - (turn < 0) for turn in turns)
