"""Every need of a role is on a line of the sheet to sign, once, from everybody who has it first."""

from __future__ import annotations

from collections import Counter

import pytest

from tabletop.debrief.assignments import assignments, sources
from tabletop.reading import load, shipped_ids
from tabletop.structures import network


@pytest.mark.parametrize("name", shipped_ids())
def test_putting_lines_together_loses_none_and_says_none_twice(name: str) -> None:
    words = load(name)
    found = assignments(words, network(words, words.first_structure))
    said = Counter(
        (sender, kind, actor)
        for each in found
        for sender in each.senders
        for kind in each.kinds
        for to in each.receivers
        for actor in to.actors
    )
    needed = {
        (sender, kind, actor)
        for role, kinds in words.needs.items()
        for kind in kinds
        for sender in sources(words, kind)
        for actor in words.actors_named(role)
        if sender != actor
    }
    assert said == Counter(dict.fromkeys(needed, 1))


def test_the_source_of_a_kind_is_who_is_given_it_or_whose_work_tells_it() -> None:
    words = load("kumanovo_cat")
    assert sources(words, "concern") == ("school", "police")
    assert sources(words, "plan") == ("municipality",)


def test_each_receiver_with_somebody_of_its_own_in_between_is_one_line() -> None:
    words = load("sindh_apex")
    (line,) = (
        each for each in assignments(words, network(words, "apex")) if each.senders == ("information_office",)
    )
    (districts,) = line.receivers
    assert len(districts.actors) == 29
    assert [len(each) for each in line.route.via] == [1, 6]
