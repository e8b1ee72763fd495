"""Links are added to a hierarchy as often as the paper says, the same ones for the same seed."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import exp, inf, isclose, sqrt

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.structures import SHAPES, network, problems
from tabletop.structures.added_links import Reach, added_links, room
from tabletop.structures.hierarchy import Hierarchy, Standing, hierarchy
from tabletop.structures.shapes import ALL_OVER, ANYWHERE, TOGETHER, Outline, tree
from tabletop.structures.tree_flaws import MOST_LEVELS
from tests.structures.made import made

WITH_LINKS = [name for name, shape in SHAPES.items() if shape.reach is not None]


def grown(number: int, branches: int) -> Hierarchy:
    members = tuple(f"a{each}" for each in range(number))
    return hierarchy("a0", tree(Outline(members, root="a0", branches=branches)))


def standing(shown: Hierarchy, one: str, other: str) -> Standing:
    """Return how two stand to each other, found the slow way: by all that stand above each."""

    def line(member: str) -> list[str]:
        return [member, *line(shown.above[member])] if member in shown.above else [member]

    near, far = sorted((line(one), line(other)), key=len)
    top = next(member for member in near if member in far)
    return Standing(shown.levels[top], *sorted((near.index(top), far.index(top))))


@given(st.integers(min_value=2, max_value=40), st.integers(min_value=1, max_value=4))
def test_pairs_by_standing_are_those_that_one_finds_by_looking_at_every_pair(
    number: int, branches: int
) -> None:
    shown = grown(number, branches)
    counted: Counter[Standing] = Counter()
    for top in shown.levels:
        counted.update(dict(shown.pairs_at(top)))
    every = Counter(standing(shown, *pair) for pair in combinations(shown.levels, 2))
    assert counted == {each: times for each, times in every.items() if each.near + each.far > 1}


@given(
    st.integers(min_value=3, max_value=30),
    st.integers(min_value=2, max_value=4),
    st.integers(min_value=0, max_value=2**70),
    st.sampled_from(WITH_LINKS),
)
def test_added_links_are_new_ones_until_there_is_no_room(
    number: int, branches: int, seed: int, shape: str
) -> None:
    shown, reach = grown(number, branches), SHAPES[shape].reach or ANYWHERE
    most = room(shown, reach)
    links = [frozenset(pair) for pair in added_links(shown, reach, number=most + 1, seed=seed)]
    backbone = {frozenset(pair) for pair in shown.above.items()}
    assert (len(links), len(set(links))) == (most, most)
    assert all(len(link) == 2 for link in links)
    assert backbone.isdisjoint(links)


@given(st.integers(min_value=0, max_value=50), st.integers(min_value=0, max_value=50))
def test_more_links_keep_those_that_fewer_give(few: int, more: int) -> None:
    shown = grown(31, 5)
    first = list(added_links(shown, ALL_OVER, number=few, seed=7))
    longer = list(added_links(shown, ALL_OVER, number=few + more, seed=7))
    assert longer[:few] == first


def test_the_first_link_joins_each_pair_as_often_as_its_weight_says() -> None:
    """Chi squared over all pairs of a lopsided tree of thirteen, from 20,000 seeds."""
    below = ("ab", "ac", "bd", "be", "bf", "dg", "dh", "gi", "cj", "jk", "jl", "jm")
    shown = hierarchy("a", (tuple(pair) for pair in below))
    reach, draws = Reach(1.5, 2.0), 20_000
    drawn = Counter(frozenset(next(added_links(shown, reach, number=1, seed=seed))) for seed in range(draws))
    pairs = [pair for pair in combinations(shown.levels, 2) if sum(standing(shown, *pair)[1:]) > 1]
    weights = {frozenset(pair): exp(-reach.cost(standing(shown, *pair))) for pair in pairs}
    whole = sum(weights.values())
    expected = {pair: draws * weight / whole for pair, weight in weights.items()}
    squares = sum((drawn[pair] - often) ** 2 / often for pair, often in expected.items())
    assert drawn.keys() <= weights.keys()
    freedom = len(weights) - 1
    assert abs(squares - freedom) < 4 * sqrt(2 * freedom)


def test_distance_and_weight_are_those_of_the_paper() -> None:
    assert (Standing(0, 1, 1).distance, Standing(3, 0, 2).distance) == (0, sqrt(2))
    assert isclose(exp(-Reach(0.5, 0.5).cost(Standing(1, 1, 2))), exp(-1 / 0.5) * exp(-sqrt(3) / 0.5))
    assert Reach(0, inf).cost(Standing(0, 4, 5)) == 0
    assert Reach(0, inf).cost(Standing(1, 1, 1)) == inf
    assert Reach(inf, 0).cost(Standing(4, 1, 1)) == 0
    assert Reach(inf, 0).cost(Standing(4, 1, 2)) == inf


def test_teams_are_linked_within_and_divisions_across() -> None:
    shown = grown(31, 5)
    team = {standing(shown, *pair)[1:] for pair in added_links(shown, TOGETHER, number=60, seed=3)}
    across = {standing(shown, *pair)[0] for pair in added_links(shown, Reach(0, inf), number=60, seed=3)}
    assert (team, across) == ({(1, 1)}, {0})


@pytest.mark.parametrize("shape", WITH_LINKS)
def test_a_shape_with_links_is_its_tree_and_so_many_more_the_same_every_time(shape: str) -> None:
    words = {"root": "a0", "branches": 5, "channel": "email"}
    structures = {
        "tree": {"shape": "tree", **words},
        "it": {"shape": shape, "added": 12, **words},
        "again": {"shape": shape, "added": 12, "seed": 1, **words},
        "other": {"shape": shape, "added": 12, "seed": 2, **words},
    }
    scenario = made([f"a{each}" for each in range(31)], structures)
    pairs = {
        name: {frozenset(way[:2]) for way in network(scenario, name).ways} for name in scenario.structures
    }
    assert pairs["tree"] < pairs["it"] == pairs["again"] != pairs["other"]
    assert len(pairs["it"]) == len(pairs["other"]) == 30 + 12


def test_lambda_and_zeta_move_the_links() -> None:
    """With links only near the top, ten join the five heads; within teams, they join teams anywhere."""

    def linked(**words: float) -> nx.Graph[str]:
        shape = {"shape": "multiscale", "root": "a0", "branches": 5, "added": 10, "channel": "email", **words}
        ways = network(made([f"a{each}" for each in range(31)], {"it": shape}), "it").ways
        return nx.Graph(way[:2] for way in ways)

    top = linked(**{"lambda": 0.01, "zeta": 0.01})
    teams = linked(**{"lambda": 1000.0, "zeta": 0.01})
    heads = [f"a{each}" for each in range(1, 6)]
    assert nx.density(top.subgraph(heads)) == 1
    assert nx.density(teams.subgraph(heads)) < 1
    assert all(abs(int(one[1:]) - int(other[1:])) < 5 for one, other in teams.edges if "a0" not in {one, other}
               and (int(one[1:]) - 1) // 5 != int(other[1:]) and (int(other[1:]) - 1) // 5 != int(one[1:]))  # fmt: skip


def test_links_are_not_added_to_a_tree_that_is_a_tower() -> None:
    words = {"shape": "random", "root": "a0", "branches": 1, "added": 1, "channel": "email"}
    actors = [f"a{each}" for each in range(MOST_LEVELS + 1)]
    scenario = made(actors, {"high": words, "low": {**words, "members": actors[:-1]}})
    what = "is a tree of 21 levels, and links are added to one of at most 20"
    assert problems(scenario, "high") == (
        (("structures", "high", "branches"), what, "give each actor more branches"),
    )
    assert problems(scenario, "low") == ()
