"""One exercise in figures: a plain document for `exercise.json`, with nothing in it but texts, numbers and lists.

A spreadsheet, a notebook or another program reads from it when the coordinator knew, which causes cost most, and what
was never handed on. Times are whole milliseconds since StartEx; measures are in their own units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from tabletop.measures.awareness import awareness, pieces
from tabletop.measures.breakdowns import breakdowns, by_barrier
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.critical import decision_path, expectation_paths
from tabletop.measures.delays import delays, stack
from tabletop.measures.discretion import discretion
from tabletop.measures.expectations import outcomes
from tabletop.measures.load import loads
from tabletop.measures.loops import loops
from tabletop.measures.ratings import RULE, ratings
from tabletop.measures.registry import MEASURES
from tabletop.measures.traffic import streams
from tabletop.model.record import Record


def figures(record: Record) -> dict[str, object]:
    """Return all that the measures say of a record, ready for JSON."""
    chronicle = Chronicle(record)
    document = {
        "measures": {
            name: {"value": measure.of(chronicle), "unit": measure.unit, "better": measure.better}
            for name, measure in MEASURES.items()
        },
        "rule": RULE,
        "objectives": ratings(chronicle),
        "expectations": _expectations(chronicle),
        "decisions": _decisions(chronicle),
        "delays": delays(chronicle),
        "breakdowns": breakdowns(chronicle),
        "breakdowns_by_barrier": by_barrier(breakdowns(chronicle)),
        "awareness": {"needs": awareness(chronicle).needs, "curve": awareness(chronicle).curve},
        "pieces": pieces(chronicle),
        "load": loads(chronicle),
        "loops": loops(chronicle),
        "discretion": discretion(chronicle),
        "traffic": streams(chronicle),
    }
    return {key: plain(value) for key, value in document.items()}


def plain(value: object) -> object:
    """Return a value of the measures as JSON knows it: records become mappings, tuples become lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: plain(each) for key, each in value._asdict().items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def _expectations(chronicle: Chronicle) -> dict[str, object]:
    paths = expectation_paths(chronicle)
    return {
        name: {
            "outcome": found,
            "path": paths.get(name),
            "stack": stack(paths[name]) if name in paths else {},
        }
        for name, found in outcomes(chronicle).items()
    }


def _decisions(chronicle: Chronicle) -> dict[str, object]:
    return {
        name: {"decided": chronicle.decided.get(name), "path": decision_path(chronicle, name)}
        for name in chronicle.scenario.works
    }
