"""Sessions that recur whether or not anything waits, and what a scenario may not say of them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tabletop.barriers.periodic_meeting import PeriodicMeeting
from tabletop.model.calendar import Clock
from tabletop.model.duration import DAY, HOUR
from tabletop.model.verdict import Session
from tabletop.model.windows import NEVER
from tests.barriers.moments import WindowRoster, moment, set_luck

MONDAY_IN_SKOPJE = Clock.model_validate({
    "starts": "2026-03-16 08:00",
    "time_zone": "Europe/Skopje",
    "lasts": "29d",
})


def meeting(**said: object) -> PeriodicMeeting:
    return PeriodicMeeting.model_validate({"every": "2w", "lasts": "2h", **said})


def test_sessions_on_a_local_time_keep_it_when_the_clocks_change() -> None:
    """Summer time begins in Skopje on 29 March 2026, so that the second session comes an hour sooner."""
    starts = meeting(on="Tue 10:00").session_starts(MONDAY_IN_SKOPJE)
    assert starts == (DAY + 2 * HOUR, 15 * DAY + 1 * HOUR)


def test_sessions_without_a_local_time_come_at_equal_distances_from_the_first() -> None:
    assert meeting(first="1d").session_starts(MONDAY_IN_SKOPJE) == (DAY, 15 * DAY)


def test_a_first_session_on_a_local_time_is_the_first_such_time_from_then_on() -> None:
    assert meeting(on="Tue 10:00", first="3d").session_starts(MONDAY_IN_SKOPJE) == (
        8 * DAY + 2 * HOUR,
        22 * DAY + HOUR,
    )


def regular(said: dict[str, object], roster: WindowRoster) -> Session | None:
    """The session that opens at two o'clock among school, police and officer, with no item at hand."""
    at = moment(
        now=14 * HOUR,
        ends=("", ""),
        members=("school", "police", "officer"),
        roster=roster,
        luck=set_luck({"attends of police": 0.7}),
    )
    return meeting(**said).regular_session(at)


def test_all_who_are_on_duty_sit_in_a_regular_session() -> None:
    away = WindowRoster({"officer": NEVER})
    assert regular({}, away) == Session(14 * HOUR, 16 * HOUR, ("school", "police"))


def test_members_on_summons_do_not_sit_in_a_regular_session_for_nothing() -> None:
    said: dict[str, object] = {"on_summons": "officer", "summons_notice": "0h"}
    assert regular(said, WindowRoster()) == Session(14 * HOUR, 16 * HOUR, ("school", "police"))


def test_a_member_comes_to_a_regular_session_with_the_chance_that_it_attends() -> None:
    assert regular({"attends": "60%"}, WindowRoster()) == Session(14 * HOUR, 16 * HOUR, ("school", "officer"))


def test_a_regular_session_without_its_chair_does_not_take_place() -> None:
    assert (
        regular({"chairs": "coordinator"}, WindowRoster({"police": NEVER}, {"coordinator": ("police",)}))
        is None
    )


def test_a_regular_session_without_its_quorum_does_not_take_place() -> None:
    assert regular({"quorum": "70%"}, WindowRoster({"police": NEVER})) is None


def test_a_regular_session_without_anybody_does_not_take_place() -> None:
    assert regular({}, WindowRoster(dict.fromkeys(("school", "police", "officer"), NEVER))) is None


@pytest.mark.parametrize(
    ("said", "mistake"),
    [
        ({"lasts": "3w"}, "a session lasts longer than the time from one to the next"),
        ({"on": "Tue 10:00", "every": "3d"}, "sessions on Tue 10:00 need an `every` of whole weeks"),
        ({"on": "10:00", "every": "36h"}, "sessions on 10:00 need an `every` of whole days"),
    ],
)
def test_a_meeting_that_cannot_be_held_is_refused(said: dict[str, object], mistake: str) -> None:
    with pytest.raises(ValidationError, match=mistake):
        meeting(**said)


@pytest.mark.parametrize(
    ("quorum", "read"), [(1, 1), (3, 3), (0.5, 0.5), ("50%", 0.5), ("100%", 1.0), (None, None)]
)
def test_a_quorum_is_a_number_of_heads_or_a_share(quorum: object, read: float | None) -> None:
    got = meeting(quorum=quorum).quorum
    assert (got, type(got)) == (read, type(read))
