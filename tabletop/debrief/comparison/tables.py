"""The tables behind it all: every measure, every expectation and every network figure, structure by structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.compare.statistics.analysis import Comparison
from tabletop.debrief.comparison.grouping import GROUPS
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import chance_interval, interval, number, said
from tabletop.debrief.sayings import share
from tabletop.debrief.text import Name, Text, counted, joined
from tabletop.debrief.words import _, n_
from tabletop.measures import MEASURES
from tabletop.structures.figures import NetworkFigures

FLOWS = ("flow_centralisation", "flow_gini", "handoffs", "busiest_desk", "routine_hours")
"""The measures that say what became of a network when something was sent over it."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row."""

    name: Text
    """What it is of."""
    about: Text
    """How it is found; empty when that needs no words."""
    values: tuple[Text, ...]
    """What it is in each column."""
    asides: tuple[str, ...]
    """What stands below each value in small letters; may be empty."""


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows that belong together."""

    title: str
    """What they have in common."""
    rows: tuple[TableRow, ...]
    """The rows."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables behind it all."""

    columns: tuple[Text, ...]
    """Structures, or points of a sweep."""
    expectations: tuple[TableRow, ...]
    """How often each expectation was met."""
    measures: tuple[TableGroup, ...]
    """The mean of every measure, those that belong together side by side."""
    structures: tuple[Name, ...]
    """The columns of the network figures."""
    networks: tuple[TableRow, ...]
    """Figures of the networks, before anything is sent."""
    flows: tuple[TableRow, ...]
    """What hand-offs made of those networks; its columns are those of all tables."""


def tables(comparison: Comparison, labels: Labels) -> Tables:
    """Return the tables behind it all."""
    return Tables(
        tuple(labels.cell(each.cell) for each in comparison.leads),
        tuple(_expectation(comparison, labels, name) for name in comparison.scenario.expectations),
        tuple(
            TableGroup(_(title), tuple(_measure(comparison, name) for name in names))
            for title, names in GROUPS
        ),
        tuple(labels.structure(name) for name, _found in comparison.networks),
        _networks([each for _name, each in comparison.networks], labels),
        tuple(_measure(comparison, name) for name in FLOWS),
    )


def _expectation(comparison: Comparison, labels: Labels, name: str) -> TableRow:
    found = [each.met.get(name) for each in comparison.leads]
    return TableRow(
        labels.names.expectation(name),
        "",
        tuple("–" if each is None else share(each.value) for each in found),
        tuple("" if each is None else chance_interval(each) for each in found),
    )


def _measure(comparison: Comparison, name: str) -> TableRow:
    measure = MEASURES[name]
    found = [each.taken[name] for each in comparison.leads]
    return TableRow(
        _(measure.title),
        _(measure.formula),
        tuple(said(each.mean.value if each.mean else None, name) for each in found),
        tuple(
            _both(interval(each.mean, name), _missing(each.missing) if each.mean else "") for each in found
        ),
    )


def _both(*words: str) -> str:
    """Return the words that are there, with a semicolon between them."""
    return "; ".join(each for each in words if each)


def _missing(count: int) -> str:
    return n_("not in {n} replication", "not in {n} replications", count) if count else ""


def _networks(found: Sequence[NetworkFigures], labels: Labels) -> tuple[TableRow, ...]:
    cut: tuple[Text, ...] = tuple(
        joined([labels.names.actor(actor) for actor in each.weakest], by=_(", "))
        if each.weakest
        else _("nobody")
        for each in found
    )
    rows: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (_("Actors connected"), tuple(counted(each.actors) for each in found)),
        (_("Pairs linked"), tuple(counted(each.links) for each in found)),
        (_("Density"), _shares([each.density for each in found])),
        (_("Centralisation by degree"), _shares([each.degree for each in found])),
        (_("Centralisation by betweenness"), _shares([each.betweenness for each in found])),
        (_("Centralisation by closeness"), _shares([each.closeness for each in found])),
        (
            _("Most hand-offs between two"),
            tuple("–" if each.diameter is None else counted(each.diameter) for each in found),
        ),
        (
            _("Hand-offs between two, on average"),
            tuple("–" if each.mean_path is None else number(each.mean_path) for each in found),
        ),
        (_("Pairs that can reach each other"), _shares([each.reach for each in found])),
        (_("Without whom it falls apart"), cut),
    )
    return tuple(TableRow(name, "", values, ("",) * len(values)) for name, values in rows)


def _shares(values: Sequence[float | None]) -> tuple[str, ...]:
    return tuple("–" if each is None else share(each) for each in values)
