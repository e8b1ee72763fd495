"""Keyed luck: pinned to the bit, even, independent, and the same when vectorised."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import NormalDist, fmean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tabletop.model.chance import (
    GOLDEN,
    SCHEME,
    STEP,
    Chance,
    Draws,
    draw,
    evenly,
    exponential,
    fold,
    lognormal,
    mix64,
    normal_quantile,
    rounded,
    text_key,
    triangular,
    uniform,
)

PREFIX = Chance(1, 0).prefix("handling", "police")
WHAT = text_key("inject/post/concern")
KEYS = st.integers(0, 2**64 - 1)


def draws(count: int) -> list[float]:
    return [draw(PREFIX, WHAT, number) for number in range(count)]


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float:
    return float(np.corrcoef(xs, ys)[0, 1])


def test_the_scheme_is_pinned() -> None:
    """A change of any of these numbers needs a new SCHEME."""
    assert SCHEME == 1
    assert [hex(fold(0, 0)), hex(fold(0, 1))] == ["0xe220a8397b1dcdaf", "0x6e789e6aa1b965f4"]
    assert hex(text_key("police")) == "0xc21398a1393d756a"
    assert hex(Chance(1, 0).root) == "0x882821205babc31f"
    assert hex(Chance(7, 3).prefix("police_to_ngo.work", "police", "ngo")) == "0x5d9496aaa033b2d6"
    assert draws(3) == [0.7417056272787761, 0.10948966587944214, 0.39719179418871003]


@pytest.mark.parametrize("seed", [0, 1, -1, 2**64 - 1, 2**64, -(2**64), 10**40])
def test_any_whole_number_is_a_seed_and_no_two_are_the_same(seed: int) -> None:
    others = {Chance(each, 0).root for each in (0, 1, -1, 2**64 - 1, 2**64, -(2**64), 10**40) if each != seed}
    assert 0 <= Chance(seed, 0).root < 2**64
    assert Chance(seed, 0).root not in others
    assert Chance(seed, 0) == Chance(seed, 0)


@given(KEYS, KEYS, st.integers(0, 2**32))
def test_a_draw_is_the_uniform_number_of_the_mixed_key(prefix: int, what: int, count: int) -> None:
    assert draw(prefix, what, count) == uniform(mix64((prefix + GOLDEN * (what + 1) + STEP * count) % 2**64))


@given(st.lists(KEYS, max_size=24), KEYS, st.integers(0, 2**32))
def test_draws_made_at_once_are_the_same_as_one_by_one(prefixes: list[int], what: int, count: int) -> None:
    assert Draws(prefixes).of(what, count) == [draw(prefix, what, count) for prefix in prefixes]


@given(st.lists(KEYS, min_size=1, max_size=24), KEYS, st.integers(0, 2**32))
def test_the_greatest_of_draws_made_at_once_is_that_of_one_by_one(
    prefixes: list[int], what: int, count: int
) -> None:
    singly = [draw(prefix, what, count) for prefix in prefixes]
    assert Draws(prefixes).greatest(what, count) == singly.index(max(singly))


@given(KEYS)
def test_a_uniform_number_is_never_0_and_never_1(h: int) -> None:
    assert 0.0 < uniform(h) < 1.0


def test_the_highest_and_the_lowest_key_stay_inside() -> None:
    assert (uniform(0), uniform(2**64 - 1)) == (2.0**-54, 1 - 2.0**-53)


def test_who_and_whom_are_not_confused() -> None:
    chance = Chance(1, 0)
    prefixes = {
        chance.prefix("work", *ends) for ends in (("a", "b"), ("b", "a"), ("ab", ""), ("a", ""), ("", "a"))
    }
    assert len(prefixes) == 5


def test_each_part_of_a_key_gives_another_number() -> None:
    chance = Chance(1, 0)
    keys = [
        (chance.prefix("handling", "police"), WHAT, 0),
        (Chance(2, 0).prefix("handling", "police"), WHAT, 0),
        (Chance(1, 1).prefix("handling", "police"), WHAT, 0),
        (chance.prefix("work", "police"), WHAT, 0),
        (chance.prefix("handling", "school"), WHAT, 0),
        (chance.prefix("handling", "police", "school"), WHAT, 0),
        (chance.prefix("handling", "police"), text_key("inject/post/offer"), 0),
        (chance.prefix("handling", "police"), WHAT, 1),
    ]
    assert len({draw(*key) for key in keys}) == len(keys)


def test_the_numbers_fill_a_hundred_bins_evenly() -> None:
    """Chi-square with 99 degrees of freedom; 148 is exceeded once in a thousand times."""
    bins = Counter(int(u * 100) for u in draws(20_000))
    assert sum((bins[each] - 200) ** 2 / 200 for each in range(100)) < 148


def test_their_distribution_is_the_even_one() -> None:
    """Kolmogorov–Smirnov; 1.95 is exceeded once in a thousand times."""
    us = sorted(draws(20_000))
    gap = max(max((rank + 1) / len(us) - u, u - rank / len(us)) for rank, u in enumerate(us))
    assert gap * math.sqrt(len(us)) < 1.95


@pytest.mark.parametrize("lag", [1, 2, 7, 65_536])
def test_neighbouring_counts_have_nothing_to_do_with_each_other(lag: int) -> None:
    later = [draw(PREFIX, WHAT, number + lag) for number in range(20_000)]
    assert abs(correlation(draws(20_000), later)) < 3.3 / math.sqrt(20_000)


def test_numbered_items_seeds_and_re_runs_have_nothing_to_do_with_each_other() -> None:
    items = [draw(PREFIX, text_key(f"traffic/mail/police/{n}"), 0) for n in range(5_000)]
    seeds = [draw(Chance(n, 0).prefix("handling", "police"), WHAT, 0) for n in range(5_000)]
    runs = [draw(Chance(1, n).prefix("handling", "police"), WHAT, 0) for n in range(5_000)]
    series = [draws(5_000), items, seeds, runs]
    pairs = [(one, other) for at, one in enumerate(series) for other in series[at + 1 :]]
    pairs += [(one, one[1:] + one[:1]) for one in series]
    assert max(abs(correlation(*pair)) for pair in pairs) < 4 / math.sqrt(5_000)


def test_pairs_fill_the_square_evenly() -> None:
    """Chi-square over 20 × 20 cells of (this, next); 399 degrees of freedom, 491 once in a thousand times."""
    us = draws(40_001)
    cells = Counter((int(one * 20), int(other * 20)) for one, other in pairwise(us))
    assert sum((cells[x, y] - 100) ** 2 / 100 for x in range(20) for y in range(20)) < 491


@pytest.mark.parametrize("bit", [0, 1, 16, 31, 47, 63])
def test_one_bit_of_a_key_changes_half_of_the_bits(bit: int) -> None:
    changed = [
        (mix64(n * GOLDEN % 2**64) ^ mix64(n * GOLDEN % 2**64 ^ (1 << bit))).bit_count() for n in range(2_000)
    ]
    assert fmean(changed) == pytest.approx(32, abs=0.5)


def _mixed(h: NDArray[np.uint64]) -> NDArray[np.uint64]:
    h = (h ^ (h >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    h = (h ^ (h >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return h ^ (h >> np.uint64(31))


def test_whole_blocks_drawn_at_once_are_the_same_to_the_bit() -> None:
    """The scheme can be vectorised: numpy's 64-bit integers give every number of a block."""
    golden, one = np.uint64(GOLDEN), np.uint64(1)
    whats = np.array([text_key(f"live/{n}/concern") for n in range(200)], dtype=np.uint64)
    counts = np.arange(50, dtype=np.uint64)
    heads = np.uint64(PREFIX) + golden * (whats + one)
    keys = _mixed(heads[:, None] + np.uint64(STEP) * counts[None, :])
    block = np.minimum(((keys >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53, 1 - 2.0**-53)
    singly = [[draw(PREFIX, int(what), count) for count in range(50)] for what in whats]
    assert block.tolist() == singly


@pytest.mark.parametrize(
    "u", [1e-300, 1e-16, 1e-10, 0.001, 0.02, 0.07, 0.08, 0.3, 0.6, 0.93, 0.999, 1 - 1e-12]
)
def test_the_normal_quantile_is_exact_to_fifteen_digits(u: float) -> None:
    assert normal_quantile(u) == pytest.approx(NormalDist().inv_cdf(u), rel=1e-14)


def test_the_normal_quantile_of_a_half_is_0_and_of_mirrored_shares_mirrored() -> None:
    assert (normal_quantile(0.5), normal_quantile(0.25)) == (0.0, -normal_quantile(0.75))


@pytest.mark.parametrize(
    ("quantile", "mean"),
    [
        (lambda u: evenly(u, 2.0, 6.0), 4.0),
        (lambda u: triangular(u, least=1.0, likely=2.0, most=6.0), 3.0),
        (lambda u: triangular(u, least=2.0, likely=2.0, most=8.0), 4.0),
        (lambda u: triangular(u, least=2.0, likely=8.0, most=8.0), 6.0),
        (lambda u: triangular(u, least=3.0, likely=3.0, most=3.0), 3.0),
        (lambda u: exponential(u, 5.0), 5.0),
        (lambda u: lognormal(u, 2.0, 0.5), 2.0 * math.exp(0.125)),
    ],
)
def test_a_spread_has_its_mean_and_rises(quantile: Callable[[float], float], mean: float) -> None:
    values = [quantile((n + 0.5) / 20_000) for n in range(20_000)]
    assert fmean(values) == pytest.approx(mean, rel=2e-3)
    assert values == sorted(values)


def test_known_quantiles() -> None:
    assert exponential(1 - math.exp(-2), 3.0) == pytest.approx(6.0)
    assert triangular(0.2, least=1.0, likely=2.0, most=6.0) == pytest.approx(2.0)
    assert (lognormal(0.5, 7.0, 1.3), evenly(0.25, 0.0, 8.0)) == (7.0, 2.0)


def test_a_half_is_rounded_up() -> None:
    assert [rounded(x) for x in (0.0, 0.4, 0.5, 1.5, 2.5, 3.49)] == [0, 0, 1, 2, 3, 3]
