"""Through how few hands everything went: the same for all, or nearly all of it over one desk.

In the hub 38 of 40 hand-offs had the municipality at one end; in the team no partner had more than a third.
"""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.measures.chronicle import Chronicle
from tabletop.model.journal import HandedOn


def flows(chronicle: Chronicle) -> dict[str, int]:
    """Return how many hand-offs, traffic included, each actor sent or received that were carried to their end."""
    carried = dict.fromkeys(chronicle.scenario.actors, 0)
    for each in chronicle.of(HandedOn):
        carried[each.sender] += 1
        carried[each.receiver] += 1
    return carried


def freeman(degrees: Sequence[float]) -> float | None:
    """Return how far flows are centralised, from 0 (all alike) to 1 (one actor at an end of each).

    `degrees` says for each actor in how much it had a part, each hand-off counted at both of its ends. The sum of the
    distances to the greatest is divided by what it is when all flow runs over one actor: with n actors and T hand-offs
    (n − 2)·T (Freeman 1978, carried over to flows). None with fewer than three actors or without any flow.
    """
    total = sum(degrees) / 2
    if len(degrees) < 3 or not total:
        return None
    most = max(degrees)
    return sum(most - each for each in degrees) / ((len(degrees) - 2) * total)


def gini(numbers: Sequence[float]) -> float | None:
    """Return how unevenly something is shared out, from 0 (all alike) to nearly 1 (one has it all).

    The mean distance between two of them, as a share of twice their mean (Gini 1912). None when there is nothing.
    """
    total, count = sum(numbers), len(numbers)
    if not total:
        return None
    ranked = sum((2 * place - count - 1) * each for place, each in enumerate(sorted(numbers), 1))
    return ranked / (count * total)
