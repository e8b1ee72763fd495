"""The work in our own engine: the scenario file, read once, played with the full journal."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import fmean

from benchmarks.work import Work
from tabletop.engine import Exercise
from tabletop.model.duration import HOUR
from tabletop.model.journal import HandedOn
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import load


def scenario(work: Work) -> Scenario:
    """Return the scenario of a network; its file is read once."""
    return _read(work.scenario)


@cache
def _read(path: Path) -> Scenario:
    return load(str(path))


def play(work: Work, seed: int) -> Record:
    """Play one run and return its record."""
    return Exercise(scenario(work), seed=seed).run()


def handoffs(record: Record) -> list[HandedOn]:
    """Return the hand-offs of a run."""
    return [entry for entry in record.journal if isinstance(entry, HandedOn)]


def sojourn(record: Record) -> float:
    """Return the mean time from a letter's beginning to its end, in hours."""
    began: dict[str, int] = {}
    ended: dict[str, int] = {}
    for entry in handoffs(record):
        began.setdefault(entry.origin, entry.since)
        ended[entry.origin] = entry.at
    return fmean(ended[origin] - began[origin] for origin in began) / HOUR
