"""Rows written by hand: what would have come of replications, without playing any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tabletop.compare.results import Cell, Row
from tabletop.compare.statistics.columns import Column, column
from tabletop.measures import MAIN

CITY = "city"


def cell(structure: str, *interventions: str, variant: str = "") -> Cell:
    return Cell(CITY, structure, interventions, variant)


def rows(
    where: Cell,
    values: Sequence[float | None],
    *,
    measures: Mapping[str, Sequence[float | None]] | None = None,
    since: int = 0,
) -> tuple[Row, ...]:
    """Return a row for each value of the main measure, and of others that are given as long."""
    others = measures or {}
    return tuple(
        Row(
            where,
            since + place,
            {MAIN: value, **{name: each[place] for name, each in others.items()}},
            {},
            {},
            {},
            {},
        )
        for place, value in enumerate(values)
    )


def played(
    where: Cell,
    values: Sequence[float | None],
    *,
    measures: Mapping[str, Sequence[float | None]] | None = None,
    since: int = 0,
) -> Column:
    """Return the same as a column that keeps every measure."""
    keeping = (MAIN, *(measures or {}))
    return column(where, rows(where, values, measures=measures, since=since), keeping=keeping)
