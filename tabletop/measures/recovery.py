"""How long a disturbance went on after it was over: the backlog behind a dead telephone or an empty desk.

The telephones worked again at four; the last call that had waited for them was taken at six the next evening.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tabletop.measures.causes import address_of, spans
from tabletop.measures.chronicle import Chronicle
from tabletop.model.journal import ABSENT, Handled, Injected, Unfinished


@lru_cache(maxsize=1)
def recoveries(chronicle: Chronicle) -> tuple[int, ...]:
    """Return for each outage and absence that ended before EndEx how long it then took to catch up, in milliseconds.

    That is until the last of what had waited for it was over: carried, handled, or stopped; EndEx stands for what was
    unfinished. It is 0 where nothing had waited.
    """
    return tuple(
        max((until for since, until in waited if since < ended < until), default=ended) - ended
        for ended, waited in _disturbances(chronicle)
        if ended < chronicle.end
    )


def _disturbances(chronicle: Chronicle) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Give for each disturbance when it ended, and from when until when each thing that it held was under way."""
    for entry in chronicle.of(Injected):
        inject = chronicle.scenario.injects.get(entry.inject)
        if inject is None or entry.effect not in {"outage", "absence"}:
            continue
        if inject.outage is not None:
            yield entry.at + inject.outage.lasts, _held_by(chronicle, f"{inject.outage.channel}.outage")
        elif inject.absence is not None:
            yield entry.at + inject.absence.lasts, _lay_with(chronicle, entry.actors)


def _held_by(chronicle: Chronicle, address: str) -> list[tuple[int, int]]:
    return [
        (since, each.at)
        for each in chronicle.handoffs.values()
        for cause, since, _ in spans(each.account, each.since)
        if address_of(cause) == address
    ]


def _lay_with(chronicle: Chronicle, actors: tuple[str, ...]) -> list[tuple[int, int]]:
    done = [
        (each.arrived, each.at)
        for each in chronicle.of(Handled)
        if each.absent and each.actor in actors and each.work != "workload"
    ]
    left = [
        (each.since, each.at)
        for each in chronicle.of(Unfinished)
        if each.receiver in actors and any(cause == ABSENT for cause, _ in each.account)
    ]
    return [*done, *left]
