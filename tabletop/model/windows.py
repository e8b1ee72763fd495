"""Spans of time in which something is open, on duty or broken.

A desk that is open on weekdays from eight to four over a fortnight is ten windows; an absence of two days is one. What
needs six hours of work begun at two on Friday ends at noon on Monday: `after` says so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

FOREVER = 2**62
"""An end that no exercise reaches, in milliseconds since StartEx."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Half-open spans from start to end, in milliseconds since StartEx: sorted, none empty, none touching the next."""

    starts: tuple[int, ...]
    """When each window opens."""
    ends: tuple[int, ...]
    """When each window shuts; at that instant it is shut already."""
    opened: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """How long it was open in all by the end of each window."""
    is_always: bool = field(init=False, repr=False, compare=False)
    """Whether it is open at every instant from StartEx on."""

    def __post_init__(self) -> None:
        """Refuse spans out of order and add up what is open."""
        lengths = [end - start for start, end in zip(self.starts, self.ends, strict=True)]
        gaps = [start - end for start, end in zip(self.starts[1:], self.ends, strict=False)]
        if any(span <= 0 for span in lengths + gaps):
            msg = "windows must be sorted, not empty and apart; Windows.of sees to it"
            raise ValueError(msg)
        object.__setattr__(self, "opened", tuple(accumulate(lengths)))
        object.__setattr__(self, "is_always", self.starts == (0,) and self.ends == (FOREVER,))

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Windows:
        """Return the windows that cover these (start, end) pairs, in any order; those with end ≤ start are nothing."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(pair for pair in pairs if pair[0] < pair[1]):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Give each window as (start, end)."""
        return iter(zip(self.starts, self.ends, strict=True))

    def is_open(self, t: int) -> bool:
        """Tell whether a window holds the instant t."""
        if self.is_always and t >= 0:
            return True
        at = bisect_right(self.starts, t)
        return at > 0 and t < self.ends[at - 1]

    def opens_at(self, t: int) -> bool:
        """Tell whether a window begins at the instant t, so that what comes then comes before the opening."""
        at = bisect_left(self.starts, t)
        return at < len(self.starts) and self.starts[at] == t

    def next_open(self, t: int) -> int | None:
        """Return the first open instant from t on: t itself when open then, None when it never opens again."""
        if self.is_always and t >= 0:
            return t
        at = bisect_right(self.ends, t)
        return None if at == len(self.ends) else max(t, self.starts[at])

    def open_between(self, a: int, b: int) -> int:
        """Return how many of the milliseconds from a to b are open; 0 when b is not after a."""
        if b <= a:
            return 0
        return b - a if self.is_always and a >= 0 else self._opened_by(b) - self._opened_by(a)

    def after(self, t: int, work: int) -> int | None:
        """Return the first instant by which `work` open milliseconds have passed since t, None when that never comes.

        No work at all still needs an open instant. Work that ends exactly at closing ends then.
        """
        if self.is_always and t >= 0:
            return t + work
        if work <= 0:
            return self.next_open(t)
        due = self._opened_by(t) + work
        at = bisect_left(self.opened, due)
        return None if at == len(self.opened) else self.ends[at] - (self.opened[at] - due)

    def _opened_by(self, t: int) -> int:
        """Return the open milliseconds before t."""
        at = bisect_right(self.starts, t)
        return self.opened[at - 1] - max(0, self.ends[at - 1] - t) if at else 0

    def clipped(self, a: int, b: int) -> Windows:
        """Return what lies within the span from a to b."""
        return Windows.of((max(start, a), min(end, b)) for start, end in self)

    def overlap(self, other: Windows) -> Windows:
        """Return when both are open."""
        if self.is_always and other.is_always:
            return self
        mine, theirs = 0, 0
        shared: list[tuple[int, int]] = []
        while mine < len(self.ends) and theirs < len(other.ends):
            start = max(self.starts[mine], other.starts[theirs])
            end = min(self.ends[mine], other.ends[theirs])
            shared.append((start, end))
            mine, theirs = mine + (self.ends[mine] == end), theirs + (other.ends[theirs] == end)
        return Windows.of(shared)

    def minus(self, other: Windows) -> Windows:
        """Return when this is open and the other is not."""
        return self.overlap(other._gaps()) if other.starts else self

    def _gaps(self) -> Windows:
        """Return when this is shut, since long before and until FOREVER."""
        edges = [(-FOREVER, self.starts[0]), *((end, start) for (_, end), (start, _) in pairwise(self))]
        return Windows.of([*edges, (self.ends[-1], FOREVER)])


ALWAYS = Windows((0,), (FOREVER,))
"""Open at every instant."""

NEVER = Windows((), ())
"""Never open."""
