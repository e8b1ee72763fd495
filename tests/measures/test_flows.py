from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.measures.flows import flows, freeman, gini
from tests.measures.played import played

parts = st.lists(st.integers(0, 1000), min_size=3, max_size=20)


def test_each_hand_off_counts_for_both_of_its_ends() -> None:
    assert flows(played()) == {"school": 2, "city": 3, "social_work": 0, "ngo": 1, "police": 0}


@pytest.mark.parametrize(
    ("degrees", "centralised", "uneven"),
    [
        ((4, 1, 1, 1, 1), 1.0, 0.3),
        ((2, 2, 2, 2), 0.0, 0.0),
        ((2, 3, 0, 1, 0), 1.0, 0.533),
        ((1, 1), None, 0.0),
        ((0, 0, 0), None, None),
    ],
)
def test_a_star_is_centralised_and_a_ring_is_not(
    degrees: tuple[int, ...], centralised: float | None, uneven: float | None
) -> None:
    found = (freeman(degrees), gini(degrees))
    assert found == (centralised, uneven if uneven is None else pytest.approx(uneven, abs=1e-3))


@given(parts)
def test_gini_is_the_mean_distance_over_twice_the_mean(numbers: list[int]) -> None:
    found = gini(numbers)
    if found is None:
        assert sum(numbers) == 0
        return
    distances = sum(abs(a - b) for a in numbers for b in numbers) / len(numbers) ** 2
    assert found == pytest.approx(distances / (2 * sum(numbers) / len(numbers)))


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda way: way[0] != way[1]), min_size=1)
)
def test_flow_centralisation_lies_between_nothing_and_all(ways: list[tuple[int, int]]) -> None:
    degrees = [sum(actor in way for way in ways) for actor in range(8)]
    found = freeman(degrees)
    assert found is not None
    assert 0 <= found <= 1
    if {actor for actor in range(8) if degrees[actor] == len(ways)}:
        assert found == pytest.approx(1)
