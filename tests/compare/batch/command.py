"""The whole command in a process of its own, to be stopped, killed and starved."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.source import ROOT

DEADLINE = 60.0


def begun(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start `tabletop` with these arguments, in a group of its own as a terminal would."""
    return subprocess.Popen(
        [sys.executable, "-m", "tabletop", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def ended(*arguments: str | Path, room: int = resource.RLIM_INFINITY) -> tuple[int, str, str]:
    """Run `tabletop` to its end, with so many bytes of room for each file; exit code, stdout and stderr."""
    with begun(*arguments) as process:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (room, room))
        out, err = process.communicate(timeout=2 * DEADLINE)
    return process.returncode, out, err


def kept(folder: Path) -> int:
    """How many replications are in a folder's ledger so far."""
    try:
        ledger = sqlite3.connect(f"file:{folder / 'ledger.sqlite'}?mode=ro", uri=True)
    except sqlite3.Error:
        return 0
    try:
        return int(ledger.execute("SELECT count(*) FROM rows").fetchone()[0])
    except sqlite3.Error:
        return 0
    finally:
        ledger.close()


def wait_for(folder: Path, count: int) -> None:
    """Wait until so many replications are kept."""
    end = time.monotonic() + DEADLINE
    while kept(folder) < count:
        assert time.monotonic() < end, f"only {kept(folder)} of {count} replications were kept"
        time.sleep(0.01)


def kill_all(process: subprocess.Popen[str]) -> None:
    """Kill the command and all processes that it has started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
