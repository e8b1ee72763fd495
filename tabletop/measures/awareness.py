"""Who knew what they needed, how soon, and when all the pieces first lay on one desk.

Four roles need the concern and two need the plan: six pairs. On the first evening two of the six were known; by the
second week all were. The sum of all the waiting is the main measure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tabletop.measures.chronicle import Chronicle
from tabletop.measures.expectations import deadline
from tabletop.model.work import Decision


@dataclass(frozen=True, slots=True)
class Need:
    """One role and one kind of information that it needs; times are milliseconds since StartEx."""

    role: str
    """The role, or actor."""
    kind: str
    """The kind of information."""
    exists: int | None
    """When the kind came to exist; None: never, and then the need does not count."""
    knows: int | None
    """When the role knew; None: never."""
    accuracy: float | None
    """Share of details right when it first knew; None: it never knew."""
    cut: int
    """When waiting stops being counted: the deadline of an expectation on it, else EndEx."""

    @property
    def without(self) -> int:
        """How long the role was without what it needed, in milliseconds."""
        if self.exists is None:
            return 0
        until = self.cut if self.knows is None else min(self.knows, self.cut)
        return max(0, until - self.exists)


@dataclass(frozen=True)
class Awareness:
    """What all roles knew of what they needed, over time."""

    needs: tuple[Need, ...]
    """Every role with every kind that it needs, in the order declared."""

    @cached_property
    def counted(self) -> tuple[Need, ...]:
        """The needs for kinds that came to exist."""
        return tuple(each for each in self.needs if each.exists is not None)

    @property
    def without(self) -> int:
        """Time without needed information, summed over all needs, in milliseconds."""
        return sum(each.without for each in self.counted)

    @property
    def mean_without(self) -> float | None:
        """The same per need; None when nothing was needed that existed."""
        return self.without / len(self.counted) if self.counted else None

    @cached_property
    def curve(self) -> tuple[tuple[int, float], ...]:
        """At each instant at which somebody came to know: the share of needs known from then on."""
        times = sorted(each.knows for each in self.counted if each.knows is not None)
        known = {time: place / len(self.counted) for place, time in enumerate(times, 1)}
        return tuple(known.items())

    def reached(self, share: float) -> int | None:
        """Return the first instant at which at least this share of the needs was known; None: never."""
        return next((time for time, known in self.curve if known >= share), None)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces that one decision needs; times are milliseconds since StartEx."""

    decision: str
    """The decision or task."""
    in_network: int | None
    """When enough of them existed, wherever they were; None: never."""
    met: int | None
    """When one actor first knew enough of them; None: nobody ever did."""
    where: str
    """Who that was; empty when nobody was."""


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def awareness(chronicle: Chronicle) -> Awareness:
    """Return for every role and every kind that it needs when it knew."""
    return Awareness(
        tuple(
            _need(chronicle, role, kind) for role, kinds in chronicle.scenario.needs.items() for kind in kinds
        )
    )


def pieces(chronicle: Chronicle) -> tuple[Pieces, ...]:
    """Return for every decision and task that needs two pieces or more when they first met at one desk."""
    works = chronicle.scenario.works.items()
    return tuple(_pieces(chronicle, name, words) for name, words in works if words.needs.enough > 1)


def _need(chronicle: Chronicle, role: str, kind: str) -> Need:
    learning = chronicle.learning(role, kind)
    dues = [
        deadline(chronicle, each)
        for each in chronicle.scenario.expectations.values()
        if each.knows == kind and each.role is not None and role in each.role.roles
    ]
    cut = min([chronicle.end, *(due for due in dues if due is not None)])
    exists = chronicle.exists.get(kind)
    if learning is None:
        return Need(role, kind, exists, None, None, cut)
    return Need(role, kind, exists, learning.at, learning.known.accuracy, cut)


def _pieces(chronicle: Chronicle, name: str, words: Decision) -> Pieces:
    needs = words.needs
    in_network = _nth(needs.enough, (chronicle.exists.get(kind) for kind in needs.of))
    met = {
        actor: _nth(needs.enough, (_known_at(chronicle, actor, kind) for kind in needs.of))
        for actor in chronicle.scenario.actors
    }
    times = [(at, actor) for actor, at in met.items() if at is not None]
    first = min(times, key=lambda each: each[0], default=(None, ""))
    return Pieces(name, in_network, *first)


def _known_at(chronicle: Chronicle, actor: str, kind: str) -> int | None:
    known = chronicle.first_known(actor, kind)
    return known and known.at


def _nth(count: int, times: Iterable[int | None]) -> int | None:
    """Return when `count` of these had happened; None: that many never did."""
    happened = sorted(time for time in times if time is not None)
    return happened[count - 1] if len(happened) >= count else None
