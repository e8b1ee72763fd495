"""The measures in groups, for a table of forty rows that somebody is to find something in.

Whoever asks what a structure costs finds staff hours, hand-offs and repeats side by side, whoever asks who was left
behind the gap between sectors.
"""

from __future__ import annotations

from tabletop.debrief.words import later

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        later("Time and what was hoped for"),
        (
            "time_without_information",
            "time_without_information_mean",
            "share_of_expectations_met",
            "breakdowns",
        ),
    ),
    (
        later("Who knew what"),
        ("awareness_50", "awareness_80", "awareness_100", "pieces_met_hours", "mean_accuracy", "loop_closed"),
    ),
    (
        later("Decisions"),
        ("decisions_informed", "decisions_partly", "decisions_blind", "decisions_not_taken"),
    ),
    (
        later("What it cost"),
        (
            "staff_hours",
            "staff_handling_hours",
            "staff_conversion_hours",
            "staff_approval_hours",
            "staff_decision_hours",
            "staff_meeting_hours",
            "handoffs",
            "repeats",
        ),
    ),
    (later("Protection"), ("exposures", "breaches", "time_for_protection_hours")),
    (
        later("Evenness between partners"),
        (
            "sector_gap_hours",
            "across_levels_hours",
            "across_sectors_hours",
            "levels_gap_hours",
            "community_heard",
        ),
    ),
    (
        later("Where time was lost"),
        (
            "time_lost_hours",
            "lost_willing_hours",
            "lost_allowed_hours",
            "lost_form_hours",
            "lost_carried_hours",
            "lost_queue_hours",
            "lost_shut_hours",
        ),
    ),
    (
        later("Flow and load"),
        ("flow_centralisation", "flow_gini", "busiest_desk", "recovery_hours", "routine_hours"),
    ),
)
"""Every group with the names of its measures, in the order shown."""
