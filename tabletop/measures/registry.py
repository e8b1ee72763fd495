"""All the measures of one exercise, each with its name, formula, unit and what is better.

`time_without_information` under the hub is 190 hours, under the committee 410: tables, comparisons, codebook and docs
read this registry, so that a new measure is one entry here.
"""

from __future__ import annotations

from collections.abc import Mapping

from tabletop.measures import summaries
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.evenness import EVENNESS
from tabletop.measures.measure import OWN, Measure
from tabletop.measures.routine import ROUTINE
from tabletop.measures.spending import SPENDING

MAIN = "time_without_information"
"""The name of the main measure."""


MEASURES: Mapping[str, Measure] = {
    "time_without_information": Measure(
        name="time_without_information",
        title="Time without needed information",
        formula="sum over role × needed kind of the time from when the kind exists until the role knows it, "
        "cut at the deadline of an expectation on it or at EndEx; kinds that never exist do not count",
        unit="h",
        better="less",
        reference=OWN,
        of=summaries.without,
    ),
    "time_without_information_mean": Measure(
        name="time_without_information_mean",
        title="Time without needed information, per need",
        formula="the same divided by the number of role × needed kind whose kind exists",
        unit="h",
        better="less",
        reference=OWN,
        of=summaries.mean_without,
    ),
    "share_of_expectations_met": Measure(
        name="share_of_expectations_met",
        title="Share of expectations met",
        formula="expectations met ÷ expectations that were called for",
        unit="share",
        better="more",
        reference="Expected actions of HSEEP (2020), counted.",
        of=summaries.share_met,
    ),
    "time_lost_hours": Measure(
        name="time_lost_hours",
        title="Time lost in hand-offs",
        formula="sum over hand-offs that brought, or would have brought, what was not known yet, without traffic, of every "
        "cause but handling, sessions, safeguards, and ways left open when another had brought it",
        unit="h",
        better="less",
        reference=OWN,
        of=summaries.lost,
    ),
    "time_for_protection_hours": Measure(
        name="time_for_protection_hours",
        title="Time for protection",
        formula="sum over the same hand-offs of the time at barriers that protect a person, a source or the law",
        unit="h",
        better=None,
        reference=OWN,
        of=summaries.protection,
    ),
    "breakdowns": Measure(
        name="breakdowns",
        title="Breakdowns",
        formula="hand-offs meant for somebody that were stopped, found no route or were unfinished at EndEx, and needed kinds "
        "missing when a decision was taken; without traffic, safeguards, and what another way made good",
        unit="count",
        better="less",
        reference=OWN,
        of=summaries.broken_down,
    ),
    "exposures": Measure(
        name="exposures",
        title="Exposure",
        formula="number of actor × sensitive kind known without need",
        unit="count",
        better="less",
        reference=OWN,
        of=summaries.exposures,
    ),
    "breaches": Measure(
        name="breaches",
        title="Breaches",
        formula="times a sensitive item went to somebody not authorised, over a channel not allowed, or round a safeguard",
        unit="count",
        better="less",
        reference=OWN,
        of=summaries.breaches,
    ),
    "staff_hours": Measure(
        name="staff_hours",
        title="Staff hours",
        formula="handling, conversion, approvals and decisions, and sessions times those present; no routine workload",
        unit="h",
        better="less",
        reference=OWN,
        of=summaries.staff_hours,
    ),
    "loop_closed": Measure(
        name="loop_closed",
        title="Heard what became of it",
        formula="share of first holders of an item who, or whose role, later knew what a decision made from it told",
        unit="share",
        better="more",
        reference=OWN,
        of=summaries.loop_closed,
    ),
    "pieces_met_hours": Measure(
        name="pieces_met_hours",
        title="Until the pieces met",
        formula="mean over decisions and tasks with two needs or more of the time from when enough of the pieces existed "
        "until one actor knew enough of them, EndEx standing for never",
        unit="h",
        better="less",
        reference="The common information effect of Stasser and Titus (1985): pieces held apart are seldom joined.",
        of=summaries.pieces_met,
    ),
    "handoffs": Measure(
        name="handoffs",
        title="Hand-offs",
        formula="number of hand-offs begun, without traffic",
        unit="count",
        better=None,
        reference=OWN,
        of=summaries.handoffs,
    ),
    "repeats": Measure(
        name="repeats",
        title="Repeats",
        formula="hand-offs whose receiver knew the item already",
        unit="count",
        better="less",
        reference=OWN,
        of=summaries.repeats,
    ),
    "mean_accuracy": Measure(
        name="mean_accuracy",
        title="Accuracy of what was known",
        formula="mean over role × needed kind that was known of the share of details right when the role first knew it",
        unit="share",
        better="more",
        reference="Serial reproduction, after Bartlett (1932).",
        of=summaries.mean_accuracy,
    ),
    "decisions_informed": Measure(
        name="decisions_informed",
        title="Decisions taken informed",
        formula="decisions taken with enough of what they need",
        unit="count",
        better="more",
        reference=OWN,
        of=summaries.informed,
    ),
    "decisions_partly": Measure(
        name="decisions_partly",
        title="Decisions taken partly informed",
        formula="decisions taken with some, but not enough, of what they need",
        unit="count",
        better="less",
        reference=OWN,
        of=summaries.partly_informed,
    ),
    "decisions_blind": Measure(
        name="decisions_blind",
        title="Decisions taken blind",
        formula="decisions taken with nothing of what they need",
        unit="count",
        better="less",
        reference=OWN,
        of=summaries.blind,
    ),
    "decisions_not_taken": Measure(
        name="decisions_not_taken",
        title="Decisions not taken",
        formula="decisions that were not taken by EndEx",
        unit="count",
        better="less",
        reference=OWN,
        of=summaries.not_taken,
    ),
    "awareness_50": Measure(
        name="awareness_50",
        title="Half of the needs known",
        formula="time from StartEx until half of role × needed kind were known, among kinds that exist",
        unit="h",
        better="less",
        reference="Situation awareness, level 1 (Endsley 1995), shared over roles.",
        of=summaries.half_aware,
    ),
    "awareness_80": Measure(
        name="awareness_80",
        title="Four fifths of the needs known",
        formula="the same for 80 %",
        unit="h",
        better="less",
        reference="As awareness_50.",
        of=summaries.mostly_aware,
    ),
    "awareness_100": Measure(
        name="awareness_100",
        title="All needs known",
        formula="the same for all",
        unit="h",
        better="less",
        reference="As awareness_50.",
        of=summaries.fully_aware,
    ),
    **SPENDING,
    **EVENNESS,
    **ROUTINE,
}
"""Every measure by name, in the order in which tables show them."""


def measured(chronicle: Chronicle) -> dict[str, float | None]:
    """Return every measure of an exercise, by name."""
    return {name: measure.of(chronicle) for name, measure in MEASURES.items()}
