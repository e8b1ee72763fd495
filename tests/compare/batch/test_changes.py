"""What else can be different in a cell: somebody away, a link away, more traffic, a barrier lifted, a value set."""

from __future__ import annotations

import pytest

from tabletop.compare.batch.cases import scenario_of
from tabletop.compare.batch.changes import (
    Change,
    Draw,
    Lifting,
    Load,
    Settings,
    Unchanged,
    WithoutActor,
    WithoutLink,
    alone_and_in_pairs,
    changed,
    liftable,
    removable,
)
from tabletop.engine import run
from tabletop.errors import UsageError
from tabletop.measures import Chronicle
from tabletop.model.journal import HandedOn
from tests.compare.batch.village import VILLAGE, case


def played(structure: str = "hub", change: Change | None = None) -> Chronicle:
    return Chronicle(run(scenario_of(VILLAGE, case(structure, change)), structure, seed=1))


def crossings(chronicle: Chronicle) -> set[tuple[str, str]]:
    return {(each.sender, each.receiver) for each in chronicle.of(HandedOn)}


def test_each_change_says_what_it_is() -> None:
    changes: list[Change] = [
        Unchanged(),
        Lifting(("trust", "email.lossy_channel")),
        WithoutActor("school"),
        WithoutLink("line.0"),
        Load(2.0),
        Load(0.5),
        Settings((("actors.school.staff", "2"), ("actors.city.staff", "3"))),
        Draw(17, (("barriers.trust.otherwise", "60%"),), (("barriers.trust.otherwise", 0.5),)),
    ]
    assert [each.words for each in changes] == [
        "",
        "lifted: trust + email.lossy_channel",
        "without actor: school",
        "without link: line.0",
        "load: 2",
        "load: 0.5",
        "set: actors.school.staff=2; actors.city.staff=3",
        "guesses: 17",
    ]


def test_an_actor_who_is_away_tells_nobody_and_its_deputy_acts() -> None:
    away = played("line", WithoutActor("city"))
    assert away.acting("coordinator")[0].actors == ("school",)
    assert ("police", "school") in crossings(played("line"))
    assert [each for each in away.story if each.sender == "city"] == []


def test_nothing_goes_over_a_link_that_is_away_and_all_else_has_the_same_luck() -> None:
    assert ("school", "police") in crossings(played("line"))
    assert not crossings(played("line", WithoutLink("line.0"))) & {("school", "police"), ("police", "school")}
    usual, without = played("line"), played("line", WithoutLink("line.0"))
    sent = {each.origin: each.since for each in usual.of(HandedOn) if each.sender == "city"}
    again = {each.origin: each.since for each in without.of(HandedOn) if each.sender == "city"}
    assert again.items() <= sent.items()
    assert again


def test_a_connection_of_a_shape_can_be_away_too() -> None:
    away = played("hub", WithoutLink("hub.shape.city.school"))
    assert not crossings(away) & {("school", "city"), ("city", "school")}
    assert ("city", "police") in crossings(away)


def test_traffic_is_multiplied_and_the_story_is_not() -> None:
    usual, more = played(), played(change=Load(10.0))
    assert 5 < (len(more.handoffs) - len(more.story)) / (len(usual.handoffs) - len(usual.story)) < 20
    assert {each.origin for each in more.story} == {each.origin for each in usual.story}


def test_only_what_may_bite_and_protects_nobody_is_lifted() -> None:
    scenario = scenario_of(VILLAGE, case())
    assert liftable(scenario, "hub") == ("trust", "email.lossy_channel")
    assert changed(scenario, Lifting(("trust",))).lifted == ("trust",)
    assert alone_and_in_pairs(("a", "b", "c"), pairs=True) == (
        *(("a",), ("b",), ("c",)),
        *(("a", "b"), ("a", "c"), ("b", "c")),
    )


def test_every_link_and_every_connection_of_a_shape_can_be_named() -> None:
    scenario = scenario_of(VILLAGE, case())
    assert removable(scenario, "line") == ("line.0", "line.1")
    assert removable(scenario, "hub") == ("hub.shape.city.school", "hub.shape.city.police")


@pytest.mark.parametrize("change", [WithoutActor("mayor"), WithoutLink("line.7"), WithoutLink("nowhere.0")])
def test_what_does_not_exist_cannot_be_away(change: Change) -> None:
    with pytest.raises(UsageError, match="has no"):
        changed(scenario_of(VILLAGE, case()), change)
