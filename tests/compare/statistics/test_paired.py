from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.compare.statistics.paired import (
    Difference,
    Place,
    adjusted,
    differences,
    holm,
    p_value,
    standing,
)
from tabletop.compare.statistics.variance import saving
from tabletop.measures import MAIN
from tests.compare.statistics.rows import cell, played

LUCK = [3.0, 9, 4, 12, 7, 5, 10, 6]
TEAM, HUB, CHAIN = cell("team"), cell("hub"), cell("chain")


def test_differences_are_taken_within_a_replication_that_both_have() -> None:
    team = played(TEAM, [1, 2, None, 4])
    hub = played(HUB, [20, 30, 40, 50], since=1)
    assert differences(hub, team, MAIN) == [20 - 2, 40 - 4]


def test_holms_method_by_hand() -> None:
    """0.01 three times, 0.02 twice, 0.04 once, none below the one before; the first that fails fixes the level."""
    ps, levels = holm([0.02, 0.01, 0.04], 0.95)
    assert ps == pytest.approx([0.04, 0.03, 0.04])
    assert levels == pytest.approx([1 - 0.05 / 2, 1 - 0.05 / 3, 0.95])
    ps, levels = holm([0.03, 0.01, 0.5], 0.95)
    assert ps == pytest.approx([0.06, 0.03, 0.5])
    assert levels == pytest.approx([1 - 0.05 / 2, 1 - 0.05 / 3, 1 - 0.05 / 2])


def test_the_p_value_is_students() -> None:
    """The mean of 2, 4, 6 is 3.4641 standard errors from 0; Student's t with 2 degrees leaves 0.0742 beyond."""
    assert p_value([2, 4, 6]) == pytest.approx(0.0741799, abs=1e-6)
    assert (p_value([0.0, 0.0]), p_value([1.0, 1.0])) == (1, 0)


def test_same_luck_shows_small_differences() -> None:
    """The hub is worse by 2 give or take a little, in every replication; the team's own spread is much larger."""
    team = played(TEAM, LUCK)
    hub = played(HUB, [each + 2 + 0.1 * (-1) ** place for place, each in enumerate(LUCK)])
    chain = played(CHAIN, [each + 0.5 + 3 * (-1) ** place for place, each in enumerate(LUCK)])
    found = {each.cell: each for each in standing([chain, team, hub], MAIN)}
    assert [(name, each.verdict) for name, each in found.items()] == [
        (CHAIN, "no_clear_difference"),
        (TEAM, "best"),
        (HUB, "clearly_worse"),
    ]
    difference = found[HUB].difference
    assert difference is not None
    assert difference.estimate.value == pytest.approx(2)
    assert difference.clear
    assert found[TEAM].difference is None


def test_more_is_better_where_the_measure_says_so() -> None:
    shares = {"loop_closed": [0.5, 0.6, 0.7]}
    better = {"loop_closed": [0.8, 0.9, 1.0]}
    columns = [played(TEAM, [1, 2, 3], measures=shares), played(HUB, [1, 2, 3], measures=better)]
    assert [each.verdict for each in standing(columns, "loop_closed")] == ["clearly_worse", "best"]


def test_what_could_not_be_measured_has_no_place_and_one_replication_no_verdict() -> None:
    assert standing([played(TEAM, [None, None])], MAIN) == ()
    lone = standing([played(TEAM, [1]), played(HUB, [2])], MAIN)
    assert lone == (Place(TEAM, "best", None), Place(HUB, "no_clear_difference", None))


@given(st.integers(0, 2**32 - 1), st.integers(2, 5))
def test_an_interval_leaves_out_nought_exactly_when_the_test_finds_a_difference(
    seed: int, count: int
) -> None:
    rng = np.random.default_rng(seed)
    columns = [played(cell(f"s{each}"), rng.normal(each * 0.5, 1, 12).tolist()) for each in range(count)]
    pairs = [
        (one, other) for one in columns for other in columns if one.cell.structure < other.cell.structure
    ]
    found: list[Difference] = [each for each in adjusted(pairs, MAIN) if each is not None]
    assert len(found) == len(pairs)
    assert all(each.clear == (each.p <= 0.05) for each in found)


def test_nothing_is_called_clear_too_often_when_all_are_alike() -> None:
    """Four structures that differ by chance alone: in at most 5 % of comparisons anything is clearly worse."""
    rng = np.random.default_rng(11)
    wrong = 0
    for _ in range(200):
        columns = [played(cell(f"s{each}"), rng.normal(0, 1, 15).tolist()) for each in range(4)]
        wrong += any(each.verdict == "clearly_worse" for each in standing(columns, MAIN))
    assert wrong / 200 <= 0.05 + 2 * (0.05 * 0.95 / 200) ** 0.5


def test_what_the_same_luck_saves_is_the_ratio_of_variances() -> None:
    """With correlation ρ and equal spread it is 1 / (1 − ρ): 10 for 0.9."""
    rng = np.random.default_rng(5)
    both = rng.multivariate_normal([0, 0], [[1, 0.9], [0.9, 1]], 4000)
    found = saving([played(TEAM, both[:, 0].tolist()), played(HUB, both[:, 1].tolist())], MAIN)
    assert found is not None
    assert found.times == found.pairs[0].times == pytest.approx(10, rel=0.08)
    apart = saving([played(TEAM, both[:, 0].tolist()), played(HUB, rng.normal(0, 1, 4000).tolist())], MAIN)
    assert apart is not None
    assert apart.times == pytest.approx(1, rel=0.08)


def test_where_nothing_varies_nothing_can_be_saved() -> None:
    assert saving([played(TEAM, [1, 1]), played(HUB, [2, 2])], MAIN) is None
