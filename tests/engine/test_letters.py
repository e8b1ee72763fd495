"""A letter goes the fast way, as one event for all its links, and leaves the same journal as hand-offs would."""

from __future__ import annotations

import pytest
from hypothesis import given

from tabletop.engine import Exercise
from tabletop.engine.lane import Lane
from tabletop.engine.letter import Letter
from tests.engine.generated import Tree, read, scenarios
from tests.engine.stories import play, scenario_of, written
from tests.engine.test_laws import lawful

BUSY = """
information: {letter: {}, alarm: {priority: urgent}}
actors:
  a: {hours: Mon-Fri 08:00-16:00, handling: 10m to 1h}
  b: {staff: 2, handling: {on_average: 1h}, workload: {every: 3h, takes: 1h}}
  c: {hours: 10:00-18:00, handling: 20m}
  d: {handling: {on_average: 2h}}
channels: {mail: {delay: {on_average: 40m}%s}, post: {delay: 0m}}
structures:
  line: {shape: chain, members: [a, b, c, d], channel: mail}
  star: {shape: star, hub: b, members: [a, b, c, d], channel: mail}
injects:
  away: {at: 1d 10h, absence: {actor: b, lasts: 5h}}
  short: {at: 2d 10h, absence: {actor: b, staff: 1, lasts: 1d}}
  change: {at: 4d, structure: star}
  end: {at: 5d, end_link: {from: b, to: c}}
traffic:
  letters: {from: each, to: any_other, every: {on_average: 3h}, brings: letter}
  alarms: {from: a, to: d, every: 7h, brings: alarm}
"""


def test_letters_and_hand_offs_leave_the_same_journal() -> None:
    """A barrier that never bites makes every way one that only a hand-off can go."""
    slow = play(BUSY % ", barriers: {lossy_channel: {loss: 0%}}")
    fast = play(BUSY % "")
    assert written(slow) == written(fast)
    assert len(fast.journal) > 500


def test_traffic_on_free_links_does_go_as_letters() -> None:
    exercise = Exercise(scenario_of(BUSY % ""))
    exercise.advance(2 * 24 * 3_600_000)
    assert {type(each) for each in (*exercise.letters, *exercise.open_handoffs.values())} == {Letter}


def _slow(lane: Lane, *arguments: object, **named: object) -> None:
    _FAST(lane, *arguments, **named)  # type: ignore[arg-type] # whatever a lane is made of
    lane.is_free = False


_FAST = Lane.__init__


@lawful
@given(scenarios)
def test_no_city_can_tell_letters_from_hand_offs(tree: Tree) -> None:
    fast = written(Exercise(read(tree)).run())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Lane, "__init__", _slow)
        assert written(Exercise(read(tree)).run()) == fast
