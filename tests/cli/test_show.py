"""`tabletop show`: who takes part and who is connected to whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tabletop.cli.group import tabletop

SCENARIO = """
tabletop: 1
title: "A red [/] test"
summary: |
  Two lines
  of story.
clock: {starts: 2026-03-02 08:00, time_zone: Europe/Skopje, lasts: 5d}
information: {concern: {sensitive: personal}, offer: {}}
actors:
  school: {title: "The [bold]school", sector: education, hours: Mon-Fri 08:00-15:00}
  city: {sector: local_government, staff: 2}
  kindergarten: {sector: education}
roles:
  coordinator: {held_by: city, deputy: school}
channels: {email: {title: E-mail}, phone: {}}
structures:
  team: {title: The team, links: [{from: school, to: city, channel: phone, carries: [sensitive], for: urgent}]}
  hub: {shape: star, hub: city, channel: email, sharing: everyone}
"""


@pytest.fixture(name="file")
def scenario_file(tmp_path: Path) -> str:
    path = tmp_path / "test.yaml"
    path.write_text(SCENARIO, "utf-8")
    return str(path)


def show(*arguments: str) -> Result:
    return CliRunner().invoke(tabletop, ["show", *arguments])


def said(*arguments: str) -> str:
    ended = show(*arguments)
    assert (ended.exit_code, ended.stderr) == (0, "")
    return ended.stdout


def test_the_partners_stand_by_sector_and_each_structure_is_drawn(file: str) -> None:
    assert said(file).splitlines() == [
        "A red [/] test (test)",
        "EXERCISE – FICTITIOUS",
        "",
        "Two lines of story.",
        "",
        "Education",
        "  The [bold]school (school): 1 person, Mon-Fri 08:00-15:00; coordinator (deputy)",
        "  kindergarten (kindergarten): 1 person, always; no role",
        "Local government",
        "  city (city): 2 people, always; coordinator",
        "",
        "The team (structure: team)",
        "Information goes to those who need it.",
        "phone (what is sensitive; meant for what is urgent)",
        "  The [bold]school → city",
        "Not linked: kindergarten",
        "",
        "hub (structure: hub)",
        "Each tells everyone it is linked to.",
        "E-mail (everything)",
        "  The [bold]school ↔ city ↔ kindergarten",
    ]


def test_one_structure_as_mermaid_can_be_piped_on(file: str) -> None:
    assert said(file, "--structure", "hub", "--mermaid").splitlines() == [
        "%% hub: hub",
        "flowchart LR",
        '    actor_school["The [bold]school"]',
        '    actor_city["city"]',
        '    actor_kindergarten["kindergarten"]',
        '    actor_city <-->|"E-mail"| actor_school',
        '    actor_city <-->|"E-mail"| actor_kindergarten',
    ]


def test_all_structures_as_mermaid_stand_one_below_the_other(file: str) -> None:
    flowcharts = said(file, "--mermaid").split("\n\n")
    assert [each.splitlines()[:2] for each in flowcharts] == [
        ["%% team: The team", "flowchart LR"],
        ["%% hub: hub", "flowchart LR"],
    ]


def test_json_holds_actors_and_ways_with_the_kinds_written_out(file: str) -> None:
    shown = json.loads(said(file, "--json"))
    assert (shown["id"], shown["title"], list(shown["structures"])) == (
        "test",
        "A red [/] test",
        ["team", "hub"],
    )
    assert shown["actors"]["school"] == {
        "title": "The [bold]school",
        "sector": "education",
        "level": None,
        "place": "",
        "hours": "Mon-Fri 08:00-15:00",
        "staff": 1,
        "roles": [],
        "deputy_for": ["coordinator"],
    }
    team = shown["structures"]["team"]
    way = {
        "from": "school",
        "to": "city",
        "channel": "phone",
        "carries": ["concern"],
        "for": "urgent",
        "else": None,
    }
    assert (team["sharing"], team["ways"]) == ("needed", [way])
    assert team["mermaid"].startswith("flowchart LR\n")


def test_a_title_that_would_steer_a_terminal_is_refused_in_plain_letters(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(SCENARIO.replace("A red", r"\u001b[31mA red"), "utf-8")
    ended = show(str(path))
    assert (ended.exit_code, "\x1b" in ended.output, "U+001B" in ended.stderr) == (3, False, True)


def test_an_unknown_structure_is_refused_with_the_known_ones(file: str) -> None:
    ended = show(file, "--structure", "bub")
    assert (ended.exit_code, ended.stderr) == (2, "Error: test has no structure 'bub'; it has team, hub\n")


def test_the_lines_fit_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = said("kumanovo_cat").splitlines()
    assert max(map(len, lines[lines.index("Education") : lines.index("") + 30])) <= 60
