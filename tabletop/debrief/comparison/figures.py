"""All that was found out, as one plain document for `comparison.json`: the same figures as the page, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from math import isinf

from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.results import Cell
from tabletop.compare.statistics.analysis import Analysis, CellFigures, Comparison
from tabletop.compare.statistics.choking import CHOKES
from tabletop.compare.statistics.columns import Taken
from tabletop.compare.statistics.pareto import SIDES
from tabletop.debrief.comparison.view import ComparisonView
from tabletop.measures import MEASURES

SHOWN = (*SIDES, "share_of_expectations_met")
"""The measures given of cells that are not compared side by side, besides the one that is compared by."""


def document(analysis: Analysis, view: ComparisonView, provenance: BatchProvenance) -> dict[str, object]:
    """Return the document; times of curves are milliseconds, measures are in their own units, never is `"never"`.

    `chokes_from` is the share of its staffed time in work from which a desk is said to choke.
    """
    return {
        "marking": view.marking.text,
        "provenance": {**asdict(provenance), "run": provenance.run},
        "measure": analysis.measure,
        "confidence": analysis.confidence,
        "measures": {
            name: {"title": each.title, "unit": each.unit, "better": each.better, "formula": each.formula}
            for name, each in MEASURES.items()
        },
        "comparisons": [
            {"scenario": each.scenario.id, "title": each.scenario.title, "answer": str(seen.answer)}
            | _comparison(each, analysis.measure)
            for each, seen in zip(analysis.comparisons, view.scenarios, strict=True)
        ],
        "selection": _selection(analysis),
    }


def _comparison(comparison: Comparison, measure: str) -> dict[str, object]:
    shown = {field.name: plain(getattr(comparison, field.name)) for field in fields(comparison)}
    del shown["scenario"]
    shown["others"] = [_other(each, measure) for each in comparison.others]
    shown["chokes_from"] = CHOKES
    shown["networks"] = {name: plain(each) for name, each in comparison.networks}
    return shown


def _other(figures: CellFigures, measure: str) -> dict[str, object]:
    names = dict.fromkeys((measure, *SHOWN))
    return {
        "cell": plain(figures.cell),
        "count": figures.count,
        "taken": {name: plain(figures.taken[name]) for name in names},
        "met": plain(figures.met),
    }


def _selection(analysis: Analysis) -> dict[str, object] | None:
    state = analysis.selection
    if state is None:
        return None
    return {
        "best": plain(state.best),
        "decided": state.decided,
        "confidence": state.confidence,
        "delta": state.delta,
        "first_stage": state.first_stage,
        "replications": state.rows,
        "dropped": plain(state.dropped),
        "alive": plain(state.alive),
        "runs": state.runs,
        "foreseen": state.foreseen,
        "saved": state.saved,
    }


def plain(value: object) -> object:
    """Return a value as JSON knows it."""
    if isinstance(value, Cell):
        return {
            "structure": value.structure,
            "interventions": list(value.interventions),
            "variant": value.variant,
        }
    if isinstance(value, Taken):
        return {"mean": plain(value.mean), "missing": value.missing}
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return "never" if isinstance(value, float) and isinf(value) else value
