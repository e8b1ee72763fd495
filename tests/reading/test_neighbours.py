"""A structure may take its links from a file beside the scenario, and from nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.errors import ScenarioError
from tabletop.reading import Source, check, find_source, load, neighbours, read, variants
from tabletop.structures import network

CITY = """\
tabletop: 1
title: A test
clock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 10d}
information: {concern: {sensitive: personal}, offer: {}}
actors: {school: {}, city: {}, police: {}}
channels: {email: {}, phone: {}}
structures:
  team:
    links_from: links.csv
    links: [{from: school, to: police, channel: phone}]
  hub: {shape: star, hub: city, channel: email}
"""
LINKS = """\
from,to,channel,carries,for,else,after,two_way
school,city,email,concern sensitive,urgent,phone,1d,no
city,police,phone,,,,,yes
"""


@pytest.fixture(name="city")
def scenario_file(tmp_path: Path) -> Path:
    (tmp_path / "city.yaml").write_text(CITY, "utf-8")
    (tmp_path / "links.csv").write_text(LINKS, "utf-8")
    return tmp_path / "city.yaml"


def told(path: Path) -> list[str]:
    return [str(problem).replace(f"{path.parent}{os.sep}", "") for problem in check(path)]


def ways(path: Path) -> list[str]:
    return [
        f"{way.sender} {way.receiver} {way.channel} {way.address}" for way in network(load(path), "team").ways
    ]


def test_links_of_the_file_stand_after_those_that_are_written(city: Path) -> None:
    assert told(city) == []
    assert ways(city) == [
        "school police phone team.0",
        "school city email team.1",
        "city police phone team.2",
        "police city phone team.2",
    ]
    terms = load(city).structures["team"].links[1]
    assert (terms.carries.ids, terms.carries.sensitive, terms.else_, terms.after) == (
        ("concern",),
        True,
        "phone",
        86_400_000,
    )


def test_a_file_beside_is_the_same_as_its_links_written_out(city: Path) -> None:
    written = CITY.replace("    links_from: links.csv\n", "").replace(
        "channel: phone}]",
        "channel: phone}, {from: school, to: city, channel: email, carries: [concern, sensitive], for: urgent, "
        "else: phone, after: 1d}, {between: [city, police], channel: phone}]",
    )
    by_hand = read(Source("city", "city.yaml", written.encode()))
    assert load(city).model_copy(update={"sha256": by_hand.sha256}) == by_hand


def test_what_tabletop_exports_it_reads(city: Path) -> None:
    before = sorted(ways(city))
    for ending in ("csv", "graphml"):
        target = city.parent / f"net.{ending}"
        ended = CliRunner().invoke(
            tabletop, ["export", str(city), "--structure", "team", "--to", str(target), "--force"]
        )
        assert ended.exit_code == 0, ended.output
        again = city.parent / "again.yaml"
        link = "    links: [{from: school, to: police, channel: phone}]\n"
        again.write_text(CITY.replace("links.csv", target.name).replace(link, ""), "utf-8")
        assert [way.rpartition(" ")[0] for way in sorted(ways(again))] == [
            way.rpartition(" ")[0] for way in before
        ]


def test_every_mistake_is_told_with_its_line_in_the_file(city: Path) -> None:
    lines = (
        "from,to,channel,after",
        "school,citty,email",
        "school,city,fax",
        "../x,city,email",
        "school,city,email,soon",
    )
    (city.parent / "links.csv").write_text("\n".join((*lines, ",a,b")), "utf-8")
    shape = "expected a name of small letters a to z, digits and _ that begins with a letter, got '../x' (write x)"
    assert told(city) == [
        "links.csv:2:1: structures.team.links.1.to: there is no actor or role 'citty' (did you mean 'city'?)",
        "links.csv:3:1: structures.team.links.2.channel: there is no channel 'fax' (there are email, phone)",
        f"links.csv:4:1: structures.team.links.3.from: {shape}",
        "links.csv:5:1: structures.team.links.4.after: expected a duration such as 90m, 2h30m or 1d, got 'soon'",
        "links.csv:6:1: the link does not say 'from' (fill it in)",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../links.csv",
        "/etc/passwd",
        "sub/links.csv",
        ".links.csv",
        "links.yaml",
        "links",
        "C:\\links.csv",
        "[a]",
        "3",
        "..csv",
    ],
)
def test_only_the_bare_name_of_a_file_of_links_is_taken(name: str, city: Path) -> None:
    city.write_text(CITY.replace("links.csv", name), "utf-8")
    (problem,) = told(city)
    assert problem.startswith(
        "city.yaml:9:5: structures.team.links_from: expected the name of a file beside the scenario"
    )


def test_a_file_that_is_not_there_is_told_where_it_is_named(city: Path) -> None:
    (city.parent / "links.csv").unlink()
    what = "structures.team.links_from: there is no file 'links.csv' beside the scenario; put it into the same folder"
    assert told(city) == [f"city.yaml:9:5: {what}"]
    with pytest.raises(ScenarioError, match="there is no file"):
        read(Source("city", "city.yaml", CITY.encode()))


def test_a_link_out_of_the_folder_a_folder_and_a_pipe_are_not_opened(city: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.csv"
    outside.write_text(LINKS, "utf-8")
    beside = city.parent / "links.csv"
    beside.unlink()
    beside.symlink_to(outside)
    assert told(city) == [
        "city.yaml:9:5: structures.team.links_from: 'links.csv' leads out of the scenario's folder"
    ]
    beside.unlink()
    beside.mkdir()
    assert told(city) == ["city.yaml:9:5: structures.team.links_from: 'links.csv' is no file"]
    beside.rmdir()
    os.mkfifo(beside)
    assert told(city) == ["city.yaml:9:5: structures.team.links_from: 'links.csv' is no file"]


def test_a_link_to_a_file_of_the_same_folder_is_followed(city: Path) -> None:
    beside = city.parent / "links.csv"
    beside.rename(city.parent / "real.csv")
    beside.symlink_to("real.csv")
    assert told(city) == []


def test_a_file_that_is_too_large_or_holds_too_many_links_is_not_read(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "MOST_LINKS", 50)
    beside = city.parent / "links.csv"
    beside.write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    assert told(city) == ["city.yaml:9:5: structures.team.links_from: 'links.csv' is larger than 5 MiB"]
    beside.write_text("from,to,channel\n" + "school,city,email\n" * 51, "utf-8")
    assert told(city) == [
        "city.yaml:9:5: structures.team.links_from: the files beside the scenario hold more than 50 links together"
    ]


def test_many_structures_cannot_make_much_of_one_file_or_name_many(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "MOST_LINKS", 50)
    monkeypatch.setattr(neighbours, "MOST_FILES_OF_LINKS", 5)
    (city.parent / "links.csv").write_text("from,to,channel\n" + "school,city,email\n" * 20, "utf-8")
    more = "".join(f"  s{number}: {{links_from: links.csv}}\n" for number in range(3))
    city.write_text(CITY + more, "utf-8")
    assert [line.partition(": the files")[0] for line in told(city)] == [
        "city.yaml:13:8: structures.s1.links_from",
        "city.yaml:14:8: structures.s2.links_from",
    ]
    for number in range(6):
        (city.parent / f"l{number}.csv").write_text(LINKS, "utf-8")
    files = "".join(f"  s{number}: {{links_from: l{number}.csv}}\n" for number in range(6))
    city.write_text(CITY + files, "utf-8")
    assert told(city)[0].endswith("'l4.csv' is one file too many; a scenario may name 5")


def test_the_scenarios_hash_covers_the_file(city: Path) -> None:
    before = load(city).sha256
    (city.parent / "links.csv").write_text(LINKS + "police,school,email,,,,,\n", "utf-8")
    assert load(city).sha256 != before
    assert find_source("kumanovo_cat").beside == ()


def test_an_intervention_can_add_a_link_and_name_no_other_file(city: Path) -> None:
    city.write_text(
        CITY
        + "interventions:\n  direct: {add: {structures.team.links: [{from: police, to: school, channel: email}]}}\n",
        "utf-8",
    )
    assert len(variants(find_source(city))["direct"].structures["team"].links) == 4
    city.write_text(
        CITY + "interventions:\n  other: {set: {structures.team.links_from: other.csv}}\n", "utf-8"
    )
    (problem,) = told(city)
    assert "a file can be named only in the scenario itself" in problem
