"""The folder of a comparison: tables with a codebook, journals, where it all comes from; whole files or none."""

from __future__ import annotations

import csv
import errno
import io
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.kept import KeptResults
from tabletop.compare.batch.lacking import Lacking
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.batch.plan import Plan, plan, plan_of
from tabletop.compare.batch.playing import Crew, Finished, play_into, resume
from tabletop.compare.batch.tables import has_parquet
from tabletop.compare.batch.verify import verify
from tabletop.compare.batch.watching import Nobody
from tabletop.compare.batch.writing import pieces, write_all
from tabletop.errors import OutputError, UsageError
from tabletop.measures import MEASURES
from tests.compare.batch.village import changed, design, planned, written

ALONE = Crew(Nobody(), jobs=1)


def report(_conducted: Conducted, results: KeptResults, origin: BatchProvenance) -> Mapping[str, str]:
    return {"comparison.json": json.dumps([len(results.cells()), origin.run]) + "\n"}


def finished(folder: Path, asked: Plan | None = None) -> Finished:
    return play_into(folder, asked or planned(replications=3), crew=ALONE, report=report)


def rows(folder: Path, name: str = "replications.csv") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / name).read_text())))


def contents(folder: Path) -> dict[str, bytes]:
    """All that must be the same whoever played."""
    kept = {"written.json", ".lock"}
    files = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in files
        if each.name not in kept and not each.name.startswith("ledger.sqlite")
    }


def test_there_is_one_row_for_each_replication_with_every_measure(tmp_path: Path) -> None:
    done = finished(
        tmp_path, planned(replications=3, interventions=["none", "ring+meet"], structures=["hub"])
    )
    found = rows(tmp_path)
    assert [(each["structure"], each["interventions"], each["replication"]) for each in found] == [
        *(("hub", "", str(number)) for number in range(3)),
        *(("hub", "ring+meet", str(number)) for number in range(3)),
    ]
    assert set(MEASURES) <= set(found[0])
    assert {each["run"] for each in found} == {done.provenance.run}
    assert {each["expectation.early"] for each in found} <= {"met", "late", "missed"}


def test_a_sweep_says_in_each_row_what_was_set(tmp_path: Path) -> None:
    finished(tmp_path, planned(replications=1, structures=["hub"], vary=[["actors.*.staff", ["1", "2"]]]))
    assert [each["set.actors.*.staff"] for each in rows(tmp_path)] == ["1", "2"]


def test_what_was_drawn_for_guesses_has_a_table_of_its_own(tmp_path: Path) -> None:
    finished(tmp_path, planned(replications=1, guesses=2))
    drawn = rows(tmp_path, "guesses.csv")
    assert [(each["draw"], each["path"].rpartition(".")[2]) for each in drawn] == [
        *(("0", "loss"), ("0", "noticed_after")),
        *(("1", "loss"), ("1", "noticed_after")),
    ]
    assert all(
        10 <= float(each["value"].rstrip("%")) <= 50 for each in drawn if each["path"].endswith("loss")
    )


def test_every_column_of_every_table_is_in_the_codebook(tmp_path: Path) -> None:
    finished(tmp_path, planned(replications=2, traces=1, guesses=1))
    told = {(each["file"], each["column"]) for each in rows(tmp_path, "codebook.csv")}
    tables = ("replications.csv", "handoffs.csv", "awareness.csv", "guesses.csv")
    assert told == {(name, column) for name in tables for column in rows(tmp_path, name)[0]}
    book = (tmp_path / "codebook.md").read_text()
    assert all(f"`{column}`" in book for _, column in told)


