"""Rows are counted in lines of print, and a page takes them until it is full."""

from __future__ import annotations

import pytest

from tabletop.debrief.one_page import BETWEEN, LOOSE, TIGHT, air, fitting, lines_of


def test_a_row_is_as_high_as_its_fullest_cell() -> None:
    assert lines_of(("a" * 90, 45), ("b" * 10, 4), ("", 4)) == 3 + BETWEEN


def test_rows_are_taken_until_the_next_has_no_room() -> None:
    assert fitting([("one", 2.0), ("two", 2.0), ("three", 0.5)], room=3.0) == ("one",)
    assert fitting([("one", 2.0)], room=1.0) == ()


def test_room_to_spare_is_shared_out_between_tight_and_loose() -> None:
    assert air(-5.0, rows=3) == TIGHT
    assert air(1000.0, rows=3) == LOOSE
    assert TIGHT < air(10.0, rows=30) < LOOSE
    assert air(0.0, rows=0) == pytest.approx(TIGHT)
