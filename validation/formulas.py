"""Queueing theory as one finds it in any textbook; times in hours, rates by the hour."""

from __future__ import annotations

from math import exp, factorial, log

NINE_IN_TEN = 1.2815515655446004
"""The normal spread's ninth decile."""


def erlang_c(staff: int, load: float) -> float:
    """Return the chance that all are busy when a letter comes (Erlang 1917); load is arrivals times handling."""
    busy = load**staff / factorial(staff) * staff / (staff - load)
    return busy / (sum(load**n / factorial(n) for n in range(staff)) + busy)


def pollaczek_khinchine(arriving: float, mean: float, square: float) -> float:
    """Return the mean wait at one desk whose work has this mean and mean square."""
    return arriving * square / (2 * (1 - arriving * mean))


def sojourn(staff: int, *, load: float, arriving: float) -> float:
    """Return the mean time at a desk of M/M/c, waiting and handling, with this load per person."""
    offered = staff * load
    handling = offered / arriving
    return handling + erlang_c(staff, offered) * handling / (staff * (1 - load))


def lognormal_moments(half_within: float, nine_in_ten_within: float) -> tuple[float, float]:
    """Return the mean and the mean square of a lognormal spread."""
    sigma = log(nine_in_ten_within / half_within) / NINE_IN_TEN
    return half_within * exp(sigma**2 / 2), half_within**2 * exp(2 * sigma**2)
