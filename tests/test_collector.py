"""The collector rests while an exercise is played, and what runs leave behind is taken away all the same."""

from __future__ import annotations

import gc

from tabletop.collector import (
    EVENTS_BETWEEN,
    THINGS_BETWEEN,
    collect_after,
    collection_paused,
    leave_the_rest,
    look_seldom,
)
from tabletop.engine import run
from tabletop.engine.exercise import Exercise
from tabletop.engine.timeline import Timeline
from tabletop.reading import load


def test_it_rests_meanwhile_and_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_had_it_off_before_has_it_off_afterwards() -> None:
    gc.disable()
    try:
        with collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_exercises_do_not_gather_however_many_are_played() -> None:
    gc.collect()
    scenario = load("first_steps")
    played = Exercise(scenario)
    played.run()
    enough = EVENTS_BETWEEN // played.timeline.events + 1
    for replication in range(2 * enough):
        run(scenario, replication=replication)
    alive = sum(isinstance(each, Timeline) for each in gc.get_objects())
    assert alive <= enough + 2


def test_circles_are_taken_away_when_enough_was_played() -> None:
    class Circle:
        def __init__(self) -> None:
            self.itself = self

    collect_after(EVENTS_BETWEEN)
    with collection_paused():
        Circle()
        assert any(isinstance(each, Circle) for each in gc.get_objects())
        collect_after(EVENTS_BETWEEN)
        assert not any(isinstance(each, Circle) for each in gc.get_objects())


def test_at_the_end_it_overlooks_all_there_is() -> None:
    before = gc.get_freeze_count()
    leave_the_rest()
    try:
        assert gc.get_freeze_count() > max(before, 1_000)
    finally:
        gc.unfreeze()


def test_a_command_has_it_look_seldom() -> None:
    usual = gc.get_threshold()
    try:
        look_seldom()
        assert gc.get_threshold()[0] == THINGS_BETWEEN > usual[0]
    finally:
        gc.set_threshold(*usual)
