"""`tabletop check` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.check import check

SLIPS = """\
tabletop: 1
title: Two slips
clock: {lasts: 2}
information: {concern: {}}
actors: {school: {stafff: 2}}
structures: {none: {}}
"""


@pytest.fixture
def slips(tmp_path: Path) -> Path:
    """A file with two mistakes."""
    path = tmp_path / "slips.yaml"
    path.write_text(SLIPS, encoding="utf-8")
    return path


def test_a_shipped_scenario_is_in_order() -> None:
    """All that is shipped passes."""
    result = CliRunner().invoke(check, ["kumanovo_cat"])
    assert result.exit_code == 0
    assert "in order" in result.output


def test_every_mistake_is_one_line_that_an_editor_can_jump_to(slips: Path) -> None:
    """Both mistakes at once, in the order of the file, and exit 3."""
    result = CliRunner().invoke(check, [str(slips)])
    assert result.exit_code == 3
    lines = [line for line in result.output.splitlines() if line.startswith(str(slips))]
    assert [line.split(":")[1:3] for line in lines] == [["3", "9"], ["5", "19"]]
    assert "did you mean 'staff'?" in lines[1]


def test_json_has_a_version_and_every_mistake_in_parts(slips: Path) -> None:
    """A tool need not take sentences apart."""
    result = CliRunner().invoke(check, [str(slips), "--json"])
    document = json.loads(result.output)
    assert result.exit_code == 3
    assert document["version"] == 1
    assert [(each["line"], each["path"]) for each in document["problems"]] == [
        (3, "clock.lasts"),
        (5, "actors.school"),
    ]
