"""Decisions whose needs never arrive: a conference that waits for a report which nobody sends it."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.measures import Chronicle
from tabletop.model.journal import Decided
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import names, under


def decision_never_ready(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the decisions and tasks that in no run have what they need, not even with every barrier lifted."""
    scenario = rehearsal.scenario
    for part, works in (("tasks", scenario.tasks), ("decisions", scenario.decisions)):
        for id_ in works:
            never = [each for each in rehearsal.runs if not _can_be_ready(rehearsal, id_, each)]
            if never:
                yield _never_ready(rehearsal, (part, id_), never)


def _can_be_ready(rehearsal: Rehearsal, id_: str, structure: str) -> bool:
    return rehearsal.ever(structure, lambda run: _was_ready(run, id_)) or not rehearsal.free(structure)


def _was_ready(run: Chronicle, id_: str) -> bool:
    return any(each.decision == id_ and each.ready is not None for each in run.of(Decided))


def _never_ready(rehearsal: Rehearsal, path: tuple[str, str], structures: list[str]) -> Finding:
    scenario = rehearsal.scenario
    work = scenario.works[path[1]]
    runs = [run for each in structures for run in rehearsal.free(each)]
    missing = [kind for kind in work.needs.of if not any(run.learning_of(work.by, kind) for run in runs)]
    lacks = f"{names(missing)} never reach{'es' if len(missing) == 1 else ''} {names(work.by.roles)}"
    return Finding(
        (*path, "needs") if missing else path,
        f"never has what it needs {under(structures, of=rehearsal.runs)}, even with every barrier lifted "
        f"({len(runs)} runs): {lacks if missing else 'what it needs comes too late, or is never there together'}",
        "It is taken blind or not at all, whatever the players do.",
        "let the kind be brought or told, and a way carry it to those who decide",
        severity="mend" if len(structures) == len(rehearsal.runs) else "know",
    )
