"""A sheet names nothing that is another role's to read."""

from __future__ import annotations

import re

import pytest

from tabletop.debrief import html, markdown
from tabletop.debrief.observed.notes import Notes, RoomNote
from tabletop.debrief.printing import documents
from tabletop.debrief.roles.reader import Reader, reader_of, readers
from tabletop.debrief.roles.view import RoleView, role_view
from tabletop.debrief.story import Story
from tabletop.debrief.view import marking
from tabletop.engine import run
from tabletop.errors import UsageError
from tabletop.reading import Source, read
from tests.debrief.told import conduct, story

HIDDEN = "Zebra"
"""A word that stands in the title of the one kind that is not for everybody."""

WORDS = f"""
tabletop: 1
title: A secret
clock: {{starts: 2026-03-02 08:00, time_zone: UTC, lasts: 5d}}
information:
  concern: {{title: Concern}}
  background: {{title: {HIDDEN} background, sensitive: operational, authorised: [police, office]}}
  plan: {{title: Plan}}
actors:
  school: {{title: School}}
  office: {{title: Office}}
  police: {{title: Police}}
  mentor: {{title: Youth group}}
roles:
  lead: {{title: Lead, held_by: office, needs: [concern, background]}}
  referrer: {{title: Referrer, held_by: school, needs: [plan]}}
  guide: {{title: Guide, held_by: mentor, needs: [concern, plan]}}
  officer: {{title: Officer, held_by: police}}
channels: {{post: {{title: Post, delay: 30m}}}}
structures:
  all: {{title: All to all, sharing: everyone, links: [{{among: [school, office, police, mentor], channel: post}}]}}
injects:
  seen: {{at: 0h, to: school, brings: concern, title: The concern}}
  found: {{at: 1h, to: police, brings: background, title: {HIDDEN} found}}
tasks:
  look: {{title: {HIDDEN} look-up, by: officer, needs: [background], takes: 1h}}
decisions:
  meet: {{title: Conference, by: lead, needs: [concern, background], takes: 1h, tells: [plan]}}
"""


def secret() -> Story:
    """An exercise in which everybody came to know what two are authorised for."""
    return Story(run(read(Source("secret", "secret.yaml", WORDS.encode()))))


def sheet(told: Story, role: str) -> RoleView:
    return role_view(reader_of(told, role), marking=marking(told.scenario))


@pytest.mark.parametrize("role", ["referrer", "guide"])
def test_what_came_to_those_not_authorised_is_counted_but_never_named(role: str) -> None:
    told = secret()
    assert all(told.chronicle.first_known(actor, "background") for actor in ("school", "mentor"))
    view = sheet(told, role)
    page = html.printed("role.html.j2", view, language="en")
    text = markdown.printed("role.md.j2", view, language="en")
    assert HIDDEN not in page
    assert HIDDEN not in text
    assert "1 more thing came to be known here that is not for this role; it is not named." in text


@pytest.mark.parametrize("role", ["lead", "officer"])
def test_those_who_are_authorised_and_need_it_or_had_it_first_read_it(role: str) -> None:
    told = secret()
    assert f"{HIDDEN} background" in markdown.printed("role.md.j2", sheet(told, role), language="en")


def test_a_decision_made_from_what_must_not_be_read_is_not_named() -> None:
    text = markdown.printed("role.md.j2", sheet(secret(), "referrer"), language="en")
    assert "“Concern” was part of a decision on" in text
    assert "Conference" not in text


def test_what_the_simulation_had_beside_a_note_from_the_room_is_hidden_alike() -> None:
    told = secret()
    note = RoomNote(told.chronicle.end, "guide", "listened", "yes", "", quote=True, objective="")
    view = role_view(reader_of(told, "guide"), marking=marking(told.scenario), notes=Notes((note,)))
    assert view.watched is not None
    assert HIDDEN not in markdown.printed("role.md.j2", view, language="en")


def sensitive_beyond(reader: Reader) -> list[str]:
    """The titles of the sensitive kinds that a role neither needs nor brings in, or is not authorised for."""
    scenario = reader.story.scenario
    return [
        scenario.title_of("information", kind)
        for kind, words in scenario.information.items()
        if words.sensitive
        and (
            kind not in {*reader.needs, *reader.own}
            or not set(reader.actors) <= set(scenario.chosen(words.authorised))
        )
    ]


@pytest.mark.parametrize("structure", ["cat", "hub", "everyone"])
def test_no_sheet_of_a_shipped_exercise_names_a_sensitive_kind_that_is_not_its_own(structure: str) -> None:
    told = story(structure)
    for role, text in documents(conduct(structure), form="md", reader="all").items():
        assert isinstance(text, str)
        named = [
            title
            for title in sensitive_beyond(reader_of(told, role))
            if f"“{title}”" in text or f"| {title} |" in text
        ]
        assert named == [], role


def test_there_is_a_sheet_for_every_role_and_for_actors_without_one() -> None:
    roles = tuple(story().scenario.roles)
    assert readers(story()) == roles
    assert tuple(documents(conduct(), form="md", reader="all")) == roles


def test_a_role_that_does_not_exist_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no role 'mentro' in kumanovo_cat; did you mean 'mentor'"):
        reader_of(story(), "mentro")


def test_a_sheet_speaks_of_the_simulation_and_never_to_you() -> None:
    for text in documents(conduct(), form="md", reader="all").values():
        assert isinstance(text, str)
        assert re.search(r"^# .+ in this simulation$", text, re.MULTILINE)
        assert not re.search(r"\byou(r)?\b", text, re.IGNORECASE)
        assert "re-runs" not in text
