"""What a measure is: one number that says something of a whole exercise, with its formula, unit and source.

"Staff hours, in hours, less is better: handling, conversion, approvals and decisions, and sessions times those present."
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tabletop.measures.chronicle import Chronicle

OWN = "Our own definition."
"""The reference of a measure that has none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One number that says something of a whole exercise."""

    name: str
    """Its name in files and tables."""
    title: str
    """What people call it."""
    formula: str
    """How it is found, in words."""
    unit: str
    """Its unit: `h`, `share` or `count`."""
    better: Literal["less", "more"] | None
    """Which way is better; None when neither is by itself."""
    reference: str
    """Where it comes from."""
    of: Callable[[Chronicle], float | None]
    """Finds it; None when an exercise has nothing to measure it by."""