def test_the_first_replications_are_told_in_full(tmp_path: Path) -> None:
    finished(tmp_path, planned(replications=2, traces=1, structures=["line"]))
    journal = tmp_path / "journals" / "0000-village-line" / "0.jsonl"
    entries = [json.loads(line)["entry"] for line in journal.read_text().splitlines()]
    assert entries[-1] == "ended"
    edges = rows(tmp_path, "handoffs.csv")
    assert len(edges) == sum(each in {"handed_on", "stopped", "unfinished"} for each in entries)
    for each in edges:
        assert sum(json.loads(each["waits"]).values()) == int(each["at_ms"]) - int(each["since_ms"])
    known = rows(tmp_path, "awareness.csv")
    assert [each["share_known"] for each in known if each["knows_ms"]] == sorted(
        each["share_known"] for each in known if each["knows_ms"]
    )


@pytest.mark.skipif(not has_parquet(), reason="pyarrow is not installed")
def test_the_same_rows_stand_in_the_parquet_file(tmp_path: Path) -> None:
    from pyarrow.parquet import read_table

    done = finished(tmp_path)
    table = read_table(tmp_path / "replications.parquet")
    assert table.schema.metadata[b"tabletop.run"].decode() == done.provenance.run
    plain = rows(tmp_path)
    assert table.column_names == list(plain[0])
    assert [each["time_without_information"] for each in table.to_pylist()] == [
        float(each["time_without_information"]) for each in plain
    ]


def test_playing_again_changes_nothing_and_costs_nothing(tmp_path: Path) -> None:
    finished(tmp_path)
    before = contents(tmp_path)
    finished(tmp_path)
    assert contents(tmp_path) == before


