"""How the engine obeys the verdicts of barriers: who is asked when, what is paid once, what is remembered."""

from __future__ import annotations

from typing import ClassVar

import pytest

from tabletop.barriers import BARRIERS
from tabletop.model.barrier import STAGES, Barrier, Moment, Stage, Wordings
from tabletop.model.item import Item
from tabletop.model.journal import Stopped
from tabletop.model.verdict import Passed
from tests.engine.stories import handoffs, known, play, visits

ONE_LINK = """
information: {news: {}}
actors: {a: {sector: one, form: note}, b: {sector: two, form: report, handling: 10m}, officer: {}}
roles: {reader: {held_by: b, needs: [news]}}
structures: {s: {links: [{from: a, to: b, channel: mail}]}}
"""
POST = "injects: {post: {at: 0h, to: a, brings: news}}\n"


def test_barriers_are_asked_in_the_order_of_their_registry() -> None:
    order = [(STAGES.index(barrier.stage), barrier.rank) for barrier in BARRIERS.values()]
    assert order == sorted(order)
    assert len(set(order)) == len(order)


def test_the_channel_must_work_before_anything_can_be_lost_on_it() -> None:
    """Declared the other way round, the mail still waits for the channel first, and is then lost unnoticed."""
    record = play(
        ONE_LINK
        + "channels: {mail: {barriers: {lossy_channel: {loss: 100%}, outage: {down: [{at: 0h, lasts: 2h}]}}}}\n"
        + POST
    )
    assert handoffs(record) == ["0:00-2:00 a>b: stopped never_noticed after mail.outage:channel_down 120m"]


def test_the_channels_delay_is_paid_once_by_the_sending_that_arrives() -> None:
    record = play(
        ONE_LINK
        + "channels: {mail: {delay: 1h, barriers: {lossy_channel: {loss: 50%, noticed_after: 1d}}}}\n"
        + POST,
        seed=3,
    )
    lost = "mail.lossy_channel:lost 1440m, "
    assert [line.replace(lost, "") for line in handoffs(record)] == [
        f"0:00-{handoffs(record)[0].count(lost) * 24 + 1}:10 a>b: delay 60m, handling 10m"
    ]


def test_after_a_failed_try_the_stage_is_asked_again_from_its_first_barrier() -> None:
    """A call that was answered and then lost waits for duty again when the loss is noticed at night."""
    record = play(
        ONE_LINK.replace("handling: 10m", "hours: 08:00-16:00")
        + """
channels:
  mail:
    barriers: {unanswered_call: {answered: 100%}, lossy_channel: {loss: 100%, noticed_after: 10h, tries: 2}}
injects: {post: {at: 8h, to: a, brings: news}}
"""
    )
    assert handoffs(record) == [
        (
            "8:00-32:00 a>b: stopped given_up after mail.lossy_channel:lost 600m, "
            "mail.unanswered_call:waiting_for_duty 840m"
        )
    ]
    assert [entry.sender_learns for entry in record.journal if isinstance(entry, Stopped)] == [42 * 3_600_000]


def test_who_hesitates_knows_the_role_already() -> None:
    """Trust needs several tries; the role that was clear at the first is clear at all of them."""
    record = play(
        ONE_LINK
        + "channels: {mail: {}}\n"
        + "barriers: {trust: {otherwise: 0%, tries: 40, hesitates: 1m}, unclear_role: {knows: 50%}}\n"
        + "".join(f"{line}\n" for line in ("injects:", *_posts(20)))
    )
    ends = [line.split(": ", 1)[1].split(" after ")[0] for line in handoffs(record)]
    assert sorted(set(ends)) == ["stopped never_reminded", "stopped withheld"]
    assert len(ends) == 20


def _posts(count: int) -> list[str]:
    return [f"  post_{n}: {{at: {n}h, to: a, brings: news}}" for n in range(count)]


def test_a_reminder_about_a_kind_lasts() -> None:
    record = play(
        ONE_LINK
        + "channels: {mail: {}}\nbarriers: {unclear_role: {knows: 0%, reminded_after: 2h}}\n"
        + "injects: {one: {at: 0h, to: a, brings: news}, two: {at: 3h, to: a, brings: news}}"
    )
    assert handoffs(record) == [
        "0:00-2:10 a>b: unclear_role:unclear 120m, handling 10m",
        "3:00-3:10 a>b: handling 10m",
    ]


