"""Waits that have nothing to do with queues: for a meeting, for a desk to open, for a loss to be noticed, for a call."""

from __future__ import annotations

from statistics import fmean, pvariance

from tabletop.model.duration import HOUR
from tabletop.model.journal import SHUT, Stopped
from validation.experiment import Experiment, Reference
from validation.laboratory import arrivals, hours_of, played

_WEEK, _SHUT, _DAY = 7 * 24.0, 16.0, 24.0


def _meeting(replication: int) -> tuple[float, ...]:
    record = played("meeting", replication)
    waits = [hours_of(each, "meeting.periodic_meeting:next_session") for each in arrivals(record)]
    return fmean(waits), pvariance(waits)


def _office_hours(replication: int) -> tuple[float, ...]:
    waits = [hours_of(each, SHUT) for each in arrivals(played("office_hours", replication))]
    return fmean(waits), fmean(wait**2 for wait in waits)


def _resend(replication: int) -> tuple[float, ...]:
    times = [(each.at - each.since) / HOUR for each in arrivals(played("resend", replication))]
    return fmean(times), pvariance(times)


def _calls(replication: int) -> tuple[float, ...]:
    record = played("calls", replication)
    waits = [60 * hours_of(each, "phone.unanswered_call:unanswered") for each in arrivals(record)]
    given_up = sum(isinstance(entry, Stopped) for entry in record.journal)
    return fmean(waits), given_up / (given_up + len(waits))


_ANSWERED, _TRIES = 0.6, 4
_MISSED = 1 - _ANSWERED
_GIVEN_UP = _MISSED**_TRIES
_CALLING = 30 * sum(k * _MISSED**k * _ANSWERED for k in range(_TRIES)) / (1 - _GIVEN_UP)

EXPERIMENTS = (
    Experiment(
        id="periodic",
        title="A weekly meeting (periodic service)",
        source="a point at random in a period; any textbook on renewal processes",
        workload="`classic/meeting`: 5,000 matters come up at random",
        references=(
            Reference("mean wait", _WEEK / 2, "h", "T/2"),
            Reference("variance of the wait", _WEEK**2 / 12, "h²", "T²/12"),
        ),
        play=_meeting,
        runs=40,
        quick=2,
    ),
    Experiment(
        id="office_hours",
        title="A desk open eight hours of twenty-four (scheduled absence)",
        source="a point at random in a cycle; any textbook on renewal processes",
        workload="`classic/office_hours`: 10,000 letters round the clock",
        references=(
            Reference("mean wait", _SHUT**2 / (2 * _DAY), "h", "V²/(2T), shut for V of T"),
            Reference("mean square of the wait", _SHUT**3 / (3 * _DAY), "h²", "V³/(3T)"),
        ),
        play=_office_hours,
        runs=20,
        quick=2,
    ),
    Experiment(
        id="resend",
        title="Sent again until it is through (retries)",
        source="the geometric distribution",
        workload="`classic/resend`: 10,000 letters, 30 % of sendings lost, noticed after 5 h",
        references=(
            Reference("mean time to arrive", 1 + 5 * 0.3 / 0.7, "h", "1 + r·p/(1 − p)"),
            Reference("its variance", 25 * 0.3 / 0.7**2, "h²", "r²·p/(1 − p)²"),
        ),
        play=_resend,
        runs=40,
        quick=2,
    ),
    Experiment(
        id="calls",
        title="Called again, and given up after four tries (retries with an end)",
        source="the geometric distribution, cut off",
        workload="`classic/calls`: 5,000 messages, 60 % of calls answered",
        references=(
            Reference("mean wait of those that get through", _CALLING, "min", "r·Σk(1 − p)ᵏp/(1 − (1 − p)⁴), k < 4"),
            Reference("share given up", _GIVEN_UP, "", "(1 − p)⁴"),
        ),
        play=_calls,
        runs=150,
        quick=4,
    ),
)  # fmt: skip
