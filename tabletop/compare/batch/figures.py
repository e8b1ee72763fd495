"""The bare figures of a comparison as JSON: the mean of every measure in every cell."""

from __future__ import annotations

import json
from dataclasses import asdict
from math import fsum

from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.kept import KeptResults
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.results import Cell
from tabletop.measures import MEASURES


def figures(conducted: Conducted, results: KeptResults, origin: BatchProvenance) -> str:
    """Return the figures of what was played, as JSON."""
    cells = [
        {
            "label": cell.label,
            **asdict(cell),
            "replications": conducted.counts[case] - len(conducted.missing),
            "measures": {name: _mean(results, cell, name) for name in MEASURES},
        }
        for cell, case in results.cases.items()
    ]
    return json.dumps({"provenance": asdict(origin), "cells": cells}, indent=1) + "\n"


def _mean(results: KeptResults, cell: Cell, measure: str) -> float | None:
    values = [value for value in results.values(cell, measure) if value is not None]
    return fsum(values) / len(values) if values else None
