"""Kinds of information that nobody needs: a line in the list of what travels, and nobody asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal


def kind_nobody_needs(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the kinds that no role needs, that no traffic brings, and that are not there to be kept from somebody."""
    scenario = rehearsal.scenario
    used = {each.must_not_know for each in scenario.expectations.values()}
    used.update(each.brings for each in scenario.traffic.values())
    for id_ in scenario.information:
        if id_ not in used and not scenario.who_needs(id_):
            yield Finding(
                ("information", id_),
                "nobody needs this kind of information",
                "It goes nowhere: items are handed on to the roles that need them.",
                "let a role, a task, a decision or an expectation need it, or leave it out",
            )
