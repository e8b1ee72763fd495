"""Everything that is found out from many replications, in one place: what the report prints and the figures file holds.

Which structure loses least time and how surely, what it costs in staff hours and exposure, what would help most, what
happens when somebody is away, and how much of it hangs on guesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import TypeVar

from tabletop.compare.results import Cell, Results
from tabletop.compare.statistics.columns import WAITED_FOR, Column, Taken, column, end_of, present
from tabletop.compare.statistics.degradation import LoadCurve, Loss, load_curve, losses
from tabletop.compare.statistics.effects import Effect, effects, is_change
from tabletop.compare.statistics.intervals import CONFIDENCE, Estimate, quantile
from tabletop.compare.statistics.paired import Place, sign_of, standing
from tabletop.compare.statistics.pareto import SIDES, Standing, unbeaten
from tabletop.compare.statistics.selection import Selection
from tabletop.compare.statistics.sensitivity import Robustness, robustness
from tabletop.compare.statistics.survival import Curve, curve, horizon_of
from tabletop.compare.statistics.sweeping import MainEffect, main_effects
from tabletop.compare.statistics.variance import Saving, saving
from tabletop.compare.statistics.variants import GUESSES, SET
from tabletop.measures import MAIN
from tabletop.model.scenario import Scenario
from tabletop.structures import network
from tabletop.structures.figures import NetworkFigures, network_figures

_T = TypeVar("_T")

MOST_LEADS = 40
"""The most points of a sweep that are compared pair by pair: the best ones, by their means."""


@dataclass(frozen=True, slots=True)
class CellFigures:
    """One cell in figures."""

    cell: Cell
    """What was played."""
    count: int
    """In how many replications."""
    taken: Mapping[str, Taken]
    """Every measure."""
    median: Estimate | None
    """What half of the replications do not exceed, of the measure that is compared by."""
    nine_in_ten: Estimate | None
    """What nine in ten do not exceed."""
    met: Mapping[str, Estimate | None]
    """By expectation: the share of replications in which it was met."""
    ratings: Mapping[str, Mapping[str, int]]
    """By objective: how often each letter was given."""


@dataclass(frozen=True, slots=True)
class NeedCurves:
    """How long it took until one role knew one thing that it needs, under each structure."""

    role: str
    """The role, or actor."""
    kind: str
    """The kind of information."""
    curves: tuple[tuple[Cell, Curve], ...]
    """One for each cell in which it was needed."""

    @property
    def spread(self) -> float:
        """By how many milliseconds the restricted means differ at most."""
        means = [each.mean for _, each in self.curves]
        return max(means) - min(means)


@dataclass(frozen=True)
class Comparison:
    """All that was found out for one scenario."""

    scenario: Scenario
    """The scenario as it was written."""
    leads: tuple[CellFigures, ...]
    """The cells that are compared with each other: the structures as they are, or the points of a sweep."""
    others: tuple[CellFigures, ...]
    """All other cells but draws of guesses."""
    places: tuple[Place, ...]
    """How the leads stand beside the best of them."""
    standings: tuple[Standing, ...]
    """How the leads stand when time, staff hours and exposure count."""
    sides: Mapping[str, tuple[Place, ...]]
    """How the leads stand beside the least of them on staff hours, and on exposure, each alone."""
    needs: tuple[NeedCurves, ...]
    """How long until each role knew, what differs most first."""
    effects: tuple[Effect, ...]
    """What each change gained, structure by structure, the most first."""
    saving: Saving | None
    """What common luck saved."""
    loads: tuple[LoadCurve, ...]
    """Structures under growing load."""
    losses: tuple[Loss, ...]
    """What it costs that somebody, or a link, is away, structure by structure, the dearest first."""
    robustness: Robustness | None
    """Whether the ranking holds over draws of the guesses."""
    main_effects: tuple[MainEffect, ...]
    """What each setting of a sweep does, under every structure that was played."""
    networks: tuple[tuple[str, NetworkFigures], ...]
    """Each structure that was played as a network."""


@dataclass(frozen=True)
class Analysis:
    """All that was found out."""

    measure: str
    """The measure that was compared by."""
    confidence: float
    """The confidence of all intervals."""
    comparisons: tuple[Comparison, ...]
    """One for each scenario, in the order of the results; scenarios are never compared with each other."""
    selection: Selection | None
    """How the selection of the best went, when one was asked for."""


def analyse(
    results: Results,
    scenarios: Mapping[str, Scenario],
    *,
    measure: str = MAIN,
    confidence: float = CONFIDENCE,
    selection: Selection | None = None,
) -> Analysis:
    """Return all that results say; `scenarios` holds each scenario that was played, by id.

    Cells without replications are left out, and scenarios without any cell.
    """
    keeping = tuple(dict.fromkeys((measure, *SIDES)))
    grouped: dict[str, list[Column]] = {}
    for cell in results.cells():
        found = column(
            cell,
            results.of(cell),
            keeping=keeping,
            waiting=_is_plain(cell),
            never=dict.fromkeys(WAITED_FOR, end_of(scenarios[cell.scenario])),
            confidence=confidence,
        )
        if len(found.replications):
            grouped.setdefault(cell.scenario, []).append(found)
    made = tuple(
        _compared(scenarios[name], columns, measure=measure, confidence=confidence, draws=results.draws)
        for name, columns in grouped.items()
    )
    return Analysis(measure, confidence, made, selection)


def _compared(
    scenario: Scenario,
    columns: Sequence[Column],
    *,
    measure: str,
    confidence: float,
    draws: Mapping[Cell, Mapping[str, float]],
) -> Comparison:
    said = partial(_figures, measure=measure, never=end_of(scenario), confidence=confidence)
    leads = _leads(columns, measure)
    others = [each for each in columns if each not in leads and not each.cell.variant.startswith(GUESSES)]
    usual = leads[0].cell.interventions if leads else ()
    tried = [each for each in columns if each.cell.interventions == usual]
    of_structure = {
        each.cell.structure: (each, _of(each, columns), _of(each, tried)) for each in reversed(leads)
    }
    in_order = [of_structure[name] for name in dict.fromkeys(each.cell.structure for each in leads)]
    curves = (load_curve(mine, measure) for _, _, mine in in_order)
    return Comparison(
        scenario=scenario,
        leads=tuple(map(said, leads)),
        others=tuple(map(said, others)),
        places=standing(leads, measure, confidence=confidence),
        standings=unbeaten(leads, confidence=confidence),
        sides={name: standing(leads, name, confidence=confidence) for name in SIDES[1:]},
        needs=_needs(leads, confidence),
        effects=_every(
            effects(base, _changes(base, all_), measure, confidence=confidence) for base, all_, _ in in_order
        ),
        saving=saving(leads, measure),
        loads=tuple(each for each in curves if each is not None),
        losses=_every(losses(base, mine, measure, confidence=confidence) for base, _, mine in in_order),
        robustness=_robustness(leads, tried, measure=measure, confidence=confidence, draws=draws),
        main_effects=_every(
            main_effects(mine, measure, confidence=confidence) for mine in _by_structure(tried).values()
        ),
        networks=tuple((name, network_figures(network(scenario, name))) for name in _by_structure(columns)),
    )


def _is_plain(cell: Cell) -> bool:
    return not cell.variant


def _leads(columns: Sequence[Column], measure: str) -> list[Column]:
    """Return the structures as they are, with what is switched on first; of a sweep its best points, as swept."""
    plain = [each for each in columns if _is_plain(each.cell)]
    if plain:
        return [each for each in plain if each.cell.interventions == plain[0].cell.interventions]
    points = [each for each in columns if each.cell.variant.startswith(SET)]
    able = [each for each in points if each.mean(measure) is not None]
    best = sorted(able, key=lambda each: sign_of(measure) * (each.mean(measure) or 0.0))[:MOST_LEADS]
    return [each for each in points if each in best] if best else points[:MOST_LEADS]


def _of(lead: Column, columns: Iterable[Column]) -> list[Column]:
    return [each for each in columns if each.cell.structure == lead.cell.structure]


def _by_structure(columns: Iterable[Column]) -> Mapping[str, list[Column]]:
    """Return all columns by their structures, those of a sweep too that are no leads."""
    found: dict[str, list[Column]] = {}
    for each in columns:
        found.setdefault(each.cell.structure, []).append(each)
    return found


def _changes(base: Column, columns: Iterable[Column]) -> list[Column]:
    return [each for each in columns if each is not base and is_change(each.cell)]


def _every(found: Iterable[tuple[_T, ...]]) -> tuple[_T, ...]:
    return tuple(each for some in found for each in some)


def _figures(found: Column, *, measure: str, never: float, confidence: float) -> CellFigures:
    waited = measure in WAITED_FOR
    values = [inf if waited and each >= never else each for each in present(found.kept[measure])]
    return CellFigures(
        found.cell,
        len(found.replications),
        found.taken,
        quantile(values, 0.5, confidence=confidence),
        quantile(values, 0.9, confidence=confidence),
        found.met,
        found.ratings,
    )


def _needs(leads: Sequence[Column], confidence: float) -> tuple[NeedCurves, ...]:
    keys = dict.fromkeys(key for each in leads for key in each.waits)
    found = []
    for key in keys:
        waiting = [(each.cell, each.waits[key]) for each in leads if key in each.waits]
        horizon = horizon_of([waits for _, waits in waiting])
        curves = ((cell, curve(waits, horizon=horizon, confidence=confidence)) for cell, waits in waiting)
        role, _, kind = key.partition(":")
        found.append(NeedCurves(role, kind, tuple((cell, each) for cell, each in curves if each)))
    return tuple(sorted(found, key=lambda each: (-each.spread, each.role, each.kind)))


def _robustness(
    leads: Sequence[Column],
    tried: Sequence[Column],
    *,
    measure: str,
    confidence: float,
    draws: Mapping[Cell, Mapping[str, float]],
) -> Robustness | None:
    drawn: dict[str, dict[str, float]] = {}
    places: dict[str, Mapping[str, float]] = {}
    for each in tried:
        value = each.mean(measure)
        if each.cell.variant.startswith(GUESSES) and value is not None:
            drawn.setdefault(each.cell.variant, {})[each.cell.structure] = value
            places[each.cell.variant] = draws.get(each.cell, {})
    usual = {each.cell.structure: value for each in leads if (value := each.mean(measure)) is not None}
    whole = [name for name, means in drawn.items() if means.keys() == usual.keys()]
    return robustness(
        usual,
        [drawn[name] for name in whole],
        [places[name] for name in whole],
        sign=sign_of(measure),
        confidence=confidence,
    )
