"""How long a whole comparison takes, with one process and with two: `python -m benchmarks.batches`.

Each round plays the same batch once with each number of processes, one after the other, in a folder of its own, so that
a slow minute of the machine hits all of them; then has the report written anew, which is what nobody can share:
starting, reading, reporting; then asks once more for what is all there. Times are from the command's start to its end, reports included. Beside the clock's
time stands the processors' own, which does not grow when others keep the machine busy.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.watched import Spent, watched


def main() -> None:
    """Hold the rounds and print a table."""
    asked = _arguments()
    spent: dict[int, list[Spent]] = {jobs: [] for jobs in asked.jobs}
    report: list[Spent] = []
    again: list[Spent] = []
    handoffs = 0.0
    for _, jobs in product(range(asked.rounds), asked.jobs):
        with tempfile.TemporaryDirectory() as folder:
            spent[jobs].append(watched(_command(asked, jobs, Path(folder))))
            handoffs = _handoffs(Path(folder))
            if jobs == asked.jobs[-1]:
                (Path(folder) / "comparison.json").unlink()
                report.append(watched(_command(asked, jobs, Path(folder))))
                again.append(watched(_command(asked, jobs, Path(folder))))
    _print(asked, spent, handoffs=handoffs, alone=_typical(report))
    for what, found in {"the report alone": report, "asked again, when all is there": again}.items():
        typical = _typical(found)
        print(f"{what}: {typical.clock:.1f} s by the clock, {typical.processor:.1f} s of processor")


def _print(
    asked: argparse.Namespace, spent: dict[int, list[Spent]], *, handoffs: float, alone: Spent
) -> None:
    first = _typical(spent[asked.jobs[0]])
    for jobs, found in spent.items():
        typical = _typical(found)
        ratios = sorted(
            one.clock / other.clock for one, other in zip(spent[asked.jobs[0]], found, strict=True)
        )
        free = alone.processor + (typical.processor - alone.processor) / jobs
        print(
            f"{jobs} processes: {typical.clock:.1f} s by the clock, {handoffs / typical.clock:,.0f} hand-offs a second, "
            f"{statistics.median(ratios):.2f} × as fast as {asked.jobs[0]} ({ratios[0]:.2f} to {ratios[-1]:.2f}); "
            f"{typical.processor:.1f} s of processor, {handoffs / typical.processor:,.0f} hand-offs for each second of it, "
            f"{first.processor / free:.2f} × when {jobs} processors are free; "
            f"memory of the command {typical.memory / 1e6:.0f} MB, of each process {typical.largest / 1e6:.0f} MB"
        )


def _typical(found: list[Spent]) -> Spent:
    clock, processor, memory, largest = map(statistics.median, zip(*found, strict=True))
    return Spent(clock, processor, memory, largest)


def _command(asked: argparse.Namespace, jobs: int, folder: Path) -> tuple[str, ...]:
    options = ("--replications", str(asked.replications), "--structures", asked.structures)
    return ("compare", asked.scenario, "--jobs", str(jobs), "--out", str(folder), *options)


def _handoffs(folder: Path) -> float:
    """Return how many hand-offs the replications had in all, traffic left out."""
    said: dict[str, Any] = json.loads((folder / "comparison.json").read_text("utf-8"))
    leads = [lead for each in said["comparisons"] for lead in each["leads"]]
    return sum(
        (float(lead["taken"]["handoffs"]["mean"]["value"]) * int(lead["count"]) for lead in leads), 0.0
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batches", description=__doc__)
    parser.add_argument("--scenario", default="kumanovo_cat", help="what is compared")
    parser.add_argument("--structures", default="all", help="its structures, with commas")
    parser.add_argument("--replications", type=int, default=1000, help="of each structure")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="numbers of processes")
    parser.add_argument("--rounds", type=int, default=1, help="how often")
    return parser.parse_args()


if __name__ == "__main__":
    main()
