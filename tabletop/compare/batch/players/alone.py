"""This process plays all by itself: slow, simple, and what all the others must agree with."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.compare.batch.shifts import Played, SetAside, Shift, Sources, play


class Alone:
    """Plays in this process, one shift after the other."""

    def __init__(self, sources: Sources) -> None:
        """Know the scenario files."""
        self._sources = sources

    def __enter__(self) -> Alone:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def play(self, shifts: Iterator[Shift]) -> Iterator[Played | SetAside]:
        """Yield what came of each shift, in their order."""
        for shift in shifts:
            yield play(shift, self._sources)
