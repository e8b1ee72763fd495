"""Words without quotes mean what the core rules of YAML 1.2 say, and nothing cleverer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.reading.scalars import Refused, core_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[(text, None) for text in ("", "~", "null", "Null", "NULL")],
        *[(text, True) for text in ("true", "True", "TRUE")],
        *[(text, False) for text in ("false", "False", "FALSE")],
        *[
            ("0", 0),
            ("-0", 0),
            ("12", 12),
            ("+12", 12),
            ("-12", -12),
            ("999999999999999999", 999999999999999999),
        ],
        *[("0o17", 15), ("0x1F", 31), ("0xdeadBEEF", 0xDEADBEEF)],
        *[
            ("0.5", 0.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("-1.5e3", -1500.0),
            ("1e3", 1000.0),
            ("1E-2", 0.01),
            ("1e-999", 0.0),
        ],
    ],
)
def test_what_is_no_text(text: str, value: object) -> None:
    got = core_value(text)
    assert (got, type(got)) == (value, type(value))


@pytest.mark.parametrize(
    "text",
    [
        *["NO", "no", "yes", "on", "off", "y", "n", "nULL", "tRUE", "none", "None", "nan", "inf", "infinity"],
        *["10:30", "08:00", "1:2:3", "2026-03-02", "2026-03-02 08:00", "2026-03-02T08:00:00Z"],
        *[
            "1_000",
            "1,000",
            "1'000",
            "0b101",
            "0O17",
            "0X1F",
            "-0x1F",
            "0o8",
            "0x",
            "0o",
            "1e",
            "1e+",
            "e5",
            "1.2.3",
            ".",
        ],
        *[
            "90m",
            "2h30m",
            "20%",
            "1d 2h",
            "P1D",
            "+",
            "-",
            "--1",
            "+-1",
            "- 1",
            "1 2",
            "٢٠٪",
            "٣",
            "\uff11\uff12",
            "²",
            "½",
            "1\n",
        ],
        *["<<", "=", ".inFinity", "..inf", "+.NaN", "-", "...", "~~"],
    ],
)
def test_what_stays_text(text: str) -> None:
    assert core_value(text) == text


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("010", "010 begins with 0", "write 10 for the number, or '010' for a text"),
        ("-007", "-007 begins with 0", "write -7 for the number, or '-007' for a text"),
        ("00", "00 begins with 0", "write 0 for the number, or '00' for a text"),
        (".inf", ".inf is not a number that can be counted with", "write a number, or '.inf' for a text"),
        ("-.INF", "-.INF is not a number that can be counted with", "write a number, or '-.INF' for a text"),
        (".nan", ".nan is not a number that can be counted with", "write a number, or '.nan' for a text"),
    ],
)
def test_what_a_writer_hardly_meant_is_refused(text: str, what: str, remedy: str) -> None:
    assert core_value(text) == Refused(what, remedy)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 19,
        "-" + "9" * 19,
        "9" * 5_000_000,
        "0x" + "f" * 16,
        "0x" + "f" * 5_000_000,
        "1e999",
        "-1e999",
        "1." + "0" * 99,
    ],
)
def test_numbers_out_of_reach_are_refused_shortly(text: str) -> None:
    got = core_value(text)
    assert isinstance(got, Refused)
    assert got.what.endswith("is larger or longer than a number may be")
    assert len(got.what) < 80


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_every_whole_number_within_reach_is_itself(number: int) -> None:
    assert core_value(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_is_itself_to_the_last_bit(number: float) -> None:
    assert core_value(repr(number)) == number


@given(st.text())
def test_no_text_raises_anything(text: str) -> None:
    assert isinstance(core_value(text), str | int | float | bool | None | Refused)
