"""Amounts drawn together are each what they are alone."""

from __future__ import annotations

import math
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.model.amount import Amount, Evenly, Exactly, Exponential, Lognormal, Triangular
from tabletop.model.chance import draw, exponential_times
from tabletop.model.drawn import Drawn, drawn_in_order

KEYS = st.integers(0, 2**64 - 1)
WAITS = (Exponential(1000), Exponential(7), Exponential(86_400_000), Exponential(1))


@pytest.mark.parametrize(
    "amounts",
    [
        WAITS,
        (Exactly(5), *WAITS, Exactly(0)),
        (Exactly(5), Exactly(6)),
        (Lognormal(60, 90), Exactly(5), Evenly(1, 9), WAITS[0], Triangular(1, 2, 9)),
        (),
    ],
)
@given(prefixes=st.lists(KEYS, min_size=6, max_size=6), what=KEYS)
def test_each_is_as_it_is_alone(amounts: tuple[Amount, ...], prefixes: list[int], what: int) -> None:
    pairs = list(zip(amounts, prefixes, strict=False))
    assert Drawn(pairs).of(what) == [amount.at(draw(prefix, what, 0)) for amount, prefix in pairs]


def test_the_highest_draw_of_all_is_the_longest_time_and_no_error() -> None:
    highest, lowest = (1 << 53) - 1, 0
    longest = math.floor(-math.log(2.0**-53) * 1000 + 0.5)
    assert exponential_times([highest, lowest], [1000, 1000]) == [longest, 0]


@pytest.mark.parametrize("amount", [Exponential(1000), Lognormal(60, 90), Exactly(7)])
@given(prefix=KEYS)
def test_those_of_a_stream_are_those_of_the_counts_from_0_on(amount: Amount, prefix: int) -> None:
    alone = [amount.at(draw(prefix, 0, count)) for count in range(100)]
    assert list(islice(drawn_in_order(amount, prefix), 100)) == alone
