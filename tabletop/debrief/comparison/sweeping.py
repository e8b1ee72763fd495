"""A sweep so that it can be read: what each setting does by itself, then the whole grid as a map, then the best points.

Of thirty-two points nobody reads thirty-two rows; that a meeting every week saves fifty hours and a third clerk nothing
is seen in two small pictures, and which corner of the grid is green in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tabletop.compare.results import Cell
from tabletop.compare.statistics.analysis import Analysis, CellFigures, Comparison
from tabletop.compare.statistics.intervals import Estimate
from tabletop.compare.statistics.paired import sign_of
from tabletop.compare.statistics.sweeping import MainEffect
from tabletop.compare.statistics.variants import settings_of
from tabletop.debrief.charts.dots import Dot, Dots, dot, reach
from tabletop.debrief.charts.scale import Scale, scale
from tabletop.debrief.comparison.heat import NOT_TRIED, TONES, MapField, MapRow
from tabletop.debrief.comparison.labels import Labels, shortened
from tabletop.debrief.comparison.numbers import differing, differing_interval, interval, said
from tabletop.debrief.text import Name, Text, joined, named

MOST_POINTS = 10
"""As many points of a sweep as are told in full, the best ones; the map shows all, and so does `comparison.json`."""

MOST_PANELS = 12
"""As many pictures of paths as are drawn, those of the structures with the best values; the table has all."""

MOST_COLUMNS = 8
"""As many values as a path may have to be laid across the map, unless all paths have more."""

MOST_ROWS = 48
"""As many rows as one map has."""


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
class SettingPanel:
    """What the values of one path do under one structure."""

    title: Text
    """Which path, and under which structure where there are several."""
    chart: Dots
    """How much each value differs from the first."""


@dataclass(frozen=True, slots=True)
class GridMap:
    """All points of the grid under one structure, one path across and the others down."""

    title: Text
    """Which structure; empty where there is only one."""
    columns: tuple[Name, ...]
    """The values of the path that lies across."""
    rows: tuple[MapRow, ...]
    """The settings of all other paths."""
    more: int
    """How many rows there are besides."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a sweep found."""

    panels: tuple[SettingPanel, ...]
    """What each setting does by itself."""
    left_out: int
    """How many pictures are left out."""
    settings: tuple[SettingRow, ...]
    """The same as a table."""
    grid: tuple[GridMap, ...]
    """All points; none where one path alone was varied."""
    points: int
    """How many points there are."""
    told: int
    """How many of them are told in full."""


def sweep(analysis: Analysis, comparison: Comparison, labels: Labels) -> Sweep | None:
    """Return what a sweep found; None where nothing was varied."""
    points = points_of(comparison)
    if not points:
        return None
    measure = analysis.measure
    panels = _panels(comparison.main_effects, labels, measure)
    paths = {(each.structure, each.path) for each in comparison.main_effects}
    return Sweep(
        panels,
        len(paths) - len(panels),
        tuple(_setting(each, labels, measure) for each in comparison.main_effects),
        tuple(_maps(comparison, points, labels, measure=measure)),
        len(points),
        min(len(points), MOST_POINTS),
    )


def points_of(comparison: Comparison) -> list[CellFigures]:
    """Return all points of a sweep, those too that are not compared pair by pair."""
    return [each for each in (*comparison.leads, *comparison.others) if settings_of(each.cell)]


def thinned(comparison: Comparison, measure: str) -> Comparison:
    """Return a sweep with its best points only, the best first; what is no sweep, or a short one, as it is."""
    if len(points_of(comparison)) <= MOST_POINTS:
        return comparison
    able = [each for each in comparison.leads if each.taken[measure].mean is not None]
    best = sorted(able, key=lambda each: sign_of(measure) * _mean(each, measure))[:MOST_POINTS]
    cells = {each.cell: place for place, each in enumerate(best)}
    return replace(
        comparison,
        leads=tuple(best),
        places=tuple(sorted((e for e in comparison.places if e.cell in cells), key=lambda e: cells[e.cell])),
        standings=tuple(
            sorted((e for e in comparison.standings if e.cell in cells), key=lambda e: cells[e.cell])
        ),
        saving=comparison.saving
        and replace(
            comparison.saving,
            pairs=tuple(e for e in comparison.saving.pairs if e.one in cells and e.other in cells),
        ),
    )


def _mean(figures: CellFigures, measure: str) -> float:
    found = figures.taken[measure].mean
    assert found is not None
    return found.value


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


