"""Luck belongs to keys: every draw is the number that its purpose, its people, its item and its count give."""

from __future__ import annotations

from tabletop.engine import Exercise
from tabletop.engine.moments import ASKS
from tabletop.model.amount import parse_amount
from tabletop.model.chance import Chance, draw, text_key
from tabletop.model.journal import Decided, HandedOn, Handled, Injected, Journal, Stopped
from tests.engine.stories import play, scenario_of

SEED, REPLICATION = 7, 3
VARIES = {"on_average": "1h"}
AMOUNT = parse_amount(VARIES)
ORIGIN = "inject/post/news"


def chance(purpose: str, who: str, whom: str = "", *, what: str = ORIGIN, count: int = 0) -> float:
    """Return the draw that the table of the semantics gives."""
    return draw(Chance(SEED, REPLICATION).prefix(purpose, who, whom), text_key(what), count)


def journal(text: str, structure: str | None = None) -> Journal:
    return Exercise(scenario_of(text), structure, seed=SEED, replication=REPLICATION).run().journal


PAIR = """
information: {news: {}}
actors: {a: {handling: {on_average: 1h}}, b: {handling: {on_average: 1h}}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {mail: {delay: {on_average: 1h}}, table: {delay: {on_average: 1h}}}
structures:
  mail: {links: [{from: a, to: b, channel: mail}]}
  other: {links: [{between: [a, b], channel: table}]}
"""
POST = "injects: {post: {at: 0h, to: a, brings: news}}\n"


def test_handling_is_drawn_for_an_actor_and_an_item() -> None:
    visits = [entry for entry in journal(PAIR + POST) if isinstance(entry, Handled)]
    assert [(entry.actor, entry.handling) for entry in visits] == [
        ("a", AMOUNT.at(chance("handling", "a"))),
        ("b", AMOUNT.at(chance("handling", "b"))),
    ]


def test_the_delay_of_a_channel_is_drawn_for_sender_and_receiver_whatever_the_channel() -> None:
    for structure in ("mail", "other"):
        (crossing,) = [entry for entry in journal(PAIR + POST, structure) if isinstance(entry, HandedOn)]
        assert crossing.account[0] == ("delay", AMOUNT.at(chance("channel.delay", "a", "b")))


def test_a_second_crossing_of_the_same_pair_has_luck_of_its_own() -> None:
    text = PAIR.replace("channel: mail}", "channel: mail, else: table, after: 1ms}")
    crossings = [entry for entry in journal(text + POST, "mail") if isinstance(entry, HandedOn)]
    delays = {entry.channel: dict(entry.account)["delay"] for entry in crossings}
    assert delays == {
        "mail": AMOUNT.at(chance("channel.delay", "a", "b")),
        "table": AMOUNT.at(chance("channel.delay", "a", "b", count=ASKS)),
    }
    assert ASKS == 65_536


def test_what_comes_again_takes_its_share_of_the_same_draw() -> None:
    text = PAIR.replace("channel: mail}", "channel: mail, else: table, after: 1ms}")
    visits = [
        entry for entry in journal(text + POST, "mail") if isinstance(entry, Handled) and entry.actor == "b"
    ]
    work = AMOUNT.at(chance("handling", "b"))
    assert [(entry.work, entry.handling) for entry in visits] == [
        ("item", work),
        ("repeat", int(work * 0.1 + 0.5)),
    ]


def test_a_barrier_draws_anew_at_each_ask_that_it_answered() -> None:
    """It is asked once for each time that it let the item pass or found it lost, and once more."""
    text = PAIR + "barriers: {gone: {kind: lossy_channel, loss: 70%, noticed_after: 1h}}\n" + POST
    (crossing,) = [entry for entry in journal(text) if isinstance(entry, HandedOn)]
    losses = sum(cause == "gone:lost" for cause, _ in crossing.account)
    asks = [chance("gone.lost", "a", "b", count=ask) < 0.7 for ask in range(losses + 1)]
    assert asks == [True] * losses + [False]
    assert losses > 0


def test_waiting_for_an_outage_draws_nothing_new() -> None:
    lossy = "barriers: {gone: {kind: lossy_channel, loss: 70%, noticed_after: 1h}, outage: {"
    quiet, broken = (
        next(
            entry.account
            for entry in journal(PAIR + lossy + words + "}}\n" + POST)
            if isinstance(entry, HandedOn)
        )
        for words in ("", "down: [{at: 0h, lasts: 1d}]")
    )
    assert [part for part in broken if part[0] != "outage:channel_down"] == list(quiet)
    assert len(broken) == len(quiet) + 1


def test_a_decision_takes_as_long_whoever_does_it() -> None:
    work = AMOUNT.at(chance("decision.work", "agree", what="agree"))
    for actor in "ab":
        text = PAIR + f"decisions: {{agree: {{by: {actor}, takes: {{on_average: 1h}}}}}}"
        (decided,) = [entry for entry in journal(text) if isinstance(entry, Decided)]
        assert decided.at == work


def test_gaps_of_traffic_are_drawn_for_the_stream_and_its_sender() -> None:
    text = PAIR + "traffic: {letters: {from: a, to: b, every: {on_average: 1h}, brings: news, items: 3}}"
    sent = sorted(entry.since for entry in journal(text) if isinstance(entry, HandedOn))
    prefix = Chance(SEED, REPLICATION).prefix("traffic.gap", "letters", "a")
    gaps = [AMOUNT.at(draw(prefix, 0, count)) for count in range(3)]
    assert sent == [sum(gaps[: count + 1]) for count in range(3)]


def test_gaps_and_work_of_routine_work_are_drawn_for_the_actor() -> None:
    load = "{workload: {every: {on_average: 1h}, takes: {on_average: 1h}}, staff: 99, "
    visits = [entry for entry in journal(PAIR.replace("a: {", f"a: {load}")) if isinstance(entry, Handled)]
    first = next(entry for entry in sorted(visits, key=lambda entry: entry.arrived))
    root = Chance(SEED, REPLICATION)
    assert first.arrived == AMOUNT.at(draw(root.prefix("workload.gap", "a"), 0, 0))
    assert first.handling == AMOUNT.at(draw(root.prefix("workload.work", "a"), 0, 0))


def test_of_any_other_the_candidate_with_the_greatest_draw_is_chosen() -> None:
    text = PAIR.replace("b: {", "c: {}, d: {}, b: {") + (
        "traffic: {letters: {from: a, to: any_other, among: [a, b, c, d], every: 1h, brings: news, items: 20}}"
    )
    for entry in journal(text):
        if isinstance(entry, HandedOn | Stopped):
            count = int(entry.origin.rpartition("/")[2])
            draws = {who: chance("traffic.any_other", who, what=entry.origin, count=count) for who in "bcd"}
            assert entry.receiver == max(draws, key=draws.__getitem__)


def test_the_wait_of_an_inject_is_drawn_for_the_inject() -> None:
    text = PAIR + POST.replace("}}", "}, more: {after: post, wait: {on_average: 1h}}}")
    (more,) = [entry for entry in journal(text) if isinstance(entry, Injected) and entry.inject == "more"]
    assert more.at == AMOUNT.at(chance("inject.wait", "more", what="more"))


def test_another_seed_or_replication_is_other_luck() -> None:
    scenario = scenario_of(PAIR + POST)
    ends = {
        Exercise(scenario, seed=seed, replication=replication).run().journal
        for seed, replication in ((1, 0), (1, 1), (2, 0), (-1, 0), (2**70, 0))
    }
    assert len(ends) == 5
    assert play(PAIR + POST, seed=1).journal in ends
