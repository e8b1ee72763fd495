"""Hours of a desk: read from a person's words, written again, and known on each day."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tabletop.model.hours import ALWAYS_OPEN, Hours, HoursField, Season, Spans, Week, parse_hours, write_hours

MONDAY = date(2026, 3, 2)
SCHEMA = TypeAdapter(HoursField).json_schema()
LINE = SCHEMA["anyOf"][0]["pattern"]


def week(hours: Hours) -> list[Spans]:
    """The spans of the seven days from Monday, 2 March 2026."""
    return [hours.on(MONDAY + timedelta(days=day), holiday=False) for day in range(7)]


def hour_spans(*hours: int) -> Spans:
    return tuple((start * 60, end * 60) for start, end in zip(hours[::2], hours[1::2], strict=True))


OFFICE = hour_spans(8, 16)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon-Fri 08:00-16:00", [OFFICE] * 5 + [()] * 2),
        ("mon – fri 8:00 – 16:00", [OFFICE] * 5 + [()] * 2),
        ("Sun-Thu 08:00-16:00", [OFFICE] * 4 + [(), (), OFFICE]),
        ("Fri-Mon 08:00-16:00", [OFFICE, (), (), (), OFFICE, OFFICE, OFFICE]),
        (
            "Mon,Wed 09:00-12:00 13:00-16:00",
            [hour_spans(9, 12, 13, 16), (), hour_spans(9, 12, 13, 16), *[()] * 4],
        ),
        ("Mon, Wed-Thu 08:00-16:00", [OFFICE, (), OFFICE, OFFICE, (), (), ()]),
        ("08:00-16:00", [OFFICE] * 7),
        ("22:00-06:00", [hour_spans(22, 30)] * 7),
        ("Sat 00:00-24:00", [()] * 5 + [hour_spans(0, 24), ()]),
        ("always", [hour_spans(0, 24)] * 7),
        (
            ["Mon-Fri 08:00-16:00", "Fri-Sat 18:00-20:00"],
            [*[OFFICE] * 4, hour_spans(8, 16, 18, 20), hour_spans(18, 20), ()],
        ),
    ],
)
def test_hours_are_read_as_a_person_means_them(text: object, days: list[Spans]) -> None:
    assert week(parse_hours(text)) == days


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "never",
            "a desk with these hours never opens; give it hours such as Mon-Fri 08:00-16:00, or leave it out",
        ),
        (
            [],
            "a desk with these hours never opens; give it hours such as Mon-Fri 08:00-16:00, or leave it out",
        ),
        ("Mon-Fri", "expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got 'Mon-Fri'"),
        (
            "Mon-Fri 8-16",
            "expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got 'Mon-Fri 8-16'",
        ),
        (8, "expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got 8"),
        ("Mo 08:00-16:00", "'Mo' is no day of the week: Mon? (Mon, Tue, Wed, Thu, Fri, Sat, Sun)"),
        ("Mon-Wed-Fri 08:00-16:00", "expected days such as Mon-Fri or Mon,Wed, got 'Mon-Wed-Fri'"),
        ("08:00-08:00", "08:00-08:00 never opens; the whole day is 00:00-24:00"),
        ("24:00-08:00", "24:00-08:00 never opens; the whole day is 00:00-24:00"),
        ("08:00-25:00", "there is no 25:00 on a clock of 24 hours"),
        ("\u0660\u0668:\u0660\u0660-16:00", "write the digits as in English: 08:00-16:00"),
        (
            {"from": "2026-03-10", "hours": "always"},
            "a dated entry has from, until and hours, got from, hours",
        ),
        (
            {"from": "2026-03-10", "until": "2026-03-09", "hours": "always"},
            "a dated entry ends (2026-03-09) before it begins (2026-03-10)",
        ),
        (
            [
                {"from": "2026-03-10", "until": "2026-03-12", "hours": "always"},
                {"from": "2026-03-01", "until": "2026-03-10", "hours": "closed"},
            ],
            "two dated entries speak of 2026-03-10; give it one, with a list of hours",
        ),
    ],
)
def test_what_are_no_hours_is_refused_with_what_would_do(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message) + "$"):
        parse_hours(value)


def test_dated_hours_replace_the_usual_ones_on_their_days() -> None:
    hours = parse_hours(["always", {"from": "2026-03-03", "until": "2026-03-04", "hours": "closed"}])
    assert week(hours) == [hour_spans(0, 24), (), (), *[hour_spans(0, 24)] * 4]
    assert (hours.is_always, ALWAYS_OPEN.is_always, parse_hours("always")) == (False, True, ALWAYS_OPEN)


def test_a_holiday_shuts_all_but_always() -> None:
    office, open_then = parse_hours("Mon-Fri 08:00-16:00"), parse_hours("always")
    assert (office.on(MONDAY, holiday=True), open_then.on(MONDAY, holiday=True)) == ((), hour_spans(0, 24))


def test_a_field_reads_words_and_writes_them_again() -> None:
    field: TypeAdapter[Hours] = TypeAdapter(HoursField)
    assert field.validate_python(ALWAYS_OPEN, strict=True) is ALWAYS_OPEN
    assert field.dump_python(ALWAYS_OPEN, mode="json") == "always"
    season = {"from": "2026-03-03", "until": "2026-03-04", "hours": ["closed"]}
    other = {"from": "2026-03-05", "until": "2026-03-05", "hours": ["always"]}
    words = ["Mon-Fri 08:00-16:00", season, other]
    assert field.dump_python(field.validate_python(words, strict=True), mode="json") == words


def test_hours_say_themselves_in_words() -> None:
    value = [
        "Sun-Thu 08:00-15:00",
        {"from": "2026-03-03", "until": "2026-03-04", "hours": "Mon,Wed 22:00-06:00"},
    ]
    assert str(parse_hours(value)) == "Sun-Thu 08:00-15:00; 2026-03-03 to 2026-03-04 Mon,Wed 22:00-06:00"


@st.composite
def some_hours(choose: st.DrawFn) -> Hours:
    minutes = st.integers(0, 24 * 60 - 1)
    span = st.tuples(minutes, minutes).filter(lambda ends: ends[0] != ends[1])
    to_spans = st.lists(span, min_size=1, max_size=2, unique=True).map(
        lambda pairs: tuple(sorted((start, end if end > start else end + 1440) for start, end in pairs))
    )
    days = choose(st.lists(st.just(()) | to_spans, min_size=7, max_size=7).filter(any))
    seasons = [Season(MONDAY, MONDAY + timedelta(days=choose(st.integers(0, 9))), Week(((),) * 7))]
    return Hours(Week(tuple(days)), tuple(seasons if choose(st.booleans()) else []))


@given(some_hours())
def test_what_is_written_is_read_again(hours: Hours) -> None:
    assert parse_hours(write_hours(hours)) == hours


@given(some_hours())
def test_what_is_written_fits_the_schema(hours: Hours) -> None:
    written = write_hours(hours)
    lines = [written] if isinstance(written, str) else [line for line in written if isinstance(line, str)]
    assert all(re.search(LINE, line) for line in lines)


@given(st.text(alphabet="MonWed ,-0123:456", max_size=24))
def test_what_is_read_fits_the_schema(text: str) -> None:
    try:
        parse_hours(text)
    except ValueError:
        return
    assert re.search(LINE, text)
