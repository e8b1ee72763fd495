"""Barriers that never bite: a gate across a road that nobody takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from tabletop.measures import Chronicle
from tabletop.measures.causes import address_of
from tabletop.model.barrier import Barrier
from tabletop.model.journal import Stopped
from tabletop.reading.nodes import Path
from tabletop.rehearsal.conducts import goes_as
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import in_runs
from tabletop.structures import Way


def barrier_never_bites(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the barriers that no hand-off ever comes past, and those that made no difference to any that did."""
    firsts = [run for structure in rehearsal.runs for run in islice(rehearsal.runs_of(structure), 1)]
    at_work = _AtWork(rehearsal)
    for address, path, barrier in rehearsal.barriers if firsts else ():
        # One that is not written there was brought in by a short way of writing, such as an inject's outage.
        if not rehearsal.manuscript.holds(path) or any(address in at_work.bitten(run) for run in firsts):
            continue
        if not _makes_a_difference(rehearsal, address, barrier, at_work=at_work):
            yield _idle(rehearsal, path, sum(at_work.crossed(run)[address] for run in rehearsal.in_turns()))


def _idle(rehearsal: Rehearsal, path: Path, past: int) -> Finding:
    runs = in_runs(rehearsal.count)
    if not past:
        return Finding(
            path,
            f"no hand-off came past it {runs}",
            "It was written to make a difference, and it makes none under any structure.",
            "look at its `from`, `to`, `kinds` and `channel`, and at which links carry what",
        )
    return Finding(
        path,
        f"{past:,} hand-offs came past it {runs}, and it neither held, changed nor stopped any of them",
        "Players will hardly notice it.",
        "see whether it is meant to be so rare, or make it stronger",
        severity="know",
    )


def _makes_a_difference(rehearsal: Rehearsal, address: str, barrier: Barrier, *, at_work: _AtWork) -> bool:
    """Tell whether a barrier bit in any run, or any run goes otherwise without it.

    A safeguard is left out here as well, to see whether it takes anything out of what it lets go; nobody is shown that.
    """
    lifted = rehearsal.lifting(address)
    meets = bool(barrier.session_starts(rehearsal.scenario.clock))
    for run in rehearsal.in_turns():
        if address in at_work.bitten(run):
            return True
        may_change = meets or at_work.crossed(run)[address]
        if may_change and not goes_as(lifted, run):
            return True
    return False


class _AtWork:
    """Which barriers were come past, and which did something, in each run; looked up once."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal
        self._bitten: dict[Chronicle, frozenset[str]] = {}
        self._crossed: dict[Chronicle, Counter[str]] = {}

    def bitten(self, run: Chronicle) -> frozenset[str]:
        """Return the addresses of the barriers that held or stopped something, or were gone round."""
        if run not in self._bitten:
            self._bitten[run] = _bitten(run)
        return self._bitten[run]

    def crossed(self, run: Chronicle) -> Counter[str]:
        """Return how many hand-offs came past each barrier, by address, traffic included."""
        if run not in self._crossed:
            self._crossed[run] = _crossings(self._rehearsal, run)
        return self._crossed[run]


def _crossings(rehearsal: Rehearsal, run: Chronicle) -> Counter[str]:
    found: Counter[str] = Counter()
    plan = rehearsal.plan(run.record.structure)
    taken = Counter((each.sender, each.receiver, each.channel, each.kind) for each in run.handoffs.values())
    for way, kind, count in _ways(rehearsal, run.record.structure, taken):
        track = plan.track(way, kind)
        for station in (*track.asked_before, *track.asked_at_arrival, *track.asked_after):
            found[station.address] += count
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


def _bitten(run: Chronicle) -> frozenset[str]:
    found: set[str] = set()
    for handoff in run.handoffs.values():
        found.update(address_of(cause) for cause, time in handoff.account if time)
        if isinstance(handoff, Stopped):
            found.add(handoff.barrier)
    return frozenset(found)
