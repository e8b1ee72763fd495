from __future__ import annotations

import json
from pathlib import Path

import pytest

from tabletop.debrief import provenance, write
from tabletop.debrief.writing import journal_lines
from tabletop.errors import OutputError
from tabletop.model.journal import ENTRY_TYPES
from tests.debrief.tiny import JOURNAL, record

FILES = ["debrief.html", "debrief.md", "exercise.json", "journal.jsonl", "written.json"]


def written(folder: Path, *, force: bool = False) -> dict[str, bytes]:
    played = record()
    origin = provenance(played, reruns=0, command="tabletop run tiny")
    paths = write(played, reruns=None, gains=None, folder=folder, provenance=origin, force=force)
    return {path.name: path.read_bytes() for path in paths}


def test_a_run_leaves_its_five_files(tmp_path: Path) -> None:
    assert list(written(tmp_path / "run")) == FILES
    assert sorted(path.name for path in (tmp_path / "run").iterdir()) == FILES


def test_the_same_exercise_gives_the_same_bytes_but_for_the_time_of_writing(tmp_path: Path) -> None:
    one, other = written(tmp_path / "one"), written(tmp_path / "other")
    assert {name for name in FILES if one[name] != other[name]} <= {"written.json"}


def test_the_journal_is_read_back_entry_by_entry() -> None:
    lines = [json.loads(line) for line in journal_lines(JOURNAL)]
    assert lines[0]["entry"] == "injected"
    back = [ENTRY_TYPES[line.pop("entry")](**line) for line in lines]
    assert json.dumps(back) == json.dumps(JOURNAL)


def test_the_figures_say_which_exercise_and_where_they_come_from(tmp_path: Path) -> None:
    document = json.loads(written(tmp_path / "run")["exercise.json"])
    assert document["exercise"]["scenario"] == "tiny"
    assert document["exercise"]["seed"] == 1
    assert document["marking"] == "EXERCISE – FICTITIOUS"
    assert document["provenance"]["sha256"] == record().scenario.sha256
    assert document["provenance"]["command"] == "tabletop run tiny"
    assert document["measures"]["time_lost_hours"]["value"] == pytest.approx(
        59 + 1 / 3 - 1 / 6 + 1 / 6, abs=0.2
    )


def test_another_exercise_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    written(tmp_path / "run")
    document = json.loads((tmp_path / "run" / "exercise.json").read_bytes())
    document["exercise"]["seed"] = 2
    (tmp_path / "run" / "exercise.json").write_text(json.dumps(document), "utf-8")
    with pytest.raises(OutputError, match="holds another exercise"):
        written(tmp_path / "run")
    assert list(written(tmp_path / "run", force=True)) == FILES
