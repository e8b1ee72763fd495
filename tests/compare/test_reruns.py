from __future__ import annotations

from collections import Counter

import pytest

from tabletop.compare.reruns import Rerun, Reruns, rerun
from tabletop.engine import run
from tabletop.errors import UsageError
from tabletop.measures import MAIN, Chronicle, measured
from tabletop.measures.expectations import Outcome
from tests.compare.city import city

MET, LATE = Outcome("met", 1, 0, 2, 1.0), Outcome("late", 3, 0, 2, 1.0)


def reruns(*main: float) -> Reruns:
    return Reruns(
        "hub",
        1,
        tuple(
            Rerun(
                number,
                {"support": "P" if value < 5 else "M"},
                {"agreed": MET if value < 5 else LATE},
                value,
            )
            for number, value in enumerate(main)
        ),
    )


def test_ratings_and_verdicts_are_counted_over_all_reruns() -> None:
    found = reruns(1, 9, 2, 8, 3)
    assert found.rated("support") == Counter(P=3, M=2)
    assert found.judged("agreed") == Counter(met=3, late=2)
    assert found.without() == (1, 9, 2, 8, 3)
    assert len(found) == 5


@pytest.mark.parametrize(
    ("main", "typical"),
    [((1, 9, 2, 8, 3), 4), ((3, 1, 3, 5), 0), ((1, 2), 0), ((5, 3, 4, 4), 2), ((7,), 0)],
)
def test_the_typical_rerun_is_the_first_nearest_the_median(main: tuple[float, ...], typical: int) -> None:
    assert reruns(*main).typical() == typical


def test_each_rerun_is_the_run_of_that_replication() -> None:
    found = rerun(city(), seed=7, replications=3)
    assert [each.replication for each in found.runs] == [0, 1, 2]
    assert found.runs[2].without == measured(Chronicle(run(city(), seed=7, replication=2)))[MAIN]
    assert set(found.rated("support").values()) <= {1, 2, 3}


def test_any_number_of_processes_finds_the_same() -> None:
    assert rerun(city(), replications=4, jobs=1) == rerun(city(), replications=4, jobs=2)


def test_an_unknown_structure_is_refused() -> None:
    with pytest.raises(UsageError):
        rerun(city(), "tree", replications=1)
