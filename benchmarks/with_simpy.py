"""The work as SimPy's documentation teaches to write it: a process for each letter, a Resource for each desk.

What happened is kept in a list, as its chapter on monitoring does: for each hand-off who, where, when it was sent, when it
arrived, when its handling began and when it ended.
"""

from __future__ import annotations

import random
from collections.abc import Generator
from statistics import fmean
from typing import Any

import simpy

from benchmarks.work import Source, Work

Visit = tuple[int, str, float, float, float, float]
"""One hand-off, as it is recorded: letter, desk, and in hours when it was sent, arrived, began and ended."""

Stop = tuple[float, str, simpy.Resource, float]
"""One step of a way: the mean of the link, the desk's name, the desk itself, the mean of its handling."""


class Office:
    """The desks of one network during one run."""

    def __init__(self, work: Work, seed: int, env: simpy.Environment) -> None:
        """Stand ready with nothing to do."""
        self.env = env
        self.luck = random.Random(seed)
        self.desks = {
            name: (simpy.Resource(env, capacity=desk.staff), desk.handling)
            for name, desk in work.desks.items()
        }
        self.visits: list[Visit] = []
        self.letters = 0

    def source(self, words: Source) -> Generator[simpy.Event, Any, None]:
        """Send letters, one after the other."""
        env, luck = self.env, self.luck
        ways = [[(link, name, *self.desks[name]) for link, name in way] for way in words.ways]
        for _ in range(words.letters):
            yield env.timeout(luck.expovariate(1 / words.gap))
            self.letters += 1
            env.process(self.letter(self.letters, luck.choice(ways) if len(ways) > 1 else ways[0]))

    def letter(self, number: int, way: list[Stop]) -> Generator[simpy.Event, Any, None]:
        """Go from desk to desk."""
        env, luck = self.env, self.luck
        ended = env.now
        for link, name, desk, handling in way:
            sent = ended
            if link:
                yield env.timeout(luck.expovariate(1 / link))
            arrived = env.now
            with desk.request() as turn:
                yield turn
                began = env.now
                yield env.timeout(luck.expovariate(1 / handling))
            ended = env.now
            self.visits.append((number, name, sent, arrived, began, ended))


def play(work: Work, seed: int) -> list[Visit]:
    """Play one run and return what was recorded."""
    return play_in(simpy.Environment(), work, seed)


def play_in(env: simpy.Environment, work: Work, seed: int) -> list[Visit]:
    """Play one run in an environment of one's own and return what was recorded."""
    office = Office(work, seed, env)
    for source in work.sources:
        env.process(office.source(source))
    env.run()
    return office.visits


def sojourn(visits: list[Visit]) -> float:
    """Return the mean time from a letter's beginning to its end, in hours."""
    sent: dict[int, float] = {}
    ended: dict[int, float] = {}
    for number, _, start, _, _, end in visits:
        sent.setdefault(number, start)
        ended[number] = end
    return fmean(ended[number] - sent[number] for number in sent)
