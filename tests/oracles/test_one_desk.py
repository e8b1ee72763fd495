"""One desk against the formulas of queueing theory: the wait between arriving and being handled."""

from __future__ import annotations

from math import exp, factorial
from statistics import fmean

import pytest

from tabletop.model.journal import QUEUE
from tests.oracles.laboratory import Estimate, waits

SETTLED = 500
"""Letters of each re-run that are left out, since the desk begins empty."""


def queueing(name: str, *, runs: int) -> list[list[float]]:
    """Return how many hours the letters of each re-run waited at the open desk."""
    return waits(name, QUEUE, runs=runs, warm_up=SETTLED)


def erlang_c(staff: int, load: float) -> float:
    """Return the chance that all are busy when a letter comes (Erlang 1917); load is arrivals times handling."""
    busy = load**staff / factorial(staff) * staff / (staff - load)
    return busy / (sum(load**n / factorial(n) for n in range(staff)) + busy)


def test_one_person_keeps_letters_waiting_as_the_oldest_formula_says() -> None:
    """M/M/1 with a load of one half: the mean wait is ρ/(μ − λ), one hour."""
    arriving, handled = 0.5, 1.0
    truth = arriving / handled / (handled - arriving)
    assert Estimate.of(map(fmean, queueing("mm1", runs=20))).agrees_with(truth)


@pytest.mark.slow
def test_three_people_with_one_queue_keep_letters_waiting_as_erlang_says() -> None:
    """M/M/3 with 2.4 letters an hour: mean wait 1.0787 h, and 19.49 % wait more than two hours."""
    staff, load = 3, 2.4
    mean = erlang_c(staff, load) / (staff - load)
    longer = erlang_c(staff, load) * exp(-(staff - load) * 2.0)
    assert (round(mean, 4), round(longer, 4)) == (1.0787, 0.1949)
    letters = queueing("mm3", runs=50)
    assert Estimate.of(map(fmean, letters)).agrees_with(mean)
    assert Estimate.of(fmean(wait > 2.0 for wait in each) for each in letters).agrees_with(longer)


def test_work_that_never_varies_halves_the_wait() -> None:
    """M/D/1 with a load of 0.7: Pollaczek and Khinchine give ρ/(2(1 − ρ)) of an hour, 1.1667."""
    load = 0.7
    assert Estimate.of(map(fmean, queueing("md1", runs=20))).agrees_with(load / (2 * (1 - load)))
