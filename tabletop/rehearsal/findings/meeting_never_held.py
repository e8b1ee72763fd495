"""Meetings that do not take place: the committee meets for the second time on the day after EndEx."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.measures.causes import address_of
from tabletop.model.barrier import Barrier
from tabletop.model.journal import SessionHeld, Unfinished
from tabletop.reading.nodes import Path
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import in_runs, names, under

_MATTERS = "What is to be said there waits until EndEx."
_CHAIRS = "chairs"


def meeting_never_held(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the meetings that fall after EndEx, whose chair never attends, or for which something always waits in vain."""
    for address, path, barrier in rehearsal.barriers:
        if not _holds_sessions(barrier):
            continue
        starts = barrier.session_starts(rehearsal.scenario.clock)
        if not starts:
            yield Finding(
                path,
                "its first session would be after EndEx",
                _MATTERS,
                "let it meet earlier or more often, or let the exercise last longer",
            )
        elif rehearsal.is_played and not _held(rehearsal, address):
            yield from _never(rehearsal, address, path, barrier=barrier)
        elif rehearsal.is_played:
            yield from _in_vain(rehearsal, address, path, last=starts[-1])


def _holds_sessions(barrier: Barrier) -> bool:
    return type(barrier).session_starts is not Barrier.session_starts


def _held(rehearsal: Rehearsal, address: str) -> bool:
    return any(held.barrier == address for run in rehearsal.in_turns() for held in run.of(SessionHeld))


def _never(rehearsal: Rehearsal, address: str, path: Path, *, barrier: Barrier) -> Iterator[Finding]:
    """Yield why no session was held, if anybody could have come to it."""
    if not any(series.address == address for plan in rehearsal.plans for series in plan.all_series):
        return
    away = [name for name in _chairs(barrier) if not _ever_there(rehearsal, name, barrier)]
    why = (
        f"{names(away)} is never on duty at that time"
        if away
        else "chairs and quorum were never there together"
    )
    yield Finding(
        (*path, _CHAIRS) if away else path,
        f"no session took place {in_runs(rehearsal.count)}: {why}",
        _MATTERS,
        "let it meet in the hours of those whom it needs, or name another chair or a deputy",
    )


def _chairs(barrier: Barrier) -> tuple[str, ...]:
    return tuple(name for path, who in barrier.actors_named() if path[0] == _CHAIRS for name in who.ids)


def _ever_there(rehearsal: Rehearsal, name: str, barrier: Barrier) -> bool:
    clock, actors = rehearsal.scenario.clock, rehearsal.scenario.actors
    windows = [clock.windows(actors[actor].hours) for actor in rehearsal.people_of(name)]
    return any(each.is_open(start) for each in windows for start in barrier.session_starts(clock))


def _in_vain(rehearsal: Rehearsal, address: str, path: Path, *, last: int) -> Iterator[Finding]:
    """Yield the structures under which, in every run, the same kind came after the last session."""
    waited = {
        structure: _always_too_late(rehearsal, structure, address, last=last) for structure in rehearsal.runs
    }
    kinds = list(dict.fromkeys(kind for found in waited.values() for kind in found))
    structures = [structure for structure, found in waited.items() if found]
    if not kinds:
        return
    day = rehearsal.scenario.clock.local(last)
    yield Finding(
        path,
        f"its last session before EndEx is on {day:%Y-%m-%d}, and in every run {under(structures, of=rehearsal.runs)} "
        f"{names(kinds)} came after it and waited for the next until EndEx",
        "Nobody hears it within the exercise, however well it goes.",
        "let the exercise last beyond the next session, let it meet more often, or give it another way",
    )


def _always_too_late(rehearsal: Rehearsal, structure: str, address: str, *, last: int) -> list[str]:
    """Return the kinds that in every run of a structure came to a meeting after its last session."""
    found = set(rehearsal.scenario.information)
    for run in rehearsal.runs_of(structure):
        found &= {each.kind for each in run.of(Unfinished) if each.recipients and _came(each, address) > last}
        if not found:
            break
    return [kind for kind in rehearsal.scenario.information if kind in found]


def _came(handoff: Unfinished, address: str) -> int:
    """Return when a hand-off that was open at EndEx began to wait for a meeting; -1: it does not wait for it."""
    at = handoff.since
    for cause, time in handoff.account:
        if address_of(cause) == address:
            return at
        at += time
    return -1
