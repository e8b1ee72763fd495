from __future__ import annotations

from dataclasses import replace
from math import isnan

from tabletop.compare.results import Row
from tabletop.compare.statistics.columns import column
from tabletop.compare.statistics.intervals import Estimate
from tabletop.measures import MAIN
from tests.compare.statistics.rows import cell

HUB = cell("hub")


def row(number: int, value: float | None, *, verdict: str, learnt: int | None) -> Row:
    return Row(
        HUB,
        number,
        {MAIN: value, "exposures": 2},
        {"warned": verdict},
        {"timely": "P" if verdict == "met" else "U"},
        {"coordinator:concern": learnt},
        {"coordinator:concern": 50},
    )


def test_rows_are_boiled_down_in_one_pass() -> None:
    rows = (
        row(0, 10.0, verdict="met", learnt=20),
        row(2, None, verdict="missed", learnt=None),
        row(3, 14.0, verdict="not_called", learnt=60),
        row(4, 18.0, verdict="met", learnt=-5),
    )
    found = column(HUB, iter(rows), keeping=(MAIN,), waiting=True)
    assert list(found.replications) == [0, 2, 3, 4]
    assert found.by_replication(MAIN) == {0: 10, 3: 14, 4: 18}
    assert [isnan(each) for each in found.kept[MAIN]] == [False, True, False, False]
    assert (found.mean(MAIN), found.taken[MAIN].missing, found.mean("exposures")) == (14, 1, 2)
    assert found.taken["exposures"].mean == Estimate(2, 2, 2, 4)
    met = found.met["warned"]
    assert met is not None
    assert (met.value, met.count) == (2 / 3, 3)
    assert found.ratings == {"timely": {"P": 2, "U": 2}}
    waits = found.waits["coordinator:concern"]
    assert (list(waits.known), list(waits.never)) == ([20, 0], [50, 50])


def test_waits_are_kept_only_when_asked_for_and_nothing_is_made_of_nothing() -> None:
    assert column(HUB, [row(0, 1.0, verdict="met", learnt=1)], keeping=()).waits == {}
    empty = column(HUB, [], keeping=(MAIN,))
    assert (list(empty.replications), empty.mean(MAIN), empty.kept) == ([], None, {MAIN: ()})


def test_what_waits_for_something_that_never_came_about_counts_until_the_end() -> None:
    """Known after 10 hours in one replication and never in another: 55 hours of 100, not 10."""
    there, never = row(0, 1.0, verdict="met", learnt=1), row(1, 1.0, verdict="met", learnt=1)
    rows = [
        replace(there, measures={"awareness_80": 10.0}),
        replace(never, measures={"awareness_80": None}),
        replace(never, replication=2, measures={"awareness_80": None}, learnt={}),
    ]
    found = column(HUB, rows, keeping=("awareness_80",), never={"awareness_80": 100.0})
    taken = found.taken["awareness_80"]
    assert taken.mean is not None
    assert (taken.mean.value, taken.mean.count, taken.missing) == (55, 2, 2)
    assert found.by_replication("awareness_80") == {0: 10, 1: 100}
