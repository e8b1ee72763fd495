"""The network as it was used: partners on an oval, a line for each pair that handed something on, as thick as it was busy.

Thirty partners fit, since each has its number and the key beside says who it is; where most time was lost a line is
drawn twice and bears a letter. Places are percent of the width and of the height, so that the picture fits any page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from tabletop.debrief.text import Text

MOST_LINES = 60
"""As many lines as one picture can show."""
FEW = 14
"""So many partners still have room for their names in the picture."""
THIN, THICK = 1.0, 6.0
"""How thick the least and the busiest line are, in pixels."""
_HEIGHT, _MOST_HEIGHT, _ROW = 300, 620, 16
_ACROSS, _DOWN, _BESIDE = 30.0, 38.0, 43.0


@dataclass(frozen=True, slots=True)
class Strand:
    """What went between two partners, both ways together."""

    one: str
    """The one that is declared first."""
    other: str
    """The other."""
    count: int
    """How many hand-offs, both ways."""
    mark: str
    """The letter of a bottleneck; empty for any other."""


@dataclass(frozen=True, slots=True)
class Knot:
    """One partner in its place, in percent of width and height."""

    number: int
    """Its number in the key."""
    name: Text
    """Who it is."""
    x: float
    """From the left."""
    y: float
    """From the top."""
    busy: bool
    """Whether its desk had no room left."""
    idle: bool
    """Whether nothing went through it."""
    side: str
    """On which side of it the name has room: `left`, `right`, `above` or `below`."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One line in its place, in percent of width and height; its middle bears the count."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    """In pixels."""
    x: float
    """Where its count stands."""
    y: float
    count: int
    mark: str
    """The letter of a bottleneck; empty for any other."""


@dataclass(frozen=True, slots=True)
class Web:
    """The whole picture, every place worked out."""

    height: float
    """In pixels; no whole number, since those are written in the digits of the language."""
    knots: tuple[Knot, ...]
    """The partners."""
    threads: tuple[Thread, ...]
    """What went between them, the thinnest first, so that the busiest lie on top."""
    named: bool
    """Whether the names stand in the picture; otherwise the key has them."""
    left_out: int
    """How many lines there was no room for: those with fewest hand-offs."""


def web(partners: Sequence[tuple[str, Text]], strands: Sequence[Strand], *, busy: frozenset[str]) -> Web:
    """Return the picture of these partners (id and name) and of what went between them."""
    places = {id_: _place(number, len(partners)) for number, (id_, _) in enumerate(partners)}
    used = {id_ for each in strands for id_ in (each.one, each.other)}
    ranked = sorted(strands, key=lambda each: (not each.mark, -each.count))
    shown = sorted(ranked[:MOST_LINES], key=lambda each: each.count)
    most = max((each.count for each in shown), default=1)
    knots = tuple(
        Knot(number, name, *places[id_], id_ in busy, id_ not in used, _side(*places[id_]))
        for number, (id_, name) in enumerate(partners, 1)
    )
    threads = tuple(_thread(each, places, most=most) for each in shown)
    height = float(min(_MOST_HEIGHT, _HEIGHT + _ROW * len(partners)))
    return Web(height, knots, threads, len(partners) <= FEW, len(strands) - len(shown))


def _place(number: int, of: int) -> tuple[float, float]:
    """Return the place of a partner on the oval, the first at the top, the others clockwise."""
    angle = 2 * pi * number / of - pi / 2
    across = _ACROSS if of <= FEW else _BESIDE
    return 50 + across * cos(angle), 50 + _DOWN * sin(angle)


def _side(x: float, y: float) -> str:
    if abs(x - 50) < 6:
        return "above" if y < 50 else "below"
    return "left" if x < 50 else "right"


def _thread(each: Strand, places: dict[str, tuple[float, float]], *, most: int) -> Thread:
    (x1, y1), (x2, y2) = places[each.one], places[each.other]
    width = THIN + (THICK - THIN) * (each.count - 1) / max(1, most - 1)
    return Thread(x1, y1, x2, y2, width, (x1 + x2) / 2, (y1 + y2) / 2, each.count, each.mark)
