"""From journal to numbers: delays, critical paths, awareness, load, breakdowns, ratings.

Everything here is a pure function of what was played and what was written down while it was played.
"""

from __future__ import annotations

from tabletop.measures.chronicle import Chronicle
from tabletop.measures.figures import figures
from tabletop.measures.measure import Measure
from tabletop.measures.registry import MAIN, MEASURES, measured

__all__ = ["MAIN", "MEASURES", "Chronicle", "Measure", "figures", "measured"]
