"""The runs of one structure, each played when somebody first looks at it.

Most of what a read-through asks is settled by the first run: the letter arrived, so it can arrive. Only what did not
come about is looked for in a second and a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tabletop.measures import Chronicle
from tabletop.model.scenario import Scenario
from tabletop.rehearsal.conducts import GivenUp, conduct


class Runs:
    """Replications 0, 1, 2 … of a scenario under one structure, those left out that were given up."""

    def __init__(self, scenario: Scenario, structure: str, count: Callable[[], int]) -> None:
        """Have played none; `count` says how many there are going to be, and is asked after the first."""
        self._scenario, self._structure, self._count = scenario, structure, count
        self._conducted: list[Chronicle | GivenUp] = []

    @property
    def first(self) -> Chronicle | GivenUp:
        """The first run, or why it was given up; then there are no others."""
        if not self._conducted:
            self._play()
        return self._conducted[0]

    def __iter__(self) -> Iterator[Chronicle]:
        """Yield run after run."""
        if isinstance(self.first, GivenUp):
            return
        number = 0
        while number == 0 or number < self._count():
            if number == len(self._conducted):
                self._play()
            played = self._conducted[number]
            if isinstance(played, Chronicle):
                yield played
            number += 1

    def __len__(self) -> int:
        """Return how many runs there are, all of them played."""
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """Tell whether there is any run."""
        return isinstance(self.first, Chronicle)

    @property
    def so_far(self) -> tuple[int, ...]:
        """The replications that have been played so far, those given up left out."""
        return tuple(number for number, each in enumerate(self._conducted) if isinstance(each, Chronicle))

    def _play(self) -> None:
        self._conducted.append(conduct(self._scenario, self._structure, replication=len(self._conducted)))
