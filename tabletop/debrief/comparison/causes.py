"""Where the time went under each structure: one bar for each, cut by where in a hand-off it was lost."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.compare.statistics.analysis import CellFigures, Comparison
from tabletop.debrief.charts.bars import Segment, segments
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import said
from tabletop.debrief.reasons import FAMILIES, Family
from tabletop.debrief.text import Text
from tabletop.debrief.words import _
from tabletop.model.duration import HOUR

PARTS: tuple[tuple[Family, str], ...] = (
    ("willing", "lost_willing_hours"),
    ("allowed", "lost_allowed_hours"),
    ("form", "lost_form_hours"),
    ("carried", "lost_carried_hours"),
    ("queue", "lost_queue_hours"),
    ("shut", "lost_shut_hours"),
    ("protection", "time_for_protection_hours"),
)
"""The parts of a bar, each with the measure that it shows."""


@dataclass(frozen=True, slots=True)
class CauseBar:
    """One structure."""

    name: Text
    """What it is called."""
    segments: tuple[Segment, ...]
    """Its bar."""
    values: tuple[str, ...]
    """The time of each part."""
    total: str
    """The time lost in all; time for protection is not lost."""


@dataclass(frozen=True, slots=True)
class CauseBars:
    """Where the time went."""

    families: tuple[tuple[Family, str], ...]
    """The colours and what they stand for."""
    bars: tuple[CauseBar, ...]
    """One bar for each structure, on one scale; none when no time went anywhere."""


def cause_bars(comparison: Comparison, labels: Labels) -> CauseBars:
    """Return where the time of all hand-offs went, on average."""
    scale = max((sum(_lengths(each)) for each in comparison.leads), default=0)
    return CauseBars(
        tuple((family, _(FAMILIES[family])) for family, _name in PARTS),
        tuple(_bar(each, labels, scale=scale) for each in comparison.leads) if scale else (),
    )


def _bar(figures: CellFigures, labels: Labels, *, scale: int) -> CauseBar:
    lengths = _lengths(figures)
    parts = [(family, length, "") for (family, _name), length in zip(PARTS, lengths, strict=True)]
    return CauseBar(
        labels.cell(figures.cell),
        tuple(each for each in segments(parts, scale=scale) if each.width),
        tuple(said(length / HOUR, name) for (_family, name), length in zip(PARTS, lengths, strict=True)),
        said(_mean(figures, "time_lost_hours"), "time_lost_hours"),
    )


def _lengths(figures: CellFigures) -> list[int]:
    return [round(_mean(figures, name) * HOUR) for _family, name in PARTS]


def _mean(figures: CellFigures, measure: str) -> float:
    found = figures.taken[measure].mean
    return found.value if found else 0.0
