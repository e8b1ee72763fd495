"""Where the time went: every hand-off's account added up by cause, time for protection apart from time lost.

Ninety hours between sessions of the committee, thirty before calls were answered; and, in a column of its own, the
eleven hours in which a data protection officer did what the law asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tabletop.measures.causes import NO_LOSS, protects, totals
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.news import with_news
from tabletop.measures.paths import Path


@dataclass(frozen=True, slots=True)
class Delay:
    """One cause of waiting, over all hand-offs."""

    cause: str
    """The cause of the accounts: `queue`, or `<barrier address>:<because>`."""
    time: int
    """How much it took in all, in milliseconds."""
    handoffs: int
    """How many hand-offs it touched."""
    protects: bool
    """Whether it is a safeguard's, so that it is no loss."""


@dataclass(frozen=True, slots=True)
class Delays:
    """All hand-offs' time by cause. Traffic is left out, and what was no news: they delay nobody."""

    causes: tuple[Delay, ...]
    """Every cause, work included, in the order in which it first came up."""
    lost: int
    """Milliseconds of waiting that protected nobody."""
    protection: int
    """Milliseconds that safeguards took."""
    work: int
    """The rest: handling, sessions, and ways left open when another had brought it."""


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def delays(chronicle: Chronicle) -> Delays:
    """Return where the time went of all hand-offs that brought, or would have brought, news.

    `lost + protection + work` is the sum of their lengths.
    """
    scenario = chronicle.scenario
    told = with_news(chronicle)
    sums = totals(piece for each in told for piece in each.account)
    touched = totals((cause, 1) for each in told for cause, time in dict(each.account).items() if time)
    causes = tuple(
        Delay(cause, time, touched.get(cause, 0), protects(scenario, cause)) for cause, time in sums.items()
    )
    protection = sum(each.time for each in causes if each.protects)
    lost = sum(each.time for each in causes if not each.protects and each.cause not in NO_LOSS)
    return Delays(causes, lost, protection, sum(sums.values()) - lost - protection)


def costliest(account: Delays, count: int = 3) -> tuple[Delay, ...]:
    """Return the causes that lost most time, the costliest first; neither work nor safeguards are among them."""
    lossy = [each for each in account.causes if not each.protects and each.cause not in NO_LOSS]
    return tuple(sorted(lossy, key=lambda each: (-each.time, each.cause))[:count])


def stack(path: Path) -> dict[str, int]:
    """Return the milliseconds of a critical path by cause, in the order in which the causes come up on it."""
    return totals((part.cause, part.length) for part in path.parts)
