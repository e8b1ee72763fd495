"""What helps most: changes against structures as a map of warm and cool fields, and as a ranking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabletop.compare.statistics.analysis import Analysis, Comparison
from tabletop.compare.statistics.effects import Effect
from tabletop.debrief.comparison.heat import NOT_TRIED, MapField, MapRow, map_field
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import differing, differing_interval
from tabletop.debrief.text import Name, Text
from tabletop.debrief.words import _

MOST_RANKED = 12
"""As many changes as the ranking shows; all are in `comparison.json`."""

MOST_MAPPED = 30
"""As many rows as the map shows: those that matter most anywhere."""


@dataclass(frozen=True, slots=True)
class GainRow:
    """One change in the ranking."""

    rank: int
    """Its place."""
    name: Text
    """What was changed."""
    structure: Name
    """Under which structure."""
    gain: str
    """What it gained."""
    interval: str
    """Between what the gain lies."""
    says: str
    """Whether that is more than chance."""
    beyond: str
    """For two together: what they gained beyond the sum of both alone; else empty."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What helps most."""

    structures: tuple[Name, ...]
    """The columns of the maps."""
    alone: tuple[MapRow, ...]
    """Interventions, each alone."""
    lifted: tuple[MapRow, ...]
    """Lifted barriers, each alone."""
    ranking: tuple[GainRow, ...]
    """What gained most, alone."""
    pairs: tuple[GainRow, ...]
    """What gained most, in pairs."""
    more: int
    """How many more were tried than the rankings show."""


def changes(analysis: Analysis, comparison: Comparison, labels: Labels) -> Changes:
    """Return what each change gained."""
    found = comparison.effects
    structures = tuple(dict.fromkeys(each.cell.structure for each in comparison.leads))
    alone = [each for each in found if labels.changes(each) == 1]
    pairs = [each for each in found if labels.changes(each) > 1]
    most = max((abs(each.gain.value) for each in alone), default=0.0)
    measure = analysis.measure
    ranked, paired = _ranked(alone), _ranked(pairs)
    return Changes(
        tuple(labels.structure(each) for each in structures),
        _map([each for each in alone if not each.lifted], structures, labels, measure=measure, most=most),
        _map([each for each in alone if each.lifted], structures, labels, measure=measure, most=most),
        _ranking(ranked, labels, measure),
        _ranking(paired, labels, measure),
        max(0, len(ranked) - MOST_RANKED) + max(0, len(paired) - MOST_RANKED),
    )


def _ranked(found: Iterable[Effect]) -> list[Effect]:
    return sorted(found, key=lambda each: (-each.gain.value, each.structure, each.what))


def _map(
    found: Sequence[Effect], structures: Sequence[str], labels: Labels, *, measure: str, most: float
) -> tuple[MapRow, ...]:
    """Return the map of these changes, in the order in which the scenario has them, cut to those that matter most."""
    rows: dict[tuple[str, ...], dict[str, Effect]] = {}
    for each in found:
        rows.setdefault(each.what, {})[each.structure] = each
    strongest = sorted(
        rows, key=lambda what: -max((abs(each.gain.value) for each in rows[what].values()), default=0.0)
    )[:MOST_MAPPED]
    return tuple(
        MapRow(
            labels.change(next(iter(rows[what].values()))),
            tuple(_field(rows[what].get(name), measure=measure, most=most) for name in structures),
        )
        for what in strongest
    )


def _field(effect: Effect | None, *, measure: str, most: float) -> MapField:
    if effect is None:
        return NOT_TRIED
    better = effect.gain.value > 0
    return map_field(effect.gain, better=better, clear=effect.clear, most=most, measure=measure)


def _ranking(found: Sequence[Effect], labels: Labels, measure: str) -> tuple[GainRow, ...]:
    return tuple(
        GainRow(
            rank,
            labels.change(each),
            labels.structure(each.structure),
            differing(each.gain.value, measure),
            differing_interval(each.gain, measure),
            _said(each),
            _beyond(each, measure),
        )
        for rank, each in enumerate(found[:MOST_RANKED], 1)
    )


def _said(effect: Effect) -> str:
    if not effect.clear:
        return _("no clear difference")
    return _("clearly better") if effect.gain.value > 0 else _("clearly worse")


def _beyond(effect: Effect, measure: str) -> str:
    if effect.beyond is None:
        return ""
    between = differing_interval(effect.beyond, measure)
    return f"{differing(effect.beyond.value, measure)} ({between})" if between else ""
