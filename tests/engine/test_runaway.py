"""An exercise that never ends is stopped, and what loops in it is named."""

from __future__ import annotations

from typing import ClassVar

import pytest

from tabletop.barriers import BARRIERS
from tabletop.engine import handoff, tellings, timeline
from tabletop.engine.timeline import CONTROL, Happening, Timeline
from tabletop.errors import RunawayError
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.item import Item
from tabletop.model.verdict import Held
from tests.engine.stories import handoffs, play


class Turnstile(Barrier):
    """Turns, and turns again: nobody ever comes through."""

    kind: ClassVar[str] = "turnstile"
    stage: ClassVar[Stage] = Stage.carried
    wordings: ClassVar[Wordings] = Wordings(
        helps="Take it away.", held={"turning": Wording("turning", "It turns.")}
    )

    wait: int = 1
    """Milliseconds until it is asked again."""

    def judge(self, item: Item, moment: Moment) -> Held:  # noqa: ARG002 - it turns for everybody
        return Held(self.wait, "turning")


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BARRIERS, "turnstile", Turnstile)


PAIR = """
information: {news: {}}
actors: {a: {}, b: {}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {mail: {barriers: {turnstile: {wait: %s}}}}
structures: {s: {links: [{from: a, to: b, channel: mail}]}}
injects: {post: {at: 1h, to: a, brings: news}}
"""


def test_too_much_at_one_instant_is_stopped() -> None:
    """A hundred and fifty people who tell each other everything in no time at all."""
    with pytest.raises(RunawayError) as stopped:
        play("""
information: {news: {}}
actors: {start: {}, crowd: {copies: 150}}
channels: {shout: {}}
structures: {s: {shape: complete, channel: shout, sharing: everyone}}
injects: {post: {at: 1h, to: start, brings: news}}
""")
    assert str(stopped.value).startswith(
        "the exercise does not get past 3600000 ms after StartEx: over 10,000 events at one instant, "
        "the last being the hand-off of inject/post/news from crowd_"
    )


def test_too_many_events_in_all_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hold of a millisecond that never ends, five million of them made a thousand for the test."""
    assert timeline.MOST_EVENTS == 5_000_000
    monkeypatch.setattr(timeline, "MOST_EVENTS", 1_000)
    with pytest.raises(RunawayError) as stopped:
        play(PAIR % 1)
    assert str(stopped.value).startswith("the exercise has more than 1,000 events by 360")
    assert "the last being the hand-off of inject/post/news from a to b over mail" in str(stopped.value)


def test_a_hold_of_no_time_that_asks_again_is_refused_at_once() -> None:
    with pytest.raises(RunawayError) as stopped:
        play(PAIR % 0)
    assert str(stopped.value) == (
        "the barrier mail.turnstile holds the hand-off of inject/post/news from a to b over mail for no time at all"
    )


def test_an_item_crosses_at_most_a_thousand_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made ten for the test: in a chain of eleven it comes to the end, and in one of twelve it does not."""
    assert tellings.MOST_HOPS == 1_000
    monkeypatch.setattr(tellings, "MOST_HOPS", 10)
    text = """
information: {news: {}}
actors: {crowd: {copies: %d}}
roles: {reader: {held_by: crowd_%d, needs: [news]}}
channels: {mail: {}}
structures: {s: {shape: chain, members: [crowd], channel: mail}}
injects: {post: {at: 1h, to: crowd_1, brings: news}}
"""
    assert len(handoffs(play(text % (11, 11)))) == 10
    with pytest.raises(
        RunawayError, match=r"is the 11th link that it crosses; an item may cross at most 10 links$"
    ):
        play(text % (12, 12))


def test_what_is_sent_again_for_ever_is_stopped_with_what_to_do_about_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fifty thousand tries made a hundred for the test: three hours of a minute each are enough."""
    assert handoff.MOST_TRIES == 50_000
    monkeypatch.setattr(handoff, "MOST_TRIES", 100)
    with pytest.raises(RunawayError) as stopped:
        play(PAIR.replace("turnstile: {wait: %s}", "lossy_channel: {loss: 100%%, noticed_after: 1m}") % ())
    assert str(stopped.value) == (
        "the hand-off of inject/post/news from a to b over mail has failed 100 times at mail.lossy_channel, which seems "
        "to let nothing through; make that less certain, the time between two tries longer, or the tries fewer"
    )


def test_decisions_and_injects_that_follow_each_other_end_by_themselves() -> None:
    """Each happens once, so that the circle closes once."""
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}}
channels: {mail: {}}
structures: {s: {links: [{between: [a, b], channel: mail}]}}
injects:
  post: {at: 1h, to: a, brings: news}
  more: {after: agree, to: a, brings: news}
decisions: {agree: {by: a, needs: [news], tells: news}}
""")
    assert [entry.at for entry in record.journal if hasattr(entry, "at_deadline")] == [3_600_000]


class Bell(Happening):
    def happen(self) -> None:
        pass


@pytest.mark.parametrize("when", [1.0, float("nan"), float("inf"), -1, True, "1", None])
def test_only_a_whole_number_of_milliseconds_that_is_not_past_can_be_scheduled(when: object) -> None:
    with pytest.raises(ValueError, match="cannot schedule bell at"):
        Timeline().at(when, CONTROL, Bell())  # type: ignore[arg-type] # that is what is refused


def test_a_play_that_was_broken_off_can_be_taken_up_again() -> None:
    agenda, seen = Timeline(), list[int]()

    class Call(Happening):
        def happen(self) -> None:
            seen.append(agenda.now)
            if len(seen) == 1:
                raise KeyboardInterrupt

    for when in (5, 7, 20):
        agenda.at(when, CONTROL, Call())
    with pytest.raises(KeyboardInterrupt):
        agenda.play_before(10)
    agenda.play_before(15)
    assert (seen, agenda.now) == ([5, 7], 15)
    agenda.play_before(21)
    assert seen == [5, 7, 20]
