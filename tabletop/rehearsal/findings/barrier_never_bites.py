"""Barriers that never bite: a gate across a road that nobody takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tabletop.engine.track import standing
from tabletop.measures.causes import address_of
from tabletop.model.journal import Stopped
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.structures import Way


def barrier_never_bites(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the barriers that no hand-off ever comes past, and those that made no difference to any that did."""
    if not rehearsal.count:
        return
    crossings = _crossings(rehearsal)
    bitten = _bitten(rehearsal)
    for address, path, barrier in rehearsal.barriers:
        if not rehearsal.manuscript.holds(path):
            continue  # it was brought in by a short way of writing, such as an inject's outage
        if not crossings[address] and (barrier.protects or not _changes(rehearsal, address)):
            yield Finding(
                path,
                f"no hand-off came past it in {rehearsal.count} runs",
                "It was written to make a difference, and it makes none under any structure.",
                "look at its `from`, `to`, `kinds` and `channel`, and at which links carry what",
            )
        elif address not in bitten and (barrier.protects or not _changes(rehearsal, address)):
            yield Finding(
                path,
                f"{crossings[address]:,} hand-offs came past it in {rehearsal.count} runs, and it neither held, "
                "changed nor stopped any of them",
                "Players will hardly notice it.",
                "see whether it is meant to be so rare, or make it stronger",
                severity="know",
            )


def _changes(rehearsal: Rehearsal, address: str) -> bool:
    return not rehearsal.changes_nothing(rehearsal.lifting(address))


def _crossings(rehearsal: Rehearsal) -> Counter[str]:
    """Return how many hand-offs came past each barrier, by address, traffic included."""
    found: Counter[str] = Counter()
    for structure, runs in rehearsal.runs.items():
        taken = Counter(
            (each.sender, each.receiver, each.channel, each.kind)
            for run in runs
            for each in run.handoffs.values()
        )
        for way, kind, count in _ways(rehearsal, structure, taken):
            found.update({address: count for _, address, _ in standing(rehearsal.scenario, way, kind)})
    return found


def _ways(
    rehearsal: Rehearsal, structure: str, taken: Counter[tuple[str, str, str, str]]
) -> Iterator[tuple[Way, str, int]]:
    """Yield every way that may have been taken, with the kind and how often."""
    declared: dict[tuple[str, str, str], list[Way]] = {}
    for each in rehearsal.structures_from(structure):
        for way in rehearsal.network(each).ways:
            for channel in {way.channel, way.link.else_ or way.channel}:
                declared.setdefault((way.sender, way.receiver, channel), []).append(
                    way._replace(channel=channel)
                )
    for (sender, receiver, channel, kind), count in taken.items():
        for way in declared.get((sender, receiver, channel), ()):
            if rehearsal.network(way.structure).carries(way, kind):
                yield way, kind, count


def _bitten(rehearsal: Rehearsal) -> frozenset[str]:
    """Return the addresses of the barriers that held or stopped something, or were gone round."""
    found: set[str] = set()
    for run in (run for runs in rehearsal.runs.values() for run in runs):
        for handoff in run.handoffs.values():
            found.update(address_of(cause) for cause, time in handoff.account if time)
            if isinstance(handoff, Stopped):
                found.add(handoff.barrier)
    return frozenset(found)
