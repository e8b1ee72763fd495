"""What an engine did: how long it took, round by round, and what it found."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, median, stdev


@dataclass(frozen=True, slots=True)
class Result:
    """What one engine did in all rounds on one work."""

    engine: str
    seconds: tuple[float, ...]
    """How long each round took."""
    sojourns: tuple[float, ...]
    """The mean time of a letter in each round, in hours."""

    @property
    def median(self) -> float:
        """The median time of a round, in seconds."""
        return median(self.seconds)

    @property
    def sojourn(self) -> float:
        """The mean time of a letter over all rounds, in hours."""
        return fmean(self.sojourns)

    @property
    def error(self) -> float:
        """The standard error of that mean, from the spread between rounds."""
        return stdev(self.sojourns) / len(self.sojourns) ** 0.5 if len(self.sojourns) > 1 else 0.0

    def ratios(self, ours: Result) -> tuple[float, ...]:
        """Return round by round how many times as long it took as ours."""
        return tuple(theirs / mine for theirs, mine in zip(self.seconds, ours.seconds, strict=True))
