"""A scenario may take parts from files beside it and from shipped ones, and from nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tabletop.reading import Source, check, find_source, load, read, shipped_ids
from tabletop.reading.limits import MOST_FILES_USED
from tabletop.resources import shipped

SCENARIO = """\
tabletop: 1
title: A test
clock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 10d}
uses: [offices.yaml]
information: {concern: {sensitive: personal}}
roles: {lead: {held_by: city, needs: [concern]}}
structures:
  hub: {shape: star, hub: city, channel: phone}
injects: {report: {at: 1h, to: school, brings: concern}}
discussion: [Who knew?]
"""
OFFICES = """\
defaults: {actors: {staff: 2}}
actors: {school: {}, city: {title: City}, police: {}}
channels: {email: {delay: 1h}, phone: {delay: 5m}}
structures:
  chain: {shape: chain, order: [school, police, city], channel: email}
discussion: [What helped?]
"""
WRITTEN_OUT = """\
tabletop: 1
title: A test
clock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 10d}
defaults: {actors: {staff: 2}}
actors: {school: {}, city: {title: City}, police: {}}
channels: {email: {delay: 1h}, phone: {delay: 5m}}
information: {concern: {sensitive: personal}}
roles: {lead: {held_by: city, needs: [concern]}}
structures:
  chain: {shape: chain, order: [school, police, city], channel: email}
  hub: {shape: star, hub: city, channel: phone}
injects: {report: {at: 1h, to: school, brings: concern}}
discussion: [What helped?, Who knew?]
"""


@pytest.fixture(name="city")
def scenario_file(tmp_path: Path) -> Path:
    (tmp_path / "city.yaml").write_text(SCENARIO, "utf-8")
    (tmp_path / "offices.yaml").write_text(OFFICES, "utf-8")
    return tmp_path / "city.yaml"


def told(path: Path) -> list[str]:
    return [str(problem).replace(f"{path.parent}{os.sep}", "") for problem in check(path)]


def rewritten(path: Path, old: str, new: str) -> Path:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return path


def test_a_used_file_is_the_same_as_its_parts_written_out(city: Path) -> None:
    """The parts of the used file come first, so that its first structure is the default."""
    by_hand = read(Source("city", "city.yaml", WRITTEN_OUT.encode()))
    assert told(city) == []
    assert load(city).model_copy(update={"sha256": by_hand.sha256}) == by_hand
    assert load(city).first_structure == "chain"


@pytest.mark.parametrize(
    "key", ["uses :", '"uses":', "'uses' :", "? uses # two files\n:", "? uses\n# two\n:"]
)
def test_the_key_is_found_however_it_is_written(city: Path, key: str) -> None:
    rewritten(city, "uses:", key)
    assert told(city) == []


def test_what_the_scenario_writes_stands_instead(city: Path) -> None:
    rewritten(city, "  hub: {", "  chain: {shape: ring, channel: phone}\n  hub: {")
    structures = load(city).structures
    assert [(id_, each.shape) for id_, each in structures.items()] == [("chain", "ring"), ("hub", "star")]


def test_a_change_of_the_used_file_is_another_scenario(city: Path) -> None:
    before = load(city).sha256
    rewritten(city.parent / "offices.yaml", "staff: 2", "staff: 3")
    assert load(city).sha256 != before


def test_a_mistake_is_told_where_it_stands(city: Path) -> None:
    rewritten(city.parent / "offices.yaml", "staff: 2", "staff: two")
    rewritten(city.parent / "offices.yaml", "order: [school, police, city]", "order: [school, polise, city]")
    assert [line.partition(" ")[0] for line in told(city)] == ["offices.yaml:1:21:", "offices.yaml:5:41:"]


def test_two_files_with_the_same_entry_are_refused(city: Path) -> None:
    (city.parent / "more.yaml").write_text("channels: {fax: {}, phone: {}}\n", "utf-8")
    rewritten(city, "[offices.yaml]", "[offices.yaml, more.yaml]")
    assert told(city) == [
        "more.yaml:1:21: channels.phone: 'phone' stands in offices.yaml:3 too (use one of the two files)"
    ]


def test_only_the_scenario_says_its_clock_and_what_it_uses(city: Path) -> None:
    more = "uses: [more.yaml]\nclock: {lasts: 1d}\nstructures: {x: {links_from: links.csv}}\n"
    (city.parent / "offices.yaml").write_text(OFFICES.replace("structures:\n", "") + more, "utf-8")
    rewritten(city.parent / "offices.yaml", "  chain: {shape", "#")
    assert [line.partition(" (")[0] for line in told(city)][:3] == [
        "offices.yaml:6:1: uses: only the scenario itself says 'uses', not a file that it uses",
        "offices.yaml:7:1: clock: only the scenario itself says 'clock', not a file that it uses",
        "offices.yaml:8:18: structures.x.links_from: a used file cannot name another by 'links_from'",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../offices.yaml",
        "/etc/passwd",
        "sub/offices.yaml",
        "models/../../setup",
        "models/city.yaml",
        "MODELS/city",
        ".hidden.yaml",
        "offices.csv",
        "C:offices.yaml",
        "https://example.org/offices.yaml",
    ],
)
def test_a_path_is_no_name_of_a_used_file(city: Path, name: str) -> None:
    rewritten(city, "[offices.yaml]", f'["{name}"]')
    problem = told(city)[0]
    assert problem.startswith(f"city.yaml:4:8: uses.0: expected the name of a file, got {name!r}")
    assert find_source(city).used == ()


def test_a_link_that_leads_out_of_the_folder_is_not_followed(city: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "offices.yaml").write_text(OFFICES, "utf-8")
    (tmp_path / "offices.yaml").unlink()
    (tmp_path / "offices.yaml").symlink_to(elsewhere / "offices.yaml")
    assert told(city)[0] == "city.yaml:4:8: uses.0: 'offices.yaml' leads out of the scenario's folder"


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        ("[there_is_none.yaml]", "there is no file 'there_is_none.yaml' beside the scenario"),
        ("[models/there_is_none]", "no file 'models/there_is_none' travels with tabletop"),
        ("[offices.yaml, offices.yaml]", "'offices.yaml' is named twice"),
        ("offices.yaml", "expected a list of files"),
        ("[{a: b}]", "expected the name of a file, got something else"),
    ],
)
def test_a_file_that_is_not_there_is_told(city: Path, uses: str, said: str) -> None:
    rewritten(city, "[offices.yaml]", uses)
    assert said in told(city)[0]


def test_there_may_be_so_many_files_and_no_more(city: Path) -> None:
    names = [f"part_{number}.yaml" for number in range(MOST_FILES_USED + 1)]
    for name in names:
        (city.parent / name).write_text(f"information: {{{name[:-5]}: {{}}}}\n", "utf-8")
    (city.parent / names[0]).write_text(OFFICES, "utf-8")
    rewritten(city, "[offices.yaml]", f"[{', '.join(names)}]")
    assert told(city)[0].endswith(f"is one file too many (a scenario may use {MOST_FILES_USED})")


def test_an_intervention_cannot_use_another_file(city: Path) -> None:
    with city.open("a", encoding="utf-8") as file:
        file.write("interventions: {other: {set: {uses: [offices.yaml]}}}\n")
    assert len(told(city)) == 1


def test_shipped_parts_are_used_by_shipped_scenarios_and_are_none_themselves() -> None:
    parts = {path.stem for path in (shipped("scenarios") / "models").glob("*.yaml")}
    used = {each.name for name in shipped_ids() for each in find_source(name).used}
    assert used == {f"models/{stem}" for stem in parts}
    assert not parts & set(shipped_ids())
