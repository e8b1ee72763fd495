"""Who came to know what they did not need, and which rules on sensitive information were broken.

When everybody tells everybody everything, the youth organisation soon knows what the police hold; no delay shows that,
so it is counted by itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tabletop.measures.chronicle import Chronicle
from tabletop.model.journal import Breach, Exposure


@dataclass(frozen=True, slots=True)
class Discretion:
    """All exposure and all breaches of one exercise."""

    exposures: tuple[Exposure, ...]
    """The first time each actor knew each sensitive kind without needing it, in order."""
    breaches: tuple[Breach, ...]
    """Each time a rule was broken, in order."""

    @property
    def exposures_by_kind(self) -> Counter[str]:
        """How many actors knew each sensitive kind without needing it."""
        return Counter(each.kind for each in self.exposures)

    @property
    def breaches_by_rule(self) -> Counter[str]:
        """How often each rule was broken, by its name in the journal."""
        return Counter(each.because for each in self.breaches)


def discretion(chronicle: Chronicle) -> Discretion:
    """Return all exposure and breaches."""
    first = {(each.actor, each.kind): each for each in reversed(chronicle.of(Exposure))}
    return Discretion(tuple(sorted(first.values(), key=lambda each: each.at)), chronicle.of(Breach))
