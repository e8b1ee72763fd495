"""The six functions of a coordination platform (Strong Cities guide for cities, chapter 4), looked for in a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.audit.audited import Audited
from tabletop.rehearsal.audit.row import Evidence, speaks_against, speaks_for
from tabletop.rehearsal.saying import names

_RESOURCES = frozenset(("staff", "hours", "workload", "handling"))
"""What money buys in a scenario: people, open hours, time for the work."""


def collects_local_input(audited: Audited) -> Iterator[Evidence]:
    """Function 1: a single point that collects and organises local input."""
    scenario = audited.scenario
    gathered = {role: _from_others(audited, role) for role in scenario.needs}
    most = max(gathered, key=lambda role: len(gathered[role]), default="")
    if most and len(gathered[most]) > 1:
        place = ("roles", most) if most in scenario.roles else ("actors", most)
        yield speaks_for(place, f"`{most}` gathers {names(gathered[most])}, which others know first")
    elif gathered:
        yield speaks_against(("roles",), "no role gathers more than one piece that others know first")


def _from_others(audited: Audited, role: str) -> list[str]:
    people = frozenset(audited.people_of(role))
    return [kind for kind in audited.scenario.needs[role] if audited.first_holders[kind] - people]


def runs_local_work(audited: Audited) -> Iterator[Evidence]:
    """Function 2: run local prevention work and link it to national government."""
    scenario = audited.scenario
    local, national = frozenset(audited.of_level("local")), audited.of_level("national")
    for part, works in (("tasks", scenario.tasks), ("decisions", scenario.decisions)):
        done = [id_ for id_, work in works.items() if local.intersection(_people(audited, work.by.roles))]
        if done:
            yield speaks_for((part,), f"local partners do {names(done)}")
    told = sorted({kind for actor in national for kind in audited.needed_by(actor)})
    if told:
        yield speaks_for(("actors", national[0]), f"the national level is to learn {names(told)}")
    elif national:
        yield speaks_against(("actors", national[0]), "nothing of the local work goes to the national level")


def _people(audited: Audited, roles: tuple[str, ...]) -> Iterator[str]:
    for role in roles:
        yield from audited.people_of(role)


def connects_to_discuss(audited: Audited) -> Iterator[Evidence]:
    """Function 3: connect local stakeholders, so that they discuss and solve problems."""
    for series, path in audited.meetings:
        yield speaks_for(path, f"{len(series.members)} partners meet regularly")
    ways = audited.rehearsal.network(audited.structure).ways
    pairs = bool(ways) and all(len(way.members) <= 2 for way in ways)
    if pairs and not audited.meetings and audited.words.sharing != "everyone":
        here = ("structures", audited.structure)
        yield speaks_against(
            here, "every link joins two partners; there is no place where three or more talk"
        )


def carries_views_upward(audited: Audited) -> Iterator[Evidence]:
    """Function 4: gather and share information, and carry local views upward."""
    scenario = audited.scenario
    above = audited.of_level("provincial", "national")
    below = frozenset((*audited.community, *audited.of_level("local")))
    for actor in above:
        views = [kind for kind in sorted(audited.needed_by(actor)) if audited.first_holders[kind] & below]
        if views:
            yield speaks_for(("actors", actor), f"`{actor}` is to learn {names(views)} from below")
    if above and not any(
        audited.first_holders[kind] & below for actor in above for kind in audited.needed_by(actor)
    ):
        yield speaks_against(
            ("actors", above[0]), "nothing that local partners know is meant for the levels above"
        )
    shared = [id_ for id_ in scenario.information if len(scenario.who_needs(id_)) > 1]
    if shared:
        yield speaks_for(("information", shared[0]), f"more than one role is to know {names(shared)}")


def offers_training(audited: Audited) -> Iterator[Evidence]:
    """Function 5: offer training to the front line."""
    for path in audited.interventions(1):
        yield speaks_for(path, f"`{path[1]}` gives training a mechanism: what it sets and lifts")


def manages_funds(audited: Audited) -> Iterator[Evidence]:
    """Function 6: manage and distribute funds."""
    for id_, intervention in audited.scenario.interventions.items():
        bought = [path for path in intervention.set if not _RESOURCES.isdisjoint(path.split("."))]
        if bought:
            yield speaks_for(
                ("interventions", id_), f"`{id_}` gives resources a mechanism: it sets {names(bought)}"
            )
