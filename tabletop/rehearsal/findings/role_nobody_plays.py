"""Roles that nobody plays: a coordinator without an office, a liaison of whom nothing is ever asked."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.model.scenario import Scenario
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal


def role_nobody_plays(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the roles that nobody holds, and those that need nothing, do nothing and are told nothing."""
    scenario = rehearsal.scenario
    with_part = _with_part(rehearsal)
    for id_, role in scenario.roles.items():
        if not role.held_by:
            yield Finding(
                ("roles", id_, "held_by"),
                "nobody holds this role",
                "What it needs reaches nobody, and what it should decide is never decided.",
                "name an actor under `held_by`, and a deputy",
            )
        elif id_ not in with_part:
            yield Finding(
                ("roles", id_),
                "needs nothing, decides nothing and is told nothing",
                "Whoever plays it sits through the exercise without a part.",
                "say what it needs, give it a task or a decision, or leave the role out",
            )


def _with_part(rehearsal: Rehearsal) -> frozenset[str]:
    scenario = rehearsal.scenario
    return frozenset({*_named(scenario), *_named_by_barriers(rehearsal)})


def _named(scenario: Scenario) -> Iterator[str]:
    yield from scenario.needs
    for work in scenario.works.values():
        yield from work.by.roles
        for told in work.tells.values():
            yield from told
    for inject in scenario.injects.values():
        yield from inject.to
    for expectation in scenario.expectations.values():
        yield from expectation.role.roles if expectation.role else ()
    yield from (traffic.to for traffic in scenario.traffic.values())


def _named_by_barriers(rehearsal: Rehearsal) -> Iterator[str]:
    for _, _, barrier in rehearsal.barriers:
        yield from barrier.desks()
        for _, selector in barrier.actors_named():
            yield from selector.ids
