"""Values set from outside stand as if the file said so."""

from __future__ import annotations

import pytest

from tabletop.barriers.trust import Trust
from tabletop.errors import ScenarioError, UsageError
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, find_source, read

CAT = find_source("kumanovo_cat")


def staffs(settings: dict[str, str]) -> list[int]:
    return [actor.staff for actor in read(CAT, settings=settings).actors.values()]


def as_if_written(old: str, new: str) -> Scenario:
    text = CAT.content.decode()
    assert text.count(old) == 1
    return read(Source(CAT.id, CAT.name, text.replace(old, new).encode()))


def test_a_value_stands_as_if_it_were_written() -> None:
    path = "channels.team_meeting.barriers.periodic_meeting.every"
    there = as_if_written("every: 2w", "every: 1w").channels
    assert read(CAT, settings={path: "1w"}).channels == there


def test_a_star_stands_for_every_entry_whether_written_or_not() -> None:
    assert set(staffs({"actors.*.staff": "3"})) == {3}
    assert staffs({"actors.*.staff": "3", "actors.school.staff": "2"})[0] == 2


def test_a_guess_gives_way_and_an_intervention_comes_after() -> None:
    settings = {"barriers.trust.otherwise": "50%"}
    plain, trained = (
        read(CAT, settings=settings),
        read(CAT, settings=settings, interventions=("trained_together",)),
    )
    trusts = [each.barriers["trust"] for each in (plain, trained)]
    assert [each.otherwise for each in trusts if isinstance(each, Trust)] == [0.5, 0.99]
    assert not [each for each in plain.guesses if each.path == "barriers.trust.otherwise"]


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("actrs.*.staff", "1", "leads nowhere"),
        ("barriers.trust.pairs.7.shares", "1%", "leads nowhere: there is no barriers.trust.pairs.7"),
        ("actors.police.staff", "1\ntitle: other", "it is no single value"),
    ],
)
def test_what_leads_nowhere_or_is_no_value_is_told(path: str, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read(CAT, settings={path: text})


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("actors.police.staff", "none", "actors.police.staff: expected a whole number"),
        ("actors.*.staf", "3", r"unknown key 'staf' \(did you mean 'staff'\?\)"),
        ("actors.police.staff", "[1", "never closed"),
    ],
)
def test_what_could_not_have_been_written_is_told_as_if_it_had(path: str, text: str, said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        read(CAT, settings={path: text})
