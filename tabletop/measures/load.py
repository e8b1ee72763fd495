"""How busy each desk was, how long people waited at it, and how many hours of staff the whole cost.

The municipality's two clerks were in work four fifths of their open time; at worst eleven items lay waiting, since
every mail in a hub goes through there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tabletop.measures.chronicle import Chronicle
from tabletop.measures.spread import spread
from tabletop.model.journal import ABSENT, HANDLING, QUEUE, SHUT, Handled, Injected, SessionHeld, Unfinished
from tabletop.model.windows import Windows

AT_DESK = (SHUT, ABSENT, QUEUE, HANDLING)
"""The causes of a stay at a desk."""


@dataclass(frozen=True, slots=True)
class Load:
    """One desk during one exercise, from `clock.measure_from` on; times are milliseconds."""

    actor: str
    """Whose desk."""
    busy: int
    """Time in work, over all its people."""
    staffed: int
    """Open hours times people, less those away by an absence."""
    visits: int
    """How many visits ended that began from then on."""
    left: int
    """How many were still there at EndEx."""
    mean_wait: float | None
    """Mean time of a visit that was not work: shut, absent or in the queue; None when there was no visit."""
    longest_queue: int
    """The most that waited at one instant, those in work not counted."""

    @property
    def utilisation(self) -> float | None:
        """Share of the staffed time spent in work; None when there was none."""
        return self.busy / self.staffed if self.staffed else None


def loads(chronicle: Chronicle) -> tuple[Load, ...]:
    """Return the load of every desk, in the order declared."""
    start = chronicle.scenario.clock.measure_from
    visits: dict[str, list[Handled]] = {actor: [] for actor in chronicle.scenario.actors}
    busy = dict.fromkeys(visits, 0)
    for visit in chronicle.of(Handled):
        busy[visit.actor] += _worked(visit, start)
        if visit.arrived >= start:
            visits[visit.actor].append(visit)
    left: dict[str, list[tuple[int, int]]] = {actor: [] for actor in visits}
    for handoff in chronicle.of(Unfinished):
        stay = _stay_at_end(handoff)
        if stay is not None:
            left[handoff.receiver].append(stay)
    return tuple(
        _load(chronicle, actor, visits=visits[actor], left=left[actor], busy=busy[actor]) for actor in visits
    )


def staff_time(chronicle: Chronicle) -> int:
    """Return the staff time that coordinating cost, in milliseconds of one person.

    Handling, conversion, approvals and decisions, and sessions times those present; routine workload is not counted.
    """
    work = sum(visit.handling for visit in chronicle.of(Handled) if visit.work != "workload")
    return work + sum((held.ends - held.at) * len(held.present) for held in chronicle.of(SessionHeld))


def busiest(chronicle: Chronicle) -> float:
    """Return the utilisation of the busiest desk; 0 when no staffed desk had any work."""
    return max(utilisations(chronicle).values(), default=0.0)


@lru_cache(maxsize=1)  # a measure and the line of a batch ask for it of the same exercise
def utilisations(chronicle: Chronicle) -> Mapping[str, float]:
    """Return of every desk the share of its staffed time that was spent in work; 0 where there was none of either."""
    start = chronicle.scenario.clock.measure_from
    busy = dict.fromkeys(chronicle.scenario.actors, 0)
    for visit in chronicle.of(Handled):
        busy[visit.actor] += _worked(visit, start)
    clock, actors = chronicle.scenario.clock, chronicle.scenario.actors
    staffed = {
        actor: _staffed(chronicle, actor, clock.windows(actors[actor].hours)) for actor in busy if busy[actor]
    }
    return {actor: work / staffed[actor] if staffed.get(actor) else 0.0 for actor, work in busy.items()}


def _worked(visit: Handled, start: int) -> int:
    """Return how much of a visit's work was done after the warm-up; what arrived before may be worked at long after."""
    return max(0, min(visit.handling, visit.at - start))


def _load(
    chronicle: Chronicle, actor: str, *, visits: list[Handled], left: list[tuple[int, int]], busy: int
) -> Load:
    hours = chronicle.scenario.clock.windows(chronicle.scenario.actors[actor].hours)
    waits = spread([visit.shut + visit.absent + visit.queue for visit in visits])
    queued = [*((visit.arrived, _begun(hours, visit)) for visit in visits), *left]
    return Load(
        actor,
        busy=busy,
        staffed=_staffed(chronicle, actor, hours),
        visits=len(visits),
        left=len(left),
        mean_wait=waits.mean,
        longest_queue=_most_at_once(queued),
    )


def _staffed(chronicle: Chronicle, actor: str, hours: Windows) -> int:
    scenario = chronicle.scenario
    staff, start = scenario.actors[actor].staff, scenario.clock.measure_from
    away = sum(
        min(people or staff, staff) * hours.open_between(max(since, start), min(until, chronicle.end))
        for people, since, until in _absences(chronicle, actor)
    )
    return max(0, staff * hours.open_between(start, chronicle.end) - away)


def _absences(chronicle: Chronicle, actor: str) -> Iterator[tuple[int | None, int, int]]:
    for entry in chronicle.of(Injected):
        inject = chronicle.scenario.injects.get(entry.inject)
        if entry.effect == "absence" and actor in entry.actors and inject and inject.absence:
            yield inject.absence.staff, entry.at, entry.at + inject.absence.lasts


def _begun(hours: Windows, visit: Handled) -> int:
    """Return when the work of a visit began: after its waiting in open time, at an open instant."""
    waited = hours.after(visit.arrived, visit.queue + visit.absent)
    begun = None if waited is None else hours.next_open(waited)
    return visit.at if begun is None else min(begun, visit.at)


def _stay_at_end(handoff: Unfinished) -> tuple[int, int] | None:
    """Return from when until when an item waited at the desk where it lay at EndEx; None when it had not arrived."""
    stay: dict[str, int] = {}
    for cause, length in reversed(handoff.account):
        if cause not in AT_DESK:
            break
        stay[cause] = stay.get(cause, 0) + length
    arrived = handoff.at - sum(stay.values())
    if not stay:
        return None
    return (arrived, arrived + stay.get(QUEUE, 0)) if stay.get(HANDLING) else (arrived, handoff.at)


def _most_at_once(waits: Iterable[tuple[int, int]]) -> int:
    """Return how many of these spans overlap at most; spans of no length count for nothing."""
    turns = sorted(turn for since, until in waits if since < until for turn in ((since, 1), (until, -1)))
    now = most = 0
    for _, change in turns:
        now += change
        most = max(most, now)
    return most
