"""What is written is whole, and nothing that belongs to somebody else is touched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.errors import OutputError
from tabletop.files import write_together


def stamp(seed: int) -> str:
    return json.dumps({"exercise": {"seed": seed}})


def read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_files_are_written_together_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    written = write_together(
        tmp_path / "a" / "b", {"one.txt": "1", "two.bin": b"2", "three.txt": ("3", "3")}, force=False
    )
    assert [path.name for path in written] == ["one.txt", "two.bin", "three.txt"]
    assert read(tmp_path / "a" / "b") == {"one.txt": "1", "three.txt": "33", "two.bin": "2"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_the_same_exercise_may_be_written_again(tmp_path: Path) -> None:
    write_together(tmp_path / "run", {"exercise.json": stamp(1), "page": "old"}, force=False)
    write_together(tmp_path / "run", {"exercise.json": stamp(1), "page": "new"}, force=False)
    assert read(tmp_path / "run")["page"] == "new"


def test_another_exercise_is_replaced_only_by_force(tmp_path: Path) -> None:
    write_together(tmp_path / "run", {"exercise.json": stamp(1)}, force=False)
    with pytest.raises(OutputError, match=r"holds another exercise.*--force"):
        write_together(tmp_path / "run", {"exercise.json": stamp(2)}, force=False)
    assert read(tmp_path / "run") == {"exercise.json": stamp(1)}
    write_together(tmp_path / "run", {"exercise.json": stamp(2)}, force=True)
    assert read(tmp_path / "run") == {"exercise.json": stamp(2)}


def test_a_folder_with_foreign_files_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match=r"holds other files \(thesis.doc\)"):
        write_together(tmp_path, {"exercise.json": stamp(1)}, force=True)
    assert read(tmp_path) == {"thesis.doc": "mine"}


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="is not a folder"):
        write_together(tmp_path / "run", {"exercise.json": stamp(1)}, force=True)


def test_a_disk_that_fills_up_leaves_what_was_there(tmp_path: Path) -> None:
    """Whether it fills up while writing, or the process is stopped: the old files stand, whole."""

    def running_out(error: BaseException) -> Iterator[str]:
        yield "half of the jour"
        raise error

    write_together(tmp_path / "run", {"exercise.json": stamp(1), "journal": "whole"}, force=False)
    before = read(tmp_path / "run")
    full = {"exercise.json": stamp(1), "journal": running_out(OSError(28, "No space left on device"))}
    with pytest.raises(OutputError, match="No space left on device; nothing there was changed"):
        write_together(tmp_path / "run", full, force=False)
    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path / "run", {**full, "journal": running_out(KeyboardInterrupt())}, force=False)
    assert read(tmp_path / "run") == before
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
