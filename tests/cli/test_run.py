"""`tabletop run` from the outside: what it prints, what it leaves, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.run import run
from tabletop.errors import OutputError, UsageError

QUICK = ["--replications", "3"]
FILES = ["debrief.html", "debrief.md", "exercise.json", "journal.jsonl", "scenario.yaml", "written.json"]


def played(*arguments: str) -> str:
    """Return what the command prints; raises what it raises."""
    result = CliRunner().invoke(run, [*arguments, *QUICK], catch_exceptions=False, standalone_mode=False)
    return result.output


def test_it_prints_a_summary_and_writes_the_folder(tmp_path: Path) -> None:
    """A trainer sees the ratings and where the debrief is."""
    folder = tmp_path / "out"
    output = played("kumanovo_cat", "--out", str(folder))
    assert sorted(path.name for path in folder.iterdir()) == FILES
    assert "in 3 of 3 re-runs" in output or "of 3 re-runs" in output
    for heading in ("Objectives", "Expectations:", "Costliest causes of delay", "Written"):
        assert heading in output


def test_json_is_the_document_that_is_written(tmp_path: Path) -> None:
    """A program that reads stdout reads the same as one that opens the file."""
    folder = tmp_path / "out"
    output = played("classic/join5", "--out", str(folder), "--json")
    written = json.loads((folder / "exercise.json").read_text("utf-8"))
    assert json.loads(output) == written
    assert written["exercise"]["scenario"] == "join5"


def test_the_same_exercise_may_be_written_again_and_gives_the_same_bytes(tmp_path: Path) -> None:
    """Only the sidecar that says when may differ."""
    folder = tmp_path / "out"
    played("classic/join5", "--out", str(folder))
    before = {name: (folder / name).read_bytes() for name in FILES[:-1]}
    played("classic/join5", "--out", str(folder))
    assert {name: (folder / name).read_bytes() for name in FILES[:-1]} == before


def test_another_exercise_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    """Another seed is another exercise."""
    folder = tmp_path / "out"
    played("classic/join5", "--out", str(folder))
    with pytest.raises(OutputError, match="holds another exercise"):
        played("classic/join5", "--out", str(folder), "--seed", "2")
    played("classic/join5", "--out", str(folder), "--seed", "2", "--force")
    assert json.loads((folder / "exercise.json").read_text("utf-8"))["exercise"]["seed"] == 2


def test_the_typical_rerun_is_named_in_the_provenance(tmp_path: Path) -> None:
    """Whoever reads the debrief can play that very re-run again."""
    folder = tmp_path / "out"
    played("kumanovo_cat", "--out", str(folder), "--typical")
    exercise = json.loads((folder / "exercise.json").read_text("utf-8"))["exercise"]
    assert exercise["replication"] in range(3)


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("kumanovo_cta",), "no shipped scenario 'kumanovo_cta'; did you mean 'kumanovo_cat'"),
        (("kumanovo_cat", "--structure", "ring"), "has no structure 'ring'"),
        (("kumanovo_cat", "--intervention", "common_from"), "did you mean 'common_form'"),
        (("no/such/file.yaml",), "cannot read 'no/such/file.yaml'"),
    ],
)
def test_what_does_not_exist_is_named_with_what_would_do(
    arguments: tuple[str, ...], what: str, tmp_path: Path
) -> None:
    """A slip of the fingers costs one line."""
    with pytest.raises(UsageError, match=what):
        played(*arguments, "--out", str(tmp_path / "out"))
