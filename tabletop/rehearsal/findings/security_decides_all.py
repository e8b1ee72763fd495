"""All decisions with security partners: the others are asked for what they know, and never for what to do."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.partners import is_security
from tabletop.rehearsal.rehearsal import Rehearsal


def security_decides_all(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find a scenario in which every decision is made by police or other security partners."""
    scenario = rehearsal.scenario
    deciding = [
        actor
        for each in scenario.decisions.values()
        for role in each.by.roles
        for actor in rehearsal.people_of(role)
    ]
    if deciding and all(is_security(scenario, actor) for actor in deciding):
        yield Finding(
            ("decisions",),
            "every decision is made by security partners",
            "Prevention lives from a balance: partners who only report soon stop reporting.",
            "let a social, educational, municipal or community partner make or share a decision",
        )
