"""What is finished is kept: all of a shift or nothing of it, whatever happens then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tabletop.compare.batch.ledger import AT_ONCE, DamagedLedgerError, opened
from tabletop.compare.batch.lock import BusyError, locked
from tabletop.compare.batch.packing import Names
from tabletop.errors import OutputError
from tests.compare.batch.village import case
from tests.source import ROOT

NAMES = Names(("time",), ("early",), (), ("city:smoke",))


def test_what_is_kept_is_found_again_in_order(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        ledger.keep(case(), NAMES, [(2, "two"), (0, "zero")])
        ledger.keep(case("line"), NAMES, [(1, "other")])
    with opened(tmp_path) as ledger:
        assert list(ledger.lines(case(), range(9))) == [(0, "zero"), (2, "two")]
        assert ledger.missing(case(), range(4)) == (1, 3)
        assert (ledger.finished(case(), range(2)), ledger.finished(case("line"), range(2))) == (1, 1)
        assert (ledger.names(case()), ledger.names(case("mesh"))) == (NAMES, None)
        assert ledger.done(case("mesh")) == []


def test_more_lines_than_are_read_at_a_time_come_all(tmp_path: Path) -> None:
    numbers = range(2 * AT_ONCE + 7)
    with opened(tmp_path) as ledger:
        ledger.keep(case(), NAMES, [(number, str(number)) for number in numbers])
        assert [number for number, _ in ledger.lines(case(), numbers)] == list(numbers)


def test_what_is_said_about_it_is_found_again(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        assert ledger.said("design") is None
        ledger.say({"design": "one", "seed": "1"})
        ledger.say({"design": "two"})
        assert (ledger.said("design"), ledger.said("seed")) == ("two", "1")


def test_a_full_disk_is_told_in_one_line_and_what_was_there_stays(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        ledger.keep(case(), NAMES, [(0, "zero")])
        ledger._connection.execute("PRAGMA max_page_count = 8")
        with pytest.raises(OutputError) as caught:
            ledger.keep(case(), NAMES, [(1, "one"), (2, "x" * 100_000)])
    assert str(caught.value) == (
        f"cannot use {tmp_path / 'ledger.sqlite'}: database or disk is full; what was finished before is kept"
    )
    with opened(tmp_path) as ledger:
        assert list(ledger.lines(case(), range(9))) == [(0, "zero")]


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_text("Dear diary, " * 100)
    with pytest.raises(DamagedLedgerError, match="file is not a database"), opened(tmp_path):
        pass


def test_a_ledger_cut_short_is_said_to_be_damaged_and_never_to_keep_anything(tmp_path: Path) -> None:
    with opened(tmp_path) as ledger:
        ledger.keep(case(), NAMES, [(number, "x" * 1000) for number in range(100)])
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(DamagedLedgerError) as caught, opened(tmp_path) as ledger:
        list(ledger.lines(case(), range(100)))
    assert str(caught.value) == (
        f"{path} is damaged (database disk image is malformed), so that the replications in it cannot be read; "
        f"move {tmp_path} away, or begin anew in another folder with --out"
    )


def test_the_second_to_come_is_told_who_is_there_and_the_lock_dies_with_its_holder(tmp_path: Path) -> None:
    hold = (
        "import sys, time; from pathlib import Path; from tabletop.compare.batch.lock import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", hold, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError, match=f"in use by process {holder.pid}, started 20"), locked(tmp_path):
            pass
        holder.kill()
        holder.wait()
    with locked(tmp_path):
        pass
