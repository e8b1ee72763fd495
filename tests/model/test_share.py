"""Shares: what a trainer types and what the model holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tabletop.model.share import Share, parse_share, write_share


@pytest.mark.parametrize(
    ("value", "share"),
    [
        ("20%", 0.2),
        ("20 %", 0.2),
        (0.2, 0.2),
        ("0.2", 0.2),
        (1, 1.0),
        (0, 0.0),
        ("100%", 1.0),
        ("14.5%", 0.145),
    ],
)
def test_a_share_is_read_as_hundredths_or_as_a_number(value: object, share: float) -> None:
    assert parse_share(value) == share


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (1.5, "1.5 is more than 1; 1.5%?"),
        (20, "20 is more than 1; 20%?"),
        ("20", "20 is more than 1; 20%?"),
        (500, "500 is more than 1; a share lies between 0% and 100%"),
        ("150%", "150% is more than 100%; a share lies between 0% and 100%"),
        (-1, "-1 is less than 0; a share lies between 0% and 100%"),
        ("٢٠٪", "write the digits as in English: 20%"),
        ("2,5%", "expected a share such as 20% or 0.2, got '2,5%': 2.5%?"),
        ("most", "expected a share such as 20% or 0.2, got 'most'"),
        (True, "expected a share such as 20% or 0.2, got true"),
        (None, "expected a share such as 20% or 0.2, got nothing"),
        (float("nan"), "expected a share such as 20% or 0.2, got nan"),
        (float("inf"), "expected a share such as 20% or 0.2, got inf"),
    ],
)
def test_what_is_no_share_is_refused_with_what_would_do(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message) + "$"):
        parse_share(value)


@given(st.integers(0, 10_000))
def test_what_is_written_is_read_again_to_the_last_bit(hundredths: int) -> None:
    share = hundredths / 10_000
    assert parse_share(write_share(share)) == share


@given(st.floats(0, 1))
def test_any_share_is_written_without_an_exponent(share: float) -> None:
    assert re.fullmatch(r"[0-9.]+%", write_share(share))


def test_a_field_reads_words_and_writes_them_again() -> None:
    field: TypeAdapter[float] = TypeAdapter(Share)
    assert (field.validate_python("20%", strict=True), field.dump_python(0.2, mode="json")) == (0.2, "20%")
    assert field.json_schema()["anyOf"][0] == {"type": "number", "minimum": 0, "maximum": 1}
