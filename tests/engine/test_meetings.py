"""Meetings: items wait for a session, all who sit in it hear them, and it keeps one person of each from the desk."""

from __future__ import annotations

from tabletop.model.journal import Exposure, SessionHeld
from tabletop.model.record import Record
from tests.engine.stories import clock, handoffs, known, play, visits

COMMITTEE = """
information: {{news: {{sensitive: personal}}, other: {{}}, alarm: {{priority: urgent}}}}
actors: {{a: {{{a}}}, b: {{{b}}}, c: {{handling: 1h}}}}
roles: {{reader: {{held_by: b, needs: [news, other, alarm]}}}}
channels: {{table: {{barriers: {{periodic_meeting: {{every: 1d, first: 10h, lasts: 2h{words}}}}}}}}}
structures: {{s: {{links: [{{among: [a, b, c], channel: table}}]}}}}
injects: {{{injects}}}
"""


def meet(injects: str, *, words: str = "", a: str = "", b: str = "handling: 1h") -> Record:
    """Play injects in a committee of three that sits every day from ten to twelve."""
    return play(COMMITTEE.format(injects=injects, words=words, a=a, b=b))


def sessions(record: Record) -> list[str]:
    return [
        f"{clock(entry.at)}-{clock(entry.ends)} {' '.join(entry.present)}{' extra' if entry.extra else ''}"
        for entry in record.journal
        if isinstance(entry, SessionHeld)
    ]


def test_an_item_waits_for_the_next_session_and_is_known_at_its_end_without_desk_time() -> None:
    record = meet("post: {at: 8h, to: a, brings: news}")
    assert handoffs(record) == ["8:00-12:00 a>b: table.periodic_meeting:next_session 120m, session 120m"]
    assert visits(record.journal, "b") == []
    assert sessions(record)[0] == "10:00-12:00 a b c"
    assert len(sessions(record)) == 10


def test_what_comes_while_a_session_is_open_passes_at_once() -> None:
    record = meet("post: {at: 11h, to: a, brings: news}", a="staff: 2")
    assert handoffs(record) == ["11:00-12:00 a>b: session 60m"]


def test_an_item_that_comes_to_somebody_who_sits_in_the_session_waits_at_the_desk() -> None:
    assert known(meet("post: {at: 11h, to: a, brings: news}"))[0] == "12:00 a news"


def test_what_comes_when_a_session_has_just_ended_waits_for_the_next() -> None:
    assert handoffs(meet("post: {at: 12h, to: a, brings: news}")) == [
        "12:00-36:00 a>b: table.periodic_meeting:next_session 1320m, session 120m"
    ]


def test_all_present_hear_it_and_whoever_does_not_need_it_is_exposed() -> None:
    record = meet("post: {at: 8h, to: a, brings: news}")
    assert known(record) == ["8:00 a news", "12:00 b news", "12:00 c news"]
    exposed = [entry for entry in record.journal if isinstance(entry, Exposure)]
    assert [(entry.at, entry.actor) for entry in exposed] == [(12 * 3_600_000, "c")]


def test_whoever_overhears_what_it_needs_further_on_knows_it_too() -> None:
    """C needs what is said to B, and has a hand-off of its own in the same session: it learns it once."""
    record = play(
        COMMITTEE.format(injects="post: {at: 8h, to: a, brings: news}", words="", a="", b="").replace(
            "held_by: b, ", "held_by: [b, c], acts: all, "
        )
    )
    assert known(record) == ["8:00 a news", "12:00 b news", "12:00 c news"]
    assert [line.split()[1] for line in handoffs(record)] == ["a>b:", "a>c:"]


def test_a_session_keeps_one_person_of_each_from_the_desk() -> None:
    """C is alone, and puts its work down for the two hours; B has somebody else who goes on."""
    record = meet(
        "one: {at: 9h 30m, to: c, brings: news}, two: {at: 9h 30m, to: b, brings: other}",
        b="handling: 1h, staff: 2",
    )
    assert visits(record.journal, "c") == ["9:30-12:30 item: queue 120m, handling 60m"]
    assert visits(record.journal, "b") == ["9:30-10:30 item: handling 60m"]


AGENDA = "one: {at: 8h, to: a, brings: news}, two: {at: 9h, to: a, brings: other}, three: {at: 9h 30m, to: a, brings: alarm}"


def test_a_full_agenda_takes_the_urgent_then_the_earlier_and_leaves_the_rest_for_the_next_session() -> None:
    assert handoffs(meet(AGENDA, words=", agenda: 2")) == [
        "9:30-12:00 a>b: table.periodic_meeting:next_session 30m, session 120m",
        "8:00-12:00 a>b: table.periodic_meeting:next_session 120m, session 120m",
        (
            "9:00-36:00 a>b: table.periodic_meeting:next_session 60m, "
            "table.periodic_meeting:agenda_full 1440m, session 120m"
        ),
    ]


