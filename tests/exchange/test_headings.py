"""Headings are understood in three languages, in any order, case and spelling; others are told."""

from __future__ import annotations

import pytest

from tabletop.exchange.columns import COLUMNS, WRITTEN
from tabletop.exchange.headings import column_of, found_headings
from tabletop.exchange.sheet import Cell, Sheet, SheetError


def sheet(*rows: tuple[Cell, ...]) -> Sheet:
    return Sheet("x.csv", tuple(enumerate(rows, start=1)))


@pytest.mark.parametrize("key", COLUMNS)
def test_every_column_is_known_by_its_own_headings(key: str) -> None:
    assert {column_of(heading) for heading in (key, *COLUMNS[key].headings)} == {key}


@pytest.mark.parametrize("language", [0, 1, 2])
def test_no_two_columns_that_are_written_have_one_heading(language: int) -> None:
    headings = [COLUMNS[key].headings[language] for key in WRITTEN]
    assert [column_of(heading) for heading in headings] == list(WRITTEN)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("  EVENT  time: ", "local_time"),
        ("Elapsed", "exercise_time"),
        ("Inject #", "number"),
        ("No.", "number"),
        ("From (Simulated Agency)", "from"),
        ("Recipient(s)", "to"),
        ("Expected Player Action", "expected"),
        ("Controller/Evaluator notes", None),
        ("Controller's notes", None),
        ("evenement", "title"),
        ("DESCRIPTION DE L’ÉVÉNEMENT", "text"),
        ("Heure", "local_time"),
        ("a (joueurs)", "to"),
        ("وَصْفُ الحَدَث", "text"),
        ("الوصـــف", "text"),
        ("الى", "to"),
        ("الجهه المستلمه", "to"),
        ("النتيجة المتوقعة", "expected"),
        ("\u200fالموضوع\u200f", "title"),
        ("Wather", None),
    ],
)
def test_headings_of_other_lists_are_understood(heading: str, key: str | None) -> None:
    assert column_of(heading) == key


def test_the_headings_may_stand_below_a_title_and_unknown_ones_are_told() -> None:
    found = found_headings(
        sheet(
            ("MSEL of the city", None),
            ("Event time", "Subject", "Wether", "Subjct", "Title", None),
            ("1h", "a"),
        )
    )
    assert (found[0], dict(found[1])) == (1, {0: "local_time", 1: "title"})
    assert [str(problem) for problem in found[2]] == [
        "x.csv:1:1: above the headings: 'MSEL of the city' is left out",
        "x.csv:2:3: the column 'Wether' is not known, and left out",
        "x.csv:2:4: the column 'Subjct' is not known, and left out (if it is 'Subject', call it so)",
        "x.csv:2:5: the column 'Title' means 'Subject' as another does, and is left out",
    ]


def test_a_columns_own_heading_goes_before_what_others_call_it() -> None:
    assert dict(found_headings(sheet(("Event", "Subject", "Time")))[1]) == {
        0: "number",
        1: "title",
        2: "local_time",
    }


@pytest.mark.parametrize("rows", [(), (("a", "b"),), (("Subject", "b"),)])
def test_a_table_without_headings_is_refused(rows: tuple[tuple[Cell, ...], ...]) -> None:
    with pytest.raises(SheetError, match=r"x\.csv has no line of headings such as Subject"):
        found_headings(sheet(*rows))
