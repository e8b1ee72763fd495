"""A table that was thinned out says how many rows it left out, and a whole one says nothing."""

from __future__ import annotations

import pytest

from tabletop.debrief.roles.thinned import thinned


@pytest.mark.parametrize(("count", "left_out"), [(0, 0), (3, 0), (4, 1), (9, 6)])
def test_the_first_rows_are_shown_and_the_others_counted(count: int, left_out: int) -> None:
    found = thinned(range(count), 3)
    assert (found.rows, found.left_out) == (tuple(range(min(3, count))), left_out)


def test_what_is_left_out_is_said_and_nothing_when_nothing_is() -> None:
    assert thinned("abcd", 2).shorter == "2 more, which took less time, had no room on this sheet."
    assert thinned("abcd", 3).more == "1 more had no room on this sheet."
    assert (thinned("ab", 2).shorter, thinned("ab", 2).more) == ("", "")
