"""How often each rating and verdict came out over all re-runs: the strokes on the whiteboard, without the runs behind them.

Support agreed in time: P in 38 of 100 re-runs, U in 62. It is all that a debrief needs of the re-runs, so a run folder
keeps it, and nobody has to play them again to read the debrief.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tabletop.compare.reruns import Reruns


@dataclass(frozen=True, slots=True)
class Tally:
    """How often what came out."""

    count: int
    """Over how many re-runs."""
    objectives: Mapping[str, Mapping[str, int]]
    """For each objective how often it had each rating."""
    expectations: Mapping[str, Mapping[str, int]]
    """For each expectation how often it had each verdict."""
    main: tuple[float, ...]
    """Time without needed information in each re-run, in hours, in order of replication."""

    def rated(self, objective: str, letter: str) -> int:
        """Return how often an objective had this rating."""
        return self.objectives.get(objective, {}).get(letter, 0)

    def judged(self, expectation: str, verdict: str) -> int:
        """Return how often an expectation had this verdict."""
        return self.expectations.get(expectation, {}).get(verdict, 0)


def tally(reruns: Reruns) -> Tally:
    """Return how often each rating and verdict came out, those that came out most first."""
    first = reruns.runs[0]
    return Tally(
        len(reruns),
        {name: dict(reruns.rated(name).most_common()) for name in first.ratings},
        {name: dict(reruns.judged(name).most_common()) for name in first.outcomes},
        reruns.without(),
    )


def tally_kept(document: Mapping[str, Any] | None) -> Tally | None:
    """Return the tally that `exercise.json` keeps; None when the exercise was played once."""
    if not document:
        return None
    main = tuple(float(each) for each in document.get("main", ()))
    return Tally(int(document["count"]), document["objectives"], document["expectations"], main)