def test_working_culture_holds_once_however_often_trust_is_tried() -> None:
    record = play(
        ONE_LINK
        + "channels: {mail: {}}\n"
        + "barriers: {working_culture: {hesitates: 4h}, trust: {otherwise: 30%, hesitates: 1h, tries: 99}}\n"
        + POST,
        seed=3,
    )
    (line,) = handoffs(record)
    assert line.count("working_culture:another_profession 240m") == 1
    assert line.count("trust:hesitation 60m") == 4


def test_a_form_is_converted_once_at_the_senders_desk_and_loses_details() -> None:
    record = play(
        ONE_LINK
        + """
channels: {mail: {barriers: {lossy_channel: {loss: 60%, noticed_after: 1h}}}}
barriers: {format_mismatch: {work: 30m, keeps: 85%}}
injects: {post: {at: 0h, to: a, brings: news}}
""",
        seed=4,
    )
    assert visits(record.journal, "a") == ["0:00-0:00 item", "0:00-0:30 conversion: handling 30m"]
    assert "mail.lossy_channel:lost" in handoffs(record)[0]
    assert known(record)[-1].endswith("b news 0.85")


def test_an_approval_is_work_at_the_approvers_desk() -> None:
    record = play(
        ONE_LINK.replace("officer: {}", "officer: {hours: 09:00-13:00}")
        + "channels: {mail: {}}\nbarriers: {legal_gate: {approver: officer, work: 2h, redacts: {chance: 100%, keeps: 60%}}}\n"
        + POST
    )
    assert visits(record.journal, "officer") == ["0:00-11:00 approval: shut 540m, handling 120m"]
    assert handoffs(record) == ["0:00-11:10 a>b: legal_gate:approval 660m, handling 10m"]
    assert known(record)[-1] == "11:10 b news 0.6"


GATE = "barriers: {legal_gate: {approver: officer, work: 5h, workaround: {chance: 100%, after: 3h}}}\n"


def test_an_approval_that_takes_too_long_is_gone_round_and_taken_back_from_the_desk() -> None:
    record = play(ONE_LINK + "channels: {mail: {}}\n" + GATE + POST)
    assert visits(record.journal, "officer") == ["0:00-3:00 approval: handling 180m"]
    assert handoffs(record) == ["0:00-3:10 a>b: legal_gate:approval 180m, handling 10m"]


def test_an_approval_that_ends_when_the_patience_does_is_still_awaited() -> None:
    record = play(ONE_LINK + "channels: {mail: {}}\n" + GATE.replace("5h", "3h") + POST)
    assert handoffs(record) == ["0:00-3:10 a>b: legal_gate:approval 180m, handling 10m"]
    assert not [entry for entry in record.journal if type(entry).__name__ == "Breach"]


def test_a_request_that_nobody_waits_for_any_longer_takes_nobodys_time() -> None:
    record = play(
        ONE_LINK.replace("officer: {}", "officer: {hours: 09:00-13:00}")
        + "channels: {mail: {}}\n"
        + GATE
        + POST
    )
    assert visits(record.journal, "officer") == []
    assert handoffs(record) == ["0:00-3:10 a>b: legal_gate:approval 180m, handling 10m"]


def test_a_full_inbox_counts_what_waits_and_not_what_is_in_work() -> None:
    record = play(
        ONE_LINK.replace("handling: 10m", "handling: 1h, inbox: 1")
        + "channels: {mail: {}}\n"
        + "injects: {one: {at: 0h, to: a, brings: news}, two: {at: 1m, to: a, brings: news}, three: {at: 2m, to: a, brings: news}}"
    )
    assert handoffs(record) == [
        "0:02-0:02 a>b: stopped turned_away",
        "0:00-1:00 a>b: handling 60m",
        "0:01-2:00 a>b: queue 59m, handling 60m",
    ]


def test_what_is_discounted_goes_behind_all_that_waits_whatever_its_priority() -> None:
    record = play("""
information: {news: {}, alarm: {priority: urgent}}
actors: {a: {}, c: {}, b: {handling: 1h}}
roles: {reader: {held_by: b, needs: [news, alarm]}}
channels: {mail: {}}
structures: {s: {links: [{from: [a, c], to: b, channel: mail}]}}
barriers: {discounting: {from: c}}
injects:
  one: {at: 0h, to: a, brings: news}
  two: {at: 1m, to: c, brings: alarm}
  three: {at: 2m, to: a, brings: news}
""")
    assert [line.split()[1] for line in handoffs(record)] == ["a>b:", "a>b:", "c>b:"]


