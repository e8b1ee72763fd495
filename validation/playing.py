"""Playing experiments: re-run by re-run on all processors, and the same figures on any number of them."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

from validation.experiment import Experiment
from validation.finding import Finding, finding
from validation.registry import EXPERIMENTS

KEPT = Path(__file__).with_name("figures.json")
"""What came out when the page was last made."""

TIDIED_EVERY = 1.0
"""Seconds of playing between two collections of what is no longer needed."""

Figures = Mapping[str, Sequence[Finding]]
"""By experiment what came out, one figure for each of its references."""


_since_tidied = [0.0]


def _played(asked: tuple[str, int]) -> tuple[float, ...]:
    id_, replication = asked
    begun = time.process_time()
    found = EXPERIMENTS[id_].play(replication)
    _tidy_up(time.process_time() - begun)
    return found


def _tidy_up(played: float) -> None:
    """Take away what exercises leave behind, once in a second of playing: the engine lets the collector rest."""
    _since_tidied[0] += played
    if _since_tidied[0] >= TIDIED_EVERY:
        _since_tidied[0] = 0.0
        gc.collect()


def findings(experiment: Experiment, runs: int, pool: ProcessPoolExecutor | None = None) -> Sequence[Finding]:
    """Play an experiment so many times and return what came out.

    The same numbers come out whoever plays: luck belongs to the number of the re-run, and means are taken in its order.
    """
    asked = [(experiment.id, replication) for replication in range(runs)]
    each = map(_played, asked) if pool is None else pool.map(_played, asked, chunksize=max(1, runs // 40))
    return [finding(values) for values in zip(*each, strict=True)]


def play(experiments: Iterable[Experiment]) -> Figures:
    """Play experiments with all their re-runs, as the page needs them."""
    with ProcessPoolExecutor() as pool:
        return {each.id: findings(each, each.runs, pool) for each in experiments}


def keep(figures: Figures) -> None:
    """Write figures where the page and its test find them."""
    data = {id_: [asdict(each) for each in found] for id_, found in figures.items()}
    KEPT.write_text(json.dumps(data, indent=2) + "\n", "utf-8")


def kept() -> Figures:
    """Return the figures of the page."""
    data = json.loads(KEPT.read_text("utf-8"))
    return {id_: [Finding(**each) for each in found] for id_, found in data.items()}
