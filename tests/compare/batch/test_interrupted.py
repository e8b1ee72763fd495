"""Killed, stopped, starved of room: what was finished is kept, and in the end every byte is the same."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tabletop.compare.batch.ledger import is_begun
from tabletop.compare.batch.players.cluster import is_there
from tests.compare.batch.command import begun, ended, kept, kill_all, wait_for
from tests.compare.batch.test_folder import contents
from tests.compare.batch.village import written

needs_dask = pytest.mark.skipif(not is_there(), reason="Dask's `distributed` is not installed")


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("scenario"))


@pytest.fixture(scope="module")
def expected(village: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What 240 replications of two structures leave behind, played by one process without a break."""
    folder = tmp_path_factory.mktemp("expected") / "out"
    code, _, err = ended("compare", village, "--replications", "120", "--jobs", "1", "--out", folder)
    assert (code, err) == (0, "")
    return contents(folder)


def asked(village: Path, folder: Path, *how: str) -> tuple[str | Path, ...]:
    return ("compare", village, "--replications", "120", "--out", folder, *how)


def test_two_processes_leave_the_same_bytes(
    village: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    assert ended(*asked(village, tmp_path / "out", "--jobs", "2"))[0] == 0
    assert contents(tmp_path / "out") == expected


@needs_dask
@pytest.mark.slow
def test_a_cluster_leaves_the_same_bytes(village: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    assert ended(*asked(village, tmp_path / "out", "--cluster", "local"))[0] == 0
    assert contents(tmp_path / "out") == expected


@pytest.mark.parametrize(
    ("jobs", "count"),
    [("2", 40), pytest.param("1", 2, marks=pytest.mark.slow), pytest.param("2", 200, marks=pytest.mark.slow)],
)
def test_killed_and_taken_up_again_it_leaves_the_same_bytes(
    village: Path, expected: dict[str, bytes], tmp_path: Path, jobs: str, count: int
) -> None:
    folder = tmp_path / "out"
    process = begun(*asked(village, folder, "--jobs", jobs))
    wait_for(folder, count)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    before = kept(folder)
    assert count <= before < 240
    assert ended("resume", folder, "--jobs", "1")[0] == 0
    assert contents(folder) == expected


@needs_dask
@pytest.mark.slow
def test_killed_on_a_cluster_it_is_taken_up_again_too(
    village: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    process = begun(*asked(village, folder, "--cluster", "local"))
    wait_for(folder, 2)
    kill_all(process)
    assert ended("resume", folder, "--cluster", "local")[0] == 0
    assert contents(folder) == expected


@pytest.mark.parametrize(
    "how",
    [
        ("--jobs", "2"),
        pytest.param(("--jobs", "1"), marks=pytest.mark.slow),
        pytest.param(("--cluster", "local"), marks=[pytest.mark.slow, needs_dask]),
    ],
)
def test_ctrl_c_is_answered_at_once_and_the_way_on_is_told(
    village: Path, tmp_path: Path, how: tuple[str, ...]
) -> None:
    folder = tmp_path / "out"
    process = begun("compare", village, "--replications", "100000", "--out", folder, *how)
    wait_for(folder, 10)
    pressed = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert time.monotonic() - pressed < 2
    assert (process.returncode, out) == (130, "")
    assert f"Interrupted. What was finished is kept; go on with: tabletop resume {folder}\n" in err
    assert "Traceback" not in err
    assert kept(folder) >= 10


def test_ctrl_c_while_processes_are_being_started_leaves_one_line_and_nobody(
    village: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    process = begun("compare", village, "--replications", "100000", "--out", folder, "--jobs", "2")
    while not is_begun(folder):
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert err == f"\nInterrupted. What was finished is kept; go on with: tabletop resume {folder}\n"


def test_a_second_comparison_in_the_same_folder_is_refused_at_once(village: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    process = begun("compare", village, "--replications", "100000", "--jobs", "1", "--out", folder)
    wait_for(folder, 2)
    code, out, err = ended(*asked(village, folder))
    kill_all(process)
    assert (code, out) == (74, "")
    assert err.startswith(f"Error: {folder} is in use by process {process.pid}, started 20")
    assert err.count("\n") == 1


def test_a_full_disk_ends_it_with_one_line_and_it_can_be_taken_up_again(
    village: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    code, out, err = ended(*asked(village, folder, "--jobs", "1"), room=120_000)
    assert (code, out, err.count("\n")) == (74, "", 1)
    assert err.startswith(f"Error: cannot use {folder / 'ledger.sqlite'}: ")
    assert err.endswith(f"; go on with: tabletop resume {folder}\n")
    assert contents(folder) == {}
    assert 0 < kept(folder) < 240
    assert ended("resume", folder, "--jobs", "1")[0] == 0
    assert contents(folder) == expected
