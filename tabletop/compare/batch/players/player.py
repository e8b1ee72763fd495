"""What anybody must be able to do who plays shifts.

Shifts are asked for one by one, as there are hands free; what is done comes back in the order in which it is finished.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Protocol

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.shifts import Played, SetAside, Shift
from tabletop.errors import TabletopError

MOST_DEATHS = 3
"""How often whoever plays a replication may die before it is set aside."""


class NobodyPlaysError(TabletopError):
    """Nobody can be called in to play, or all have gone: no memory for another process, a cluster that is lost."""

    exit_code = 71
    """After the convention of sysexits.h: the system could not do what it was asked."""


class Player(Protocol):
    """Plays shifts."""

    def play(self, shifts: Iterator[Shift]) -> Iterator[Played | SetAside]:
        """Yield what came of the shifts, each when it is done; raises what playing raises."""


class Bench:
    """What waits to be played: the shifts that are asked for, and before them what somebody died over.

    When somebody dies, what was in play is played again, one replication at a time and nothing beside it, until it is
    known what kills.
    """

    def __init__(self, shifts: Iterator[Shift]) -> None:
        """Let these shifts wait; nothing is suspected yet."""
        self._shifts = shifts
        self._suspects: deque[Shift] = deque()
        self._deaths: Counter[tuple[Case, int]] = Counter()

    def next(self, *, in_play: int, hands: int) -> Shift | None:
        """Return what is to be played next; None when nothing is left, or nothing may begin beside what is in play."""
        if self._suspects:
            return None if in_play else self._suspects.popleft()
        return next(self._shifts, None) if in_play < hands else None

    def died(self, shifts: Sequence[Shift], *, beside: int) -> Iterator[SetAside]:
        """Take back what was in play when somebody died, `beside` so many other shifts; yield what is given up.

        To have been in play beside others counts as one death at most.
        """
        alone = not beside and len(shifts) == 1 and len(shifts[0].replications) == 1
        for shift in shifts:
            for replication in shift.replications:
                deaths = self._blame(shift.case, replication, alone=alone)
                if deaths >= MOST_DEATHS:
                    yield SetAside(shift.case, replication, deaths)
                else:
                    self._suspects.append(Shift(shift.case, (replication,)))

    def _blame(self, case: Case, replication: int, *, alone: bool) -> int:
        before = self._deaths[case, replication]
        self._deaths[case, replication] = before + 1 if alone else max(1, before)
        return self._deaths[case, replication]
