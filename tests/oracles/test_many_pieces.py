"""What becomes of information that many desks touch: joined from five, told on five times, carried over a network."""

from __future__ import annotations

from math import factorial, isclose
from statistics import fmean

import pytest

from tabletop.engine import run
from tabletop.model.duration import HOUR
from tabletop.model.journal import Decided, Known
from tabletop.model.record import Record
from tests.oracles.laboratory import Estimate, arrivals, classic, runs_of


def joined_after(record: Record) -> float:
    """Return after how many hours all five pieces were at the desk."""
    (decided,) = [entry for entry in record.journal if isinstance(entry, Decided)]
    return decided.at / HOUR


def sojourn(staff: int, *, load: float, rate: float) -> float:
    """Return the mean time at a desk, queue and handling, in hours: M/M/c with this load per person."""
    offered = staff * load
    busy = offered**staff / factorial(staff) / (1 - load)
    waiting = busy / (sum(offered**n / factorial(n) for n in range(staff)) + busy)
    handling = offered / rate
    return handling + waiting * handling / (staff * (1 - load))


def letters_of(record: Record) -> list[float]:
    """Return how many hours each letter took from its source to the desk that it was meant for."""
    began: dict[str, int] = {}
    ended: dict[str, int] = {}
    for entry in arrivals(record):
        began[entry.origin] = min(entry.since, began.get(entry.origin, entry.since))
        ended[entry.origin] = max(entry.at, ended.get(entry.origin, 0))
    return [(ended[origin] - since) / HOUR for origin, since in began.items()]


def test_the_last_of_five_pieces_comes_after_the_fifth_harmonic_number() -> None:
    """The greatest of five exponential times of an hour each: 1 + 1/2 + 1/3 + 1/4 + 1/5 hours."""
    truth = sum(1 / n for n in range(1, 6))
    found = Estimate.of(joined_after(record) for record in runs_of("join5", 3000))
    assert found.agrees_with(truth)


@pytest.mark.parametrize(
    ("medium", "kept"),
    [((), 0.48), (("with_notes",), 0.97), (("on_paper",), 0.998)],
    ids=["voice", "notes", "print"],
)
def test_after_five_tellings_the_fifth_power_of_what_one_keeps_is_left(
    medium: tuple[str, ...], kept: float
) -> None:
    record = run(classic("retelling5", *medium))
    (heard,) = [entry for entry in record.journal if isinstance(entry, Known) and entry.actor == "last"]
    assert isclose(heard.accuracy, kept**5, rel_tol=1e-12)


def test_five_desks_in_a_row_take_as_long_as_each_of_them_alone() -> None:
    """A tandem of M/M/c desks, empty at first: 18.4057 hours in the long run, 18.336 over the first 2,000 letters.

    The second figure is that of a separate program (± 0.006); the first is Jackson's, and lies above it.
    """
    under_way = 0.5 + 1 + 2 + 1 + 0.5
    long_run = under_way + sum(sojourn(staff, load=0.7, rate=1.0) for staff in (1, 2, 3, 2, 1))
    found = Estimate.of(fmean(letters_of(record)) for record in runs_of("c5", 16))
    assert round(long_run, 4) == 18.4057
    assert found.agrees_with(18.336)


def test_every_letter_of_the_row_arrives_over_five_links() -> None:
    assert len(arrivals(run(classic("c5")))) == 5 * 2000


@pytest.mark.slow
def test_a_tree_of_thirteen_desks_takes_as_long_as_a_separate_program_says() -> None:
    """Nine leaves with 222 letters each, empty at first: 36.073 hours (± 0.016); 37.484 in the long run, by Jackson."""
    leaf = sojourn(1, load=0.7, rate=2 / 9)
    middle = sojourn(2, load=0.7, rate=7 / 12)
    root = sojourn(3, load=0.7, rate=3 / 4)
    links = 2 * 1.0 + 0.75 * 2 * 2.0
    long_run = 2 * leaf + (0.25 + 0.75 * 2) * middle + 0.75 * root + links
    found = Estimate.of(fmean(letters_of(record)) for record in runs_of("t13", 40))
    assert round(long_run, 3) == 37.484
    assert found.agrees_with(36.073)


def test_letters_of_the_tree_pass_every_desk_on_their_way() -> None:
    """Two hops from their source and back down for a sister leaf, four more over the root for all others."""
    hops: dict[str, int] = {}
    for entry in arrivals(run(classic("t13"))):
        hops[entry.origin] = hops.get(entry.origin, 0) + 1
    assert (len(hops), set(hops.values())) == (9 * 222, {3, 5})
