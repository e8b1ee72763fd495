"""What an exercise costs: events for each hand-off, which do not wobble, and desks before which thousands wait."""

from __future__ import annotations

from time import process_time

import pytest

from tabletop.engine import Exercise
from tabletop.model.journal import HandedOn
from tests.engine.stories import scenario_of
from tests.oracles.laboratory import classic

MOST_EVENTS_PER_HANDOFF = 2.6
MOST_TIMES_AS_MUCH = 2.0


@pytest.mark.parametrize("name", ["c5", "t13"])
def test_a_hand_off_takes_few_events(name: str) -> None:
    exercise = Exercise(classic(name))
    crossings = sum(isinstance(entry, HandedOn) for entry in exercise.run().journal)
    assert crossings > 8_000
    assert exercise.timeline.events / crossings <= MOST_EVENTS_PER_HANDOFF


CROWD = """
information: {letter: {}}
actors: {a: {}, b: {handling: 1m}}
channels: {mail: {}}
structures: {s: {links: [{from: a, to: b, channel: mail}]}}
traffic: {letters: {from: a, to: b, every: 1ms, brings: letter, items: %d}}
"""


def seconds_each(count: int) -> float:
    """Return what one of so many letters costs that all wait at one desk, in seconds of the processor."""
    exercise = Exercise(scenario_of(CROWD % count))
    start = process_time()
    journal = exercise.run().journal
    spent = process_time() - start
    assert sum(isinstance(entry, HandedOn) for entry in journal) == count
    return spent / count


def test_ten_thousand_that_wait_cost_at_most_twice_as_much_each_as_a_hundred() -> None:
    """The least of several measurements, since a busy machine only ever adds."""
    few = min(sum(seconds_each(100) for _ in range(20)) / 20 for _ in range(5))
    many = min(seconds_each(10_000) for _ in range(3))
    assert many <= MOST_TIMES_AS_MUCH * few
