"""How long until roles knew: curves of those still without, for the needs in which structures differ most."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.compare.statistics.analysis import Comparison, NeedCurves
from tabletop.compare.statistics.survival import Curve
from tabletop.debrief.charts.axis import Tick
from tabletop.debrief.charts.lines import Lines, stairs, style_of
from tabletop.debrief.charts.scale import Scale, scale
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import waiting
from tabletop.debrief.comparison.tables import TableRow
from tabletop.debrief.sayings import TIED, percentage, share
from tabletop.debrief.text import Phrase, Text, numeral, phrase
from tabletop.debrief.words import _
from tabletop.model.duration import DAY, HOUR

DRAWN = 4
"""Of how many needs curves are drawn; the table has them all."""

MOST_BANDED = 3
"""Up to how many lines their intervals are drawn as well: more would hide each other."""


@dataclass(frozen=True, slots=True)
class WaitRow:
    """One need under one structure."""

    structure: Text
    """The structure."""
    median: str
    """After how long half knew."""
    mean: str
    """How long they were without it on average, cut where the watch ended."""
    never: str
    """In which share of the replications the role never knew."""


@dataclass(frozen=True, slots=True)
class WaitTable:
    """One need under every structure."""

    title: Phrase
    """Who needed what."""
    chart: Lines | None
    """Its curves; None when it was not watched for any time."""
    followed: str
    """Up to when its curves are followed."""
    rows: tuple[WaitRow, ...]
    """The same in numbers."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long until roles knew."""

    key: tuple[tuple[int, Text], ...]
    """The style of each line, and what it is of."""
    drawn: tuple[WaitTable, ...]
    """The needs in which structures differ most."""
    columns: tuple[Text, ...]
    """The columns of the next."""
    rest: tuple[TableRow, ...]
    """All other needs: the mean time without, and below it when half knew and how often it was never known."""


def waits(comparison: Comparison, labels: Labels) -> Waiting:
    """Return how long it took until roles knew what they needed."""
    cells = [each.cell for each in comparison.leads]
    key = tuple((style_of(place), labels.cell(cell)) for place, cell in enumerate(cells))
    drawn = tuple(_table(need, comparison, labels) for need in comparison.needs[:DRAWN])
    rest = tuple(_briefly(need, comparison, labels) for need in comparison.needs[DRAWN:])
    return Waiting(key, drawn, tuple(labels.cell(cell) for cell in cells), rest)


def _briefly(need: NeedCurves, comparison: Comparison, labels: Labels) -> TableRow:
    found = dict(need.curves)
    curves = [found.get(each.cell) for each in comparison.leads]
    return TableRow(
        _title(need, labels),
        "",
        tuple("–" if each is None else waiting(each.mean) for each in curves),
        tuple("" if each is None else _half_and_never(each) for each in curves),
    )


def _half_and_never(found: Curve) -> str:
    pattern = _("half: {median}; never: {never}")
    never = share(found.never / found.count)
    return pattern.replace("{median}", _half(found)).replace("{never}", never)


def _half(found: Curve) -> str:
    """Say after how long half knew; where that was not seen, that it took longer than could be followed."""
    if found.median is None:
        return _("not within {time}").replace("{time}", waiting(found.horizon))
    return waiting(found.median)


def _title(need: NeedCurves, labels: Labels) -> Phrase:
    fields: dict[str, Text | int] = {"who": labels.names.who(need.role), "kind": labels.names.kind(need.kind)}
    return phrase(_("{who}: “{kind}”"), fields)


def _table(need: NeedCurves, comparison: Comparison, labels: Labels) -> WaitTable:
    horizon = max((each.horizon for _cell, each in need.curves), default=0.0)
    return WaitTable(
        title=_title(need, labels),
        chart=_lines(need, comparison, labels, horizon=horizon) if horizon else None,
        followed=_("Followed for {time}: as long as every one of these lines can be.").replace(
            "{time}", waiting(horizon)
        ),
        rows=tuple(_row(labels.cell(cell), each) for cell, each in need.curves),
    )


def _row(name: Text, found: Curve) -> WaitRow:
    return WaitRow(name, _half(found), waiting(found.mean), share(found.never / found.count))


def _lines(need: NeedCurves, comparison: Comparison, labels: Labels, *, horizon: float) -> Lines:
    places = {each.cell: place for place, each in enumerate(comparison.leads)}
    banded = len(need.curves) <= MOST_BANDED
    return Lines(
        lines=tuple(
            stairs(labels.cell(cell), places[cell], each, banded=banded) for cell, each in need.curves
        ),
        across=_days(horizon).ticks,
        up=_shares(),
    )


def _shares() -> tuple[Tick, ...]:
    """Return the marks at the side: the share of those still without."""
    return (
        Tick(0.0, percentage("0"), "first"),
        Tick(50.0, percentage("50"), ""),
        Tick(100.0, percentage("100"), "last"),
    )


def _days(horizon: float) -> Scale:
    """Return the scale of a watch, in days, or in hours when it was short."""
    unit, pattern = (DAY, _("{n} d")) if horizon > 2 * DAY else (HOUR, _("{n} h"))
    tied = pattern.replace(" ", TIED)
    marked = scale(
        (0.0, horizon / unit),
        lambda value: tied.replace("{n}", numeral(f"{value:g}")) if value else numeral("0"),
        holding=0.0,
    )
    stretch = marked.high * unit / horizon
    ticks = tuple(
        Tick(each.x * stretch, each.label, each.side) for each in marked.ticks if each.x * stretch <= 100
    )
    return Scale(0.0, horizon, ticks)
