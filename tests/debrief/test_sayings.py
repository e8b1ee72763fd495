from __future__ import annotations

import pytest

from tabletop.debrief.sayings import TIED, briefly, dates, day_number, lasting, moment, often, share
from tabletop.debrief.text import Name, Phrase, joined, named, phrase, prose
from tabletop.debrief.words import listing, n_
from tabletop.model.duration import DAY, HOUR, MINUTE, SECOND
from tests.debrief.tiny import scenario


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (0, "no time"),
        (SECOND, "less than a minute"),
        (MINUTE, "1 minute"),
        (45 * MINUTE, "45 minutes"),
        (HOUR + MINUTE, "1 hour 1 minute"),
        (2 * HOUR, "2 hours"),
        (DAY, "1 day"),
        (DAY + HOUR, "1 day 1 hour"),
        (2 * DAY - SECOND, "2 days"),
        (3 * DAY + 5 * HOUR + 29 * MINUTE, "3 days 5 hours"),
    ],
)
def test_a_length_of_time_is_said_in_two_units(time: int, said: str) -> None:
    assert lasting(time).replace(TIED, " ") == said


def test_in_tables_it_is_short_and_never_broken() -> None:
    assert briefly(DAY + 2 * HOUR) == TIED.join(("1", "d", "2", "h"))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (0, "Mon 2 Mar 08:00 (day 1)"),
        (16 * HOUR, "Tue 3 Mar 00:00 (day 2)"),
        (26 * HOUR + MINUTE, "Tue 3 Mar 10:01 (day 2)"),
    ],
)
def test_an_instant_is_local_weekday_date_clock_and_day(at: int, said: str) -> None:
    assert moment(scenario().clock, at).replace(TIED, " ") == said


def test_an_exercise_of_one_day_names_it_once() -> None:
    clock = scenario().clock
    assert dates(clock, 0, 3 * HOUR).replace(TIED, " ") == "Mon 2 Mar 2026"
    assert dates(clock, 0, DAY).replace(TIED, " ") == "Mon 2 Mar 2026 – Tue 3 Mar 2026"


def test_days_are_counted_by_local_dates_over_a_change_of_clocks() -> None:
    assert [day_number(scenario().clock, day * DAY) for day in (0, 1, 27, 28)] == [1, 2, 28, 29]


@pytest.mark.parametrize(
    ("part", "said"), [(0, "0 %"), (0.001, "< 1 %"), (0.5, "50 %"), (0.999, "> 99 %"), (1, "100 %")]
)
def test_a_share_is_not_rounded_to_all_or_nothing(part: float, said: str) -> None:
    assert share(part).replace(TIED, " ") == said


def test_how_often_is_right_for_one_many_and_none() -> None:
    assert [often(1, 1), often(0, 100), often(0, 0)] == ["in 1 of 1 re-run", "in 0 of 100 re-runs", ""]
    assert [n_("{n} desk", "{n} desks", n) for n in (0, 1, 2)] == ["0 desks", "1 desk", "2 desks"]


def test_a_list_has_an_and_before_its_last() -> None:
    names = tuple(Name(each) for each in "abc")
    assert [str(listing(names[:n])) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_a_phrase_keeps_names_apart_and_never_fills_what_they_say() -> None:
    said = phrase("“{kind}” from {sender}.", {"kind": Name("{sender}"), "sender": Name("b")})
    assert said == Phrase(("“", Name("{sender}"), "” from ", Name("b"), "."))
    assert joined([said, "x"], by=" ").parts[-1] == ". x"


def test_a_field_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("{nobody}", {})


def test_prose_is_cut_at_empty_lines() -> None:
    assert prose("One\nline.\n\n \n\nTwo.\n").paragraphs == (Name("One line."), Name("Two."))
    assert prose("").paragraphs == ()
    assert named(" a\tb\n") == Name("a b")
