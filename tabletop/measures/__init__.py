"""From journal to numbers: delays, critical paths, awareness, load, breakdowns, ratings.

Everything here is a pure function of what was played and what was written down while it was played.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tabletop.measures.chronicle import Chronicle

if TYPE_CHECKING:
    from tabletop.measures.measure import Measure as Measure
    from tabletop.measures.registry import MAIN as MAIN
    from tabletop.measures.registry import MEASURES as MEASURES
    from tabletop.measures.registry import measured as measured

__all__ = ["MAIN", "MEASURES", "Chronicle", "Measure", "measured"]

# Looked up when first asked for: who only reads a journal does not wait for twenty modules of measures.
_HOMES = {
    "MAIN": "tabletop.measures.registry",
    "MEASURES": "tabletop.measures.registry",
    "Measure": "tabletop.measures.measure",
    "measured": "tabletop.measures.registry",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
