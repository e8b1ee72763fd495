"""One number for a whole exercise: what the registry's measures are found by.

Of the four expectations three were met; of the two first holders one heard what became of what it had passed on.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from tabletop.measures.awareness import awareness, pieces
from tabletop.measures.breakdowns import breakdowns, harmful
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.delays import delays
from tabletop.measures.discretion import discretion
from tabletop.measures.expectations import outcomes
from tabletop.measures.load import staff_time
from tabletop.measures.loops import loops
from tabletop.model.duration import HOUR
from tabletop.model.journal import HandedOn


def without(chronicle: Chronicle) -> float:
    """Return the time without needed information, in hours."""
    return awareness(chronicle).without / HOUR


def mean_without(chronicle: Chronicle) -> float | None:
    """Return the same per need; None when nothing was needed that existed."""
    mean = awareness(chronicle).mean_without
    return None if mean is None else mean / HOUR


def share_met(chronicle: Chronicle) -> float | None:
    """Return the share of expectations met, of those called for."""
    called = [each for each in outcomes(chronicle).values() if each.verdict != "not_called"]
    return _mean(each.verdict == "met" for each in called)


def lost(chronicle: Chronicle) -> float:
    """Return the time lost in hand-offs, in hours."""
    return delays(chronicle).lost / HOUR


def protection(chronicle: Chronicle) -> float:
    """Return the time for protection, in hours."""
    return delays(chronicle).protection / HOUR


def broken_down(chronicle: Chronicle) -> int:
    """Return how many breakdowns did harm."""
    return len(harmful(breakdowns(chronicle)))


def exposures(chronicle: Chronicle) -> int:
    """Return how many actors × sensitive kinds were known without need."""
    return len(discretion(chronicle).exposures)


def breaches(chronicle: Chronicle) -> int:
    """Return how often a rule was broken."""
    return len(discretion(chronicle).breaches)


def staff_hours(chronicle: Chronicle) -> float:
    """Return the staff time that coordinating cost, in hours."""
    return staff_time(chronicle) / HOUR


def loop_closed(chronicle: Chronicle) -> float | None:
    """Return the share of first holders who heard what became of it; None when none could have."""
    return _mean(each.closed is not None for each in loops(chronicle))


def pieces_met(chronicle: Chronicle) -> float | None:
    """Return the mean time from when enough pieces existed until one actor had enough of them, in hours."""
    return _mean(
        ((chronicle.end if each.met is None else each.met) - each.in_network) / HOUR
        for each in pieces(chronicle)
        if each.in_network is not None
    )


def handoffs(chronicle: Chronicle) -> int:
    """Return how many hand-offs were begun, without traffic."""
    return len(chronicle.story)


def repeats(chronicle: Chronicle) -> int:
    """Return how many hand-offs told what was known already."""
    return sum(isinstance(each, HandedOn) and each.repeat for each in chronicle.story)


def mean_accuracy(chronicle: Chronicle) -> float | None:
    """Return the mean accuracy of what was known when it was first known; None when nothing was."""
    return _mean(each.accuracy for each in awareness(chronicle).needs if each.accuracy is not None)


def informed(chronicle: Chronicle) -> int:
    """Return how many decisions were taken with enough of what they need."""
    return sum(known >= enough for known, enough in _known_needs(chronicle))


def partly_informed(chronicle: Chronicle) -> int:
    """Return how many decisions were taken with some, but not enough, of what they need."""
    return sum(0 < known < enough for known, enough in _known_needs(chronicle))


def blind(chronicle: Chronicle) -> int:
    """Return how many decisions were taken with nothing of what they need."""
    return sum(known == 0 for known, _ in _known_needs(chronicle))


def not_taken(chronicle: Chronicle) -> int:
    """Return how many decisions were not taken."""
    return sum(name not in chronicle.decided for name in chronicle.scenario.decisions)


def half_aware(chronicle: Chronicle) -> float | None:
    """Return when half of the needs were known, in hours since StartEx; None: never."""
    return _aware(chronicle, 0.5)


def mostly_aware(chronicle: Chronicle) -> float | None:
    """Return when four fifths of the needs were known, in hours since StartEx; None: never."""
    return _aware(chronicle, 0.8)


def fully_aware(chronicle: Chronicle) -> float | None:
    """Return when all needs were known, in hours since StartEx; None: never."""
    return _aware(chronicle, 1.0)


def _aware(chronicle: Chronicle, share: float) -> float | None:
    reached = awareness(chronicle).reached(share)
    return None if reached is None else reached / HOUR


def _mean(numbers: Iterable[float]) -> float | None:
    sample = list(numbers)
    return fsum(sample) / len(sample) if sample else None


def _known_needs(chronicle: Chronicle) -> list[tuple[int, int]]:
    """Return for each decision taken that needs something how many needs were known, and how many are enough."""
    decided, decisions = chronicle.decided, chronicle.scenario.decisions.items()
    taken = [(decided[name], words.needs) for name, words in decisions if name in decided and words.needs.of]
    return [(len(needs.of) - len(each.missing), needs.enough) for each, needs in taken]
