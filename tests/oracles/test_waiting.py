"""Waits that have nothing to do with queues: for a meeting, for a desk to open, for a loss to be noticed."""

from __future__ import annotations

from statistics import fmean, pvariance

from tabletop.model.duration import HOUR
from tabletop.model.journal import SHUT
from tests.oracles.laboratory import Estimate, arrivals, runs_of, waits


def test_what_comes_up_at_random_waits_half_a_period_for_the_meeting() -> None:
    """With a meeting every T the wait is even from 0 to T: mean T/2 and variance T²/12."""
    period = 7 * 24.0
    matters = waits("meeting", "meeting.periodic_meeting:next_session", runs=10)
    assert Estimate.of(map(fmean, matters)).agrees_with(period / 2)
    assert Estimate.of(map(pvariance, matters)).agrees_with(period**2 / 12)


def test_a_desk_that_is_open_a_third_of_the_day_keeps_letters_waiting_five_hours() -> None:
    """Shut for 16 of 24 hours: the mean wait is 16²/(2 × 24) hours."""
    shut = 16.0
    letters = waits("office_hours", SHUT, runs=5)
    assert Estimate.of(map(fmean, letters)).agrees_with(shut**2 / (2 * 24))


def test_a_letter_is_sent_again_until_it_is_through() -> None:
    """Lost with chance p, sent again after r, one hour under way: 1 + r·p/(1 − p), 3.1429 hours."""
    loss, noticed_after, under_way = 0.3, 5.0, 1.0
    letters = (
        [(entry.at - entry.since) / HOUR for entry in arrivals(record)] for record in runs_of("resend", 5)
    )
    assert Estimate.of(map(fmean, letters)).agrees_with(under_way + noticed_after * loss / (1 - loss))
