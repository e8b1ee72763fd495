"""Kinds of information that somebody needs and can never get: the mentor waits for word that no way brings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tabletop.measures import Chronicle
from tabletop.model.scenario import Scenario
from tabletop.reading.nodes import Path
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import names, under


def kind_nobody_gets(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the kinds that nothing ever brings, and the roles that never get what they need though it is there.

    Where a role did not get it in any run, the same runs with every barrier lifted decide. What an expectation asks
    for is left to the finding on expectations.
    """
    scenario = rehearsal.scenario
    sources = _sources(scenario)
    asked = {
        (role, each.knows)
        for each in scenario.expectations.values()
        for role in (each.role.roles if each.role else ())
    }
    for role, kinds in scenario.needs.items():
        for kind in kinds:
            if kind not in sources:
                continue
            without = [each for each in rehearsal.runs if not _gets(rehearsal, role, kind, structure=each)]
            if without and (role, kind) not in asked:
                yield _never_told(rehearsal, role, kind, structures=without)
    for kind in scenario.information:
        if kind not in sources and scenario.who_needs(kind):
            yield Finding(
                ("information", kind),
                f"no inject brings it and no task or decision tells it, and {names(scenario.who_needs(kind))} "
                f"need{'s' if len(scenario.who_needs(kind)) == 1 else ''} it",
                "What depends on it never happens.",
                "let an inject bring it, or let a task or decision tell it",
            )


def _sources(scenario: Scenario) -> frozenset[str]:
    brought = [each.brings for each in scenario.injects.values() if each.brings]
    return frozenset([*brought, *(kind for work in scenario.works.values() for kind in work.tells)])


def _gets(rehearsal: Rehearsal, role: str, kind: str, *, structure: str) -> bool:
    """Tell whether a role gets a kind in any run, or the kind does not come to be there, which is another matter."""

    def learns(run: Chronicle) -> bool:
        return run.learning(role, kind) is not None

    if any(map(learns, islice(rehearsal.runs_of(structure), 1))):
        return True
    is_there = any(kind in each.exists for each in islice(rehearsal.free(structure), 1))
    return not is_there or rehearsal.ever(structure, learns)


def _never_told(rehearsal: Rehearsal, role: str, kind: str, *, structures: list[str]) -> Finding:
    scenario = rehearsal.scenario
    every = len(structures) == len(rehearsal.runs)
    runs = sum(len(rehearsal.runs[each]) for each in structures)
    return Finding(
        _where(scenario, role, kind),
        f"`{role}` needs `{kind}` and never gets it {under(structures, of=rehearsal.runs)}, "
        f"even with every barrier lifted ({runs} run{'' if runs == 1 else 's'})",
        "Either no way that carries it leads there, or those who tell it do not name this role.",
        f"link them, let a link carry `{kind}`, or name `{role}` where it is told",
        severity="mend" if every else "know",
    )


def _where(scenario: Scenario, role: str, kind: str) -> Path:
    """Return where it is written that a role needs a kind."""
    if role in scenario.roles and kind in scenario.roles[role].needs:
        return ("roles", role, "needs")
    for part, works in (("tasks", scenario.tasks), ("decisions", scenario.decisions)):
        for id_, work in works.items():
            if role in work.by.roles and kind in work.needs.of:
                return (part, id_, "needs")
    return ("roles", role)
