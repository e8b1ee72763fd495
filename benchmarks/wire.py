"""What a cluster costs besides the playing: `python -m benchmarks.wire`.

A scheduler and two workers are started on this machine, and are given shifts in which the first replication is played
once and then brought back again and again, so that nothing is left but handing out and bringing back. From the bytes on
the scheduler's sockets (as `ss` counts them) and the processor time of each process follows how many workers one
scheduler, and one command, can keep busy with shifts of 0.4 seconds. Needs Linux, `ss` and the extra `distributed`.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.design import Design
from tabletop.compare.batch.plan import plan
from tabletop.compare.batch.players.cluster import Cluster
from tabletop.compare.batch.shifts import SECONDS, Played, Playing, Shift, Sources, play

PORT = 18786
"""Where the scheduler listens."""
TOGETHER = 10
"""Shifts between two looks at the sockets, some of which are closed again soon."""

_sources: list[Sources] = []


def bring_back(shift: Shift, sources: Sources) -> Played:
    """Return what would come of a shift if all its replications were the first."""
    _sources[:] = [sources]
    first = _first(shift.case)
    return replace(
        first, shift=shift, lines=tuple(first.lines[0] + f" {number}" for number in shift.replications)
    )


@cache
def _first(case: Case) -> Played:
    return play(Shift(case, (0,)), _sources[0])


def main() -> None:
    """Play, look and print."""
    asked = _arguments()
    how: Playing = import_module("benchmarks.wire").bring_back  # by a name that workers can import too
    made = plan(Design((asked.scenario,), replications=asked.shifts * asked.size))
    shifts = (Shift(made.cases[0], tuple(range(asked.size))) for _ in range(asked.shifts))
    with ExitStack() as stack:
        scheduler = stack.enter_context(_started("scheduler", "--port", str(PORT)))
        worker = stack.enter_context(
            _started("worker", f"tcp://127.0.0.1:{PORT}", "--nworkers", "2", "--nthreads", "1")
        )
        playing = stack.enter_context(Cluster(made.sources, f"tcp://127.0.0.1:{PORT}", how=how))
        found = playing.play(shifts)
        next(found)
        before, began = _sent(scheduler), (_processor(scheduler), time.process_time())
        seen = dict(before)
        for count, _ in enumerate(found):
            if count % TOGETHER == 0:
                seen.update(_sent(scheduler))
        shifts_timed = asked.shifts - 1
        took = (_processor(scheduler) - began[0], time.process_time() - began[1])
        moved = sum(each - before.get(key, 0) for key, each in seen.items())
        print(
            f"{shifts_timed:,} shifts of {asked.size}: {moved / shifts_timed:,.0f} bytes for each on the scheduler's sockets, both ways"
        )
        for name, seconds in zip(("scheduler", "command"), took, strict=True):
            each = seconds / shifts_timed
            print(
                f"{name}: {1000 * each:.1f} ms of processor for each shift, enough for {SECONDS / each:,.0f} workers"
            )
        print(f"memory: scheduler {_memory(scheduler):.0f} MB, workers {_workers(worker)} MB")


@contextmanager
def _started(what: str, *arguments: str) -> Iterator[int]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + what, *arguments, "--no-dashboard"]
    folder = str(Path(__file__).resolve().parent.parent)
    environment = {**os.environ, "PYTHONPATH": folder}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment) as process:  # noqa: S603 - Dask's own
        time.sleep(4)
        yield process.pid
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


def _sent(pid: int) -> dict[str, int]:
    """Return the bytes that went over each socket of a process so far, both ways."""
    said = subprocess.run(["ss", "-tinpHO"], check=True, capture_output=True, text=True).stdout  # noqa: S607 - from the path
    lines = (line for line in said.splitlines() if f"pid={pid}," in line)
    return {
        " ".join(line.split()[3:5]): sum(map(int, re.findall(r"bytes_(?:sent|received):(\d+)", line)))
        for line in lines
    }


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(kilobytes) / 1024


def _workers(nanny: int) -> str:
    """Return the memory of the processes that a nanny started for playing."""
    tasks = Path(f"/proc/{nanny}/task").glob("*/children")
    children = [child for task in tasks for child in task.read_text().split()]
    found = [_memory(int(child)) for child in children]
    return ", ".join(f"{each:.0f}" for each in found if each > 30)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wire", description=__doc__)
    parser.add_argument("--scenario", default="kumanovo_cat", help="what is played")
    parser.add_argument("--shifts", type=int, default=500, help="how many shifts")
    parser.add_argument("--size", type=int, default=20, help="replications in each")
    return parser.parse_args()


if __name__ == "__main__":
    main()
