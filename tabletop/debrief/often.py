"""How typical it was: each verdict and rating beside how often it came out over all re-runs.

"Support is agreed while it still helps" was rated P, in 38 of 100 re-runs.
"""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.compare.reruns import Reruns
from tabletop.debrief.sayings import often
from tabletop.debrief.words import _
from tabletop.measures.ratings import Letter


@dataclass(frozen=True, slots=True)
class Often:
    """What came out how often."""

    reruns: Reruns | None
    """The re-runs; None when the exercise was played only once."""

    @property
    def count(self) -> int:
        """How many re-runs there were."""
        return len(self.reruns) if self.reruns is not None else 0

    def met(self, expectation: str) -> str:
        """Say how often an expectation was met; nothing without re-runs."""
        return often(self.reruns.judged(expectation)["met"], self.count) if self.reruns else ""

    def rated(self, objective: str, letter: Letter) -> str:
        """Say how often an objective had this rating; a rating never stands without it."""
        if not self.reruns:
            return _("in the one run that was played")
        return often(self.reruns.rated(objective)[letter], self.count)

    def ratings_of(self, objective: str) -> str:
        """Say how often an objective had each rating: "P 38 · U 62"; nothing without re-runs."""
        found = self.reruns.rated(objective) if self.reruns else {}
        letters: tuple[Letter, ...] = ("P", "S", "M", "U", "not_rated")
        said = (
            f"{_('not rated') if each == 'not_rated' else each} {found[each]}"
            for each in letters
            if found.get(each)
        )
        return " · ".join(said)
