"""Interventions: the same file with something changed in it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.errors import ScenarioError, UsageError
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, check, checked, load, read, shipped_ids, variants
from tabletop.reading.library import find_source
from tests.reading.hostile.city import city

CHANGES = """interventions:
  faster: {set: {channels.email.delay: 5m, channels.email.barriers.lossy_channel.loss: 0%}}
  more_people: {set: {actors.district.staff: 3}}
  one_more: {set: {actors.district_2.staff: 5}}
  hours: {set: {actors.police.workload.every: 8h}}
  trusting: {lift: [trust, email.lossy_channel]}
  direct: {add: {structures.team.links: [{between: [school, ngo], channel: phone}]}}
  chapel: {add: {actors: {chapel: {title: Chapel}}}}
  role: {set: {roles.lead.held_by: ngo}}
  outage: {add: {injects: {cut: {at: 1h, outage: {channel: phone, lasts: 1h}}}}}"""

TEXT = city(
    "actors: {school: {}, district: {copies: 3}, police: {}, ngo: {}, office: {}}",
    "defaults: {actors: {workload: {every: 1d, takes: 5m}}}",
    "channels:\n  email: {delay: 1h, barriers: {lossy_channel: {loss: 5%, noticed_after: 1d}}}\n  phone: {}",
    "barriers: {trust: {pairs: [{from: lead, to: police, shares: 50%}]}}",
    CHANGES,
)
SOURCE = Source("city", "city.yaml", TEXT.encode())


def switched_on(*interventions: str) -> Scenario:
    return read(SOURCE, interventions=interventions)


def test_all_of_them_are_in_order() -> None:
    assert checked(SOURCE) == ()


def test_each_changes_what_it_says_and_nothing_else() -> None:
    plain = read(SOURCE)
    faster = switched_on("faster")
    assert faster.channels["email"].delay.mean == 5 * 60_000
    changed = {part for part in Scenario.model_fields if getattr(plain, part) != getattr(faster, part)}
    assert changed == {"channels", "applied"}
    assert (faster.applied, faster.id, faster.sha256) == (("faster",), "city", plain.sha256)


def test_a_name_of_copies_sets_all_and_a_numbered_one_only_itself() -> None:
    def staff(scenario: Scenario) -> list[int]:
        return [actor.staff for id_, actor in scenario.actors.items() if id_.startswith("district")]

    assert staff(switched_on("more_people")) == [3, 3, 3]
    assert staff(switched_on("one_more")) == [1, 5, 1]
    assert tuple(switched_on("one_more").actors) == tuple(read(SOURCE).actors)


def test_what_comes_from_defaults_can_be_set_for_one() -> None:
    actors = switched_on("hours").actors
    assert {id_: actor.workload.every.mean for id_, actor in actors.items() if actor.workload} == {
        **dict.fromkeys(actors, 24 * 3_600_000),
        "police": 8 * 3_600_000,
    }


def test_what_is_lifted_is_noted_and_stays_written() -> None:
    trusting = switched_on("trusting")
    assert trusting.lifted == ("trust", "email.lossy_channel")
    assert "trust" in trusting.barriers


def test_several_add_up_in_the_order_given() -> None:
    both = switched_on("direct", "trusting", "faster")
    assert both.applied == ("direct", "trusting", "faster")
    assert len(both.structures["team"].links) == 2
    assert both.lifted == ("trust", "email.lossy_channel")
    assert both.channels["email"].delay.mean == 5 * 60_000


def test_another_holder_of_a_role_stands_in_the_pairs_that_name_it() -> None:
    trust = switched_on("role").barriers["trust"]
    assert trust.actors_named()[0][1].ids == ("ngo",)


def test_an_added_outage_brings_its_barrier() -> None:
    assert set(switched_on("outage").channels["phone"].barriers) == {"outage"}


def test_variants_are_each_alone() -> None:
    found = variants(SOURCE)
    assert [scenario.applied for scenario in found.values()] == [(id_,) for id_ in found]
    assert found == {id_: switched_on(id_) for id_ in read(SOURCE).interventions}


def test_a_switched_on_scenario_is_what_a_file_written_so_would_be() -> None:
    """The short cut of reading only the changed part anew changes nothing."""
    written = TEXT.replace("district: {copies: 3}", "district: {copies: 3, staff: 3}").replace(
        "delay: 1h", "delay: 5m"
    )
    by_hand = read(Source("city", "city.yaml", written.replace("loss: 5%", "loss: 0%").encode()))
    switched = switched_on("faster", "more_people")
    alike = [part for part in Scenario.model_fields if part not in ("applied", "sha256")]
    assert {part: getattr(switched, part) for part in alike} == {
        part: getattr(by_hand, part) for part in alike
    }


def test_an_unknown_one_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        UsageError, match=r"there is no intervention 'fastr' in city; did you mean 'faster'\?"
    ):
        switched_on("fastr")


def test_one_that_cannot_be_switched_on_says_why() -> None:
    text = city("interventions: {wrong: {set: {actors.police.staff: 0}}}")
    with pytest.raises(
        ScenarioError, match=r"^city.yaml:9:31: actors.police.staff: expected a whole number of at least 1"
    ):
        read(Source("city", "city.yaml", text.encode()), interventions=("wrong",))


@pytest.mark.parametrize("name", shipped_ids())
def test_every_shipped_scenario_is_in_order_with_each_of_its_interventions(name: str) -> None:
    assert check(name) == ()
    assert list(variants(find_source(name))) == list(load(name).interventions)


def test_a_scenario_is_found_by_its_path_or_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Our Town.yaml"
    path.write_text(TEXT, "utf-8")
    assert load(path).id == "our_town"
    assert load("classic/mm1").id == "mm1"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "kumanovo_cta",
            "there is no file and no shipped scenario 'kumanovo_cta'; did you mean 'kumanovo_cat'?",
        ),
        ("../secret", "there is no file and no shipped scenario '../secret'; shipped are "),
        ("nowhere.yaml", "cannot read 'nowhere.yaml': No such file or directory"),
        ("a" * 5_000, "cannot read 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…': File name too long"),
        ("nul\0.yaml", "cannot read 'nul\\x00.yaml': embedded null byte"),
        ("tests", "'tests' is not a regular file; give a scenario file, or the id of a shipped scenario"),
        ("/dev/null", "'/dev/null' is not a regular file"),
    ],
)
def test_what_cannot_be_found_or_read_is_said_in_one_line(name: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_source(name)
    assert str(caught.value).startswith(message)
