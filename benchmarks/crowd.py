"""What an item costs at a desk where very many wait: a queue that sorts itself anew at each arrival would show."""

from __future__ import annotations

import gc
import time
from statistics import median

from tabletop.engine import run
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, read

MANY, FEW = 10_000, 100
"""How many wait at one desk."""

TEXT = """
tabletop: 1
title: A crowd at one desk
clock: {{starts: 2026-01-05 00:00, time_zone: UTC, lasts: 400d}}
information: {{letter: {{title: A letter}}}}
actors:
  crowd: {{title: Crowd}}
  desk: {{title: Desk, handling: 1m}}
channels: {{hand: {{title: By hand, delay: 0m}}}}
structures: {{only: {{title: Only, links: [{{from: crowd, to: desk, channel: hand}}]}}}}
traffic: {{rush: {{from: crowd, to: desk, every: 1ms, brings: letter, items: {items}}}}}
"""


def crowd(items: int) -> Scenario:
    """Return a scenario in which so many items come to one desk within seconds."""
    return read(Source("crowd", "crowd.yaml", TEXT.format(items=items).encode()))


def cost_ratio(rounds: int) -> float:
    """Return how many times as much one of MANY costs as one of FEW: the median of interleaved rounds."""
    many, few = crowd(MANY), crowd(FEW)
    ratios = [_seconds(many) / MANY / (_seconds(few, MANY // FEW) / MANY) for _ in range(rounds + 1)]
    return median(ratios[1:])


def _seconds(scenario: Scenario, times: int = 1) -> float:
    gc.collect()
    start = time.process_time()
    for seed in range(times):
        run(scenario, seed=seed)
    return time.process_time() - start
