"""How typical it was: each verdict and rating beside how often it came out over all re-runs.

"Support is agreed while it still helps" was rated P, in 38 of 100 re-runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from tabletop.debrief.sayings import often, share
from tabletop.debrief.tally import Tally
from tabletop.debrief.text import Phrase, Text, counted, phrase
from tabletop.debrief.words import _
from tabletop.measures.ratings import Letter

_NORMAL = 1.959963984540054
"""How many standard deviations of the normal distribution 95 in 100 lie within, to either side."""


@dataclass(frozen=True, slots=True)
class Often:
    """What came out how often."""

    tally: Tally | None
    """The re-runs; None when the exercise was played only once."""

    @property
    def count(self) -> int:
        """How many re-runs there were."""
        return self.tally.count if self.tally is not None else 0

    def met(self, expectation: str) -> str:
        """Say how often an expectation was met; nothing without re-runs."""
        return often(self.tally.judged(expectation, "met"), self.count) if self.tally else ""

    def rated(self, objective: str, letter: Letter) -> str:
        """Say how often an objective had this rating; a rating never stands without it."""
        if not self.tally:
            return _("in the one run that was played")
        return often(self.tally.rated(objective, letter), self.count)

    def ratings_of(self, objective: str) -> str:
        """Say how often an objective had each rating: "P 38 · U 62"; nothing without re-runs."""
        found = self.tally.objectives.get(objective, {}) if self.tally else {}
        letters: tuple[Letter, ...] = ("P", "S", "M", "U", "not_rated")
        words = {**{each: f"{each} {{n}}" for each in letters}, "not_rated": _("not rated {n}")}
        return " · ".join(
            words[each].replace("{n}", counted(found[each])) for each in letters if found.get(each)
        )


def interval(times: int, of: int) -> tuple[float, float]:
    """Return the interval in which the true share lies 95 times in 100 when it came out so often (Wilson 1927)."""
    square = _NORMAL * _NORMAL
    middle = (times + square / 2) / (of + square)
    half = _NORMAL / (of + square) * sqrt(times * (of - times) / of + square / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def between(times: int, of: int) -> Phrase:
    """Say the interval of a share: "53 % to 72 %"."""
    low, high = interval(times, of)
    fields: dict[str, Text | int] = {"low": share(low), "high": share(high)}
    return phrase(_("{low} to {high}"), fields)
