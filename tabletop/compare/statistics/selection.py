"""Which is the best, found with a promise: like a knock-out in which nobody leaves before it is clear that they lose.

Six structures play with the same luck. After twenty replications two are plainly worse and play no more, after fifty
another; at a hundred and ten one is left. It is the best, or within 5 % of the best, in 95 of 100 such contests.

The procedure is fully sequential, after Kim and Nelson, "A fully sequential procedure for indifference-zone selection
in simulation" (ACM TOMACS 11, 2001), with the variances renewed on the way as in their KN++ ("On the asymptotic
validity of fully sequential selection procedures", Operations Research 54, 2006), here whenever the number of
replications has doubled. With k systems, confidence 1 − α, indifference δ and r replications, variances from m of them:

    η = ((2α / (k − 1))^(−2 / (m − 1)) − 1) / 2        h² = 2η(m − 1)
    W(i, l) = max(0, δ / (2r) · (h² S²(i, l) / δ² − r))

where S²(i, l) is the sample variance of the differences of i and l, so that common random numbers pay. A system is
dropped when its mean is worse than another's by more than W. The promise is exact for normal observations as long as
the variances of the first stage are in force, and holds in the limit of small δ after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil
from typing import Literal

from tabletop.compare.results import Cell

FIRST_STAGE = 20
"""Replications of each system before any is dropped. Kim and Nelson advise 10 to 20."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A system that left the contest."""

    system: Cell
    """Which."""
    at: int
    """After how many replications."""
    by: Cell
    """Against which other system it was plainly worse."""
    mean: float
    """Its mean until then."""


@dataclass(frozen=True, slots=True)
class Selection:
    """How far a contest has come; `begin` makes one and `advance` the next."""

    systems: tuple[Cell, ...]
    """All that entered."""
    better: Literal["less", "more"]
    """Which way is better."""
    confidence: float
    """The probability with which the right one is chosen when it is better than all others by δ or more."""
    first_stage: int
    """Replications of each before any is dropped."""
    share: float | None
    """δ as a share of the best mean of the first stage; None when it was given outright."""
    delta: float | None
    """δ, the difference that one does not care about, in units of the measure; None until the first stage is over."""
    rows: int = 0
    """Replications of each system still in the contest."""
    alive: tuple[Cell, ...] = ()
    """The systems still in the contest, in the order in which they entered."""
    dropped: tuple[Dropped, ...] = ()
    """Those that left, in order."""
    decided: bool = False
    """Whether it is over."""
    means: tuple[float, ...] = ()
    """The mean of each system alive."""
    moments: tuple[tuple[float, ...], ...] = ()
    """For each two systems alive: the sum of the products of their distances from their means."""
    renewed: int = 0
    """After how many replications the variances in force were taken; 0 in the first stage."""
    spreads: tuple[tuple[float, ...], ...] = ()
    """The variances in force of the differences between each two systems alive."""
    foreseen: int = 0
    """After how many replications of each it would have been over, by the variances of the first stage, had nobody left
    early; 0 in the first stage."""

    @property
    def best(self) -> Cell:
        """The one that is left, or, while there are several, the one whose mean is best so far; of equals the first."""
        sign = _sign(self)
        means = dict(zip(self.alive, self.means, strict=True)) if self.means else {}
        return max(self.alive, key=lambda each: sign * means.get(each, 0.0))

    @property
    def needs(self) -> int:
        """How many more replications of each system alive are needed before anything can be decided; 0 when it is over."""
        return 0 if self.decided else max(1, self.first_stage - self.rows)

    @property
    def limit(self) -> int | None:
        """After how many replications it is over at the latest, by the variances in force; None in the first stage."""
        if not self.spreads or not self.delta:
            return None
        widest = max((max(row) for row in self.spreads), default=0.0)
        return max(self.rows, ceil(_h2(self) * widest / self.delta**2))

    @property
    def runs(self) -> int:
        """How many runs it took so far."""
        return sum(each.at for each in self.dropped) + self.rows * len(self.alive)

    @property
    def saved(self) -> int:
        """How many runs were saved by letting systems leave early, against playing every one as often as was foreseen."""
        return max(self.foreseen, self.rows) * len(self.systems) - self.runs


def begin(
    systems: Sequence[Cell],
    *,
    share: float | None = None,
    delta: float | None = None,
    confidence: float = 0.95,
    first_stage: int = FIRST_STAGE,
    better: Literal["less", "more"] = "less",
) -> Selection:
    """Return a contest that has not begun.

    Give either `delta`, in units of the measure, or `share`, by which δ becomes that share of the best mean of the first
    stage. Raises ValueError when neither or both are given, or they are not above 0; when systems are named twice; when
    the confidence is not above 1/k and below 1; and when the first stage is shorter than two.
    """
    given = share if delta is None else delta
    if given is None or (share is not None and delta is not None) or not given > 0:
        raise ValueError("expected either delta or share, above 0")
    if not systems or len(set(systems)) < len(systems):
        raise ValueError("expected one system or more, each once")
    if not 1 / max(2, len(systems)) < confidence < 1:
        raise ValueError(
            f"expected a confidence above 1/{max(2, len(systems))} and below 1, got {confidence}"
        )
    if first_stage < 2:
        raise ValueError(f"expected a first stage of at least 2 replications, got {first_stage}")
    entered = tuple(systems)
    return Selection(
        entered, better, confidence, first_stage, share, delta, alive=entered, decided=len(entered) == 1
    )


