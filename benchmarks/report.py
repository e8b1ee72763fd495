"""What the benchmarks found, as a table to read and as JSON to keep."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.results import Result
from benchmarks.work import Work

OURS = "tabletop"

WIDTHS = (24, 12, 17, 8, 15, 18)
HEADS = ("engine", "median ms", "least–most ms", "ours ×", "least–most", "sojourn h")


def machine() -> dict[str, str]:
    """Return what the figures were measured on."""
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "processors": str(os.cpu_count()),
        **{name: version(name) for name in ("simpy", "ciw")},
    }


def lines(work: Work, results: Sequence[Result]) -> list[str]:
    """Return the table of one work; "ours ×" is how many times as long an engine takes as ours, round by round."""
    title = f"{work.name}: {work.letters:,} letters, {work.truth} h each by a separate program"
    return [title, _row(HEADS), *(_row(_cells(each, _ours(results))) for each in results)]


def _ours(results: Sequence[Result]) -> Result:
    return next(each for each in results if each.engine == OURS)


def _cells(result: Result, ours: Result) -> tuple[str, ...]:
    times = [second * 1000 for second in result.seconds]
    ratios = result.ratios(ours)
    return (
        result.engine,
        f"{median(times):.1f}",
        f"{min(times):.1f}–{max(times):.1f}",
        f"{median(ratios):.2f}",
        f"{min(ratios):.2f}–{max(ratios):.2f}",
        f"{result.sojourn:.2f} ± {result.error:.2f}",
    )


def _row(cells: Sequence[str]) -> str:
    first, *others = (
        cell.rjust(width) if at else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
    )
    return "  ".join([first, *others]).rstrip()


def as_data(work: Work, results: Sequence[Result], events: dict[str, float]) -> dict[str, Any]:
    """Return what was found on one work, ready for JSON."""
    ours = _ours(results)
    return {
        "work": work.name,
        "truth_hours": work.truth,
        "events_per_handoff": events,
        "engines": [
            {
                "name": each.engine,
                "median_seconds": each.median,
                "seconds": each.seconds,
                "median_times_ours": median(each.ratios(ours)),
                "times_ours": each.ratios(ours),
                "sojourn_hours": each.sojourn,
                "sojourn_error": each.error,
            }
            for each in results
        ],
    }
