"""Links become ways, and a network answers what the exercise asks of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.model.item import Priority
from tabletop.structures import MOST_WAYS, Network, network, problems
from tests.structures.made import made

ROUTINE, URGENT = Priority.routine, Priority.urgent


def linked(*links: dict[str, Any], actors: str = "abcd") -> Network:
    """Return the network of these links, by e-mail unless they say otherwise."""
    words = [{"channel": "email", **link} for link in links]
    return network(made(actors, {"it": {"links": words}}), "it")


def ends(drawn: Network) -> list[str]:
    return [way.sender + way.receiver for way in drawn.ways]


def channel(drawn: Network, kind: str, priority: Priority = ROUTINE) -> str:
    """Return the channel taken from a to b."""
    way = drawn.next_way("a", "b", kind, priority=priority)
    assert way is not None
    return way.channel


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ({"from": "a", "to": "b"}, ["ab"]),
        ({"from": ["a", "b"], "to": ["b", "c"]}, ["ab", "ac", "bc"]),
        ({"between": ["a", "b"]}, ["ab", "ba"]),
        ({"among": ["a", "b", "c"]}, ["ab", "ac", "ba", "bc", "ca", "cb"]),
        ({"among": ["a", "b", "a"]}, ["ab", "ba"]),
    ],
)
def test_each_sort_of_link_makes_its_ways_in_order(link: dict[str, Any], expected: list[str]) -> None:
    assert ends(linked(link)) == expected


def test_a_name_of_copies_stands_for_each_of_them() -> None:
    actors: dict[str, dict[str, Any]] = {"c": {}, "s1": {"copy_of": "s"}, "s2": {"copy_of": "s"}}
    links = [
        {"between": ["c", "s"], "channel": "email"},
        {"from": "s", "to": "c", "channel": "phone"},
        {"among": ["s"], "channel": "letter"},
    ]
    drawn = network(made(actors, {"it": {"links": links}}), "it")
    expected = ["cs1", "s1c", "cs2", "s2c", "s1c", "s2c", "s1s2", "s2s1"]
    assert ends(drawn) == expected


def test_a_way_knows_its_link_its_members_and_its_address() -> None:
    drawn = linked({"between": ["a", "b"]}, {"among": ["d", "c", "a"], "channel": "phone"})
    first, later = drawn.ways[0], drawn.ways[2]
    assert (first.address, first.members, first.structure) == ("it.0", ("a", "b"), "it")
    assert (later.address, later.members, later.link.channel) == ("it.1", ("d", "c", "a"), "phone")
    assert [way.address for way in drawn.one_way_per_link()] == ["it.0", "it.1"]


def test_a_structure_may_have_links_and_a_shape_and_the_links_come_first() -> None:
    links = [{"from": "a", "to": "c", "channel": "phone", "carries": ["concern"]}]
    words = {"shape": "star", "hub": "b", "members": ["a", "b", "c"], "channel": "email", "links": links}
    drawn = network(made("abc", {"it": words}), "it")
    assert ends(drawn) == ["ac", "ba", "ab", "bc", "cb"]
    assert {way.address for way in drawn.ways[1:]} == {"it.shape"}


def test_equal_ways_are_one_key_and_a_way_over_another_channel_is_another() -> None:
    way = linked({"between": ["a", "b"]}).ways[0]
    same = linked({"between": ["a", "b"]}).ways[0]
    assert len({way: 1, same: 2, way._replace(channel="phone"): 3}) == 2


def test_a_link_that_names_the_kind_goes_before_one_that_carries_everything() -> None:
    drawn = linked(
        {"between": ["a", "b"]},
        {"between": ["a", "b"], "channel": "phone", "carries": ["offer"]},
        {"between": ["a", "b"], "channel": "letter", "carries": ["sensitive"]},
    )
    assert (channel(drawn, "offer"), channel(drawn, "concern")) == ("phone", "letter")


def test_a_link_for_the_priority_goes_before_one_for_any_and_one_for_another_is_the_last_resort() -> None:
    drawn = linked(
        {"between": ["a", "b"], "channel": "phone", "for": "urgent"},
        {"between": ["a", "b"]},
        {"between": ["a", "c"], "channel": "phone", "for": "urgent"},
    )
    assert (channel(drawn, "offer"), channel(drawn, "offer", URGENT)) == ("email", "phone")
    assert drawn.next_way("a", "c", "offer", priority=ROUTINE) is drawn.ways[4]


def test_naming_the_kind_counts_more_than_the_priority_but_not_than_another_priority() -> None:
    drawn = linked(
        {"between": ["a", "b"], "channel": "phone", "for": "urgent"},
        {"between": ["a", "b"], "channel": "letter", "carries": ["offer"]},
    )
    assert channel(drawn, "offer", URGENT) == "letter"
    other = linked(
        {"between": ["a", "b"], "channel": "phone", "for": "urgent", "carries": ["offer"]},
        {"between": ["a", "b"], "channel": "letter"},
    )
    assert channel(other, "offer") == "letter"


def test_of_links_otherwise_alike_the_one_among_fewest_then_the_first_is_taken() -> None:
    drawn = linked(
        {"among": ["a", "b", "c"], "channel": "letter"},
        {"between": ["a", "b"], "channel": "phone"},
        {"between": ["a", "b"], "channel": "email"},
    )
    assert channel(drawn, "offer") == "phone"


def test_ways_that_leave_an_actor_are_those_that_carry_the_kind_as_declared() -> None:
    drawn = linked(
        {"from": "a", "to": ["c", "b"], "carries": ["offer"]},
        {"from": "a", "to": "d", "carries": ["sensitive"]},
        {"between": ["a", "b"], "channel": "phone"},
    )
    assert [way[1:3] for way in drawn.ways_from("a", "offer")] == [
        ("c", "email"),
        ("b", "email"),
        ("b", "phone"),
    ]
    assert [way[1:3] for way in drawn.ways_from("a", "concern")] == [("d", "email"), ("b", "phone")]
    assert drawn.ways_from("nobody", "offer") == ()


def test_ending_ways_leaves_the_rest_and_new_routes() -> None:
    drawn = linked({"between": ["a", "c"]}, {"between": ["a", "b"]}, {"between": ["b", "c"]})
    assert drawn.next_way("a", "c", "offer", priority=ROUTINE) == drawn.ways[0]
    left = drawn.without(way for way in drawn.ways if way.address == "it.0")
    assert ends(left) == ["ab", "ba", "bc", "cb"]
    assert left.next_way("a", "c", "offer", priority=ROUTINE) == left.ways[0]
    assert (left.structure, left.sharing, left.sensitive) == ("it", "needed", frozenset({"concern"}))


def test_a_group_channel_is_known_as_one() -> None:
    links = [{"among": ["a", "b"], "channel": "list"}, {"between": ["a", "b"], "channel": "email"}]
    rest = {"channels": {"list": {"group": True}, "email": {}}}
    drawn = network(made("ab", {"it": {"links": links, "sharing": "everyone"}}, rest=rest), "it")
    assert [drawn.is_group(way) for way in drawn.ways] == [True, True, False, False]
    assert drawn.sharing == "everyone"


def test_the_same_answer_is_the_same_way() -> None:
    drawn = linked({"between": ["a", "b"]})
    assert drawn.next_way("a", "b", "offer", priority=URGENT) is drawn.next_way(
        "a", "b", "offer", priority=URGENT
    )
    assert drawn.next_way("a", "a", "offer", priority=URGENT) is None


def test_an_unknown_structure_and_flaws_are_value_errors_in_words() -> None:
    scenario = made("ab", {"it": {"shape": "star", "channel": "email"}})
    with pytest.raises(ValueError, match=r"^there is no structure 'team'; there are it$"):
        network(scenario, "team")
    with pytest.raises(
        ValueError, match=r"^structures\.it\.hub: a star needs `hub` \(name the actor in the centre"
    ):
        network(scenario, "it")


@given(st.sampled_from(["complete", "committee", "links"]))
def test_nine_million_ways_are_refused_in_a_moment(sort: str) -> None:
    actors = {f"a{each}": {"copy_of": "a"} for each in range(3000)}
    links = [{"among": ["a"], "channel": "email"}]
    words = {"links": links} if sort == "links" else {"shape": sort, "channel": "email"}
    scenario = made(actors, {"it": words})
    ((path, what, remedy),) = problems(scenario, "it")
    assert (path, what) == (("structures", "it"), "connects its actors in more than 200,000 ways")
    assert remedy.startswith("link them through a hub")
    with pytest.raises(ValueError, match="more than 200,000 ways"):
        network(scenario, "it")


def test_three_thousand_actors_round_a_hub_are_no_burden() -> None:
    actors = [f"a{each}" for each in range(3000)]
    drawn = network(made(actors, {"it": {"shape": "star", "hub": "a0", "channel": "email"}}), "it")
    assert len(drawn.ways) == 5998 < MOST_WAYS
    hops = {drawn.next_way(actor, "a1", "offer", priority=ROUTINE) for actor in actors[2:50]}
    assert {way and way.receiver for way in hops} == {"a0"}
