"""Routes are shortest, make progress at every hop, and depend on nothing that is unrelated."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tabletop.model.item import Priority
from tabletop.structures import Network, network
from tests.structures.made import made

ACTORS = "abcdefgh"
ROUTINE = Priority.routine

one_link = st.one_of(
    st.builds(
        lambda ends, kinds: {"from": ends[0], "to": ends[1:], "carries": kinds},
        st.lists(st.sampled_from(ACTORS), min_size=2, max_size=4, unique=True),
        st.sampled_from([["concern"], ["offer"], ["concern", "offer"], ["sensitive"]]),
    ),
    st.builds(
        lambda ends: {"between": ends},
        st.lists(st.sampled_from(ACTORS), min_size=2, max_size=2, unique=True),
    ),
    st.builds(
        lambda ends, meant_for: {"among": ends, "for": meant_for},
        st.lists(st.sampled_from(ACTORS), min_size=3, max_size=4, unique=True),
        st.sampled_from(["routine", "urgent"]),
    ),
)
links = st.lists(one_link, min_size=1, max_size=8)


def net(words: list[dict[str, Any]]) -> Network:
    """Return the network of these links, each by e-mail."""
    said = [{"channel": "email", **link} for link in words]
    return network(made(ACTORS, {"it": {"links": said}}), "it")


def hops(drawn: Network, sender: str, target: str) -> list[str] | None:
    """Follow the hand-offs of a concern from a sender to its target; None when there is no route."""
    route = [sender]
    while route[-1] != target:
        way = drawn.next_way(route[-1], target, "concern", priority=ROUTINE)
        if way is None:
            return None
        assert (way.sender, drawn.carries(way, "concern"), len(route) <= len(ACTORS)) == (
            route[-1],
            True,
            True,
        )
        route.append(way.receiver)
    return route


@given(links)
def test_routes_are_as_long_as_the_shortest_paths_that_networkx_finds(words: list[dict[str, Any]]) -> None:
    drawn = net(words)
    graph = nx.DiGraph(way[:2] for way in drawn.ways if drawn.carries(way, "concern"))
    graph.add_nodes_from(ACTORS)
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    for sender in ACTORS:
        for target in ACTORS:
            route = hops(drawn, sender, target)
            assert (route and len(route) - 1) == lengths[sender].get(target)


@given(links)
def test_of_equally_short_routes_the_first_hop_declared_first_is_taken(words: list[dict[str, Any]]) -> None:
    drawn = net(words)
    for sender in ACTORS:
        declared = dict.fromkeys(way.receiver for way in drawn.ways_from(sender, "concern"))
        for target in ACTORS.replace(sender, ""):
            route = hops(drawn, sender, target)
            if route is not None:
                rests = {each: hops(drawn, each, target) for each in declared}
                as_short = [each for each, rest in rests.items() if rest and len(rest) == len(route) - 1]
                assert route[1] == as_short[0]


@given(links, links)
def test_an_unrelated_actor_changes_no_route(
    words: list[dict[str, Any]], others: list[dict[str, Any]]
) -> None:
    moved = [_renamed(link) for link in others]
    alone = net(words)
    wide = made(
        [*ACTORS, *(f"other_{actor}" for actor in ACTORS), "unlinked"],
        {"it": {"links": [{"channel": "email", **link} for link in [*words, *moved]]}},
    )
    beside = network(wide, "it")
    for sender in ACTORS:
        for target in ACTORS:
            asked = (sender, target, "concern")
            assert alone.next_way(*asked, priority=ROUTINE) == beside.next_way(*asked, priority=ROUTINE)


def _renamed(link: dict[str, Any]) -> dict[str, Any]:
    """Return the same link among other actors."""
    ends = ("from", "to", "between", "among")
    return {
        key: [f"other_{actor}" for actor in ([names] if isinstance(names, str) else names)]
        if key in ends
        else names
        for key, names in link.items()
    }


def test_the_shorter_route_is_taken_even_over_a_link_that_is_meant_for_another_priority() -> None:
    drawn = net([{"between": ["a", "c"], "for": "urgent"}, {"between": ["a", "b"]}, {"between": ["b", "c"]}])
    assert hops(drawn, "a", "c") == ["a", "c"]


def test_a_link_that_does_not_carry_the_kind_is_no_way() -> None:
    drawn = net([{"between": ["a", "c"], "carries": ["offer"]}, {"from": "a", "to": "b"}])
    assert (hops(drawn, "a", "c"), hops(drawn, "b", "a"), hops(drawn, "a", "b")) == (None, None, ["a", "b"])
