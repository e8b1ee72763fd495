"""Structures under growing load: what the measure comes to, how busy the busiest desk is, and where it chokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tabletop.compare.statistics.degradation import LoadCurve
from tabletop.debrief.charts.axis import Tick
from tabletop.debrief.charts.dots import reach
from tabletop.debrief.charts.lines import Lines, points, style_of
from tabletop.debrief.charts.scale import Scale, scale
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import interval, number, said
from tabletop.debrief.text import Name
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
    busiest: tuple[str, ...]
    """How busy the busiest desk is at each load."""
    chokes: str
    """Between which loads it chokes."""


def factors(curves: Sequence[LoadCurve]) -> tuple[str, ...]:
    """Return the loads that were tried, as words, in order."""
    return tuple(map(_factor, dict.fromkeys(load.factor for each in curves for load in each.loads)))


def _factor(value: float) -> str:
    return _("{n} ×").replace("{n}", number(value))


def load_row(curve: LoadCurve, structures: Sequence[str], labels: Labels, *, measure: str) -> LoadRow:
    """Return one structure under growing load."""
    return LoadRow(
        style_of(structures.index(curve.structure)),
        labels.structure(curve.structure),
        tuple(said(each.estimate.value, measure) for each in curve.loads),
        tuple(interval(each.estimate, measure) for each in curve.loads),
        tuple(
            _("busiest desk: {share}").replace("{share}", said(each.busiest, "busiest_desk"))
            for each in curve.loads
        ),
        _choking(curve),
    )


def _choking(curve: LoadCurve) -> str:
    """Say between which of the loads tried the busiest desk came to be in work nearly all of its time."""
    if curve.chokes_at is None:
        return _("at no load tried")
    borne = [each.factor for each in curve.loads if each.factor < curve.chokes_at]
    if not borne:
        return _("at {load} already").replace("{load}", _factor(curve.chokes_at))
    between = _("between {low} and {high}").replace("{low}", _factor(max(borne)))
    return between.replace("{high}", _factor(curve.chokes_at))


def load_chart(
    curves: Sequence[LoadCurve], structures: Sequence[str], labels: Labels, *, measure: str
) -> Lines:
    """Return the measure over the load, a line with the band of its intervals for each structure."""
    loads = [load for each in curves for load in each.loads]
    across = scale([each.factor for each in loads], _factor)
    up = scale(reach([each.estimate for each in loads]), lambda value: said(value, measure), holding=0.0)
    lines = tuple(
        points(
            labels.structure(each.structure),
            structures.index(each.structure),
            [(load.factor, load.estimate.value) for load in each.loads],
            on=(across, up),
        )
        for each in curves
    )
    bands = (_band(each, across, up) for each in curves)
    banded = tuple(replace(line, band=band) for line, band in zip(lines, bands, strict=True))
    return Lines(banded, across.ticks, _upward(up))


def _band(curve: LoadCurve, across: Scale, up: Scale) -> str:
    """Return the area of the intervals, as an SVG path in a square of 100 by 100; empty where there are none."""
    ends = [(each.factor, each.estimate.low, each.estimate.high) for each in curve.loads]
    above = [(factor, high) for factor, _low, high in ends if high is not None]
    below = [(factor, low) for factor, low, _high in reversed(ends) if low is not None]
    if len(above) < len(ends) or len(below) < len(ends):
        return ""
    corners = (f"{across.x(factor):.2f} {100 - up.x(value):.2f}" for factor, value in (*above, *below))
    return "M" + "L".join(corners) + "Z"


def _upward(up: Scale) -> tuple[Tick, ...]:
    return tuple(Tick(each.x, each.label, "") for each in up.ticks)