def advance(state: Selection, observations: Iterable[Mapping[Cell, float]]) -> Selection:
    """Return how a contest stands after more replications, in order; each gives a value for every system alive.

    Values of systems that have left are not looked at, nor are replications after it is over, so that the result does not
    depend on how replications were bundled. Raises KeyError for a system alive that has no value.
    """
    for observed in observations:
        if state.decided:
            break
        state = _judged(_counted(state, observed))
    return state


def _counted(state: Selection, observed: Mapping[Cell, float]) -> Selection:
    """Take one replication into the means and moments (Welford's updating, extended to products)."""
    values = [float(observed[system]) for system in state.alive]
    rows = state.rows + 1
    means = state.means or (0.0,) * len(values)
    moments = state.moments or ((0.0,) * len(values),) * len(values)
    apart = [value - mean for value, mean in zip(values, means, strict=True)]
    weight = (rows - 1) / rows
    return replace(
        state,
        rows=rows,
        means=tuple(mean + each / rows for mean, each in zip(means, apart, strict=True)),
        moments=tuple(
            tuple(moment + weight * mine * other for moment, other in zip(row, apart, strict=True))
            for row, mine in zip(moments, apart, strict=True)
        ),
    )


def _judged(state: Selection) -> Selection:
    """Drop who is plainly worse, and end it when one is left or those left are as good as each other within δ."""
    if state.rows < state.first_stage:
        return state
    state = _renewed(state) if state.rows >= 2 * state.renewed else state
    losers = _losers(state)
    state = _without(state, losers) if losers else state
    over = len(state.alive) == 1 or all(
        _margin(state, mine, other) == 0 for mine, other in product(range(len(state.alive)), repeat=2)
    )
    return replace(state, decided=True) if over else state


def _renewed(state: Selection) -> Selection:
    """Take the variances of the differences anew; at the end of the first stage δ as well, when it is a share."""
    freedom = state.rows - 1
    places = range(len(state.alive))
    spreads = tuple(
        tuple(
            max(0.0, state.moments[i][i] + state.moments[j][j] - 2 * state.moments[i][j]) / freedom
            for j in places
        )
        for i in places
    )
    fresh = replace(state, delta=_delta(state), renewed=max(state.first_stage, state.rows), spreads=spreads)
    return fresh if state.foreseen else replace(fresh, foreseen=fresh.limit or 0)


def _delta(state: Selection) -> float:
    if state.delta is not None:
        return state.delta
    assert state.share is not None
    means = [abs(mean) for mean in state.means]
    best = min(means) if state.better == "less" else max(means)
    return state.share * (best or max(means) or 1.0)


def _losers(state: Selection) -> dict[int, int]:
    """Return the places of the systems that are plainly worse than another, each with the place of the best of those."""
    sign = _sign(state)
    order = sorted(range(len(state.alive)), key=lambda place: -sign * state.means[place])
    found = {}
    for mine in order[1:]:
        behind = (
            other
            for other in order
            if sign * (state.means[other] - state.means[mine]) > _margin(state, mine, other)
        )
        winner = next(behind, None)
        if winner is not None:
            found[mine] = winner
    return found


def _margin(state: Selection, mine: int, other: int) -> float:
    """Return W: by how much a mean may be worse than another without being plainly worse."""
    assert state.delta is not None
    delta, spread = state.delta, state.spreads[mine][other]
    return max(0.0, delta / (2 * state.rows) * (_h2(state) * spread / delta**2 - state.rows))


def _h2(state: Selection) -> float:
    freedom = state.renewed - 1
    others = max(1, len(state.systems) - 1)
    eta: float = ((2 * (1 - state.confidence) / others) ** (-2 / freedom) - 1) / 2
    return 2 * eta * freedom


def _without(state: Selection, losers: Mapping[int, int]) -> Selection:
    left = [place for place in range(len(state.alive)) if place not in losers]
    gone = tuple(
        Dropped(state.alive[mine], state.rows, state.alive[by], state.means[mine])
        for mine, by in losers.items()
    )
    return replace(
        state,
        alive=tuple(state.alive[place] for place in left),
        dropped=(*state.dropped, *gone),
        means=tuple(state.means[place] for place in left),
        moments=tuple(tuple(state.moments[i][j] for j in left) for i in left),
        spreads=tuple(tuple(state.spreads[i][j] for j in left) for i in left),
    )


def _sign(state: Selection) -> int:
    return 1 if state.better == "more" else -1