def test_reading_back_takes_time_after_the_desk() -> None:
    record = play(
        ONE_LINK
        + "channels: {mail: {medium: voice, barriers: {retelling: {read_back: true, takes: 1m, catches: 50%}}}}\n"
        + POST
    )
    assert handoffs(record) == ["0:00-0:11 a>b: handling 10m, mail.retelling:read_back 1m"]
    assert known(record)[-1] == "0:11 b news 0.74"


def test_of_entries_with_one_name_the_most_specific_stands() -> None:
    """Link before channel before actor before scenario; another name adds up."""
    layers = {
        "scenario": "barriers: {wait: {kind: working_culture, hesitates: 1h}, more: {kind: working_culture, hesitates: 1m}}\n",
        "actor": "barriers: {wait: {kind: working_culture, hesitates: 2h}}, ",
        "channel": "barriers: {wait: {kind: working_culture, hesitates: 3h}}",
        "link": ", barriers: {wait: {kind: working_culture, hesitates: 4h}}",
    }

    def play_with(*names: str) -> str:
        said = {name: text if name in names else "" for name, text in layers.items()}
        text = ONE_LINK.replace("a: {sector", f"a: {{{said['actor']}sector")
        text = text.replace("channel: mail}", f"channel: mail{said['link']}}}")
        return handoffs(
            play(text + f"channels: {{mail: {{{said['channel']}}}}}\n" + said["scenario"] + POST)
        )[0]

    assert play_with("scenario") == (
        "0:00-1:11 a>b: wait:another_profession 60m, more:another_profession 1m, handling 10m"
    )
    assert "a.wait:another_profession 120m, more" in play_with("scenario", "actor")
    assert "mail.wait:another_profession 180m, more" in play_with("scenario", "actor", "channel")
    assert "s.0.wait:another_profession 240m, more" in play_with("scenario", "actor", "channel", "link")


def test_a_lifted_barrier_is_not_asked_by_key_by_place_or_by_kind() -> None:
    text = (
        ONE_LINK
        + "channels: {mail: {barriers: {working_culture: {hesitates: 1h}}}}\n"
        + "barriers: {slow: {kind: working_culture, hesitates: 2h}}\n"
        + POST
        + "interventions: {key: {lift: [slow]}, place: {lift: [mail.working_culture]}, kind: {lift: [working_culture]}}"
    )
    assert [handoffs(play(text, interventions=(name,)))[0] for name in ("key", "place", "kind")] == [
        "0:00-1:10 a>b: mail.working_culture:another_profession 60m, handling 10m",
        "0:00-2:10 a>b: slow:another_profession 120m, handling 10m",
        "0:00-0:10 a>b: handling 10m",
    ]


class Witness(Barrier):
    """Sees everything that arrives, and lets it pass."""

    kind: ClassVar[str] = "witness"
    stage: ClassVar[Stage] = Stage.taken_in
    wordings: ClassVar[Wordings] = Wordings(helps="Nothing.")
    seen: ClassVar[list[Moment]] = []

    def judge(self, item: Item, moment: Moment) -> Passed:  # noqa: ARG002 - it only looks
        self.seen.append(moment)
        return Passed()


def test_what_a_barrier_is_shown_is_of_its_own_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries that failed on the channel are none at the receiver's door, where the item has only just arrived."""
    monkeypatch.setitem(BARRIERS, "witness", Witness)
    record = play(
        ONE_LINK
        + "channels: {mail: {delay: 1h, barriers: {lossy_channel: {loss: 60%, noticed_after: 1h}}}}\n"
        + "barriers: {witness: {}}\n"
        + POST,
        seed=4,
    )
    assert "mail.lossy_channel:lost" in handoffs(record)[0]
    (moment,) = Witness.seen
    assert (moment.tries, moment.bites, moment.since, moment.waiting) == (0, 0, moment.now, 0)
    assert (moment.sender, moment.receiver, moment.channel, moment.medium) == ("a", "b", "mail", "print")


def test_whoever_acts_for_the_approvers_role_approves() -> None:
    record = play(
        ONE_LINK.replace("officer: {}", "officer: {}, deputy: {}").replace(
            "roles: {", "roles: {approver: {held_by: officer, deputy: deputy}, "
        )
        + "channels: {mail: {}}\nbarriers: {legal_gate: {approver: approver, work: 2h}}\n"
        + POST.replace("injects: {", "injects: {away: {at: 0h, absence: {actor: officer, lasts: 1d}}, ")
    )
    assert visits(record.journal, "deputy") == ["0:00-2:00 approval: handling 120m"]
