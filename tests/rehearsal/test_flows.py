"""How much work comes to each desk: by arithmetic, as the laboratory scenarios say it."""

from __future__ import annotations

import pytest

from tabletop.model.duration import HOUR
from tabletop.reading import find_source
from tabletop.rehearsal.flows import Burden, burdens
from tabletop.rehearsal.manuscript import manuscript
from tabletop.rehearsal.rehearsal import Rehearsal
from tests.rehearsal.scripts import rehearsal_of

TOWN = """
information: {{routine: {{}}}}
actors: {{school: {{}}, city: {{handling: 1h, unsure: 2, hours: "08:00-12:00"}}, club: {{handling: 30m}}, island: {{}}}}
channels: {{email: {{}}, meeting: {{barriers: {{periodic_meeting: {{every: 1d, on: "09:00", lasts: 1h}}}}}}}}
structures: {{chain: {{shape: chain, order: [school, city, club], members: [school, city, club], channel: {channel}}}}}
traffic: {{mail: {{{traffic}, every: 1d, brings: routine}}}}
"""


def of(actor: str, *, traffic: str, channel: str = "email") -> Burden:
    rehearsal = rehearsal_of(TOWN.format(traffic=traffic, channel=channel))
    return rehearsal.burdens["chain"][actor]


def test_a_letter_is_work_for_every_desk_that_it_passes() -> None:
    """Ten letters in ten days from the school to the club, two hours each at the city on the way."""
    passing, last = (of(actor, traffic="from: school, to: club") for actor in ("city", "club"))
    assert passing == Burden("city", 40 * HOUR, own=0, passing=20 * HOUR, routine=0, sessions=0)
    assert last == Burden("club", 240 * HOUR, own=5 * HOUR, passing=0, routine=0, sessions=0)


def test_a_bounded_stream_ends_and_a_late_one_begins_late() -> None:
    assert of("club", traffic="from: school, to: club, items: 4").own == 2 * HOUR
    assert of("club", traffic="from: school, to: club, starts: 8d").own == HOUR


def test_letters_to_any_other_are_shared_among_all() -> None:
    assert of("club", traffic="from: school, to: any_other, among: [school, city, club]").own == 2.5 * HOUR


def test_letters_without_a_route_are_no_work() -> None:
    assert of("island", traffic="from: school, to: island").utilisation == 0


def test_sitting_in_a_meeting_is_work() -> None:
    assert of("city", traffic="from: school, to: city", channel="meeting").sessions == 10 * HOUR


@pytest.mark.parametrize(
    ("name", "desk", "share"),
    [("classic/mm1", "desk", 10_000 / (900 * 24)), ("classic/mm3", "desk", 10_000 / (3 * 190 * 24))],
)
def test_a_laboratory_desk_has_an_hour_of_work_for_each_letter(name: str, desk: str, share: float) -> None:
    rehearsal = Rehearsal(manuscript(find_source(name)))
    structure = rehearsal.scenario.first_structure
    found = burdens(rehearsal.scenario, rehearsal.network(structure), None)
    assert {each.actor: each.utilisation for each in found}[desk] == pytest.approx(share)
