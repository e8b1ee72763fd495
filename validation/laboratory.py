"""The laboratory: shipped networks with known answers, played, and what one reads off their journals.

A letter's account says for how many milliseconds it waited for what; here they become hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tabletop.engine import run
from tabletop.model.duration import HOUR
from tabletop.model.journal import HandedOn
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import load


@cache
def classic(name: str, *interventions: str) -> Scenario:
    """Return one of the laboratory scenarios."""
    return load(f"classic/{name}", interventions=interventions)


def played(name: str, replication: int) -> Record:
    """Play a laboratory scenario with the luck of one re-run."""
    return run(classic(name), replication=replication)


def arrivals(record: Record, *, kind: str = "") -> Iterator[HandedOn]:
    """Yield the hand-offs that ended well, after the warm-up that the scenario leaves out, in order of time."""
    start = record.scenario.clock.measure_from
    for entry in record.journal:
        if isinstance(entry, HandedOn) and entry.since >= start and kind in {"", entry.kind}:
            yield entry


def hours_of(entry: HandedOn, cause: str) -> float:
    """Return for how many hours a hand-off waited for one cause."""
    return sum(time for name, time in entry.account if name == cause) / HOUR


def sojourns(record: Record) -> list[float]:
    """Return for how many hours each letter was under way, in the order in which they began."""
    began: dict[str, int] = {}
    ended: dict[str, int] = {}
    for entry in arrivals(record):
        began[entry.origin] = min(entry.since, began.get(entry.origin, entry.since))
        ended[entry.origin] = max(entry.at, ended.get(entry.origin, 0))
    return [(ended[origin] - since) / HOUR for origin, since in began.items()]
