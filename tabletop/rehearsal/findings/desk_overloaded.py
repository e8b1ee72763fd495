"""Desks that cannot keep up: nine hours of letters a day for an office that is open for eight."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.flows import Burden
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import listed, under


def desk_overloaded(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the desks to which traffic, routine work and meetings bring as much work as they have open time, or more."""
    scenario = rehearsal.scenario
    for actor in scenario.actors:
        found = {each: rehearsal.burdens[each][actor] for each in rehearsal.burdens}
        over = {structure: each for structure, each in found.items() if each.utilisation >= 1}
        if not over:
            continue
        worst = max(over.values(), key=lambda each: each.utilisation)
        yield Finding(
            ("actors", actor),
            f"has {worst.utilisation:.1f} times the work that its staff can do in its open hours "
            f"{under(over, of=scenario.structures)}: {listed(shares(worst))}",
            "What waits there grows from day to day, and the exercise becomes a story about this desk.",
            "give it more staff or hours, shorter handling, less traffic, or another way round it",
        )


def shares(burden: Burden) -> list[str]:
    """Return what a burden is made of, the largest first."""
    parts = {
        "letters for it": burden.own,
        "letters that it passes on": burden.passing,
        "routine work": burden.routine,
        "meetings": burden.sessions,
    }
    largest = sorted((name for name, work in parts.items() if work), key=lambda name: -parts[name])
    return [f"{name} {parts[name] / burden.capacity:.0%}" for name in largest]
