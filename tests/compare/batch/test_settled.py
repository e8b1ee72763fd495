"""The same question asked twice is answered once; whatever is not as it was left is written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.compare.batch import settled
from tabletop.compare.batch.playing import resume
from tests.compare.batch.test_folder import ALONE, contents, finished, report
from tests.compare.batch.village import planned


def test_what_is_whole_is_left_alone(tmp_path: Path) -> None:
    first = finished(tmp_path)
    before = {each: each.stat().st_mtime_ns for each in tmp_path.glob("[a-z]*") if "ledger" not in each.name}
    again = finished(tmp_path)
    taken_up = resume(tmp_path, crew=ALONE, report=report)
    assert (first.untouched, again.untouched, taken_up.untouched) == (False, True, True)
    assert set(again.files) == set(first.files)
    assert again.provenance == first.provenance
    assert {each: each.stat().st_mtime_ns for each in before} == before


@pytest.mark.parametrize("name", ["replications.csv", "comparison.json", "provenance.json"])
@pytest.mark.parametrize("touch", ["changed", "removed"])
def test_a_file_that_was_touched_is_written_again(tmp_path: Path, name: str, touch: str) -> None:
    finished(tmp_path)
    before = contents(tmp_path)
    if touch == "changed":
        (tmp_path / name).write_bytes(before[name] + b" ")
    else:
        (tmp_path / name).unlink()
    assert not finished(tmp_path).untouched
    assert contents(tmp_path) == before
    assert finished(tmp_path).untouched


def test_another_question_another_language_and_another_report_are_answered_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(tmp_path)
    assert not finished(tmp_path, planned(replications=4)).untouched
    assert not finished(tmp_path, planned(replications=4, language="fr")).untouched
    assert not resume(tmp_path, crew=ALONE, report=report, language="ar").untouched
    monkeypatch.setattr(settled, "_writer", lambda: "another version")
    assert not resume(tmp_path, crew=ALONE, report=report).untouched
