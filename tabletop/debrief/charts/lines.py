"""Several lines over one another, told apart by colour and by dashes: like the fever charts of several patients.

Under the team the share still without the concern falls to a tenth within two days; under the chain it is half by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabletop.compare.statistics.survival import Curve
from tabletop.debrief.charts.axis import Tick
from tabletop.debrief.charts.scale import Scale
from tabletop.debrief.text import Text

STYLES = 8
"""How many lines can be told apart; more use the styles again."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, as the points of an SVG path in a square of 100 by 100."""

    name: Text
    """What it is of."""
    style: int
    """Its colour and dashes, from 1."""
    path: str
    """The line."""
    band: str
    """The area of its interval; empty when none is drawn."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Several lines on one pair of scales."""

    lines: tuple[Line, ...]
    """The lines, in the order of the key."""
    across: tuple[Tick, ...]
    """The marks of the scale below."""
    up: tuple[Tick, ...]
    """The marks of the scale at the side, in percent from the bottom."""


def stairs(name: Text, place: int, curve: Curve, *, banded: bool) -> Line:
    """Return the line of a curve that falls in steps from all to those who never knew."""
    flat = [(0.0, 1.0), *((each.at, each.without) for each in curve.steps)]
    band = ""
    if banded and curve.steps:
        upper = _steps([(0.0, 1.0), *((each.at, each.high) for each in curve.steps)], curve.horizon)
        lower = _steps([(0.0, 1.0), *((each.at, each.low) for each in curve.steps)], curve.horizon)
        band = "M" + "L".join([*upper, *reversed(lower)]) + "Z"
    return Line(name, style_of(place), "M" + "L".join(_steps(flat, curve.horizon)), band)


def points(name: Text, place: int, pairs: Iterable[tuple[float, float]], *, on: tuple[Scale, Scale]) -> Line:
    """Return a line from point to point; `on` are the scales across and up."""
    across, up = on
    path = "L".join(_at(across.x(x), 100 - up.x(y)) for x, y in pairs)
    return Line(name, style_of(place), "M" + path, "")


def style_of(place: int) -> int:
    """Return the style of the line at a place of the key, counted from 0."""
    return place % STYLES + 1


def _steps(pairs: Sequence[tuple[float, float]], horizon: float) -> list[str]:
    """Return the corners of stairs, to the right end."""
    whole = horizon or 1.0
    corners, before = [], 1.0
    for at, share in pairs:
        x = 100 * min(at / whole, 1.0)
        corners += [_at(x, 100 - 100 * before), _at(x, 100 - 100 * share)]
        before = share
    return [*corners, _at(100.0, 100 - 100 * before)]


def _at(x: float, y: float) -> str:
    return f"{x:.2f} {y:.2f}"
