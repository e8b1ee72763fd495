"""What goes out comes back the same: texts, injects, and the files of all shipped scenarios."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.exchange.columns import LANGUAGES
from tabletop.exchange.comma_separated import guarded, read_csv, unguarded, written_csv
from tabletop.exchange.entries import entries_of
from tabletop.exchange.merging import merged
from tabletop.exchange.msel import inject_words
from tabletop.exchange.reading import read_sheet
from tabletop.exchange.sheet import in_text
from tabletop.exchange.workbook import read_workbook, written_workbook
from tabletop.exchange.writing import LISTS
from tabletop.model.scenario import Scenario
from tabletop.reading import load, shipped_ids
from tabletop.reading.characters import refused_in
from tests.exchange.city import scenario
from tests.exchange.hostile import injects, texts

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | texts


def filled(rows: list[list[str]]) -> list[list[str]]:
    """The rows that hold something, without the empty cells at their ends."""
    cut = [row[: max((place for place, text in enumerate(row, start=1) if text), default=0)] for row in rows]
    return [row for row in cut if row]


@given(anything)
def test_a_guarded_text_begins_no_formula_and_comes_back(text: str) -> None:
    safe = guarded(text)
    assert unguarded(safe) == text
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.lists(anything, min_size=2, max_size=2), min_size=1, max_size=4))
def test_texts_come_back_from_comma_separated_values(rows: list[list[str]]) -> None:
    rows = [["head", "head"], *rows]
    found = read_csv(written_csv(rows), "x.csv", is_heading="head".__eq__).rows
    assert [list(cells) for _, cells in found] == filled(rows)


@settings(max_examples=50)
@given(st.lists(st.lists(anything, min_size=2, max_size=2), min_size=1, max_size=4))
def test_texts_come_back_from_a_workbook_and_none_of_them_is_a_formula(rows: list[list[str]]) -> None:
    content = written_workbook([["head", "head"], *rows], title="", about="")
    found = read_workbook(content, "x.xlsx").rows
    told = [[in_text(cell) for cell in cells] for _, cells in found][1:]
    assert told == [[in_text(text) for text in row] for row in filled(rows)]


def come_back(content: bytes, ending: str, played: Scenario) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """Work a list into the scenario without its injects; return those it brings, and the remarks."""
    empty = played.model_copy(update={"injects": {}})
    sheet = read_sheet(content, f"x{ending}", ending=ending)
    result = merged(entries_of(sheet, empty, unsafe=refused_in), empty, file="x")
    return {change.id: dict(change.after) for change in result.changes}, result.problems


@settings(max_examples=60)
@given(st.lists(injects, max_size=3), st.sampled_from(LANGUAGES), st.sampled_from([*LISTS]))
def test_hostile_injects_come_back_whole(said: list[dict[str, Any]], language: str, ending: str) -> None:
    played = scenario({"first": {"at": "0m"}, **{f"i{number}": words for number, words in enumerate(said)}})
    injects_, problems = come_back(LISTS[ending](played, language), ending, played)
    assert problems == ()
    assert injects_ == {id_: inject_words(inject) for id_, inject in played.injects.items()}


@pytest.mark.parametrize("ending", LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", shipped_ids())
def test_every_shipped_event_list_comes_back_whole(name: str, language: str, ending: str) -> None:
    played = load(name)
    injects_, problems = come_back(LISTS[ending](played, language), ending, played)
    assert problems == ()
    assert injects_ == {id_: inject_words(inject) for id_, inject in played.injects.items()}


def test_the_same_list_is_the_same_workbook_to_the_byte() -> None:
    played = load("kumanovo_cat")
    assert LISTS[".xlsx"](played, "ar") == LISTS[".xlsx"](played, "ar")
