"""Amounts of time: five forms, each with its mean, read from words and written again."""

from __future__ import annotations

import copy
import math
import pickle
import re
from statistics import fmean

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tabletop.model.amount import (
    Amount,
    Evenly,
    Exactly,
    Exponential,
    Lognormal,
    PositiveAmount,
    Spread,
    Triangular,
    parse_amount,
    write_amount,
)
from tabletop.model.duration import DAY, HOUR, MINUTE

MINUTES_30_HOURS_2_DAYS_2 = Triangular(30 * MINUTE, 2 * HOUR, 2 * DAY)
MOSTLY_SHORT = Lognormal(HOUR, 6 * HOUR)
ONE_OF_EACH = (
    Exactly(2 * HOUR),
    Evenly(HOUR, 4 * HOUR),
    MINUTES_30_HOURS_2_DAYS_2,
    MOSTLY_SHORT,
    Exponential(2 * HOUR),
)

TIMES = st.integers(0, 400 * DAY)


@st.composite
def spreads(choose: st.DrawFn) -> Spread:
    times = sorted(choose(st.lists(TIMES, min_size=3, max_size=3)))
    forms: list[Spread] = [
        Exactly(times[0]),
        Evenly(times[0], times[1]),
        Triangular(times[0], times[1], times[2]),
        Exponential(times[0] + 1),
        Lognormal(times[0] + 1, times[0] + times[1] + 2),
    ]
    return choose(st.sampled_from(forms))


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("2h", Exactly(2 * HOUR)),
        ("0m", Exactly(0)),
        ("1h to 4h", Evenly(HOUR, 4 * HOUR)),
        ({"least": "1h", "most": "4h"}, Evenly(HOUR, 4 * HOUR)),
        ({"least": "30m", "likely": "2h", "most": "2d"}, MINUTES_30_HOURS_2_DAYS_2),
        ({"half_within": "1h", "nine_in_ten_within": "6h"}, MOSTLY_SHORT),
        ({"on_average": "2h"}, Exponential(2 * HOUR)),
    ],
)
def test_each_form_is_read(written: object, amount: Spread) -> None:
    assert parse_amount(written) == amount


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (5, "a bare number has no unit: 5m? 5h? 5d?"),
        ("soon", "expected a duration such as 90m, 2h30m or 1d, got 'soon'"),
        ("1h to " + 60 * "very " + "long", "{on_average: 2h}, got '1h to " + 10 * "very " + "…"),
        ("1h-4h", "a time that lies between two is written with to: 1h to 4h?"),
        ("4h to 1h", "least ≤ most is needed, got least 4h, most 1h"),
        (
            {"least": "1d", "likely": "2h", "most": "2d"},
            "least ≤ likely ≤ most is needed, got least 1d, likely 2h, most 2d",
        ),
        (
            {"half_within": "6h", "nine_in_ten_within": "6h"},
            "nine_in_ten_within (6h) must be more than half_within (6h)",
        ),
        ({"half_within": "0m", "nine_in_ten_within": "6h"}, "half_within must be more than 0"),
        ({"on_average": "0m"}, "on_average must be more than 0"),
        ({"on_average": 3}, "on_average: a bare number has no unit: 3m? 3h? 3d?"),
        ({"mean": "3h"}, "or {on_average: 2h}; got the keys mean"),
        ({}, "got the keys of an empty { }"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_would_do(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message) + "$"):
        parse_amount(value)


@given(spreads())
def test_an_amount_says_itself_as_a_scenario_would(amount: Spread) -> None:
    assert parse_amount(yaml.safe_load(str(amount))) == amount
    assert parse_amount(write_amount(amount)) == amount


