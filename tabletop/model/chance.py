"""Luck that belongs to things, not to the order in which they happen.

Whether the telephone is answered when the school first rings the coordinator about the post is one number, found from
who, whom, what and which try, and from nothing else. Reorganise the city and the same call has the same luck, so that
two structures can be compared without chance coming between them.

This file is pinned: a change of any number that it gives is a new `SCHEME`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from math import floor, log1p
from struct import Struct

SCHEME = 1
"""The number of this way to turn keys into luck; it is part of every key and of every file's provenance."""

GOLDEN = 0x9E3779B97F4A7C15
"""2^64 divided by the golden ratio, odd: the step of the splitmix64 generator (Steele, Lea and Flood 2014)."""

STEP = 0xD1342543DE82EF95
"""Another odd constant whose bits are well mixed: the step from one count to the next (Steele and Vigna 2022)."""

_MASK = 0xFFFF_FFFF_FFFF_FFFF
_FIRST = 0xBF58476D1CE4E5B9
_SECOND = 0x94D049BB133111EB
_UNIT = 2.0**-53
_MINUS_UNIT = -_UNIT
_BELOW_ONE = 1.0 - _UNIT


def mix64(h: int) -> int:
    """Return a 64-bit number each of whose bits depends on all bits of h: the finaliser of splitmix64."""
    h = ((h ^ (h >> 30)) * _FIRST) & _MASK
    h = ((h ^ (h >> 27)) * _SECOND) & _MASK
    return h ^ (h >> 31)


def fold(h: int, x: int) -> int:
    """Return the key h extended by the 64-bit number x; the order of folding matters."""
    return mix64((h + GOLDEN * (x + 1)) & _MASK)


