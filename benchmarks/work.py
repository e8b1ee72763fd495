"""What the engines are given to do: letters that go from desk to desk, in hours.

C5 is five desks in a row; T13 is a tree of thirteen, from leaf to leaf. Every desk is busy 70 % of the time. The same
networks stand as scenario files in `scenarios/classic`, with the source of the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios" / "classic"

Step = tuple[float, str]
"""One hand-off: how long the link takes on average (0: no time at all), and the desk at its end."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk with one queue."""

    staff: int
    handling: float
    """How long one letter takes on average, exponentially spread."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where letters begin."""

    gap: float
    """The mean time between two letters, exponentially spread."""
    letters: int
    """How many there are."""
    ways: tuple[tuple[Step, ...], ...]
    """The ways that a letter may take, all equally likely."""


@dataclass(frozen=True, slots=True)
class Work:
    """One network, from an empty start until all letters are done."""

    name: str
    desks: dict[str, Desk]
    sources: tuple[Source, ...]
    truth: float
    """The mean time from a letter's beginning to its end, from a separate program."""

    @property
    def scenario(self) -> Path:
        """The scenario file of the same network."""
        return SCENARIOS / f"{self.name.lower()}.yaml"

    @property
    def letters(self) -> int:
        """How many letters there are in all."""
        return sum(source.letters for source in self.sources)


def chain() -> Work:
    """Return C5: a source, and five desks in a row."""
    staff, links = (1, 2, 3, 2, 1), (0.5, 1.0, 2.0, 1.0, 0.5)
    names = ("first", "second", "third", "fourth", "fifth")
    desks = {name: Desk(people, 0.7 * people) for name, people in zip(names, staff, strict=True)}
    source = Source(gap=1.0, letters=2_000, ways=(tuple(zip(links, names, strict=True)),))
    return Work("C5", desks, (source,), truth=18.336)


def tree() -> Work:
    """Return T13: letters begin at nine leaves and go to another, over the middle desks and, if need be, the root."""
    desks = {"root": Desk(3, 2.8)}
    desks |= {f"middle_{number}": Desk(2, 2.4) for number in range(3)}
    desks |= {f"leaf_{number}": Desk(1, 3.15) for number in range(9)}
    sources = tuple(
        Source(gap=9.0, letters=222, ways=tuple(_between(leaf, other) for other in range(9) if other != leaf))
        for leaf in range(9)
    )
    return Work("T13", desks, sources, truth=36.073)


def _between(leaf: int, other: int) -> tuple[Step, ...]:
    """Return the steps from one leaf, where a letter is handled first, to another."""
    up, down = leaf // 3, other // 3
    over: tuple[Step, ...] = () if up == down else ((2.0, "root"), (2.0, f"middle_{down}"))
    return ((0.0, f"leaf_{leaf}"), (1.0, f"middle_{up}"), *over, (1.0, f"leaf_{other}"))
