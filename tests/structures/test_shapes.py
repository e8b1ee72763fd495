"""Every shape connects all its members, each in its own way."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.structures import SHAPES, Network, network, problems
from tests.structures.made import SAID, made


def shaped(shape: str, *, number: int) -> Network:
    """Return the network of a shape over actors called a0, a1 and so on."""
    words = {"shape": shape, "channel": "email", **SAID[shape]}
    return network(made([f"a{each}" for each in range(number)], {"it": words}), "it")


def pairs(drawn: Network) -> set[str]:
    """Return the pairs that are linked, as `a0-a1`; both directions are checked to be there."""
    ways = {(way.sender, way.receiver) for way in drawn.ways}
    assert ways == {(receiver, sender) for sender, receiver in ways}
    return {f"{one}-{other}" for one, other in ways if one < other}


def test_every_shape_has_a_case_here() -> None:
    assert SAID.keys() == SHAPES.keys()


@given(st.sampled_from(sorted(SHAPES)), st.integers(min_value=4, max_value=40))
def test_every_shape_connects_all_its_members_and_no_way_twice(shape: str, number: int) -> None:
    drawn = shaped(shape, number=number)
    graph = nx.Graph((way.sender, way.receiver) for way in drawn.ways)
    assert (len(graph), nx.is_connected(graph)) == (number, True)
    assert len({way[:2] for way in drawn.ways}) == len(drawn.ways)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_says_when_it_has_too_few_members(shape: str) -> None:
    least = SHAPES[shape].least
    actors = ["a0", "a1", "a2", "a3"]
    words = {"shape": shape, "channel": "email", **SAID[shape]}
    found = problems(made(actors, {"it": {**words, "members": actors[: least - 1]}}), "it")
    there = "there is 1" if least == 2 else f"there are {least - 1}"
    said = f"a {shape} needs at least {least} members, and {there}"
    assert found == ((("structures", "it", "members"), said, "add members, or choose another shape"),)


@given(st.integers(min_value=2, max_value=30))
def test_a_star_has_its_hub_in_every_way(number: int) -> None:
    words = {"shape": "star", "channel": "email", "hub": "a0"}
    drawn = network(made([f"a{each}" for each in range(number)], {"it": words}), "it")
    assert all("a0" in way[:2] for way in drawn.ways)
    assert len(drawn.ways) == 2 * (number - 1)


@given(st.integers(min_value=2, max_value=60), st.integers(min_value=1, max_value=5))
def test_a_tree_has_one_link_less_than_members_and_no_more_branches_than_said(
    number: int, branches: int
) -> None:
    words = {"shape": "tree", "root": "a0", "branches": branches, "channel": "email"}
    drawn = network(made([f"a{each}" for each in range(number)], {"it": words}), "it")
    graph = nx.Graph(way[:2] for way in drawn.ways)
    assert nx.is_tree(graph)
    assert max(graph.degree(actor) - (actor != "a0") for actor in graph) <= branches


@pytest.mark.parametrize(
    ("shape", "linked"),
    [
        ("chain", {"a0-a1", "a1-a2", "a2-a3", "a3-a4"}),
        ("ring", {"a0-a1", "a1-a2", "a2-a3", "a3-a4", "a0-a4"}),
        ("star", {"a0-a2", "a1-a2", "a2-a3", "a2-a4"}),
        ("y", {"a0-a2", "a1-a2", "a2-a3", "a3-a4"}),
        ("tree", {"a0-a1", "a1-a2", "a0-a3", "a0-a4"}),
        ("multiscale", {"a0-a1", "a1-a2", "a0-a3", "a0-a4", "a0-a2"}),
        ("local_team", {"a0-a1", "a1-a2", "a0-a3", "a0-a4", "a3-a4"}),
        ("complete", {f"a{one}-a{other}" for one in range(5) for other in range(one + 1, 5)}),
        ("committee", {f"a{one}-a{other}" for one in range(5) for other in range(one + 1, 5)}),
    ],
)
def test_five_actors_in_each_shape(shape: str, linked: set[str]) -> None:
    assert pairs(shaped(shape, number=5)) == linked


def test_an_order_is_followed_and_a_mapping_says_who_stands_below_whom() -> None:
    order = {"shape": "chain", "order": ["c", "a", "b"], "channel": "email"}
    tree = {"shape": "tree", "root": "b", "branches": {"b": ["a", "c"]}, "channel": "email"}
    scenario = made("abc", {"order": order, "tree": tree})
    assert pairs(network(scenario, "order")) == {"a-c", "a-b"}
    assert pairs(network(scenario, "tree")) == {"a-b", "b-c"}


def test_a_committee_is_one_body_and_a_complete_shape_is_links_between_two() -> None:
    assert {way.members for way in shaped("committee", number=4).ways} == {("a0", "a1", "a2", "a3")}
    assert {len(way.members) for way in shaped("complete", number=4).ways} == {2}


def test_copies_stand_below_one_actor_of_a_tree() -> None:
    actors = {"city": {}, **{f"school_{each}": {"copy_of": "school"} for each in (1, 2, 3)}}
    words = {"shape": "tree", "root": "city", "branches": {"city": ["school"]}, "channel": "email"}
    linked = pairs(network(made(actors, {"it": words}), "it"))
    assert linked == {"city-school_1", "city-school_2", "city-school_3"}
