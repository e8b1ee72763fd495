"""What an account of time is made of: waiting for approval, for a session, for somebody to open the door.

`email.lossy_channel:lost` is the cause `lost` at the barrier `email.lossy_channel`; `queue` is a cause of no barrier.
Time at a barrier that protects a person, a source or the law is time for protection, never time lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tabletop.model.barrier import Barrier
from tabletop.model.journal import HANDLING, SESSION, UNDER_WAY, Account
from tabletop.model.scenario import Scenario

WORK = (HANDLING, SESSION)
"""Causes that are the work itself, so that they are no loss."""

NO_LOSS = (*WORK, UNDER_WAY)
"""Causes that are not counted as time lost."""


def address_of(cause: str) -> str:
    """Return the address of the barrier in a cause of an account; empty when it is no barrier's."""
    return cause.rpartition(":")[0]


def barrier_of(scenario: Scenario, cause: str) -> Barrier | None:
    """Return the barrier behind a cause of an account, None when there is none."""
    address = address_of(cause)
    return scenario.barrier_at(address) if address else None


def protects(scenario: Scenario, cause: str) -> bool:
    """Tell whether a cause is a safeguard's, so that its time is time for protection."""
    barrier = barrier_of(scenario, cause)
    return barrier is not None and barrier.protects is not None


def spans(account: Account, since: int) -> Iterator[tuple[str, int, int]]:
    """Give each part of an account that took time as (cause, from, until), beginning at `since`."""
    for cause, length in account:
        if length:
            yield cause, since, since + length
            since += length


def cause_at(account: Account, since: int, *, at: int) -> str:
    """Return what an account that begins at `since` was spent on at an instant; its last cause when it ended by then."""
    for cause, _, until in spans(account, since):
        if at < until:
            return cause
    return account[-1][0] if account else ""


def totals(parts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the milliseconds by cause, in the order in which the causes first come."""
    sums: dict[str, int] = {}
    for cause, length in parts:
        if length:
            sums[cause] = sums.get(cause, 0) + length
    return sums
