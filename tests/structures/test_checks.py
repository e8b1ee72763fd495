"""Every flaw of a structure is told with its place, what is wrong and what would do, all of them at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.structures import SHAPES, network, problems
from tests.structures.made import made

ACTORS: dict[str, dict[str, Any]] = {
    "city": {},
    "police": {},
    "ngo": {},
    "school_1": {"copy_of": "school"},
    "school_2": {"copy_of": "school"},
}


def told(words: dict[str, Any]) -> list[str]:
    """Return the flaws of a structure as `place: what`, the place being below the structure."""
    found = problems(made(ACTORS, {"it": words}), "it")
    assert all(path[:2] == ("structures", "it") and what and remedy for path, what, remedy in found)
    return [f"{'.'.join(map(str, path[2:]))}: {what}" for path, what, _ in found]


def of_link(**link: object) -> list[str]:
    return [each.removeprefix("links.0") for each in told({"links": [{"channel": "email", **link}]})]


def of_shape(shape: str, **words: object) -> list[str]:
    return told({"shape": shape, "channel": "email", **words})


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ({}, ": does not say whom it connects"),
        ({"from": "city"}, ".from: `from` stands without `to`"),
        ({"to": "city"}, ".to: `to` stands without `from`"),
        ({"from": "city", "to": "city"}, ": connects city with nobody else"),
        ({"among": ["city"]}, ": connects city with nobody else"),
        ({"between": ["city", "police", "ngo"]}, ".between: takes two different actors, one for each end"),
        ({"between": ["city", "city"]}, ".between: takes two different actors, one for each end"),
        ({"among": ["city", "polcie"]}, ".among: there is no actor 'polcie'"),
        (
            {"between": ["city", "ngo"], "among": ["city", "ngo"]},
            ": says whom it connects in 2 ways: between, among",
        ),
        ({"between": ["city", "ngo"], "channel": "fax"}, ".channel: there is no channel 'fax'"),
        (
            {"between": ["city", "ngo"], "else": "phone"},
            ".else: does not say when the other channel is tried",
        ),
        ({"between": ["city", "ngo"], "after": "4h"}, ".after: does not say which other channel is tried"),
        (
            {"between": ["city", "ngo"], "else": "email", "after": "4h"},
            ".else: is the channel that the link has anyway",
        ),
    ],
)
def test_a_flaw_of_a_link(link: dict[str, Any], expected: str) -> None:
    assert of_link(**link) == [expected]


@pytest.mark.parametrize(
    ("shape", "words", "expected"),
    [
        ("sun", {}, "shape: there is no shape 'sun'"),
        ("star", {}, "hub: a star needs `hub`"),
        ("star", {"hub": "mayor"}, "hub: there is no actor 'mayor'"),
        ("star", {"hub": "school"}, "hub: 'school' stands for 2 actors"),
        ("star", {"hub": "city", "members": ["ngo", "police"]}, "hub: names city, not among the members"),
        ("star", {"hub": "city", "root": "city"}, "root: a star has no root"),
        ("chain", {"hub": "city"}, "hub: a chain has no hub"),
        ("chain", {"members": ["city", "judge"]}, "members: there is no actor 'judge'"),
        ("chain", {"order": ["city", "police", "ngo"]}, "order: leaves out school_1 and school_2"),
        ("ring", {"order": ["city", "police", "ngo", "school", "city"]}, "order: names city more than once"),
        (
            "chain",
            {"order": ["city", "police", "ngo"], "members": ["city", "police"]},
            "order: names ngo, not among the members",
        ),
        ("tree", {"branches": 2}, "root: a tree needs `root`"),
        ("tree", {"root": "city"}, "branches: a tree needs `branches`"),
        ("tree", {"root": "city", "branches": {"city": ["police", "ngo"]}}, "branches: leaves out school_1 and school_2"),
        (
            "tree",
            {"root": "city", "branches": {"city": ["police", "ngo"], "ngo": ["school", "police"]}},
            "branches: police stands below city and ngo",
        ),
        (
            "tree",
            {"root": "city", "branches": {"city": ["police", "ngo"], "ngo": ["school", "city"]}},
            "branches: city is the root and stands below ngo",
        ),
        (
            "tree",
            {"root": "city", "branches": {"city": ["school"], "ngo": ["police"], "police": ["ngo"]}},
            "branches: ngo and police cannot be reached from the root: they stand in a circle",
        ),
        (
            "tree",
            {"root": "city", "branches": {"city": ["school", "police"], "ngo": ["police"]}},
            "branches: police stands below city and ngo|branches: nobody stands above ngo",
        ),
        (
            "tree",
            {"root": "city", "branches": {"school": ["police", "ngo"]}},
            "branches.school: 'school' stands for 2 actors",
        ),
        ("tree", {"root": "city", "branches": 2, "seed": 0}, "seed: a tree has no seed"),
        ("random", {"root": "city", "branches": 2}, "added: a random needs `added`"),
        ("random", {"root": "city", "branches": 2, "added": 1, "lambda": 2.0}, "lambda: a random has no lambda"),
        (
            "local_team",
            {"root": "city", "branches": 2, "added": 3},
            "added: asks for 3 links, and there is room for 2",
        ),
        (
            "multiscale",
            {"root": "judge", "branches": {"city": ["city"]}, "added": 1},
            "root: there is no actor 'judge'",
        ),
    ],
)  # fmt: skip
def test_a_flaw_of_a_shape(shape: str, words: dict[str, Any], expected: str) -> None:
    assert "|".join(of_shape(shape, **words)) == expected


def test_a_shape_needs_a_channel_that_exists() -> None:
    assert told({"shape": "ring"}) == ["channel: does not say how its links are carried"]
    assert told({"shape": "ring", "channel": "fax"}) == ["channel: there is no channel 'fax'"]


def test_words_of_a_shape_without_a_shape_are_told() -> None:
    assert told({"hub": "city", "channel": "email"}) == [
        "hub: `hub` is for a shape, and there is none",
        "channel: `channel` is for a shape, and there is none",
    ]


def test_all_flaws_are_told_at_once_and_as_one_error() -> None:
    links = [{"channel": "email", "from": "city"}, {"channel": "email"}]
    words = {"shape": "star", "channel": "email", "order": ["city"], "links": links}
    assert told(words) == [
        "order: a star has no order",
        "hub: a star needs `hub`",
        "links.0.from: `from` stands without `to`",
        "links.1: does not say whom it connects",
    ]
    with pytest.raises(ValueError, match="hub") as raised:
        network(made(ACTORS, {"it": words}), "it")
    assert len(str(raised.value).splitlines()) == 4


def test_a_structure_that_connects_nobody_is_no_flaw() -> None:
    scenario = made(ACTORS, {"alone": {}})
    assert (problems(scenario, "alone"), network(scenario, "alone").ways) == ((), ())


def test_of_many_forgotten_members_the_first_are_named() -> None:
    scenario = made([f"a{each}" for each in range(12)], {"it": {"shape": "chain", "order": ["a0", "a1"], "channel": "email"}})  # fmt: skip
    assert [what for _, what, _ in problems(scenario, "it")] == [
        "leaves out a2, a3, a4, a5, a6, a7 and 4 more"
    ]


names = st.sampled_from(["city", "police", "ngo", "school", "school_1", "mayor"])
some = st.lists(names, max_size=5)
branches = st.one_of(
    st.none(), st.integers(min_value=1, max_value=3), st.dictionaries(names, some, max_size=4)
)


@given(
    st.sampled_from(sorted(SHAPES)),
    st.tuples(some, some),
    st.tuples(st.none() | names, st.none() | names),
    branches,
)
def test_whatever_has_no_flaws_can_be_made_and_what_has_some_is_refused(
    shape: str, lists: tuple[list[str], list[str]], ones: tuple[str | None, str | None], below: object
) -> None:
    words = {"shape": shape, "channel": "email", "members": lists[0], "order": lists[1], "branches": below}
    scenario = made(ACTORS, {"it": {**words, "hub": ones[0], "root": ones[1]}})
    if problems(scenario, "it"):
        with pytest.raises(ValueError, match=r"^structures\.it"):
            network(scenario, "it")
    else:
        assert all(way.sender != way.receiver for way in network(scenario, "it").ways)
