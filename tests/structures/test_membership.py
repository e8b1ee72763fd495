"""Whom a shape connects when nobody says: all but those who only approve."""

from __future__ import annotations

from typing import Any

import pytest

from tabletop.structures import mere_approvers, network
from tests.structures.made import made

GATE = {"barriers": {"legal_gate": {"approver": "lawyer"}}}
ACTORS = ("city", "police", "ngo", "lawyer")
RING = {"shape": "ring", "channel": "email"}


def members(structure: dict[str, Any], rest: dict[str, Any]) -> set[str]:
    """Return whom the structure connects, when it is one of two and the other has a link."""
    scenario = made(ACTORS, {"it": structure, "other": rest.get("other", {})}, rest=_parts(rest))
    return {way.sender for way in network(scenario, "it").ways}


def _parts(rest: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in rest.items() if key != "other"}


def test_a_mere_approver_is_left_out() -> None:
    assert members(RING, GATE) == {"city", "police", "ngo"}


def test_an_approver_anywhere_is_left_out() -> None:
    on_channel = {"channels": {"email": GATE}}
    assert members(RING, on_channel) == {"city", "police", "ngo"}
    link = {"between": ["city", "ngo"], "channel": "email", **GATE}
    assert members(RING, {"other": {"links": [link]}}) == {"city", "police", "ngo"}


@pytest.mark.parametrize(
    "part",
    [
        {"roles": {"adviser": {"held_by": "lawyer"}}},
        {"roles": {"adviser": {"held_by": "city", "deputy": "lawyer"}}},
        {"injects": {"letter": {"at": "0h", "to": "lawyer", "brings": "offer"}}},
        {"tasks": {"look": {"by": "lawyer"}}},
        {"decisions": {"act": {"by": "city", "tells": {"offer": ["lawyer"]}}}},
        {"expectations": {"hears": {"role": "lawyer", "knows": "offer", "within": "1d"}}},
        {"traffic": {"mail": {"from": "city", "to": "lawyer", "every": "1h", "brings": "offer"}}},
        {"traffic": {"mail": {"from": "lawyer", "to": "city", "every": "1h", "brings": "offer"}}},
        {"other": {"links": [{"between": ["city", "lawyer"], "channel": "email"}]}},
    ],
)
def test_an_approver_with_another_part_is_a_member(part: dict[str, Any]) -> None:
    assert members(RING, {**GATE, **part}) == set(ACTORS)


@pytest.mark.parametrize(
    "words",
    [
        {"shape": "star", "hub": "lawyer", "channel": "email"},
        {"shape": "chain", "order": ["city", "lawyer", "police", "ngo"], "channel": "email"},
        {"shape": "tree", "root": "lawyer", "branches": 2, "channel": "email"},
        {"shape": "tree", "root": "city", "branches": {"city": ["lawyer", "police", "ngo"]}, "channel": "email"},
        {"shape": "ring", "members": ["city", "lawyer", "police", "ngo"], "channel": "email"},
    ],
)  # fmt: skip
def test_an_approver_whom_the_shape_names_is_a_member(words: dict[str, Any]) -> None:
    assert members(words, GATE) == set(ACTORS)


def test_a_role_that_approves_makes_its_holder_a_member() -> None:
    rest = {
        "roles": {"adviser": {"held_by": "lawyer"}},
        "barriers": {"legal_gate": {"approver": "adviser"}},
    }
    assert mere_approvers(made(ACTORS, {"it": RING}, rest=rest)) == frozenset()
