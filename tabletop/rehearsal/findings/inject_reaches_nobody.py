"""Injects that reach nobody: a letter is handed to the school, and nobody in town is waiting for it."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.model.inject import Inject
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import names, under


def inject_reaches_nobody(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the injects whose kind nobody needs, or from whose receiver no way leads to anybody who does."""
    scenario = rehearsal.scenario
    guarded = {each.must_not_know for each in scenario.expectations.values()}
    for id_, inject in scenario.injects.items():
        if inject.brings is None:
            continue
        if not scenario.who_needs(inject.brings):
            if inject.brings not in guarded:
                yield _not_needed(id_, inject)
            continue
        cut_off = [each for each in scenario.structures if not _gets_through(rehearsal, inject, each)]
        if cut_off:
            yield _cut_off(rehearsal, id_, cut_off)


def _not_needed(id_: str, inject: Inject) -> Finding:
    return Finding(
        ("injects", id_, "brings"),
        f"brings `{inject.brings}`, which nobody needs: it stays with {names(inject.to)}",
        "What an inject brings is handed on to the roles that need it, and to nobody else.",
        f"let a role, a task, a decision or an expectation need `{inject.brings}`, or let the inject only tell it in `text`",
    )


def _cut_off(rehearsal: Rehearsal, id_: str, structures: list[str]) -> Finding:
    scenario = rehearsal.scenario
    inject = scenario.injects[id_]
    roles = scenario.who_needs(inject.brings or "")
    return Finding(
        ("injects", id_, "to"),
        f"{under(structures, of=scenario.structures)} no way that carries `{inject.brings}` leads from {names(inject.to)} "
        f"to {names(roles)}",
        "Whoever is given it can tell nobody who needs it.",
        f"link them over a channel, or let a link that is there carry `{inject.brings}`",
        severity="mend" if len(structures) == len(scenario.structures) else "know",
    )


def _gets_through(rehearsal: Rehearsal, inject: Inject, structure: str) -> bool:
    scenario, distances, kind = rehearsal.scenario, rehearsal.distances(structure), inject.brings or ""
    holders = {actor for name in inject.to for actor in scenario.acting(name)}
    wanted = rehearsal.people_in_need.get(kind, frozenset())
    return not wanted.isdisjoint(holders) or any(
        not holders.isdisjoint(distances.to(actor, kind)) for actor in sorted(wanted)
    )
