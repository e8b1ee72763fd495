"""The structures side by side: what each cost in time, how it differs from the best, and what else it cost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tabletop.compare.results import Cell
from tabletop.compare.statistics.analysis import Analysis, CellFigures, Comparison
from tabletop.compare.statistics.intervals import Estimate
from tabletop.compare.statistics.paired import Place, Verdict
from tabletop.compare.statistics.pareto import SIDES, Standing
from tabletop.debrief.charts.dots import Dot, Dots, dot, reach
from tabletop.debrief.charts.scale import scale
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import (
    differing,
    differing_interval,
    interval,
    number,
    said,
)
from tabletop.debrief.sayings import percentage
from tabletop.debrief.text import Phrase, Text, numeral, phrase
from tabletop.debrief.words import _, later
from tabletop.measures import MEASURES

VERDICTS: dict[Verdict, str] = {
    "best": later("best on average"),
    "clearly_worse": later("clearly worse"),
    "no_clear_difference": later("no clear difference"),
}
"""What verdicts are called."""

UNKNOWN = later("cannot be told from one replication")
"""What all are called where one replication of each is all there is."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One structure."""

    name: Text
    """What it is called."""
    count: str
    """Over how many replications."""
    mean: str
    """The mean of the measure."""
    interval: str
    """Its interval."""
    median: str
    """What half of the replications do not exceed, with its interval."""
    nine_in_ten: str
    """What nine in ten do not exceed, with its interval."""
    verdict: Verdict
    """How it stands beside the best."""
    says: str
    """The same in words."""
    difference: str
    """How it differs from the best, with its interval; empty for the best."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One structure where several measures count."""

    name: Text
    """What it is called."""
    values: tuple[str, ...]
    """The mean of each measure."""
    unbeaten: bool
    """Whether nothing beats it on all of them."""
    says: Text
    """The same in words."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure where several count."""

    title: str
    """What the measure is called."""
    chart: Dots
    """Its mean under each structure."""


@dataclass(frozen=True, slots=True)
class Standings:
    """The structures side by side."""

    measure: str
    """The title of the measure that is compared by."""
    direction: str
    """Which way is better."""
    between: str
    """What a column of intervals of means is called: of how many per cent they are."""
    rows: tuple[StandingRow, ...]
    """Every structure, in the order declared."""
    forest: Dots | None
    """Paired differences from the best; None when there is nothing to differ from."""
    panels: tuple[Panel, ...]
    """Time, staff hours and exposure."""
    titles: tuple[str, ...]
    """What those are called."""
    sides: tuple[SideRow, ...]
    """The same as rows."""
    alone: bool
    """Whether one replication of each is all there is, so that nothing can be claimed."""


def standings(analysis: Analysis, comparison: Comparison, labels: Labels) -> Standings:
    """Return how the structures stand."""
    measure = analysis.measure
    places = {each.cell: each for each in comparison.places}
    alone = is_one_each(comparison)
    unbeaten = {each.cell: each.unbeaten and not alone for each in comparison.standings}
    return Standings(
        measure=_(MEASURES[measure].title),
        direction=_("more is better") if MEASURES[measure].better == "more" else _("less is better"),
        between=_("{percent} interval").replace("{percent}", percentage(f"{analysis.confidence * 100:g}")),
        rows=tuple(
            _without_verdict(_row(each, places[each.cell], labels, measure=measure), alone=alone)
            for each in comparison.leads
            if each.cell in places
        ),
        forest=_forest(comparison, labels, measure),
        panels=tuple(_panel(comparison, labels, measure=name, unbeaten=unbeaten) for name in SIDES),
        titles=tuple(_(MEASURES[name].title) for name in SIDES),
        sides=tuple(_side(each, labels, alone=alone) for each in comparison.standings),
        alone=alone,
    )


def _row(figures: CellFigures, place: Place, labels: Labels, *, measure: str) -> StandingRow:
    estimate = figures.taken[measure].mean
    difference = place.difference.estimate if place.difference else None
    return StandingRow(
        name=labels.cell(figures.cell),
        count=numeral(f"{figures.count:,}"),
        mean=said(estimate.value if estimate else None, measure),
        interval=interval(estimate, measure),
        median=_with_interval(figures.median, measure),
        nine_in_ten=_with_interval(figures.nine_in_ten, measure),
        verdict=place.verdict,
        says=_(VERDICTS[place.verdict]),
        difference=""
        if difference is None
        else f"{differing(difference.value, measure)} ({differing_interval(difference, measure)})",
    )


def is_one_each(comparison: Comparison) -> bool:
    """Tell whether there is something to compare, and of some of it no second replication to tell chance by."""
    return len(comparison.leads) > 1 and min(each.count for each in comparison.leads) < 2


def _without_verdict(row: StandingRow, *, alone: bool) -> StandingRow:
    return replace(row, verdict="no_clear_difference", says=_(UNKNOWN)) if alone else row


def _with_interval(estimate: Estimate | None, measure: str) -> str:
    if estimate is None:
        return "–"
    between = interval(estimate, measure) if estimate.low is not None and estimate.high is not None else ""
    return f"{said(estimate.value, measure)} ({between})" if between else said(estimate.value, measure)


def _forest(comparison: Comparison, labels: Labels, measure: str) -> Dots | None:
    found = [each.difference for each in comparison.places if each.difference is not None]
    if not found:
        return None
    line = scale(
        reach([each.estimate for each in found]), lambda value: differing(value, measure), holding=0.0
    )
    rows = [
        dot(
            line,
            each.estimate,
            name=labels.cell(each.cell),
            says=f"{differing(each.estimate.value, measure)} ({differing_interval(each.estimate, measure)})",
            filled=each.clear,
        )
        for each in found
    ]
    return Dots(line, tuple(rows), line.x(0.0))


def _panel(comparison: Comparison, labels: Labels, *, measure: str, unbeaten: dict[Cell, bool]) -> Panel:
    found = [(each, taken) for each in comparison.leads if (taken := each.taken[measure].mean) is not None]
    line = scale(reach([each for _figures, each in found]), lambda value: said(value, measure), holding=0.0)
    rows: list[Dot] = [
        dot(
            line,
            estimate,
            name=labels.cell(figures.cell),
            says=said(estimate.value, measure),
            filled=unbeaten.get(figures.cell, False),
        )
        for figures, estimate in found
    ]
    return Panel(_(MEASURES[measure].title), Dots(line, tuple(rows), None))


def _side(standing: Standing, labels: Labels, *, alone: bool) -> SideRow:
    means = zip(SIDES, standing.means, strict=True)
    return SideRow(
        labels.cell(standing.cell),
        tuple(number(mean) if name == "exposures" else said(mean, name) for name, mean in means),
        standing.unbeaten and not alone,
        _(UNKNOWN) if alone else _beaten(standing, labels),
    )


def _beaten(standing: Standing, labels: Labels) -> Phrase:
    if standing.unbeaten:
        return Phrase((_("nothing beats it on all three"),))
    return phrase(
        _("clearly better on none than {others}, and clearly worse on at least one"),
        {"others": labels.cells(standing.beaten_by)},
    )
