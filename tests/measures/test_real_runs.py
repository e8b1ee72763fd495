"""What must hold of the measures of any exercise, shown on exercises that were really played."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.engine import run
from tabletop.measures import Chronicle, figures
from tabletop.measures.awareness import awareness
from tabletop.measures.critical import decision_path, expectation_paths
from tabletop.measures.delays import delays, is_repeat
from tabletop.measures.expectations import outcomes
from tabletop.measures.load import loads
from tabletop.measures.paths import Path
from tests.compare.city import city

SCENARIO = city()


def play(seed: int) -> Chronicle:
    return Chronicle(run(SCENARIO, seed=seed))


def has_no_gap(path: Path) -> bool:
    edges = [path.since, *(part.until for part in path.parts)]
    return [part.since for part in path.parts] == edges[:-1] and edges[-1] == path.until


seeds = settings(max_examples=25, deadline=None)(given(seed=st.integers(0, 10**6)))


@seeds
def test_every_critical_path_sums_to_the_millisecond(seed: int) -> None:
    chronicle = play(seed)
    paths = [*expectation_paths(chronicle).values()]
    paths += [decision_path(chronicle, name) for name in SCENARIO.works]
    assert all(has_no_gap(path) for path in paths)
    assert all(sum(part.length for part in path.parts) == path.length for path in paths)


@seeds
def test_a_path_ends_when_its_expectation_is_reached_or_at_the_end(seed: int) -> None:
    chronicle = play(seed)
    ends = {name: path.until for name, path in expectation_paths(chronicle).items()}
    found = outcomes(chronicle)
    assert ends == {name: chronicle.end if found[name].at is None else found[name].at for name in ends}


@seeds
def test_all_delays_sum_to_the_lengths_of_the_hand_offs(seed: int) -> None:
    chronicle = play(seed)
    found = delays(chronicle)
    lengths = sum(each.at - each.since for each in chronicle.story if not is_repeat(chronicle, each))
    assert found.lost + found.protection + found.work == lengths == sum(each.time for each in found.causes)


@seeds
def test_nobody_is_busier_than_staffed_and_nobody_knows_before_it_exists(seed: int) -> None:
    chronicle = play(seed)
    assert all(0 <= each.busy <= each.staffed for each in loads(chronicle))
    assert all(0 <= each.without <= chronicle.end for each in awareness(chronicle).needs)
    shares = [share for _, share in awareness(chronicle).curve]
    assert shares == sorted(shares)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_of_a_run_are_plain_json(seed: int) -> None:
    found = figures(run(SCENARIO, seed=seed))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