def text_key(text: str) -> int:
    """Return the 64-bit number that stands for a text in keys: eight bytes of BLAKE2b, the first the highest."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


_id_key = lru_cache(maxsize=65_536)(text_key)


def uniform(h: int) -> float:
    """Return the number in (0, 1) that belongs to a 64-bit key: its upper 53 bits and a half, over 2^53.

    A double cannot hold the half for the highest key of all; it counts as the number next to 1.
    """
    u = ((h >> 11) + 0.5) * _UNIT
    return u if u < 1.0 else _BELOW_ONE


@dataclass(frozen=True, slots=True)
class Chance:
    """The luck of one re-run: everything that is drawn follows from the seed and the replication."""

    seed: int
    """Any whole number; the same seed means the same luck."""
    replication: int
    """Which re-run under this seed, from 0."""
    root: int = field(init=False, repr=False, compare=False)
    """Scheme, seed and replication folded."""

    def __post_init__(self) -> None:
        """Fold what is common to all keys of this re-run."""
        root = _fold_any(_fold_any(fold(0, SCHEME), self.seed), self.replication)
        object.__setattr__(self, "root", root)

    def prefix(self, purpose: str, who: str, whom: str = "") -> int:
        """Return the part of a key that a desk, a link or a barrier keeps: what is drawn, for whom, towards whom."""
        return fold(fold(fold(self.root, _id_key(purpose)), _id_key(who)), _id_key(whom))


def _fold_any(h: int, number: int) -> int:
    """Fold a number of any size; one that is negative or longer than 64 bits goes by its decimal digits."""
    return fold(h, number if 0 <= number <= _MASK else text_key(str(number)))


def draw(prefix: int, what: int, count: int) -> float:
    """Return the number in (0, 1) for an item's origin (a `text_key`) and a count, under a chance's prefix.

    The prefix and the origin are mixed already, so one more mixing of their steps along two odd constants is enough:
    the same as `uniform(mix64(prefix + GOLDEN·(what + 1) + STEP·count))`, written out because all that happens asks it.
    """
    h = (prefix + GOLDEN * (what + 1) + STEP * count) & _MASK
    h = ((h ^ (h >> 30)) * _FIRST) & _MASK
    h = ((h ^ (h >> 27)) * _SECOND) & _MASK
    u = (((h ^ (h >> 31)) >> 11) + 0.5) * _UNIT
    return u if u < 1.0 else _BELOW_ONE


_HIGHEST = (1 << 53) - 1


@lru_cache(maxsize=256)
def _places(count: int) -> tuple[Struct, int]:
    """Return how so many numbers lie in places of 128 bits, and the integer with a 1 in each place."""
    places = Struct("<" + "Q8x" * count)
    return places, int.from_bytes(places.pack(*[1] * count), "little")


class Draws:
    """The draws of many prefixes for one origin, made all at once.

    A letter that is going to cross five links and lie on five desks needs ten numbers. Each gets a place of 128 bits in one
    long integer, room for the product of two keys, and the same three steps as in `draw` mix all of them together.
    """

    __slots__ = ("_everywhere", "_lower", "_places", "_prefixes", "_upper")

    def __init__(self, prefixes: Sequence[int]) -> None:
        """Keep a place for each prefix."""
        self._places, self._everywhere = _places(len(prefixes))
        self._prefixes = int.from_bytes(self._places.pack(*prefixes), "little")
        self._lower = self._everywhere * _MASK
        self._upper = self._everywhere * _HIGHEST

    def of(self, what: int, count: int = 0) -> list[float]:
        """Return `draw(prefix, what, count)` for each prefix, in their order."""
        return [unit(x) for x in self.bits(what, count)]

    def greatest(self, what: int, count: int = 0) -> int:
        """Return the place of the prefix with the greatest draw, the first of equal ones."""
        bits = self.bits(what, count)
        return bits.index(max(bits))

    def bits(self, what: int, count: int = 0) -> tuple[int, ...]:
        """Return the upper 53 bits of each mixed key: what its draw is made of."""
        lower = self._lower
        h = (self._prefixes + self._everywhere * ((GOLDEN * (what + 1) + STEP * count) & _MASK)) & lower
        h = (((h ^ (h >> 30)) & lower) * _FIRST) & lower
        h = (((h ^ (h >> 27)) & lower) * _SECOND) & lower
        bits = ((h ^ (h >> 31)) >> 11) & self._upper
        return self._places.unpack(bits.to_bytes(self._places.size, "little"))


def unit(bits: int) -> float:
    """Return the draw that is made of 53 bits."""
    return (bits + 0.5) * _UNIT if bits < _HIGHEST else _BELOW_ONE


def exponential_times(bits: Sequence[int], means: Sequence[int]) -> list[int]:
    """Return `rounded(exponential(u, mean))` for the draws made of these bits, each with its mean in milliseconds."""
    try:
        # With the sign in the unit, and the same steps as there: no bit of the result differs.
        return [
            floor(0.5 - log1p((x + 0.5) * _MINUS_UNIT) * mean) for x, mean in zip(bits, means, strict=True)
        ]
    except ValueError:  # the highest bits of all: u would be 1
        return [rounded(exponential(unit(x), mean)) for x, mean in zip(bits, means, strict=True)]


def rounded(x: float) -> int:
    """Return the nearest whole number, a half going up: how a drawn duration becomes milliseconds."""
    return math.floor(x + 0.5)


def evenly(u: float, low: float, high: float) -> float:
    """Return the value below which a share u of an even spread from low to high lies."""
    return low + u * (high - low)


def triangular(u: float, *, least: float, likely: float, most: float) -> float:
    """Return the value below which a share u of a triangle lies whose tip is over `likely`; least ≤ likely ≤ most."""
    width = most - least
    if width <= 0:
        return least
    if u * width < likely - least:
        return least + math.sqrt(u * width * (likely - least))
    return most - math.sqrt((1.0 - u) * width * (most - likely))


def exponential(u: float, mean: float) -> float:
    """Return the value below which a share u of an exponential spread with this mean lies."""
    return -math.log1p(-u) * mean


def lognormal(u: float, median: float, sigma: float) -> float:
    """Return the value below which a share u of a lognormal spread lies; sigma is the spread of its logarithm."""
    return median * math.exp(sigma * normal_quantile(u))


_CENTRE = (
    (3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
     4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3),
    (1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3),
)  # fmt: skip
_SIDE = (
    (1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4),
    (1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9),
)  # fmt: skip
_FAR = (
    (6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7),
    (1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15),
)  # fmt: skip


def normal_quantile(u: float) -> float:
    """Return the value below which a share u of the standard normal spread lies, to about 16 digits.

    The rational approximations and their coefficients are those of M. J. Wichura, "Algorithm AS 241: The percentage
    points of the normal distribution", Applied Statistics 37 (1988), 477–484 (PPND16).
    """
    q = u - 0.5
    if abs(q) <= 0.425:
        return q * _ratio(_CENTRE, 0.180625 - q * q)
    r = math.sqrt(-math.log(u if q < 0 else 1.0 - u))
    tail = _ratio(_SIDE, r - 1.6) if r <= 5.0 else _ratio(_FAR, r - 5.0)
    return -tail if q < 0 else tail


def _ratio(terms: tuple[tuple[float, ...], tuple[float, ...]], x: float) -> float:
    above = below = 0.0
    for a, b in zip(reversed(terms[0]), reversed(terms[1]), strict=True):
        above = above * x + a
        below = below * x + b
    return above / below
