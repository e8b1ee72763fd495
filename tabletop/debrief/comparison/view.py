"""All that the report of a comparison says, as plain data: every word and place worked out before a page is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.statistics.analysis import Analysis, Comparison
from tabletop.debrief.comparison.answer import answer
from tabletop.debrief.comparison.causes import CauseBars, cause_bars
from tabletop.debrief.comparison.changes import Changes, changes
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.method import Derivation, derivation, explained, limits, provenance_facts
from tabletop.debrief.comparison.reporting import ReportingGroup, checklist
from tabletop.debrief.comparison.standing import Standings, standings
from tabletop.debrief.comparison.strain import Strain, strain
from tabletop.debrief.comparison.sweeping import Sweep, points_of, sweep, thinned
from tabletop.debrief.comparison.tables import Tables, tables
from tabletop.debrief.comparison.waiting import Waiting, waits
from tabletop.debrief.sections.overview import Fact
from tabletop.debrief.text import Name, Phrase, Prose, Text, named, numeral, prose
from tabletop.debrief.words import _, direction, language, listing, n_
from tabletop.model.scenario import MARKING


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """The report on one scenario."""

    anchor: str
    """What the places on the page begin with that belong to it."""
    title: Name
    """What the exercise is called."""
    summary: Prose
    """Its story."""
    played: str
    """How many structures, and how often each was played."""
    usual: Text
    """The interventions that are switched on everywhere; empty when there are none."""
    answer: Phrase
    """The answer in one paragraph."""
    sweep: Sweep | None
    """What each setting of a sweep does; None where nothing was varied."""
    standings: Standings
    """The structures side by side, or the best points of a sweep."""
    waiting: Waiting
    """How long until roles knew."""
    causes: CauseBars
    """Where the time went."""
    changes: Changes
    """What helps most."""
    strain: Strain
    """How structures bear strain."""
    tables: Tables
    """The tables behind it all."""
    found: Derivation
    """How it was found."""


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The whole report."""

    language: str
    """The language of our words, as a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    """The direction in which that language is written."""
    marking: Name
    """What every page bears."""
    title: Text
    """What was compared."""
    scenarios: tuple[ScenarioView, ...]
    """One report for each scenario; they are not compared with each other."""
    explained: tuple[str, ...]
    """What the words mean."""
    limits: tuple[str, ...]
    """What it cannot say."""
    checklist: tuple[ReportingGroup, ...]
    """The items that a report on a simulation study should hold."""
    provenance: tuple[Fact, ...]
    """Where it comes from."""


def comparison_view(analysis: Analysis, provenance: BatchProvenance) -> ComparisonView:
    """Return the report of an analysis."""
    titles: list[Text] = [named(each.scenario.title) for each in analysis.comparisons]
    return ComparisonView(
        language=language(),
        direction=direction(),
        marking=_marking(analysis),
        title=listing(tuple(titles)) if titles else _("Nothing was played"),
        scenarios=tuple(_scenario(analysis, each, place) for place, each in enumerate(analysis.comparisons)),
        explained=explained(analysis),
        limits=limits(),
        checklist=checklist(analysis, provenance),
        provenance=provenance_facts(provenance, analysis),
    )


def _scenario(analysis: Analysis, comparison: Comparison, place: int) -> ScenarioView:
    usual = comparison.leads[0].cell.interventions if comparison.leads else ()
    labels = Labels(comparison.scenario, usual, _only(comparison))
    told = thinned(comparison, analysis.measure)
    return ScenarioView(
        anchor=f"s{place + 1}",
        title=named(comparison.scenario.title),
        summary=prose(comparison.scenario.summary),
        played=_played(comparison),
        usual=listing(tuple(labels.names.intervention(each) for each in usual)),
        answer=answer(analysis, comparison, labels),
        sweep=sweep(analysis, comparison, labels),
        standings=standings(analysis, told, labels),
        waiting=waits(told, labels),
        causes=cause_bars(told, labels),
        changes=changes(analysis, comparison, labels),
        strain=strain(analysis, comparison, labels),
        tables=tables(told, labels),
        found=derivation(analysis, told, labels),
    )


def _only(comparison: Comparison) -> str:
    """Return the structure that need not be said with every point of a sweep, since there is no other."""
    points = points_of(comparison)
    structures = {each.cell.structure for each in points}
    return points[0].cell.structure if len(structures) == 1 else ""


def _played(comparison: Comparison) -> str:
    points = points_of(comparison) or comparison.leads
    counts = [each.count for each in points] or [0]
    often = numeral("–".join(dict.fromkeys(f"{each:,}" for each in (min(counts), max(counts)))))
    ways = (
        n_("{n} point of a sweep", "{n} points of a sweep", len(points))
        if any(each.cell.variant for each in points)
        else n_(
            "{n} way of connecting the partners", "{n} ways of connecting the partners", len(comparison.leads)
        )
    )
    if max(counts) == min(counts) == 1:
        return _("{ways}, each played once").replace("{ways}", ways)
    return _("{ways}, each played {often} times").replace("{ways}", ways).replace("{often}", often)


def _marking(analysis: Analysis) -> Name:
    """Return what every page bears: that it is an exercise, whatever else the scenarios say."""
    own = [named(each.scenario.marking).text for each in analysis.comparisons]
    extra = [each.replace(MARKING, "").replace(_(MARKING), "").strip(" ·") for each in own]
    return Name(" · ".join(dict.fromkeys(each for each in (_(MARKING), *extra) if each)))
