"""The word that was probably meant."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.reading.nearest import edits_between, nearest

KEYS = ("title", "sector", "level", "staff", "hours", "handling", "to", "of", "at")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("staf", "staff"),
        ("staffs", "staff"),
        ("satff", "staff"),
        ("sector", "sector"),
        ("secktors", "sector"),
        ("Title", "title"),
        ("handlnig", "handling"),
        ("ta", "at"),
        ("it", "at"),
        ("xy", None),
        ("a", "at"),
        ("", None),
        ("organisation", None),
        ("hrs", "hours"),
        ("ot", "at"),
    ],
)
def test_a_slip_finds_its_word(word: str, meant: str | None) -> None:
    assert nearest(word, KEYS) == meant


def test_equally_near_words_are_chosen_by_alphabet_and_never_by_the_order_of_a_set() -> None:
    assert nearest("bat", ("cat", "rat", "hat")) == nearest("bat", ("hat", "rat", "cat")) == "cat"


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert nearest("staff", ()) is None


words = st.text("abc", max_size=7)


@given(words, words)
def test_the_distance_is_the_same_both_ways_and_zero_only_for_itself(first: str, second: str) -> None:
    assert edits_between(first, second, most=9) == edits_between(second, first, most=9)
    assert (edits_between(first, second, most=9) == 0) == (first == second)


@given(words, words, st.integers(0, 7))
def test_a_bound_changes_nothing_but_what_lies_beyond_it(first: str, second: str, most: int) -> None:
    edits = edits_between(first, second, most=9)
    assert edits is not None
    assert edits_between(first, second, most=most) == (edits if edits <= most else None)


@given(st.text("abcdef", min_size=2, max_size=8), st.data())
def test_one_edit_is_one_edit(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert edits_between(word, word[:at] + word[at + 1 :], most=2) == 1
    assert edits_between(word, word[:at] + "x" + word[at:], most=2) == 1
    assert edits_between(word, word[:at] + "x" + word[at + 1 :], most=2) == 1
    assert edits_between(word, swapped, most=2) == (1 if swapped != word else 0)


def test_ten_thousand_known_names_are_searched_in_a_moment() -> None:
    known = [f"school_of_district_{number}" for number in range(10_000)]
    begin = process_time()
    assert nearest("shcool_of_district_77x", known) == "school_of_district_77"
    assert process_time() - begin < 3
