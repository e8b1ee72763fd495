"""Five ways in which times are spread, each as a person would say it.

"Two hours", "one to four hours", "usually two hours, at most two days", "half within an hour, nine in ten within six",
"two hours on average": each knows its mean and turns one uniform number into whole milliseconds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tabletop.model.chance import evenly, lognormal, normal_quantile, rounded, triangular
from tabletop.model.duration import write_duration

_NINE_IN_TEN = normal_quantile(0.9)


@dataclass(frozen=True, slots=True)
class Exactly:
    """The same every time: `2h`."""

    time: int
    """How long, in milliseconds; 0 or more."""

    def __post_init__(self) -> None:
        _in_order(self.time)

    def at(self, u: float) -> int:  # noqa: ARG002 - every amount is asked in the same way
        """Return the time in milliseconds for a uniform number in (0, 1)."""
        return self.time

    @property
    def mean(self) -> float:
        """The mean in milliseconds."""
        return float(self.time)

    @property
    def certain(self) -> bool:
        """Whether it is the same every time."""
        return True

    def scaled(self, factor: float) -> Spread:
        """Return this amount times a factor of 0 or more."""
        return Exactly(_times(self.time, factor))

    def __str__(self) -> str:
        return write_duration(self.time)


@dataclass(frozen=True, slots=True)
class Evenly:
    """Anything from the least to the most, all equally likely: `1h to 4h`."""

    least: int
    """The shortest, in milliseconds; 0 or more."""
    most: int
    """The longest, in milliseconds."""

    def __post_init__(self) -> None:
        _in_order(self.least, self.most)

    def at(self, u: float) -> int:
        """Return the time in milliseconds for a uniform number in (0, 1)."""
        return rounded(evenly(u, self.least, self.most))

    @property
    def mean(self) -> float:
        """The mean in milliseconds."""
        return (self.least + self.most) / 2

    @property
    def certain(self) -> bool:
        """Whether it is the same every time."""
        return self.least == self.most

    def scaled(self, factor: float) -> Spread:
        """Return this amount times a factor of 0 or more."""
        return Evenly(_times(self.least, factor), _times(self.most, factor))

    def __str__(self) -> str:
        return f"{write_duration(self.least)} to {write_duration(self.most)}"


@dataclass(frozen=True, slots=True)
class Triangular:
    """Least, most, and what is likeliest between: `{least: 30m, likely: 2h, most: 2d}`."""

    least: int
    """The shortest, in milliseconds; 0 or more."""
    likely: int
    """The likeliest, in milliseconds."""
    most: int
    """The longest, in milliseconds."""

    def __post_init__(self) -> None:
        _in_order(self.least, self.likely, self.most)

    def at(self, u: float) -> int:
        """Return the time in milliseconds for a uniform number in (0, 1)."""
        return rounded(triangular(u, least=self.least, likely=self.likely, most=self.most))

    @property
    def mean(self) -> float:
        """The mean in milliseconds."""
        return (self.least + self.likely + self.most) / 3

    @property
    def certain(self) -> bool:
        """Whether it is the same every time."""
        return self.least == self.most

    def scaled(self, factor: float) -> Spread:
        """Return this amount times a factor of 0 or more."""
        return Triangular(_times(self.least, factor), _times(self.likely, factor), _times(self.most, factor))

    def __str__(self) -> str:
        return _written({"least": self.least, "likely": self.likely, "most": self.most})


@dataclass(frozen=True, slots=True)
class Lognormal:
    """Mostly short, sometimes very long: `{half_within: 1h, nine_in_ten_within: 6h}`."""

    half_within: int
    """The median, in milliseconds; more than 0."""
    nine_in_ten_within: int
    """What nine in ten do not exceed, in milliseconds; more than the median."""
    sigma: float = field(init=False, repr=False, compare=False)
    """The standard deviation of the logarithm, from the two others."""

    def __post_init__(self) -> None:
        if self.half_within < 1:
            msg = "half_within must be more than 0"
            raise ValueError(msg)
        if self.nine_in_ten_within <= self.half_within:
            half, nine = write_duration(self.half_within), write_duration(max(0, self.nine_in_ten_within))
            msg = f"nine_in_ten_within ({nine}) must be more than half_within ({half})"
            raise ValueError(msg)
        sigma = math.log(self.nine_in_ten_within / self.half_within) / _NINE_IN_TEN
        object.__setattr__(self, "sigma", sigma)

    def at(self, u: float) -> int:
        """Return the time in milliseconds for a uniform number in (0, 1)."""
        return rounded(lognormal(u, self.half_within, self.sigma))

    @property
    def mean(self) -> float:
        """The mean in milliseconds: the median times exp(sigma²/2)."""
        return self.half_within * math.exp(self.sigma * self.sigma / 2)

    @property
    def certain(self) -> bool:
        """Whether it is the same every time."""
        return False

    def scaled(self, factor: float) -> Spread:
        """Return this amount times a factor of 0 or more; what becomes too short to spread is its mean exactly."""
        half, nine = _times(self.half_within, factor), _times(self.nine_in_ten_within, factor)
        return Lognormal(half, nine) if 0 < half < nine else Exactly(rounded(self.mean * factor))

    def __str__(self) -> str:
        return _written({"half_within": self.half_within, "nine_in_ten_within": self.nine_in_ten_within})


@dataclass(frozen=True, slots=True)
class Exponential:
    """As if it could end at any moment, however long it has lasted: `{on_average: 2h}`."""

    on_average: int
    """The mean, in milliseconds; more than 0."""

    def __post_init__(self) -> None:
        if self.on_average < 1:
            msg = "on_average must be more than 0"
            raise ValueError(msg)

    def at(self, u: float) -> int:
        """Return the time in milliseconds for a uniform number in (0, 1)."""
        # The same as rounded(exponential(u, …)), written out because traffic asks it for every item.
        return math.floor(-math.log1p(-u) * self.on_average + 0.5)

    @property
    def mean(self) -> float:
        """The mean in milliseconds."""
        return float(self.on_average)

    @property
    def certain(self) -> bool:
        """Whether it is the same every time."""
        return False

    def scaled(self, factor: float) -> Spread:
        """Return this amount times a factor of 0 or more; less than a millisecond on average is exactly nothing."""
        mean = _times(self.on_average, factor)
        return Exponential(mean) if mean else Exactly(0)

    def __str__(self) -> str:
        return _written({"on_average": self.on_average})


def _in_order(*times: int) -> None:
    """Raise ValueError unless 0 ≤ first ≤ second ≤ …."""
    if times[0] < 0:
        msg = "an amount of time cannot be negative"
        raise ValueError(msg)
    if list(times) != sorted(times):
        names = ("least", "most") if len(times) == 2 else ("least", "likely", "most")
        said = ", ".join(
            f"{name} {write_duration(max(0, time))}" for name, time in zip(names, times, strict=True)
        )
        msg = f"{' ≤ '.join(names)} is needed, got {said}"
        raise ValueError(msg)


def _times(time: int, factor: float) -> int:
    if not 0 <= factor < math.inf:
        msg = f"an amount of time cannot be multiplied by {factor}"
        raise ValueError(msg)
    return rounded(time * factor)


def _written(times: Mapping[str, int]) -> str:
    return "{" + ", ".join(f"{name}: {write_duration(time)}" for name, time in times.items()) + "}"


Spread: TypeAlias = Exactly | Evenly | Triangular | Lognormal | Exponential
"""Any of the five."""
