"""How it was found and what it cannot say: method, limits, guesses, provenance."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.amounts import amount
from tabletop.debrief.provenance import Provenance
from tabletop.debrief.sayings import share
from tabletop.debrief.sections.overview import Fact
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Text, counted, joined, named, numeral
from tabletop.debrief.words import _, listing
from tabletop.measures.ratings import RULE
from tabletop.measures.registry import MEASURES


@dataclass(frozen=True, slots=True)
class GuessRow:
    """One number of the scenario that is a guess, or that names its source."""

    path: Name
    """Where it stands."""
    value: Text
    """What it is."""
    range: Text
    """The range in which it may lie; empty when it is no guess."""
    source: Name
    """Where it comes from; empty when that is not said."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure of the whole exercise."""

    title: str
    """What it is called."""
    value: str
    """What it came to, with its unit; a dash when there was nothing to measure it by."""
    formula: str
    """How it is found."""


@dataclass(frozen=True, slots=True)
class Method:
    """How it was found and what it cannot say."""

    rule: str
    """The rule by which objectives are rated."""
    limits: tuple[str, ...]
    """What this simulation leaves out, in plain words."""
    measures: tuple[MeasureRow, ...]
    """Every measure."""
    guesses: tuple[GuessRow, ...]
    """Guesses and sources of the scenario's numbers."""
    provenance: tuple[Fact, ...]
    """Version, scenario, structure, luck and command."""


def method(story: Story, source: Provenance) -> Method:
    """Return how it was found and what it cannot say."""
    return Method(
        _(RULE),
        _limits(),
        tuple(_measure(story, name) for name in MEASURES),
        tuple(
            GuessRow(named(each.path), amount(each.value), amount(each.guess), named(each.source))
            for each in story.scenario.guesses
        ),
        _provenance(source),
    )


def _limits() -> tuple[str, ...]:
    return (
        _(
            "Desks, links and barriers act by the rules and numbers of the scenario; everything else is left out."
        ),
        _(
            "Partners in a simulation do not improvise, learn, or change their minds; the people they stand for do."
        ),
        _(
            "“Would have helped” means: the same exercise was played again with the same luck and that one thing changed. "
            "It is exact for this simulation, and no promise about a city."
        ),
        _(
            "“In n of N re-runs” counts how often the same came out with other luck. "
            "It is no probability that something happens in reality."
        ),
        _(
            "Time at a safeguard is time for protection. It is never counted as lost, and no safeguard is ever lifted."
        ),
        _(
            "Structures and countries are not ranked: all of this holds for this incident, with these assumptions."
        ),
    )


def _measure(story: Story, name: str) -> MeasureRow:
    measure = MEASURES[name]
    value = measure.of(story.chronicle)
    return MeasureRow(
        _(measure.title), "–" if value is None else said(value, measure.unit), _(measure.formula)
    )


def said(value: float, unit: str) -> str:
    """Return a measure with its unit."""
    if unit == "share":
        return share(value)
    if unit == "h":
        return _("{n} h").replace("{n}", numeral(f"{value:.1f}"))
    return numeral(f"{value:g}")


def _provenance(source: Provenance) -> tuple[Fact, ...]:
    found: tuple[tuple[str, Text], ...] = (
        (_("Version"), f"tabletop {source.version}"),
        (_("Scenario"), named(source.scenario)),
        (_("SHA-256"), source.sha256),
        (_("Structure"), named(source.structure)),
        (_("Interventions"), listing(tuple(named(each) for each in source.interventions))),
        (_("Barriers lifted"), joined([named(each) for each in source.lifted], by=_(", "))),
        (_("Seed"), named(str(source.seed))),
        (_("Replication"), counted(source.replication)),
        (_("Re-runs"), counted(source.reruns)),
        (_("Chance scheme"), named(str(source.chance_scheme))),
        (_("Command"), named(source.command)),
    )
    return tuple(Fact(label, value) for label, value in found if str(value))