@given(spreads(), st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_time_is_whole_and_never_negative(amount: Spread, u: float) -> None:
    time = amount.at(u)
    assert isinstance(time, int)
    assert time >= 0


@given(spreads(), st.floats(1e-9, 1 - 1e-9), st.floats(1e-9, 1 - 1e-9))
def test_more_luck_never_takes_less_time(amount: Spread, one: float, other: float) -> None:
    assert amount.at(min(one, other)) <= amount.at(max(one, other))


@pytest.mark.parametrize("amount", ONE_OF_EACH)
def test_the_mean_is_the_mean_of_the_times(amount: Spread) -> None:
    times = [amount.at((n + 0.5) / 50_000) for n in range(50_000)]
    assert fmean(times) == pytest.approx(amount.mean, rel=5e-3)


def test_half_and_nine_in_ten_are_within_what_was_said() -> None:
    assert (MOSTLY_SHORT.at(0.5), MOSTLY_SHORT.at(0.9)) == (HOUR, 6 * HOUR)


def test_a_known_exponential_time() -> None:
    assert Exponential(HOUR).at(1 - math.exp(-1)) == HOUR


@pytest.mark.parametrize(
    ("amount", "halved"),
    [
        (Exactly(2 * HOUR), Exactly(HOUR)),
        (Evenly(HOUR, 4 * HOUR), Evenly(30 * MINUTE, 2 * HOUR)),
        (MINUTES_30_HOURS_2_DAYS_2, Triangular(15 * MINUTE, HOUR, DAY)),
        (MOSTLY_SHORT, Lognormal(30 * MINUTE, 3 * HOUR)),
        (Exponential(2 * HOUR), Exponential(HOUR)),
    ],
)
def test_half_of_an_amount_has_the_same_form(amount: Spread, halved: Spread) -> None:
    assert amount.scaled(0.5) == halved


@pytest.mark.parametrize("amount", ONE_OF_EACH)
def test_nothing_of_an_amount_takes_no_time(amount: Spread) -> None:
    assert amount.scaled(0).at(0.999) == 0


@pytest.mark.parametrize("factor", [-1.0, math.nan, math.inf])
def test_an_amount_is_not_multiplied_by_what_is_no_factor(factor: float) -> None:
    with pytest.raises(ValueError, match="cannot be multiplied"):
        Exactly(HOUR).scaled(factor)


def test_a_spread_that_becomes_too_short_is_its_mean() -> None:
    assert Lognormal(1, 2).scaled(0.5) == Exactly(1)


def test_only_what_never_varies_is_certain() -> None:
    assert [each.certain for each in ONE_OF_EACH] == [True, False, False, False, False]
    assert Evenly(HOUR, HOUR).certain
    assert Triangular(HOUR, HOUR, HOUR).certain


@pytest.mark.parametrize("amount", ONE_OF_EACH)
def test_an_amount_travels_between_processes(amount: Spread) -> None:
    travelled = pickle.loads(pickle.dumps(amount))  # noqa: S301 - our own bytes
    assert (travelled, travelled.at(0.7), copy.deepcopy(amount)) == (amount, amount.at(0.7), amount)


def test_a_negative_time_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        Exactly(-1)


def test_a_field_reads_words_and_writes_them_again() -> None:
    field: TypeAdapter[Spread] = TypeAdapter(Amount)
    assert field.validate_python("1h to 4h", strict=True) == Evenly(HOUR, 4 * HOUR)
    assert field.validate_python(MOSTLY_SHORT, strict=True) is MOSTLY_SHORT
    assert field.dump_python(MOSTLY_SHORT, mode="json") == {"half_within": "1h", "nine_in_ten_within": "6h"}


def test_the_schema_offers_all_forms() -> None:
    words, *mappings = TypeAdapter(Amount).json_schema()["anyOf"]
    assert all(re.search(words["pattern"], text) for text in ("2h", "1h to 4h", "1d 2h to P2D"))
    assert not any(re.search(words["pattern"], text) for text in ("2", "1h-4h", "to 4h", "soon"))
    assert [each["required"] for each in mappings] == [
        ["least", "most"],
        ["least", "likely", "most"],
        ["half_within", "nine_in_ten_within"],
        ["on_average"],
    ]


@pytest.mark.parametrize("nothing", ["0m", "0m to 0m", {"least": "0m", "likely": "0m", "most": "0m"}])
def test_a_positive_field_refuses_what_is_always_0(nothing: object) -> None:
    with pytest.raises(ValidationError, match="not always 0"):
        TypeAdapter(PositiveAmount).validate_python(nothing)


def test_a_positive_field_takes_what_is_sometimes_more_than_0() -> None:
    assert TypeAdapter(PositiveAmount).validate_python("0m to 1h") == Evenly(0, HOUR)
