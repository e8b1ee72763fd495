"""How gracefully a structure degrades: with more traffic, without a partner, without a link.

Twice the mail costs the team 5 hours and the hub 90, since at that load the hub's desk is busy all day; without the
municipality the hub is no network at all, and the team still reaches two thirds of what it hoped for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.compare.statistics.choking import DeskCurve, desk_curves
from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.intervals import CONFIDENCE, Estimate
from tabletop.compare.statistics.paired import adjusted, sign_of
from tabletop.compare.statistics.variants import WITHOUT_ACTOR, WITHOUT_LINK, load_of, which_of


@dataclass(frozen=True, slots=True)
class LoadPoint:
    """One structure at one load."""

    factor: float
    """How many times as much traffic as the scenario says."""
    estimate: Estimate
    """The measure's mean."""


@dataclass(frozen=True, slots=True)
class LoadCurve:
    """One structure under growing load."""

    structure: str
    """The structure."""
    loads: tuple[LoadPoint, ...]
    """By growing factor."""
    desks: tuple[DeskCurve, ...]
    """Every desk at the same loads, who chokes first coming first and then whoever is busiest at the end."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What it costs a structure that somebody, or a link, is away."""

    structure: str
    """The structure."""
    what: str
    """The actor's id, or the link's address."""
    is_actor: bool
    """Whether it is an actor."""
    cost: Estimate
    """How much worse the measure became, paired and adjusted for all that were away in turn; below 0 better."""
    clear: bool
    """Whether that is more than chance."""


def load_curve(columns: Sequence[Column], measure: str) -> LoadCurve | None:
    """Return how one structure's cells of several loads compare; None when fewer than two loads were played."""
    by_factor = {factor: each for each in columns if (factor := load_of(each.cell)) is not None}
    loads = tuple(
        LoadPoint(factor, estimate)
        for factor in sorted(by_factor)
        if (estimate := by_factor[factor].taken[measure].mean) is not None
    )
    if len(loads) < 2:
        return None
    desks = desk_curves([(each.factor, by_factor[each.factor].desks) for each in loads])
    return LoadCurve(columns[0].cell.structure, loads, desks)


def losses(
    base: Column, columns: Sequence[Column], measure: str, *, confidence: float = CONFIDENCE
) -> tuple[Loss, ...]:
    """Return what each actor and link that was away in turn cost its structure, the dearest first."""
    away = [each for each in columns if each.cell.variant.startswith((WITHOUT_ACTOR, WITHOUT_LINK))]
    sign = sign_of(measure)
    found = adjusted(
        [(each, base) if sign > 0 else (base, each) for each in away], measure, confidence=confidence
    )
    costs = [
        _loss(column, difference.estimate, clear=difference.clear)
        for column, difference in zip(away, found, strict=True)
        if difference is not None
    ]
    return tuple(sorted(costs, key=lambda each: (-each.cost.value, each.what)))


def _loss(column: Column, cost: Estimate, *, clear: bool) -> Loss:
    cell = column.cell
    is_actor = cell.variant.startswith(WITHOUT_ACTOR)
    what = which_of(cell, WITHOUT_ACTOR if is_actor else WITHOUT_LINK)
    return Loss(cell.structure, what, is_actor, cost, clear)
