"""Scenarios that are in order and play badly: they end, or stop with one clear sentence."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city, email

_POST = "injects: {event: {at: 1h, to: police, brings: concern}}"
_DESK = "actors: {school: {}, police: {}, ngo: {}, office: {}}"

CASES = (
    Case(
        "ten thousand injects at one instant",
        city(
            "injects:\n" + "".join(f"  e{n}: {{at: 1h, to: school, brings: plan}}\n" for n in range(10_001))
        ),
        ("10,000 events at one instant",),
    ),
    Case("nothing happens at all", city()),
    Case("nobody is linked with anybody", city(_POST, "structures: {team: {}}")),
    Case("everything is lost and nobody notices", email("lossy_channel: {loss: 100%}") + _POST),
    Case(
        "everything is lost, again and again",
        email("lossy_channel: {loss: 100%, noticed_after: 1h}") + _POST,
    ),
    Case("nobody trusts anybody", city(_POST, "barriers: {trust: {otherwise: 0%, tries: 1000}}")),
    Case("nobody ever answers", email("unanswered_call: {answered: 0%, tries: 100000}") + _POST),
    Case("nobody comes to the meeting", email("periodic_meeting: {every: 1h, attends: 0%}") + _POST),
    Case("the meeting falls after the end", email("periodic_meeting: {every: 1w, first: 5w}") + _POST),
    Case("a quorum that is never reached", email("periodic_meeting: {every: 1d, quorum: 99}") + _POST),
    Case(
        "the approver is always away",
        city(
            _POST,
            "barriers: {legal_gate: {approver: office}}",
            "interventions: {x: {set: {actors.office.staff: 2}}}",
        ).replace("injects: {", "injects: {gone: {at: 0h, absence: {actor: office, lasts: 20d}}, "),
    ),
    Case(
        "a full desk that never empties",
        city(_POST, _DESK.replace("school: {}", "school: {handling: 30d, inbox: 1}")),
    ),
    Case(
        "a decision whose needs never come", city("decisions: {agree: {by: lead, needs: [plan], within: 1d}}")
    ),
    Case(
        "a task that tells what it needs",
        city(_POST, "tasks: {look: {by: lead, needs: [concern], tells: concern}}"),
    ),
    Case(
        "two tasks that wake each other",
        city(
            _POST,
            "tasks: {look: {by: lead, needs: [concern], tells: plan}, see: {by: police, needs: [plan], tells: concern}}",
        ),
    ),
    Case(
        "everybody is away",
        city(_POST.replace("event:", "gone: {at: 0h, absence: {actor: school, lasts: 20d}}, event:")),
    ),
    Case(
        "the only channel is down for ever",
        city(_POST.replace("event:", "down: {at: 0h, outage: {channel: email, lasts: 90d}}, event:")),
    ),
    Case(
        "a surge without end",
        city("injects: {event: {at: 1h, surge: {actor: school, every: 1m, takes: 1h, lasts: 9d}}}"),
    ),
    Case(
        "each tells everyone",
        city(_POST, "structures: {team: {shape: complete, channel: email, sharing: everyone}}"),
    ),
    Case(
        "an exercise of a millisecond",
        city("clock: {lasts: 1ms}", "injects: {event: {at: 0h, to: school, brings: concern}}"),
    ),
)
"""Each case: what is told is a part of the sentence with which the exercise stops."""
