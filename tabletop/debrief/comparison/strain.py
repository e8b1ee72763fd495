"""How structures bear strain: more traffic, somebody away, a link away, other guesses."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.compare.statistics.analysis import Analysis, Comparison
from tabletop.compare.statistics.sensitivity import Robustness, Turn
from tabletop.debrief.charts.lines import Lines
from tabletop.debrief.comparison.absences import LossTable, loss_map, loss_table
from tabletop.debrief.comparison.choking import ChokeRow, choke_rows, choking_told, rule
from tabletop.debrief.comparison.heat import MapRow
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.loads import LoadRow, factors, is_by_magnitude, load_chart, load_row
from tabletop.debrief.comparison.numbers import chance
from tabletop.debrief.comparison.standing import is_one_each
from tabletop.debrief.sayings import share
from tabletop.debrief.text import Name, Phrase, Text, named, numeral
from tabletop.debrief.words import _
from tabletop.measures import MEASURES

MOST_TURNS = 10
"""As many guesses as are shown."""


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One guess."""

    name: Text
    """Where it stands, in titles."""
    path: Name
    """The same as the scenario writes it."""
    correlation: str
    """Its rank correlation with the lead of the best."""
    says: str
    """What that means."""


@dataclass(frozen=True, slots=True)
class Guessing:
    """Whether the ranking hangs on guesses."""

    draws: int
    """How many draws."""
    best: Name
    """The structure that is best as things are."""
    stays: str
    """In which share of the draws it stays best, with its interval."""
    order: str
    """In which share all structures keep their order, with its interval."""
    best_in: tuple[tuple[Name, int], ...]
    """In how many draws each was best."""
    turns: tuple[TurnRow, ...]
    """The guesses that bear most on the lead."""


@dataclass(frozen=True, slots=True)
class Strain:
    """How structures bear strain; each part is empty when it was not tried."""

    factors: tuple[str, ...]
    """The loads tried."""
    measured: str
    """What is shown of each structure under growing load."""
    loads: tuple[LoadRow, ...]
    """Structures under growing load."""
    chart: Lines | None
    """The same as lines."""
    rule: str
    """When a desk is said to choke."""
    told: tuple[Phrase, ...]
    """Who chokes first, in sentences."""
    chokes: tuple[ChokeRow, ...]
    """Which desks choke first under each structure, and at which load."""
    structures: tuple[Name, ...]
    """The columns of the next."""
    away: tuple[MapRow, ...]
    """What the absence of each actor costs under each structure."""
    losses: tuple[LossTable, ...]
    """What it costs that somebody, or a link, is away."""
    guesses: Guessing | None
    """Whether the ranking hangs on guesses."""


def strain(analysis: Analysis, comparison: Comparison, labels: Labels) -> Strain:
    """Return how structures bear strain."""
    measure = analysis.measure
    structures = tuple(dict.fromkeys(each.cell.structure for each in comparison.leads))
    tables = (loss_table(comparison, name, labels, measure=measure) for name in structures)
    return Strain(
        factors(comparison.loads),
        _measured(comparison, measure),
        tuple(load_row(each, structures, labels, measure=measure) for each in comparison.loads),
        load_chart(comparison.loads, structures, labels, measure=measure) if comparison.loads else None,
        rule(),
        tuple(choking_told(comparison, labels)),
        choke_rows(comparison.loads, labels),
        tuple(labels.structure(each) for each in structures),
        loss_map(comparison, structures, labels, measure=measure),
        tuple(each for each in tables if each.actors or each.links),
        None
        if comparison.robustness is None or is_one_each(comparison)
        else _guessing(comparison.robustness, labels),
    )


def _measured(comparison: Comparison, measure: str) -> str:
    """Say what is shown of each structure under growing load, and on which scale."""
    pattern = (
        _(
            "{measure}, with so many times the traffic of the scenario. The scale at the side grows by factors."
        )
        if is_by_magnitude(comparison.loads)
        else _("{measure}, with so many times the traffic of the scenario.")
    )
    return pattern.replace("{measure}", _(MEASURES[measure].title))


def _guessing(found: Robustness, labels: Labels) -> Guessing:
    return Guessing(
        found.draws,
        labels.structure(found.best),
        chance(found.stays_best),
        chance(found.same_order),
        tuple((labels.structure(name), count) for name, count in found.best_in),
        tuple(
            TurnRow(
                labels.names.path(each.path),
                named(each.path),
                numeral(f"{each.correlation:+.2f}".replace("-", "−")),
                turned(each),
            )
            for each in found.turns[:MOST_TURNS]
        ),
    )


def turned(turn: Turn) -> str:
    """Say what a guess does to the lead of the best, and where in its range it lay when the lead was lost."""
    if turn.p > 0.05:
        return _("no clear influence")
    says = _("the lead grows with it") if turn.correlation > 0 else _("the lead shrinks as it grows")
    if turn.held_at is None or turn.lost_at is None:
        return says
    pattern = _(
        "{says}; where the lead was lost it lay at {lost} of its range on average, where it was held at {held}"
    )
    return (
        pattern
        .replace("{says}", says)
        .replace("{lost}", share(turn.lost_at))
        .replace("{held}", share(turn.held_at))
    )
