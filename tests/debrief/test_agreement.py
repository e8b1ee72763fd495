"""The sheet to sign says who tells whom what today, by which way, and leaves room for what is agreed."""

from __future__ import annotations

from tabletop.debrief.agreement import agreement, sources
from tabletop.reading import load
from tests.debrief.tiny import scenario


def test_a_telling_has_its_way_and_fallback_and_what_it_is_due() -> None:
    lines = agreement(load("kumanovo_cat"), "cat").tellings
    first = next(
        each
        for each in lines
        if str(each.kind) == "Concern about a pupil" and str(each.sender) == "Secondary school"
    )
    said = [str(each) for each in (first.receiver, first.holders, first.way, first.fallback, first.due)]
    assert said == [
        "Coordinator of the team",
        "Municipal prevention office",
        "E-mail",
        "Telephone",
        "within 1\u00a0day",
    ]


def test_a_way_over_others_names_each_step() -> None:
    lines = agreement(load("kumanovo_cat"), "cat").tellings
    coach = next(each for each in lines if str(each.kind) == "What the coach noticed")
    assert str(coach.way) == "Telephone to Municipal prevention office, then E-mail"


def test_what_no_link_carries_says_so() -> None:
    words = scenario("""
tabletop: 1
title: Apart
clock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 1h}
information: {word: {}}
actors: {one: {}, two: {}}
roles: {reader: {held_by: two, needs: [word]}}
channels: {post: {}}
structures: {apart: {links: [{from: two, to: one, channel: post}]}}
injects: {said: {at: 0h, to: one, brings: word}}
""")
    (line,) = agreement(words, "apart").tellings
    assert (str(line.way), line.has_way, str(line.due)) == ("no way leads there", False, "")


def test_who_decides_and_who_stands_in_is_the_scenarios() -> None:
    lines = {str(each.work): each for each in agreement(load("kumanovo_cat"), "cat").decidings}
    assert len(lines) == len(load("kumanovo_cat").works)
    conference = lines["Case conference"]
    assert (str(conference.by), str(conference.deputies)) == (
        "Coordinator of the team",
        "Centre for social work",
    )
    assert str(lines["Is anybody in danger now?"].deputies) == ""


def test_everybody_who_holds_a_role_signs_once() -> None:
    words = load("kumanovo_cat")
    signing = [each.text for each in agreement(words, "cat").signatures]
    assert (
        len(signing)
        == len(set(signing))
        == len({actor for role in words.roles.values() for actor in role.held_by})
    )


def test_the_source_of_a_kind_is_who_is_given_it_or_whose_work_tells_it() -> None:
    words = load("kumanovo_cat")
    assert sources(words, "concern") == ("school", "police")
    assert sources(words, "plan") == ("municipality",)
