"""The network as it was used: partners on an oval, or on three of them, a line for each pair that handed something on, as thick as it was busy.

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
MOST_COUNTS = 24
"""On so many lines the number of hand-offs has room, the busiest and the bottlenecks."""
FEW = 14
"""So many partners still have room for their names in the picture."""
THIN, THICK = 1.0, 6.0
"""How thick the least and the busiest line are, in pixels."""
_HEIGHT, _MOST_HEIGHT, _ROW = 300, 620, 16
_RING = (30.0, 38.0)
"""How far from the middle partners stand whose names are in the picture, across and down, in percent."""
_RINGS = ((45.0, 44.0), (24.0, 23.0), (9.0, 9.0))
"""The same for many partners: those with few lines, those with many, and those with many among themselves."""
_BUSY_SHARE = 5
"""Of many partners one in so many stands further in."""


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
    shows: bool
    """Whether there is room for the count."""


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
    names = [id_ for id_, _ in partners]
    places = _ring(names, *_RING) if len(names) <= FEW else _rings(names, strands)
    used = {id_ for each in strands for id_ in (each.one, each.other)}
    ranked = sorted(strands, key=lambda each: (not each.mark, -each.count))[:MOST_LINES]
    counted = set(ranked[:MOST_COUNTS])
    most = max((each.count for each in ranked), default=1)
    knots = tuple(
        Knot(number, name, *places[id_], id_ in busy, id_ not in used, _side(*places[id_]))
        for number, (id_, name) in enumerate(partners, 1)
    )
    threads = tuple(
        _thread(each, places, most=most, shows=each in counted)
        for each in sorted(ranked, key=lambda each: each.count)
    )
    height = float(min(_MOST_HEIGHT, _HEIGHT + _ROW * len(partners)))
    return Web(height, knots, threads, len(partners) <= FEW, len(strands) - len(ranked))


def _ring(names: Sequence[str], across: float, down: float) -> dict[str, tuple[float, float]]:
    """Return places on an oval, the first at the top, the others clockwise."""
    return {name: _at(2 * pi * number / len(names), across, down) for number, name in enumerate(names)}


def _at(angle: float, across: float, down: float) -> tuple[float, float]:
    return 50 + across * sin(angle), 50 - down * cos(angle)


def _rings(names: Sequence[str], strands: Sequence[Strand]) -> dict[str, tuple[float, float]]:
    """Return places for many partners: the busy ones further in, each before those who mostly deal with it."""
    traffic = dict.fromkeys(names, 0)
    for each in strands:
        traffic[each.one] += each.count
        traffic[each.other] += each.count
    inner = sorted(names, key=lambda name: -traffic[name])[: max(3, len(names) // _BUSY_SHARE)]
    inner.sort(key=names.index)
    nearest = _nearest([name for name in names if name not in inner], inner, strands)
    outer = sorted(nearest, key=lambda name: inner.index(nearest[name]))
    angles = {name: 2 * pi * number / len(outer) for number, name in enumerate(outer)}
    places = {name: _at(angle, *_RINGS[0]) for name, angle in angles.items()}
    groups = {name: [angles[each] for each in outer if nearest[each] == name] for name in inner}
    places |= {name: _at(sum(mine) / len(mine), *_RINGS[1]) for name, mine in groups.items() if mine}
    return places | _ring([name for name, mine in groups.items() if not mine], *_RINGS[2])


def _nearest(outer: Sequence[str], inner: Sequence[str], strands: Sequence[Strand]) -> dict[str, str]:
    """Return for each of the others the busy partner with whom it shares most hand-offs; the first where with none."""
    shared: dict[tuple[str, str], int] = {}
    for each in strands:
        for name, other in ((each.one, each.other), (each.other, each.one)):
            shared[name, other] = each.count
    return {name: max(inner, key=lambda busy: shared.get((name, busy), 0)) for name in outer}


def _side(x: float, y: float) -> str:
    if abs(x - 50) < 6:
        return "above" if y < 50 else "below"
    return "left" if x < 50 else "right"


def _thread(each: Strand, places: dict[str, tuple[float, float]], *, most: int, shows: bool) -> Thread:
    (x1, y1), (x2, y2) = places[each.one], places[each.other]
    width = THIN + (THICK - THIN) * (each.count - 1) / max(1, most - 1)
    return Thread(x1, y1, x2, y2, width, (x1 + x2) / 2, (y1 + y2) / 2, each.count, each.mark, shows)
