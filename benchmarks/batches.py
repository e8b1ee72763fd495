"""How long a whole comparison takes, with one process and with two: `python -m benchmarks.batches`.

Each round plays the same batch once with each number of processes, one after the other, in a folder of its own, so that
a slow minute of the machine hits all of them. Times are from the command's start to its end, reports included.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """Hold the rounds and print a table."""
    asked = _arguments()
    times: dict[int, list[float]] = {jobs: [] for jobs in asked.jobs}
    handoffs = 0
    for _ in range(asked.rounds):
        for jobs, found in times.items():
            with tempfile.TemporaryDirectory() as folder:
                found.append(_played(asked, jobs, Path(folder)))
                handoffs = _handoffs(Path(folder))
    first = statistics.median(times[asked.jobs[0]])
    for jobs, found in times.items():
        took = statistics.median(found)
        print(
            f"{jobs} processes: {took:.1f} s, {handoffs / took:,.0f} hand-offs a second, "
            f"{first / took:.2f} × {asked.jobs[0]}"
        )


def _played(asked: argparse.Namespace, jobs: int, folder: Path) -> float:
    command = [sys.executable, "-m", "tabletop", "compare", asked.scenario, "--jobs", str(jobs)]
    options = [
        "--replications",
        str(asked.replications),
        "--out",
        str(folder),
        "--structures",
        asked.structures,
    ]
    began = time.perf_counter()
    subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return time.perf_counter() - began


def _handoffs(folder: Path) -> float:
    """Return how many hand-offs the replications had in all, traffic left out."""
    said = json.loads((folder / "comparison.json").read_text("utf-8"))
    leads = [lead for each in said["comparisons"] for lead in each["leads"]]
    return sum(float(lead["taken"]["handoffs"]["mean"]["value"]) * lead["count"] for lead in leads)


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
