"""One experiment: a workload that is played many times, and what is known of what must come out.

One desk with one clerk, ten thousand letters at random, twenty times over: the book says that a letter waits an hour.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Bound = Literal["is", "at most", "at least"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One figure that is known."""

    what: str
    """What is measured, in words."""
    expected: float
    """What must come out."""
    unit: str = ""
    """Its unit, such as `h`; nothing for a share or a number."""
    formula: str = ""
    """How one gets to it."""
    give_or_take: float = 0.0
    """How far the truth may lie from it, where it is itself an estimate."""
    bound: Bound = "is"
    """Whether the figure is this, or a bound for it."""
    exact: bool = False
    """Whether chance has no part in it."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """One workload with the figures that are known of it."""

    id: str
    """The name by which it can be asked for alone."""
    title: str
    """What it is about."""
    source: str
    """Who found out what must come out."""
    workload: str
    """The shipped scenario, and what is done with it."""
    references: tuple[Reference, ...]
    """What is known, in the order in which `play` gives it."""
    play: Callable[[int], tuple[float, ...]]
    """From the number of a re-run to what came out, one figure for each reference."""
    runs: int = 1
    """How many re-runs the page rests on."""
    quick: int = 1
    """How many are enough for a test that is over in a moment."""
