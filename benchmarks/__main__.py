"""`python -m benchmarks`: run all of it and print the tables; `--json FILE` keeps the figures."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks import contest, counting, crowd, report, work


def main() -> None:
    """Hold the contests one after the other."""
    asked = _arguments()
    found: list[dict[str, Any]] = []
    for each in (work.chain(), work.tree()):
        results = contest.hold(each, asked.rounds)
        events = {name: count(each, 1) for name, count in counting.COUNTS.items()}
        print(*report.lines(each, results), sep="\n")
        print(
            "events per hand-off:", ", ".join(f"{name} {count:.2f}" for name, count in events.items()), "\n"
        )
        found.append(report.as_data(each, results, events))
    ratio = crowd.cost_ratio(asked.rounds)
    print(f"one of {crowd.MANY:,} items waiting at a desk costs {ratio:.2f} × one of {crowd.FEW}")
    if asked.json is not None:
        whole = {"machine": report.machine(), "rounds": asked.rounds, "works": found, "crowd": ratio}
        asked.json.write_text(json.dumps(whole, indent=2) + "\n", "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="rounds after one to warm up (default 9)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser.parse_args()


if __name__ == "__main__":
    main()
