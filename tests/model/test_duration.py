"""Durations: what a trainer types, what the model holds, what a debrief says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tabletop.model.duration import (
    DAY,
    DURATION_SCHEMA,
    HOUR,
    MINUTE,
    MOST_DURATION,
    SECOND,
    WEEK,
    Duration,
    PositiveDuration,
    parse_duration,
    say_duration,
    write_duration,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90m", 90 * MINUTE),
        ("2h30m", 150 * MINUTE),
        ("1d 2h", 26 * HOUR),
        (" 1d 2h ", 26 * HOUR),
        ("P1D", DAY),
        ("PT1H30M", 90 * MINUTE),
        ("P1DT0.5H", DAY + 30 * MINUTE),
        ("P2W", 2 * WEEK),
        ("500ms", 500),
        ("1s 500ms", 1500),
        ("45s", 45 * SECOND),
        ("2w", 2 * WEEK),
        ("1.5h", 90 * MINUTE),
        ("0m", 0),
        ("0.0005s", 1),
        ("0.0004s", 0),
        ("36500d", MOST_DURATION),
    ],
)
def test_a_duration_is_read_as_a_person_means_it(text: str, expected: int) -> None:
    assert parse_duration(text) == expected


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (90, "a bare number has no unit: 90m? 90h? 90d?"),
        (1.5, "a bare number has no unit: 1.5m? 1.5h? 1.5d?"),
        ("90", "a bare number has no unit: 90m? 90h? 90d?"),
        (0, "a bare number has no unit: 0m?"),
        (True, "expected a duration such as 90m, 2h30m or 1d, got true"),
        (None, "expected a duration such as 90m, 2h30m or 1d, got nothing"),
        (float("nan"), "expected a duration such as 90m, 2h30m or 1d, got nan"),
        ([1], "expected a duration such as 90m, 2h30m or 1d, got a list"),
        ("", "expected a duration such as 90m, 2h30m or 1d, got ''"),
        ("soon", "expected a duration such as 90m, 2h30m or 1d, got 'soon'"),
        ("NaN", "expected a duration such as 90m, 2h30m or 1d, got 'NaN'"),
        ("-5m", "a duration cannot be negative: 5m?"),
        ("\u0669\u0660m", "write the digits as in English: 90m"),
        ("2 hours", "expected a duration such as 90m, 2h30m or 1d, got '2 hours': 2h?"),
        ("1,5h", "expected a duration such as 90m, 2h30m or 1d, got '1,5h': 1.5h?"),
        ("2H", "expected a duration such as 90m, 2h30m or 1d, got '2H': 2h?"),
        ("30m 2h", "expected a duration such as 90m, 2h30m or 1d, got '30m 2h'"),
        (
            "P1M",
            "expected a duration such as 90m, 2h30m or 1d, got 'P1M' (days, hours, minutes and seconds: P1DT2H30M)",
        ),
        ("36501d", "36501d is more than 36500 d, the longest allowed here"),
        ("1" * 80, f"expected a duration such as 90m, 2h30m or 1d, got '{'1' * 56}…"),
    ],
)
def test_what_is_no_duration_is_refused_with_what_would_do(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message) + "$"):
        parse_duration(value)


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        (0, "0 min"),
        (1, "< 1 s"),
        (999, "< 1 s"),
        (SECOND, "1 s"),
        (90 * SECOND, "1 min 30 s"),
        (59_999, "1 min"),
        (45 * MINUTE, "45 min"),
        (150 * MINUTE, "2 h 30 min"),
        (HOUR + 59 * MINUTE + 40 * SECOND, "2 h"),
        (2 * DAY + 3 * HOUR + 29 * MINUTE, "2 d 3 h"),
        (DAY - 1, "1 d"),
        (15 * DAY, "15 d"),
        (-90 * MINUTE, "−1 h 30 min"),
    ],
)
def test_a_duration_is_said_with_at_most_two_units(duration: int, said: str) -> None:
    assert say_duration(duration) == said


@pytest.mark.parametrize(
    ("duration", "text"),
    [(0, "0m"), (2 * WEEK, "2w"), (15 * DAY, "15d"), (26 * HOUR, "1d 2h"), (90_001, "1m 30s 1ms")],
)
def test_a_duration_is_written_as_a_person_would(duration: int, text: str) -> None:
    assert write_duration(duration) == text


@given(st.integers(0, MOST_DURATION))
def test_what_is_written_is_read_again_to_the_millisecond(duration: int) -> None:
    assert parse_duration(write_duration(duration)) == duration


@given(st.integers(0, MOST_DURATION))
def test_what_is_written_fits_the_schema(duration: int) -> None:
    assert re.search(str(DURATION_SCHEMA["pattern"]), write_duration(duration))


ASCII = st.characters(max_codepoint=127)
IN_THE_SCHEMA = st.from_regex(str(DURATION_SCHEMA["pattern"]), fullmatch=True, alphabet=ASCII)


@given(IN_THE_SCHEMA.filter(lambda text: len(text.strip()) <= 60))
def test_what_fits_the_schema_is_read(text: str) -> None:
    assert parse_duration(text, most=10**70) >= 0


@given(st.text(alphabet="0123456789.wdhmsPT -", max_size=12))
def test_what_is_read_fits_the_schema(text: str) -> None:
    try:
        parse_duration(text)
    except ValueError:
        return
    assert re.search(str(DURATION_SCHEMA["pattern"]), text)


def test_a_field_reads_words_and_writes_them_again() -> None:
    field: TypeAdapter[int] = TypeAdapter(Duration)
    assert (field.validate_python("2h30m", strict=True), field.dump_python(9_000_000, mode="json")) == (
        9_000_000,
        "2h 30m",
    )
    assert field.json_schema() == DURATION_SCHEMA


def test_a_positive_field_refuses_nothing() -> None:
    with pytest.raises(ValidationError, match="expected a duration longer than 0, got 0m"):
        TypeAdapter(PositiveDuration).validate_python("0m")
