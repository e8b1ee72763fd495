"""How structures bear strain: more traffic, somebody away, a link away, other guesses, other settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.compare.statistics.analysis import Analysis, Comparison
from tabletop.compare.statistics.degradation import LoadCurve, Loss
from tabletop.compare.statistics.sensitivity import Robustness
from tabletop.compare.statistics.sweeping import MainEffect
from tabletop.debrief.charts.axis import Tick
from tabletop.debrief.charts.lines import Lines, points, style_of
from tabletop.debrief.charts.scale import Scale, scale
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import (
    chance,
    differing,
    differing_interval,
    interval,
    number,
    said,
)
from tabletop.debrief.text import Name, Text, named
from tabletop.debrief.words import _

MOST_LOSSES = 12
"""As many losses as are shown of each structure; all are in `comparison.json`."""

MOST_TURNS = 10
"""As many guesses as are shown."""


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One structure under growing load."""

    style: int
    """The style of its line."""
    name: Name
    """What it is called."""
    values: tuple[str, ...]
    """The measure's mean at each load."""
    busiest: tuple[str, ...]
    """How busy the busiest desk is at each load."""
    chokes: str
    """At which load it chokes."""


@dataclass(frozen=True, slots=True)
class LossRow:
    """What it costs that somebody, or a link, is away."""

    name: Text
    """Who or what."""
    cost: str
    """What it costs."""
    interval: str
    """Between what that lies."""
    clear: bool
    """Whether it is more than chance."""


@dataclass(frozen=True, slots=True)
class LossTable:
    """The losses of one structure."""

    structure: Name
    """What it is called."""
    actors: tuple[LossRow, ...]
    """Actors away in turn, the dearest first."""
    links: tuple[LossRow, ...]
    """Links away in turn, the dearest first."""
    more: int
    """How many more were tried than are shown."""


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
class SettingRow:
    """One value of a sweep."""

    structure: Name
    """Under which structure."""
    path: Name
    """The path."""
    value: Name
    """What stands there."""
    mean: str
    """The measure's mean."""
    interval: str
    """Its interval."""
    change: str
    """How that differs from the first value, with its interval; empty for the first."""


@dataclass(frozen=True, slots=True)
class Strain:
    """How structures bear strain; each part is empty when it was not tried."""

    factors: tuple[str, ...]
    """The loads tried."""
    loads: tuple[LoadRow, ...]
    """Structures under growing load."""
    chart: Lines | None
    """The same as lines."""
    losses: tuple[LossTable, ...]
    """What it costs that somebody, or a link, is away."""
    guesses: Guessing | None
    """Whether the ranking hangs on guesses."""
    settings: tuple[SettingRow, ...]
    """The main effects of a sweep."""


def strain(analysis: Analysis, comparison: Comparison, labels: Labels) -> Strain:
    """Return how structures bear strain."""
    measure = analysis.measure
    structures = tuple(dict.fromkeys(each.cell.structure for each in comparison.leads))
    factors = tuple(dict.fromkeys(load.factor for each in comparison.loads for load in each.loads))
    tables = (_losses(comparison, name, labels, measure=measure) for name in structures)
    return Strain(
        tuple(_factor(each) for each in factors),
        tuple(_load(each, structures, labels, measure=measure) for each in comparison.loads),
        _chart(comparison, structures, labels, measure=measure) if comparison.loads else None,
        tuple(each for each in tables if each.actors or each.links),
        None if comparison.robustness is None else _guessing(comparison.robustness, labels),
        tuple(_setting(each, labels, measure) for each in comparison.main_effects),
    )


def _factor(value: float) -> str:
    return _("{n} ×").replace("{n}", number(value))


def _load(curve: LoadCurve, structures: Sequence[str], labels: Labels, *, measure: str) -> LoadRow:
    return LoadRow(
        style_of(structures.index(curve.structure)),
        labels.structure(curve.structure),
        tuple(said(each.estimate.value, measure) for each in curve.loads),
        tuple(said(each.busiest, "busiest_desk") for each in curve.loads),
        _("at no load tried") if curve.chokes_at is None else _factor(curve.chokes_at),
    )


def _chart(comparison: Comparison, structures: Sequence[str], labels: Labels, *, measure: str) -> Lines:
    loads = [load for each in comparison.loads for load in each.loads]
    across = scale([each.factor for each in loads], _factor)
    up = scale([each.estimate.value for each in loads], lambda value: said(value, measure), holding=0.0)
    lines = tuple(
        points(
            labels.structure(each.structure),
            structures.index(each.structure),
            [(load.factor, load.estimate.value) for load in each.loads],
            on=(across, up),
        )
        for each in comparison.loads
    )
    return Lines(lines, across.ticks, _upward(up))


def _upward(up: Scale) -> tuple[Tick, ...]:
    return tuple(Tick(each.x, each.label, "") for each in up.ticks)


def _losses(comparison: Comparison, structure: str, labels: Labels, *, measure: str) -> LossTable:
    mine = [each for each in comparison.losses if each.structure == structure]
    actors = [each for each in mine if each.is_actor]
    links = [each for each in mine if not each.is_actor]
    more = sum(max(0, len(each) - MOST_LOSSES) for each in (actors, links))
    return LossTable(
        labels.structure(structure),
        tuple(_loss(each, labels, measure) for each in actors[:MOST_LOSSES]),
        tuple(_loss(each, labels, measure) for each in links[:MOST_LOSSES]),
        more,
    )


def _loss(loss: Loss, labels: Labels, measure: str) -> LossRow:
    name: Text = labels.names.actor(loss.what) if loss.is_actor else labels.link(loss.what)
    return LossRow(
        name, differing(loss.cost.value, measure), differing_interval(loss.cost, measure), loss.clear
    )


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
                f"{each.correlation:+.2f}".replace("-", "−"),
                _turned(each.correlation, each.p),
            )
            for each in found.turns[:MOST_TURNS]
        ),
    )


def _turned(correlation: float, p: float) -> str:
    if p > 0.05:
        return _("no clear influence")
    return _("the lead grows with it") if correlation > 0 else _("the lead shrinks as it grows")


def _setting(effect: MainEffect, labels: Labels, measure: str) -> SettingRow:
    change = effect.change
    between = differing_interval(change, measure) if change else ""
    return SettingRow(
        labels.structure(effect.structure),
        named(effect.path),
        named(effect.value),
        said(effect.estimate.value, measure),
        interval(effect.estimate, measure),
        f"{differing(change.value, measure)} ({between})" if change and between else "",
    )
