"""The items that a report on a simulation study should hold, after STRESS-DES, with what holds for this one.

Monks and others, "Strengthening the reporting of empirical simulation studies: introducing the STRESS guidelines",
Journal of Simulation 13 (2019), ask for twenty items in six groups; this answers each in a sentence or two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.statistics.analysis import Analysis
from tabletop.debrief.sayings import lasting, percentage
from tabletop.debrief.text import Text, in_digits, joined, named, numeral, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures import MEASURES
from tabletop.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class ReportingItem:
    """One item of the list."""

    number: str
    """Its number in the guidelines."""
    title: str
    """What it asks for."""
    says: Text
    """What holds here."""


@dataclass(frozen=True, slots=True)
class ReportingGroup:
    """A group of items."""

    title: str
    """What it is called."""
    items: tuple[ReportingItem, ...]
    """Its items."""


def checklist(analysis: Analysis, source: BatchProvenance) -> tuple[ReportingGroup, ...]:
    """Return every item with what holds for this comparison."""
    groups = (
        ReportingGroup(_("Objectives"), _objectives(analysis)),
        ReportingGroup(_("Logic"), _logic(analysis)),
        ReportingGroup(_("Data"), _data(analysis)),
        ReportingGroup(_("Experimentation"), _experimentation(analysis, source)),
        ReportingGroup(_("Implementation"), _implementation(source)),
        ReportingGroup(_("Code access"), _access()),
    )
    return tuple(
        replace(group, items=tuple(replace(each, number=in_digits(each.number)) for each in group.items))
        for group in groups
    )


def _objectives(analysis: Analysis) -> tuple[ReportingItem, ...]:
    measure = MEASURES[analysis.measure]
    outputs = _(
        "{title} ({unit}), and {n} more; every formula stands in the table of measures and in the codebook."
    )
    return (
        ReportingItem(
            "1.1",
            _("Purpose of the model"),
            _(
                "To show where information is delayed between partners under different ways of connecting them."
            ),
        ),
        ReportingItem(
            "1.2",
            _("Model outputs"),
            phrase(outputs, {"title": _(measure.title), "unit": measure.unit, "n": len(MEASURES) - 1}),
        ),
        ReportingItem(
            "1.3",
            _("Aims of the experiments"),
            _(
                "To compare the cells of this report and to find what would change the result; no optimum is claimed."
            ),
        ),
    )


def _logic(analysis: Analysis) -> tuple[ReportingItem, ...]:
    return (
        ReportingItem(
            "2.1",
            _("Overview of the base model"),
            _(
                "Each scenario’s first structure; `tabletop show` draws it, and the scenario file states it whole."
            ),
        ),
        ReportingItem(
            "2.2",
            _("Logic of the base model"),
            _(
                "An item crosses a link when it passes six questions: willing, allowed, ready, carried, taken in, understood. "
                "Barriers answer with pass, wait, work to be done first, or stop."
            ),
        ),
        ReportingItem("2.3", _("Logic of what is compared"), joined(_compared(analysis), by=_("; "))),
        ReportingItem(
            "2.4",
            _("Algorithms"),
            _(
                "Routes are shortest in hand-offs; desks serve urgent before routine items, then in order of arrival."
            ),
        ),
        *_parts(),
    )


def _parts() -> tuple[ReportingItem, ...]:
    return (
        ReportingItem(
            "2.5.1",
            _("Entities"),
            _("Items of information, each with kind, origin, priority and accuracy; routine traffic."),
        ),
        ReportingItem(
            "2.5.2",
            _("Activities"),
            _("Handling, conversion, approval, decision, session of a meeting, carrying over a channel."),
        ),
        ReportingItem(
            "2.5.3",
            _("Resources"),
            _("The staff of each actor, in its hours and less its absences; agenda places."),
        ),
        ReportingItem(
            "2.5.4",
            _("Queues"),
            _("One at each desk and one at each meeting; both may be limited by barriers."),
        ),
        ReportingItem(
            "2.5.5",
            _("Entry and exit"),
            _(
                "Items enter by injects, decisions and traffic, and leave when known, stopped or unfinished at EndEx."
            ),
        ),
    )


def _compared(analysis: Analysis) -> list[Text]:
    return [
        phrase(
            _("{scenario}: {leads} side by side, {others} besides"),
            {
                "scenario": named(each.scenario.title),
                "leads": n_("{n} cell", "{n} cells", len(each.leads)),
                "others": n_(
                    "{n} cell with something changed", "{n} cells with something changed", len(each.others)
                ),
            },
        )
        for each in analysis.comparisons
    ]


def _data(analysis: Analysis) -> tuple[ReportingItem, ...]:
    sources = [_said(each.scenario) for each in analysis.comparisons]
    guesses = sum(bool(guess.guess) for each in analysis.comparisons for guess in each.scenario.guesses)
    return (
        ReportingItem(
            "3.1",
            _("Data sources"),
            joined(sources, by=_("; ")) if sources else "–",
        ),
        ReportingItem(
            "3.2",
            _("Preparation of the data"),
            _("No preparation: numbers are used as they stand in the scenario file."),
        ),
        ReportingItem(
            "3.3",
            _("Input parameters"),
            _(
                "All stand in the scenario file, whose hash is in the provenance; the folder’s provenance names it too."
            ),
        ),
        ReportingItem(
            "3.4",
            _("Assumptions"),
            n_(
                "{n} number is marked as a guess with a range; what the simulation leaves out stands under “Method and limits”.",
                "{n} numbers are marked as guesses with a range; what the simulation leaves out stands under “Method and limits”.",
                guesses,
            ),
        ),
    )


def _said(scenario: Scenario) -> Text:
    return named(scenario.source) if scenario.source.strip() else _("invented")


def _experimentation(analysis: Analysis, source: BatchProvenance) -> tuple[ReportingItem, ...]:
    lengths: list[Text] = [
        phrase(
            _("{title}: {length}"),
            {"title": named(each.scenario.title), "length": lasting(each.scenario.clock.horizon)},
        )
        for each in analysis.comparisons
    ]
    estimation = _(
        "Means with Student’s t, medians and nine in ten by order statistics, shares by Wilson, curves by Kaplan and Meier, "
        "differences paired by replication with Holm’s adjustment, at {confidence}; {n} replications in all."
    )
    return (
        ReportingItem(
            "4.1",
            _("Initialisation"),
            _("Each exercise begins empty at StartEx; a scenario may name a warm-up."),
        ),
        ReportingItem("4.2", _("Run length"), joined(lengths, by=_("; "))),
        ReportingItem(
            "4.3",
            _("Estimation"),
            phrase(
                estimation,
                {
                    "confidence": percentage(f"{analysis.confidence * 100:g}"),
                    "n": numeral(f"{source.replications:,}"),
                },
            ),
        ),
    )


def _implementation(source: BatchProvenance) -> tuple[ReportingItem, ...]:
    return (
        ReportingItem(
            "5.1",
            _("Software"),
            named(f"tabletop {source.version}, Python, SimPy, SciPy"),
        ),
        ReportingItem(
            "5.2",
            _("Random sampling"),
            phrase(
                _(
                    "Every draw is found from a key (seed {seed}, replication, purpose, who, what, count) by scheme {scheme}, so that "
                    "the same thing has the same luck in every cell: common random numbers."
                ),
                {"seed": source.seed, "scheme": source.chance_scheme},
            ),
        ),
        ReportingItem(
            "5.3",
            _("Execution of the model"),
            _(
                "Events in whole milliseconds; what falls on one instant has a declared order. Replications are independent."
            ),
        ),
        ReportingItem(
            "5.4",
            _("System"),
            _("Any: the same bytes come of any number of processes, machines, time zones and locales."),
        ),
    )


def _access() -> tuple[ReportingItem, ...]:
    return (
        ReportingItem(
            "6.1",
            _("Sharing of the model"),
            _(
                "The software is open source; with it, the scenario file and the command below give the same numbers."
            ),
        ),
    )
