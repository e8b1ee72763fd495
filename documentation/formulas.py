"""The measures once more, in signs: for a reader who would compute one from a journal.

The definition of a measure says in words what it is. `Σ w(r, k) ÷ |N|` says the same to whoever has the lines before them.
"""

from __future__ import annotations

from collections.abc import Mapping

SIGNS: Mapping[str, str] = {
    "E": "EndEx, in hours since StartEx, as all times here",
    "N": "the needs: every role r with every kind k that it needs and that came to exist",
    "e(k)": "when kind k came to exist",
    "u(r, k)": "when role r knew kind k; ∞ when it never did",
    "d(r, k)": "the earliest deadline of an expectation that r knows k; E where there is none",
    "w(r, k)": "how long r was without k: max(0, min(u(r, k), d(r, k)) − e(k))",
    "H": "the hand-offs begun, without traffic",
    "K": "those of H that brought, or would have brought, what was not known yet",
    "a(h, c)": "the time that hand-off h took for cause c, from its account",
    "C": "the causes that are losses: all but handling, sessions, safeguards, and ways left open when another had brought it",
    "P": "the causes that safeguards have",
    "v, y(v)": "a visit at a desk, and the staff time that was worked in it",
    "s, l(s), p(s)": "a session, its length, and how many were present",
    "f(b)": "the hand-offs carried, traffic included, that actor b sent or received; n actors, T = ½ Σ f(b) hand-offs",
}
"""What each sign stands for."""

_LOST = "Σ a(h, c) over h in K and c in C"
_WORKED = "Σ y(v) over visits v"
_WAITED = "mean of w(r, k) over those (r, k) in N"

FORMULAS: Mapping[str, str] = {
    "time_without_information": "Σ w(r, k) over (r, k) in N",
    "time_without_information_mean": "Σ w(r, k) over (r, k) in N ÷ |N|",
    "share_of_expectations_met": "|expectations met| ÷ |expectations called for|",
    "time_lost_hours": _LOST,
    "time_for_protection_hours": "Σ a(h, c) over h in K and c in P",
    "breakdowns": "|{h in H: h was stopped, had no route or was unfinished, less safeguards and what was made good}|\n"
    "+ |{(decision, k): taken, needing k, without k}|",
    "exposures": "|{(actor, k): k sensitive, known to the actor, who was not first to hold it and does not need it}|",
    "breaches": "|{entries Breach of the journal}|",
    "staff_hours": "Σ y(v) over visits v that are no routine work + Σ l(s) · p(s) over sessions s",
    "loop_closed": "|{(item, first holder): told what a decision made from it}| ÷ |{(item, first holder)}|",
    "pieces_met_hours": "mean over decisions and tasks with two needs or more of\n"
    "(min over actors of when the actor knew enough of them, or E) − (when enough of them existed)",
    "handoffs": "|H|",
    "repeats": "|{h in H: carried, and its receiver knew its origin}|",
    "mean_accuracy": "mean over (r, k) in N with u(r, k) < ∞ of the share of details right at u(r, k)",
    "decisions_informed": "|{decisions taken: needs known ≥ needs that are enough}|",
    "decisions_partly": "|{decisions taken: 0 < needs known < needs that are enough}|",
    "decisions_blind": "|{decisions taken: needs known = 0}|",
    "decisions_not_taken": "|{decisions}| − |{decisions taken}|",
    "awareness_50": "min {t: |{(r, k) in N: u(r, k) ≤ t}| ≥ 0.5 |N|}",
    "awareness_80": "min {t: |{(r, k) in N: u(r, k) ≤ t}| ≥ 0.8 |N|}",
    "awareness_100": "min {t: |{(r, k) in N: u(r, k) ≤ t}| = |N|}",
    "lost_willing_hours": f"{_LOST} of barriers at the stage willing",
    "lost_allowed_hours": f"{_LOST} of barriers at the stage allowed",
    "lost_form_hours": f"{_LOST} of barriers at the stages ready and understood",
    "lost_carried_hours": f"{_LOST} of barriers at the stage carried, delay and fallback",
    "lost_queue_hours": f"{_LOST} of barriers at the stage taken_in, and queue",
    "lost_shut_hours": f"{_LOST} that are shut and absent",
    "staff_handling_hours": f"{_WORKED} for items and repeats",
    "staff_conversion_hours": f"{_WORKED} for conversions",
    "staff_approval_hours": f"{_WORKED} for approvals",
    "staff_decision_hours": f"{_WORKED} for decisions and tasks",
    "staff_meeting_hours": "Σ l(s) · p(s) over sessions s",
    "busiest_desk": "max over desks of Σ y(v) over all visits v at the desk ÷ its staffed time",
    "recovery_hours": "mean over outages and absences with end z < E of\n"
    "max(z, last end of what waited for it at z) − z",
    "sector_gap_hours": "max over sectors of m − min over sectors of m, where m is the "
    + _WAITED
    + " whose role\nthe sector's actors hold",
    "across_levels_hours": f"{_WAITED} whose k was first held at another level than r's",
    "across_sectors_hours": f"{_WAITED} whose k was first held at r's level in another sector than r's",
    "levels_gap_hours": "across_levels_hours − across_sectors_hours",
    "community_heard": "|{items of the community from which a decision was made}|\n"
    "÷ |{items of the community from which one could be made}|",
    "flow_centralisation": "Σ (max f − f(b)) over actors b ÷ ((n − 2) · T)",
    "flow_gini": "Σ (2i − n − 1) · f(i) over i = 1 … n ÷ (n · Σ f(i)), with f(1) ≤ … ≤ f(n)",
    "routine_hours": "mean over items of traffic that arrived of (when handled by whom it was for) − (when sent)",
}
"""The formula of each measure by its name."""
