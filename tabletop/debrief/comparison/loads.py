"""Structures under growing load: what the measure comes to, and whose desk is the busiest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tabletop.compare.statistics.degradation import LoadCurve
from tabletop.debrief.charts.axis import Tick
from tabletop.debrief.charts.dots import reach
from tabletop.debrief.charts.lines import Line, Lines, points, style_of
from tabletop.debrief.charts.scale import Scale, scale
from tabletop.debrief.comparison.choking import factor
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.magnitudes import Measured, by_magnitude, is_wide
from tabletop.debrief.comparison.numbers import interval, said
from tabletop.debrief.sayings import share
from tabletop.debrief.text import Name, Phrase, Text, phrase
from tabletop.debrief.words import _


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One structure under growing load."""

    style: int
    """The style of its line."""
    name: Name
    """What it is called."""
    values: tuple[str, ...]
    """The measure's mean at each load."""
    intervals: tuple[str, ...]
    """Between what that lies."""
    busiest: tuple[Phrase, ...]
    """Whose desk is the busiest at each load, and how busy it is."""


def factors(curves: Sequence[LoadCurve]) -> tuple[str, ...]:
    """Return the loads that were tried, as words, in order."""
    return tuple(map(factor, dict.fromkeys(load.factor for each in curves for load in each.loads)))


def load_row(curve: LoadCurve, structures: Sequence[str], labels: Labels, *, measure: str) -> LoadRow:
    """Return one structure under growing load."""
    return LoadRow(
        style_of(structures.index(curve.structure)),
        labels.structure(curve.structure),
        tuple(said(each.estimate.value, measure) for each in curve.loads),
        tuple(interval(each.estimate, measure) for each in curve.loads),
        tuple(_busiest(curve, place, labels) for place in range(len(curve.loads))),
    )


def _busiest(curve: LoadCurve, place: int, labels: Labels) -> Phrase:
    """Say whose desk is the busiest at the load in this place; nothing where nobody has a desk."""
    if not curve.desks:
        return Phrase(())
    desk = max(curve.desks, key=lambda each: each.shares[place])
    fields: dict[str, Text | int] = {
        "who": labels.names.actor(desk.actor),
        "share": share(desk.shares[place]),
    }
    return phrase(_("busiest: {who}, {share}"), fields)


def load_chart(
    curves: Sequence[LoadCurve], structures: Sequence[str], labels: Labels, *, measure: str
) -> Lines:
    """Return the measure over the load, a line with the band of its intervals for each structure."""
    across, up = _across(curves), _up(curves, measure)
    lines = tuple(_line(each, structures, labels, on=(across, up)) for each in curves)
    return Lines(lines, across.line.ticks, _upward(up.line))


def is_by_magnitude(curves: Sequence[LoadCurve]) -> bool:
    """Tell whether the scale at the side grows by factors, since values are too far apart for an even one."""
    return is_wide(_values(curves))


def _across(curves: Sequence[LoadCurve]) -> Measured:
    tried = [load.factor for each in curves for load in each.loads]
    if min(tried) > 0:
        return by_magnitude(tried, factor, marks=dict.fromkeys(tried))
    return Measured(scale(tried, factor), float)


def _up(curves: Sequence[LoadCurve], measure: str) -> Measured:
    values = _values(curves)
    if is_wide(values):
        return by_magnitude(values, lambda value: said(value, measure))
    return Measured(scale(values, lambda value: said(value, measure), holding=0.0), float)


def _values(curves: Sequence[LoadCurve]) -> list[float]:
    return reach([load.estimate for each in curves for load in each.loads])


def _line(
    curve: LoadCurve, structures: Sequence[str], labels: Labels, *, on: tuple[Measured, Measured]
) -> Line:
    across, up = on
    place = structures.index(curve.structure)
    ends = [(each.factor, each.estimate.low, each.estimate.high) for each in curve.loads]
    above = [(factor, high) for factor, _low, high in ends if high is not None]
    below = [(factor, low) for factor, low, _high in reversed(ends) if low is not None]
    corners = "L".join(
        f"{across.x(factor):.2f} {100 - up.x(value):.2f}" for factor, value in (*above, *below)
    )
    pairs = [(across.turn(each.factor), up.turn(each.estimate.value)) for each in curve.loads]
    line = points(labels.structure(curve.structure), place, pairs, on=(across.line, up.line))
    whole = len(above) == len(below) == len(ends)
    return replace(line, band=f"M{corners}Z" if whole else "")


def _upward(up: Scale) -> tuple[Tick, ...]:
    return tuple(Tick(each.x, each.label, "") for each in up.ticks)
