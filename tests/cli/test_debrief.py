"""`tabletop debrief` from the outside: what it writes, from what, and what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.debrief import debrief
from tabletop.cli.run import run
from tabletop.errors import OutputError, ScenarioError, UsageError

NOTES = "role,observation,quote allowed\ncoordinator,Rang back at once,yes\n"


def said(*arguments: str) -> str:
    """Return what the command prints; raises what it raises."""
    result = CliRunner().invoke(debrief, list(arguments), catch_exceptions=False, standalone_mode=False)
    return result.output


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that `tabletop run` left."""
    folder = tmp_path_factory.mktemp("runs") / "cat"
    arguments = ["kumanovo_cat", "--replications", "3", "--out", str(folder)]
    CliRunner().invoke(run, arguments, catch_exceptions=False, standalone_mode=False)
    return folder


def test_a_run_folder_is_enough_and_gives_the_same_text(played: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    assert said(str(played), "--format", "md", "--out", str(out)) == f"{out}\n"
    assert out.read_text("utf-8") == (played / "debrief.md").read_text("utf-8")


def test_the_page_is_the_same_too(played: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    said(str(played), "--out", str(out))
    assert out.read_text("utf-8") == (played / "debrief.html").read_text("utf-8")


def test_a_scenario_is_run_first(tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    said("classic/join5", "--replications", "3", "--format", "md", "--out", str(out))
    assert out.read_text("utf-8").startswith("**EXERCISE")


def test_for_all_writes_one_file_for_each_role(played: Path, tmp_path: Path) -> None:
    said(str(played), "--for", "all", "--format", "md", "--out", str(tmp_path / "sheets"))
    names = sorted(path.name for path in (tmp_path / "sheets").iterdir())
    assert len(names) == 9
    assert "kumanovo_cat-cat-seed1-mentor.md" in names


def test_for_one_role_writes_its_sheet(played: Path, tmp_path: Path) -> None:
    out = tmp_path / "mentor.html"
    said(str(played), "--for", "mentor", "--out", str(out))
    assert "Youth organisation" in out.read_text("utf-8")


def test_data_is_json_of_plain_texts(played: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    said(str(played), "--format", "json", "--out", str(out))
    document = json.loads(out.read_text("utf-8"))
    assert document["title"] == "A worrying post"
    assert len(document["front"]["changes"]) == 3


def test_notes_from_the_room_are_merged_and_marked(played: Path, tmp_path: Path) -> None:
    notes, out = tmp_path / "notes.csv", tmp_path / "report.md"
    notes.write_text(NOTES, "utf-8")
    said(str(played), "--format", "md", "--observed", str(notes), "--out", str(out))
    assert "## Observed in the room, beside what was simulated" in out.read_text("utf-8")
    assert "Rang back at once" in out.read_text("utf-8")


def test_slips_in_the_notes_are_told_and_nothing_is_written(played: Path, tmp_path: Path) -> None:
    notes, out = tmp_path / "notes.csv", tmp_path / "report.md"
    notes.write_text(NOTES.replace("coordinator", "nobody"), "utf-8")
    with pytest.raises(ScenarioError, match=r"notes\.csv:2:1: role: there is no role 'nobody'"):
        said(str(played), "--format", "md", "--observed", str(notes), "--out", str(out))
    assert not out.exists()


def test_nothing_is_overwritten_unasked(played: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    out.write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="is there already"):
        said(str(played), "--format", "md", "--out", str(out))
    assert out.read_text("utf-8") == "mine"
    said(str(played), "--format", "md", "--out", str(out), "--force")
    assert out.read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--for", "mentro"), "did you mean 'mentor'"),
        (("--observed", "nowhere.csv"), "cannot read nowhere.csv"),
    ],
)
def test_what_does_not_exist_is_named(played: Path, arguments: tuple[str, ...], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        said(str(played), *arguments)
