"""The sheet to sign says who tells whom what today, by which way, and leaves room for what is agreed, on one page."""

from __future__ import annotations

from tabletop.debrief.agreement import MOST_NAMED, AgreedLine, agreement
from tabletop.reading import load
from tests.debrief.tiny import scenario

APART = """
tabletop: 1
title: Apart
clock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 1h}
information: {word: {}}
actors: {one: {}, two: {}}
roles: {reader: {held_by: two, needs: [word]}}
channels: {post: {}}
structures: {apart: {links: [{from: two, to: one, channel: post}]}}
injects: {said: {at: 0h, to: one, brings: word}}
"""


def lines(name: str, structure: str) -> dict[tuple[str, str], list[AgreedLine]]:
    """Return the lines of a shipped scenario's sheet, by who tells what."""
    found: dict[tuple[str, str], list[AgreedLine]] = {}
    for teller in agreement(load(name), structure).tellers:
        for each in teller.lines:
            found.setdefault((str(teller.who), str(each.what)), []).append(each)
    return found


def test_a_line_has_its_way_and_fallback_and_by_when() -> None:
    first = lines("kumanovo_cat", "cat")["Secondary school", "Concern about a pupil"][0]
    assert [str(each).replace("\u00a0", " ") for each in (first.to, first.way, first.fallback)] == [
        "Municipal prevention office (within 1 day, for no. 9)",
        "E-mail",
        "Telephone",
    ]


def test_those_who_are_told_the_same_way_stand_in_one_line() -> None:
    """The meeting of the case group tells four at once, those with the same deadline together."""
    (said,) = lines("kumanovo_cat", "cat")["Police prevention unit", "Concern about a pupil"]
    assert str(said.to).replace("\u00a0", " ") == (
        "Municipal prevention office (within 1 day, for no. 9); "
        "Centre for social work and Youth counselling at the health centre (for no. 4); "
        "Secondary school (for no. 1 and 7)"
    )
    assert str(said.way) == "Meeting of the case group"


def test_a_way_over_others_names_each_step_and_one_channel_only_once() -> None:
    found = lines("kumanovo_cat", "cat")
    (coach,) = found["Sports club", "What the coach noticed"]
    assert str(coach.way) == "Telephone to Municipal prevention office, then E-mail"
    begun = found["Youth organisation", "Word that the support has begun"]
    assert "E-mail by way of Municipal prevention office" in [str(each.way) for each in begun]


def test_many_holders_of_a_role_stand_as_that_role_and_sign_copies() -> None:
    sheet = agreement(load("sindh_apex"), "apex")
    (teller,) = (each for each in sheet.tellers if str(each.who) == "Information department")
    (line,) = teller.lines
    assert str(line.to).replace("\u00a0", " ") == "Leads in the districts, 29 partners (within 13 days)"
    assert "one of 6 partners in between" in str(line.way)
    last = sheet.signatures[-1]
    assert (str(last.who), str(last.roles)) == ("Leads in the districts, 29 partners", "each signs a copy")


def test_what_no_link_carries_says_so() -> None:
    ((line,),) = (each.lines for each in agreement(scenario(APART), "apart").tellers)
    assert (str(line.way), line.has_way, str(line.to)) == ("no way leads there", False, "two")


def test_who_decides_and_who_stands_in_is_the_scenarios() -> None:
    words = load("kumanovo_cat")
    sheet = {str(each.work): each for each in agreement(words, "cat").decidings}
    assert len(sheet) == len(words.works)
    conference = sheet["Case conference"]
    assert (conference.number, str(conference.by), str(conference.deputies)) == (
        9,
        "Municipal prevention office",
        "Centre for social work",
    )
    assert str(sheet["Is anybody in danger now?"].deputies) == ""


def test_everybody_who_tells_or_holds_a_role_signs_once() -> None:
    words = load("nyc_ophc")
    sheet = agreement(words, "committee")
    few = {
        words.actors[actor].title
        for role in words.roles.values()
        for actor in role.held_by
        if len(role.held_by) <= MOST_NAMED
    }
    signing = [str(each.who) for each in sheet.signatures]
    assert len(signing) == len(set(signing))
    assert few <= set(signing)
    assert {"Public libraries", "Public transport", "Mayor's office"} <= set(signing)


def test_what_one_page_does_not_hold_is_said_and_stands_after_it() -> None:
    """What a deadline or a decision hangs on comes first, and the page says how many lines it does not hold."""
    whole = agreement(load("kumanovo_cat"), "cat")
    assert (whole.further, whole.left_out) == ((), "")
    sheet = agreement(load("major_incident"), "at_the_scene")
    shown = sum(len(each.lines) for each in sheet.tellers)
    rest = sum(len(each.lines) for each in sheet.further)
    assert rest > 0
    assert sheet.left_out == f"{rest} more lines had no room on the sheet; they stand after it."
    assert shown > rest / 2
    assert all("(" in str(line.to) for each in sheet.tellers for line in each.lines)


def test_a_page_with_room_to_spare_gives_it_to_the_hand_that_writes() -> None:
    full, empty = agreement(load("kumanovo_cat"), "cat"), agreement(load("first_steps"), "table")
    assert full.air < empty.air
