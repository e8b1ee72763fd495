"""The answer to a sweep that moved nothing, in plain words: all points came to the same, so that none of them is the best.

"Turning “social_work.staff” changed nothing": a second clerk who had nothing to do saved nobody a minute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tabletop.compare.statistics.analysis import Comparison
from tabletop.compare.statistics.intervals import Estimate
from tabletop.compare.statistics.pareto import SIDES
from tabletop.compare.statistics.sweeping import MainEffect
from tabletop.debrief.comparison.labels import quoted, shortened
from tabletop.debrief.comparison.numbers import interval, said
from tabletop.debrief.comparison.sweeping import points_of
from tabletop.debrief.text import Phrase, Text, named, phrase
from tabletop.debrief.words import _, listing, n_
from tabletop.measures import MEASURES


def is_unmoved(comparison: Comparison, measure: str) -> bool:
    """Tell whether a sweep came to the same at all its points, replication by replication."""
    return _is_level(comparison, measure) and changed_nothing(comparison.main_effects)


def changed_nothing(effects: Iterable[MainEffect]) -> bool:
    """Tell whether no value made a difference to the first in any replication."""
    changes = [each.change for each in effects if each.change is not None]
    return bool(changes) and all(each.value == each.low == each.high == 0 for each in changes)


def unmoved(comparison: Comparison, measure: str) -> Iterator[Phrase]:
    """Yield that turning what was turned changed nothing, and which of time, staff hours and exposure it did move."""
    points = points_of(comparison)
    found = points[0].taken[measure].mean
    moved = [name for name in SIDES if name != measure and not _is_level(comparison, name)]
    paths = shortened(tuple(dict.fromkeys(each.path for each in comparison.main_effects)))
    fields: dict[str, Text | int] = {
        "paths": listing(tuple(quoted(named(each)) for each in paths.values())),
        "measure": _(MEASURES[measure].title),
        "mean": said(found.value if found else None, measure),
        "interval": interval(found, measure) or n_("{n} replication", "{n} replications", points[0].count),
        "points": len(points),
    }
    yield phrase(_moved_some() if moved else _moved_none(), fields)
    yield from (_range(name, _means(comparison, name)) for name in moved)


def _moved_none() -> str:
    return _(
        "turning {paths} changed nothing. At each of the {points} points “{measure}” came to {mean} on average ({interval}), and time, staff hours and exposure were all the same."
    )


def _moved_some() -> str:
    return _(
        "turning {paths} changed nothing in “{measure}”: at each of the {points} points it came to {mean} on average ({interval})."
    )


def _range(measure: str, found: list[Estimate | None]) -> Phrase:
    values = [each.value for each in found if each is not None]
    return phrase(
        _("“{measure}” lay between {least} and {most} over these points."),
        {
            "measure": _(MEASURES[measure].title),
            "least": said(min(values), measure),
            "most": said(max(values), measure),
        },
    )


def _is_level(comparison: Comparison, measure: str) -> bool:
    return len(set(_means(comparison, measure))) == 1


def _means(comparison: Comparison, measure: str) -> list[Estimate | None]:
    return [each.taken[measure].mean for each in points_of(comparison)]