def test_files_of_a_larger_comparison_are_removed(tmp_path: Path) -> None:
    finished(tmp_path, planned(replications=2, traces=2))
    finished(tmp_path, planned(replications=2))
    fresh = tmp_path / "fresh"
    finished(fresh, planned(replications=2))
    here = {name: content for name, content in contents(tmp_path).items() if not name.startswith("fresh/")}
    assert here == contents(fresh)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "handling: 20m}",
            "handling: 25m}",
            "village.actors.school.handling was 20m and is 25m",
        ),
        ("otherwise: 70%", "otherwise: 60%", r"village.barriers.trust.otherwise was 70% and is 60%"),
        ("  meet: {lift: [trust]}", "", "village.interventions.meet was .* and is nothing"),
        ("\ntabletop: 1", "\n# a note\ntabletop: 1", "the layout of village was .* and is .*"),
    ],
)
def test_a_changed_scenario_is_refused_and_the_field_that_differs_is_named(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    finished(tmp_path)
    other = plan_of(design(replications=3, structures=["hub"]), (changed(old, new),))
    with pytest.raises(UsageError, match=f"holds another comparison: {said}; choose another folder"):
        finished(tmp_path, other)


def test_another_seed_and_other_code_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finished(tmp_path)
    with pytest.raises(UsageError, match="seed was 1 and is 2"):
        finished(tmp_path, planned(replications=3, seed=2))
    monkeypatch.setattr("tabletop.compare.batch.origin.FORMAT", 9)
    with pytest.raises(UsageError, match="the format of its lines was 2 and is 9"):
        finished(tmp_path)
    monkeypatch.setattr("tabletop.compare.batch.origin.version", lambda: "9.9")
    with pytest.raises(UsageError, match=r"code was tabletop 0\.1\.0 .* and is tabletop 9\.9"):
        finished(tmp_path)


def test_it_is_taken_up_with_the_file_as_it_was_when_the_file_is_gone(tmp_path: Path) -> None:
    path = written(tmp_path)
    folder = tmp_path / "out"
    finished(folder, plan(design(scenarios=(str(path),), replications=2)))
    path.unlink()
    before = contents(folder)
    resume(folder, crew=ALONE, report=report)
    assert contents(folder) == before


def test_it_is_not_taken_up_when_the_file_has_changed(tmp_path: Path) -> None:
    path = written(tmp_path)
    folder = tmp_path / "out"
    finished(folder, plan(design(scenarios=(str(path),), replications=2)))
    path.write_bytes(path.read_bytes().replace(b"delay: 5m", b"delay: 6m"))
    with pytest.raises(UsageError, match=r"village.channels.phone.delay was 5m and is 6m"):
        resume(folder, crew=ALONE, report=report)


def test_every_file_says_to_which_batch_it_belongs(tmp_path: Path) -> None:
    done = finished(tmp_path, planned(replications=2, guesses=1, traces=1))
    found = contents(tmp_path)
    assert {"handoffs.csv", "awareness.csv", "guesses.csv", "codebook.csv", "codebook.md"} < set(found)
    assert [name for name, content in found.items() if done.provenance.run.encode() not in content] == []


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(OutputError, match=r"holds other files \(thesis.tex\)"):
        finished(tmp_path)
    with pytest.raises(UsageError, match="holds no comparison"):
        resume(tmp_path, crew=ALONE, report=report)


def test_a_disk_that_is_full_at_the_second_file_leaves_the_first_as_it_was(tmp_path: Path) -> None:
    def full(file: IO[bytes]) -> None:
        file.write(b"half of")
        raise OSError(errno.ENOSPC, "No space left on device")

    write_all(tmp_path, {"a.csv": pieces(("old",))})
    with pytest.raises(OutputError) as caught:
        write_all(tmp_path, {"a.csv": pieces(("new",)), "below/b.csv": full})
    assert str(caught.value) == (
        f"cannot write {tmp_path / 'below' / 'b.csv'}: No space left on device; what was played is kept"
    )
    assert contents(tmp_path) == {"a.csv": b"old"}


def test_a_comparison_is_verified_and_every_byte_that_differs_is_told(tmp_path: Path) -> None:
    finished(tmp_path)
    good = verify(tmp_path, sample=4)
    assert (good.replications, good.differences, good.sound) == (4, (), True)
    assert good.lacking == Lacking(6, 6, settled=True, reported=True)
    with (tmp_path / "replications.csv").open("a") as file:
        file.write("one more\n")
    (tmp_path / "codebook.md").unlink()
    assert verify(tmp_path, sample=1).differences == (
        "replications.csv is not as it was written",
        "codebook.md is missing",
    )


def test_a_number_changed_in_the_ledger_is_found(tmp_path: Path) -> None:
    finished(tmp_path)
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE rows SET line = replace(line, '[[', '[[1') WHERE replication = 2 AND of = 1")
    ledger.close()
    (difference,) = verify(tmp_path, sample=6).differences
    assert difference.startswith("replication 2 of hub differs: time_without_information was 1")


def test_a_comparison_whose_report_was_not_written_for_this_question_is_not_finished(tmp_path: Path) -> None:
    finished(tmp_path)
    (tmp_path / "provenance.json").unlink()
    found = verify(tmp_path, sample=2)
    assert (found.differences, found.sound, found.lacking) == (
        (),
        False,
        Lacking(6, 6, settled=True, reported=False),
    )
    (tmp_path / "provenance.json").write_text("Dear diary")
    assert verify(tmp_path, sample=1).differences == ("provenance.json cannot be read",)


def test_while_the_precision_decides_it_is_told_how_many_are_needed_at_least(tmp_path: Path) -> None:
    finished(tmp_path, planned(precision=0.9))
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("DELETE FROM rows WHERE replication >= 10 AND of = 1")
    ledger.close()
    assert verify(tmp_path, sample=2).lacking == Lacking(50, 80, settled=False, reported=True)


def test_what_was_set_aside_is_not_lacking(tmp_path: Path) -> None:
    finished(tmp_path)
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.execute("DELETE FROM rows WHERE replication = 1 AND of = 1")
    ledger.close()
    assert verify(tmp_path, sample=2).lacking == Lacking(5, 6, settled=True, reported=True)
    origin = json.loads((tmp_path / "provenance.json").read_text())
    origin["set_aside"] = [{"cell": "hub", "replication": 1, "deaths": 3}]
    (tmp_path / "provenance.json").write_text(json.dumps(origin))
    assert verify(tmp_path, sample=2).sound
