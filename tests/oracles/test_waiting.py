"""Waits that have nothing to do with queues: for a meeting, for a desk to open, for a loss to be noticed."""

from __future__ import annotations

from statistics import fmean, pvariance

from tabletop.model.duration import HOUR
from tabletop.model.journal import SHUT, HandedOn
from tests.oracles.laboratory import estimate, hours_of

NEXT_SESSION = "meeting.periodic_meeting:next_session"


def waits_for_a_session(entries: list[HandedOn]) -> list[float]:
    return [hours_of(entry, NEXT_SESSION) for entry in entries]


def test_what_comes_up_at_random_waits_half_a_period_for_the_meeting() -> None:
    """With a meeting every T the wait is even from 0 to T: mean T/2 and variance T²/12."""
    period = 7 * 24.0
    mean = estimate("meeting", lambda entries: fmean(waits_for_a_session(entries)), runs=10)
    variance = estimate("meeting", lambda entries: pvariance(waits_for_a_session(entries)), runs=10)
    assert mean.agrees_with(period / 2)
    assert variance.agrees_with(period**2 / 12)


def test_a_desk_that_is_open_a_third_of_the_day_keeps_letters_waiting_five_hours() -> None:
    """Shut for 16 of 24 hours: the mean wait is 16²/(2 × 24) hours."""
    shut = 16.0
    found = estimate(
        "office_hours", lambda entries: fmean(hours_of(entry, SHUT) for entry in entries), runs=5
    )
    assert found.agrees_with(shut**2 / (2 * 24))


def test_a_letter_is_sent_again_until_it_is_through() -> None:
    """Lost with chance p, sent again after r, one hour under way: 1 + r·p/(1 − p), 3.1429 hours."""
    loss, noticed_after, under_way = 0.3, 5.0, 1.0
    found = estimate(
        "resend", lambda entries: fmean((entry.at - entry.since) / HOUR for entry in entries), runs=5
    )
    assert found.agrees_with(under_way + noticed_after * loss / (1 - loss))