def _panels(effects: Sequence[MainEffect], labels: Labels, measure: str) -> tuple[SettingPanel, ...]:
    """Return a panel for each path under each structure, all on one scale, so that they can be held against each other."""
    changes = [each.change for each in effects if each.change]
    if not changes:
        return ()
    line = scale(reach(changes), lambda value: differing(value, measure), holding=0.0)
    several = len({each.structure for each in effects}) > 1
    grouped: dict[tuple[str, str], list[MainEffect]] = {}
    for each in effects:
        grouped.setdefault((each.structure, each.path), []).append(each)
    at_best = {
        structure: min(
            sign_of(measure) * each.estimate.value for each in effects if each.structure == structure
        )
        for structure, _path in grouped
    }
    shown = sorted(grouped, key=lambda key: at_best[key[0]]) if len(grouped) > MOST_PANELS else list(grouped)
    return tuple(
        SettingPanel(
            joined([labels.structure(structure), named(path)], by=" · ") if several else named(path),
            Dots(line, tuple(_dot(each, line, measure) for each in grouped[structure, path]), line.x(0.0)),
        )
        for structure, path in shown[:MOST_PANELS]
    )


def _dot(effect: MainEffect, line: Scale, measure: str) -> Dot:
    """Return how much a value differs from the first of its path; the first stands at nought and says its mean."""
    change = effect.change
    if change is None:
        nought = Estimate(0.0, None, None, effect.estimate.count)
        mean = said(effect.estimate.value, measure)
        return dot(line, nought, name=named(effect.value), says=mean, filled=False)
    return dot(
        line,
        change,
        name=named(effect.value),
        says=f"{differing(change.value, measure)} ({differing_interval(change, measure)})",
        filled=not change.allows_nothing,
    )


def _maps(
    comparison: Comparison, points: Sequence[CellFigures], labels: Labels, *, measure: str
) -> Iterator[GridMap]:
    """Yield a map for each structure; where one path alone was varied there is nothing to lay across another."""
    paths = {path: _values(points, path) for path in settings_of(points[0].cell)}
    if len(paths) < 2:
        return
    across = _across(paths)
    shown = _Shown(points, comparison, measure)
    names = shortened(tuple(paths))
    structures = dict.fromkeys(each.cell.structure for each in points)
    for structure in structures:
        rows: dict[str, dict[str, MapField]] = {}
        for each in points:
            if each.cell.structure == structure:
                settings = settings_of(each.cell)
                rest = " · ".join(f"{names[path]} = {settings[path]}" for path in paths if path != across)
                rows.setdefault(rest, {})[settings[across]] = shown.field(each)
        yield GridMap(
            labels.structure(structure) if len(structures) > 1 else "",
            tuple(named(f"{names[across]} = {value}") for value in paths[across]),
            tuple(
                MapRow(named(rest), tuple(found.get(value, NOT_TRIED) for value in paths[across]))
                for rest, found in list(rows.items())[:MOST_ROWS]
            ),
            max(0, len(rows) - MOST_ROWS),
        )


def _across(paths: dict[str, tuple[str, ...]]) -> str:
    """Return the path that is laid across: of those that fit the one with the most values, of equals the last."""
    fitting = [path for path, values in paths.items() if len(values) <= MOST_COLUMNS] or list(paths)
    return max(reversed(fitting), key=lambda path: len(paths[path]))


def _values(points: Sequence[CellFigures], path: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(settings_of(each.cell)[path] for each in points))


class _Shown:
    """How points are shaded: from the best of all over the middle to the worst."""

    def __init__(self, points: Sequence[CellFigures], comparison: Comparison, measure: str) -> None:
        means = [found.value for each in points if (found := each.taken[measure].mean)]
        self._low, self._high = min(means, default=0.0), max(means, default=0.0)
        self._measure = measure
        self._level: set[Cell] = {e.cell for e in comparison.places if e.verdict != "clearly_worse"}

    def field(self, figures: CellFigures) -> MapField:
        found = figures.taken[self._measure].mean
        if found is None:
            return NOT_TRIED
        reached = (found.value - self._low) / (self._high - self._low) if self._high > self._low else 0.5
        tone = round(TONES - 2 * TONES * reached) * sign_of(self._measure)
        return MapField(
            tone,
            said(found.value, self._measure),
            interval(found, self._measure),
            clear=figures.cell in self._level,
        )