def test_one_item_takes_one_place_on_the_agenda_however_many_hear_it() -> None:
    text = COMMITTEE.format(injects="post: {at: 8h, to: a, brings: news}", words=", agenda: 1", a="", b="")
    record = play(text.replace("held_by: b, ", "held_by: [b, c], acts: all, "))
    assert [line.split()[0] for line in handoffs(record)] == ["8:00-12:00", "8:00-12:00"]


def test_no_session_without_its_chair() -> None:
    """B chairs, is away on the first day, and nobody sits; the item waits for the second."""
    record = meet(
        "post: {at: 8h, to: a, brings: news}, away: {at: 9h, absence: {actor: b, lasts: 3h}}",
        words=", chairs: b",
    )
    assert sessions(record)[0] == "34:00-36:00 a b c"
    assert handoffs(record) == [
        (
            "8:00-36:00 a>b: table.periodic_meeting:next_session 120m, "
            "table.periodic_meeting:not_all_present 1440m, session 120m"
        )
    ]


def test_no_session_below_its_quorum() -> None:
    record = meet("away: {at: 9h, absence: {actor: b, lasts: 3h}}", words=", quorum: 3")
    assert len(sessions(record)) == 9


def test_whoever_is_off_duty_at_the_start_does_not_attend() -> None:
    record = meet("post: {at: 8h, to: a, brings: news}", b="hours: 11:00-16:00")
    assert set(sessions(record)) == {f"{n * 24 + 10}:00-{n * 24 + 12}:00 a c" for n in range(10)}
    assert handoffs(record)[0].endswith(
        "unfinished table.periodic_meeting:next_session 120m, "
        + ", ".join(["table.periodic_meeting:not_all_present 1440m"] * 9)
        + ", table.periodic_meeting:not_all_present 840m"
    )


EXTRA = ", extra_session: {for: urgent, notice: 3h}"


def test_an_urgent_item_convenes_an_extra_session_that_carries_it_alone() -> None:
    record = meet("call: {at: 13h, to: a, brings: alarm}, post: {at: 13h, to: a, brings: news}", words=EXTRA)
    assert sessions(record)[:3] == ["10:00-12:00 a b c", "16:00-18:00 a b c extra", "34:00-36:00 a b c"]
    assert handoffs(record) == [
        "13:00-18:00 a>b: table.periodic_meeting:extra_session_notice 180m, session 120m",
        "13:00-36:00 a>b: table.periodic_meeting:next_session 1260m, session 120m",
    ]


def test_an_extra_session_keeps_people_from_their_desks_too() -> None:
    record = meet(
        "call: {at: 13h, to: a, brings: alarm}, post: {at: 15h 30m, to: c, brings: other}", words=EXTRA
    )
    assert visits(record.journal, "c") == ["15:30-18:30 item: queue 120m, handling 60m"]


def test_on_summons_somebody_comes_only_for_what_concerns_it() -> None:
    """B comes when a matter for it has waited a day: not to the session of the first day, but to that of the second."""
    record = meet("post: {at: 8h, to: a, brings: news}", words=", on_summons: b, summons_notice: 1d", b="")
    assert handoffs(record) == [
        (
            "8:00-36:00 a>b: table.periodic_meeting:next_session 120m, "
            "table.periodic_meeting:not_all_present 1440m, session 120m"
        )
    ]
    assert sessions(record)[0] == "10:00-12:00 a c"


def test_a_meeting_of_the_channel_stands_in_place_of_one_of_the_scenario() -> None:
    """Of entries with one name the most specific stands, also for who is kept from the desk."""
    record = play(
        COMMITTEE.format(injects="", words="", a="", b="").replace("injects: {}", "")
        + "barriers: {periodic_meeting: {every: 1d, first: 20h, lasts: 1h}}"
    )
    assert {line.split()[0].split(":")[0] for line in sessions(record)} == {
        f"{n * 24 + 10}" for n in range(10)
    }


def test_a_committee_sits_only_under_the_structure_that_holds() -> None:
    record = play(
        COMMITTEE
        .format(injects="change: {at: 3d, structure: t}", words="", a="", b="")
        .replace("structures: {s:", "structures: {t: {shape: complete, channel: mail}, s:")
        .replace("channels: {", "channels: {mail: {}, "),
        "s",
    )
    assert len(sessions(record)) == 3
