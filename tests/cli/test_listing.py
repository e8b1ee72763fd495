"""`tabletop list`: the shipped scenarios with what can be chosen in each."""

from __future__ import annotations

import json

from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.reading import load, shipped_ids


def said(*arguments: str) -> str:
    ended = CliRunner().invoke(tabletop, ["list", *arguments])
    assert (ended.exit_code, ended.stderr) == (0, "")
    return ended.stdout


def test_every_shipped_scenario_stands_there_with_its_structures_and_interventions() -> None:
    text = said()
    for id_ in shipped_ids():
        scenario = load(id_)
        assert f"{id_}: {scenario.title}\n" in text
        rows = [line.split() for line in text.splitlines()]
        named = [*scenario.structures, *scenario.interventions]
        assert [each for each in named if not any(each in row[:2] for row in rows)] == []


def test_json_holds_the_same() -> None:
    listed = {each["id"]: each for each in json.loads(said("--json"))}
    assert tuple(listed) == shipped_ids()
    for id_, each in listed.items():
        scenario = load(id_)
        assert each == {
            "id": id_,
            "title": scenario.title,
            "language": "en",
            "structures": {key: scenario.title_of("structures", key) for key in scenario.structures},
            "interventions": {key: scenario.title_of("interventions", key) for key in scenario.interventions},
        }
