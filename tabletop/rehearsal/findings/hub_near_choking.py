"""Hubs that will choke: every letter of the town goes over one desk, which is at work nearly all the time."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.findings.desk_overloaded import shares
from tabletop.rehearsal.flows import Burden
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import listed, under

NEARLY = 0.85
"""Share of open time in work from which waiting grows steeply: the mean queue of one desk is ρ² ÷ (1 − ρ), at 85 %
nearly five, at 95 % eighteen (Pollaczek–Khinchine, exponential handling)."""


def hub_near_choking(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the desks that pass on what others send, and are in work for most of their open time by that."""
    scenario = rehearsal.scenario
    for actor in scenario.actors:
        near = {
            structure: burdens[actor]
            for structure, burdens in rehearsal.burdens.items()
            if NEARLY <= burdens[actor].utilisation < 1 and _is_hub(burdens[actor])
        }
        if not near:
            continue
        worst = max(near.values(), key=lambda each: each.utilisation)
        yield Finding(
            ("actors", actor),
            f"is in work for {worst.utilisation:.0%} of its open time {under(near, of=scenario.structures)}: "
            f"{listed(shares(worst))}",
            "So near to its limit every surge, absence or urgent matter makes all others wait for long.",
            "see whether that is the lesson of this exercise; else give it staff, or let some letters go another way",
            severity="know",
        )


def _is_hub(burden: Burden) -> bool:
    return burden.passing > burden.own
