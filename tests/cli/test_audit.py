"""`tabletop audit`: what a scenario says of lessons, tips and functions, with its lines."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tabletop.cli.group import tabletop
from tabletop.rehearsal.audit import ROWS

SCENARIO = """\
tabletop: 1
title: "A red [/] test"
clock: {lasts: 5d}
information: {news: {}}
actors: {a: {}, b: {}}
structures: {apart: {}, joined: {summary: A link., links: [{between: [a, b], channel: post}]}}
channels: {post: {}}
"""


def audit(*arguments: str) -> Result:
    return CliRunner().invoke(tabletop, ["audit", *arguments])


def written(folder: Path) -> str:
    path = folder / "test.yaml"
    path.write_text(SCENARIO, "utf-8")
    return str(path)


def test_each_row_is_answered_with_lines_or_with_silence(tmp_path: Path) -> None:
    file = written(tmp_path)
    ended = audit(file, "--structure", "joined")
    lines = ended.output.splitlines()
    assert ended.exit_code == 0
    assert lines[:9] == [
        "A red [/] test (test) under the structure joined",
        "",
        "Ten lessons for a city's platform",
        " 1. Fit the structure to the context",
        f"      + {file}:6: says in words what this structure stands for",
        f"      + {file}:6: the same partners can be tried under `apart`",
        " 2. A clear mandate",
        "      ? the scenario does not say",
        " 3. A mandate that fits the city's needs",
    ]
    assert lines[-5:] == [
        " 6. Manage and distribute funds",
        "      ? not simulated: no intervention gives money a mechanism",
        "",
        "+ speaks for it, − speaks against it, ? is not said: in this scenario, with these assumptions.",
        "It is no verdict on a city, a structure or a partner.",
    ]
    assert sum(row.title in ended.output for row in ROWS.values()) == len(ROWS)


def test_json_holds_the_same_rows(tmp_path: Path) -> None:
    file = written(tmp_path)
    document = json.loads(audit(file, "--json").output)
    rows = document.pop("rows")
    assert document == {"version": 1, "scenario": "test", "structure": "apart"}
    assert [row["name"] for row in rows] == list(ROWS)
    evidence = {
        "side": "for",
        "file": file,
        "line": 6,
        "says": "the same partners can be tried under `joined`",
    }
    assert rows[0] == {
        "name": "fits_its_context",
        "group": "lesson",
        "title": "Fit the structure to the context",
        "evidence": [evidence],
        "unsaid": "",
    }
    assert rows[-1]["unsaid"] == "not simulated: no intervention gives money a mechanism"


def test_an_unknown_structure_is_asked_wrongly(tmp_path: Path) -> None:
    ended = audit(written(tmp_path), "--structure", "bub")
    assert (ended.exit_code, ended.stderr) == (
        2,
        "Error: test has no structure 'bub'; it has apart, joined\n",
    )


def test_a_scenario_with_mistakes_is_not_audited(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(SCENARIO + "colour: red\n", "utf-8")
    ended = audit(str(path))
    assert (ended.exit_code, "unknown key 'colour'" in ended.stderr) == (3, True)
