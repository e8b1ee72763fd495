"""What a command takes: time by the clock, time of processors, memory, its worker processes counted in.

The processes that play are nobody's children by the time they end, so the system's own account leaves them out; here
every process of the command's session is looked at ten times a second. For Linux, as far as it has `/proc`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

EVERY = 0.1
"""Seconds between two looks."""


class Spent(NamedTuple):
    """What a command took."""

    clock: float
    """Seconds from its start to its end."""
    processor: float
    """Seconds of processors, of all its processes together."""
    memory: float
    """The most bytes in memory that the command's own process had."""
    largest: float
    """The most bytes in memory that any other of its processes had."""


def watched(arguments: tuple[str, ...]) -> Spent:
    """Run `tabletop` with these arguments and return what it took; raises CalledProcessError when it fails."""
    command = [sys.executable, "-m", "tabletop", *arguments]
    began = time.perf_counter()
    seconds: dict[int, float] = {}
    memory: dict[int, float] = {}
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while process.poll() is None:
            _look(process.pid, seconds, memory)
            time.sleep(EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    own = memory.pop(process.pid, 0.0)
    return Spent(time.perf_counter() - began, sum(seconds.values()), own, max(memory.values(), default=0.0))


def _look(session: int, seconds: dict[int, float], memory: dict[int, float]) -> None:
    """Note what each process of a session has taken so far."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            status = (folder / "status").read_text()
        except OSError:
            continue
        if int(fields[3]) == session:
            pid = int(folder.name)
            seconds[pid] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            most = next((line for line in status.splitlines() if line.startswith("VmHWM:")), "VmHWM: 0 kB")
            memory[pid] = max(memory.get(pid, 0.0), float(most.split()[1]) * 1024)
