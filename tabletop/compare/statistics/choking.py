"""Which desks choke as traffic grows, and with how much of it: like asking of each bridge what it can carry.

Four times the letters keep the wheel's middle in work four fifths of its time, a fifth of that for each time the usual;
so 85 % are reached at four and a quarter times, long before the mean delay shows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

CHOKES = 0.85
"""From which share of staffed time in work on a desk counts as choking.

With one person and chance arrivals a letter then waits nearly six times its own handling, ρ ÷ (1 − ρ) = 5.7, and twice
that at 92 % (Kleinrock 1975); planners of hospital beds keep the same reserve (Bagust, Place and Posnett 1999). In a
rehearsal of a scenario a hub counts as near its limit from the same share on.
"""


@dataclass(frozen=True, slots=True)
class Choke:
    """Where one desk begins to choke."""

    at: float
    """With about how many times the scenario's traffic, found between the loads tried."""
    above: float | None
    """The greatest load tried at which it did not yet; None when it did at the least load tried."""
    by: float
    """The least load tried at which it did."""


@dataclass(frozen=True, slots=True)
class DeskCurve:
    """One desk under growing traffic."""

    actor: str
    """Whose desk."""
    shares: tuple[float, ...]
    """At each load tried, by growing load: the share of its staffed time that it was in work, on average."""
    chokes: Choke | None
    """Where it begins to choke; None: at no load tried."""


def desk_curves(loads: Sequence[tuple[float, Mapping[str, float]]]) -> tuple[DeskCurve, ...]:
    """Return each desk under growing traffic, who chokes first coming first and then whoever is busiest at the end.

    `loads` holds each load tried, by growing load, with the share of its staffed time that each desk was in work.
    """
    actors = loads[0][1] if loads else {}
    found = [_curve(actor, [(load, shares[actor]) for load, shares in loads]) for actor in actors]
    return tuple(sorted(found, key=_rank))


def _rank(curve: DeskCurve) -> tuple[bool, float, float, str]:
    at = curve.chokes.at if curve.chokes else 0.0
    return curve.chokes is None, at, -curve.shares[-1], curve.actor


def _curve(actor: str, points: Sequence[tuple[float, float]]) -> DeskCurve:
    return DeskCurve(actor, tuple(share for _, share in points), _choke(points))


def _choke(points: Sequence[tuple[float, float]]) -> Choke | None:
    first_load, first_share = points[0]
    if first_share >= CHOKES:
        return Choke(first_load, None, first_load)
    for place, (below, above) in enumerate(pairwise(points)):
        if above[1] >= CHOKES:
            before = points[place - 1] if place else None
            return Choke(_crossing(before, below, above), below[0], above[0])
    return None


def _crossing(
    before: tuple[float, float] | None, below: tuple[float, float], above: tuple[float, float]
) -> float:
    """Return where a desk reaches the share at which it chokes.

    Work grows in step with traffic as long as a desk keeps up, and no longer when it is in work all of its time; so the
    line goes through the two loads below, and only where there is one alone to the load above. It never leaves the
    loads between which the share was reached.
    """
    low, high = (before, below) if before and before[1] < below[1] else (below, above)
    slope = (high[1] - low[1]) / (high[0] - low[0])
    return min(above[0], below[0] + (CHOKES - below[1]) / slope)
