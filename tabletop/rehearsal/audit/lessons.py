"""The ten lessons for a city's platform (Strong Cities guide for cities, chapter 4), looked for in a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.barriers.legal_gate import LegalGate
from tabletop.rehearsal.audit.audited import Audited
from tabletop.rehearsal.audit.row import Evidence, speaks_against, speaks_for
from tabletop.rehearsal.saying import names


def fits_its_context(audited: Audited) -> Iterator[Evidence]:
    """Lesson 1: fit the structure to the context."""
    scenario, here = audited.scenario, ("structures", audited.structure)
    if audited.words.summary:
        yield speaks_for((*here, "summary"), "says in words what this structure stands for")
    others = [each for each in scenario.structures if each != audited.structure]
    if others:
        yield speaks_for(("structures",), f"the same partners can be tried under {names(others)}")
    for id_ in scenario.roles:
        if not audited.linked.intersection(audited.people_of(id_)):
            yield speaks_against(
                ("roles", id_), f"nobody who plays `{id_}` has a link under `{audited.structure}`"
            )


def has_a_clear_mandate(audited: Audited) -> Iterator[Evidence]:
    """Lesson 2: a clear mandate."""
    scenario = audited.scenario
    if scenario.objectives:
        yield speaks_for(("objectives",), f"what it is for: {names(scenario.objectives)}")
    if scenario.decisions:
        yield speaks_for(("decisions",), f"who decides is named for {names(scenario.decisions)}")
    for path, _ in audited.barriers("unclear_role"):
        yield speaks_against(path, "roles were not agreed with everybody when the exercise begins")
    for path, gate in audited.barriers("legal_gate"):
        if isinstance(gate, LegalGate) and not gate.explained:
            yield speaks_against(
                (*path, "explained"), "the limits of sharing were not explained to everybody at the start"
            )


def fits_the_needs(audited: Audited) -> Iterator[Evidence]:
    """Lesson 3: a mandate that fits the city's needs."""
    scenario = audited.scenario
    asked = {each.objective for each in scenario.expectations.values()}
    for id_ in scenario.objectives:
        if id_ not in asked:
            yield speaks_against(
                ("objectives", id_), f"nothing is expected of `{id_}`, so that it cannot be rated"
            )
    rated = [id_ for id_ in scenario.objectives if id_ in asked]
    if rated:
        yield speaks_for(("expectations",), f"expectations tell whether {names(rated)} {_is(rated)} reached")
    for id_, inject in scenario.injects.items():
        if inject.brings and not scenario.who_needs(inject.brings):
            yield speaks_against(
                ("injects", id_), f"what comes to {names(inject.to)} here, nobody is there for"
            )


def _is(ids: list[str]) -> str:
    return "is" if len(ids) == 1 else "are"


def uses_local_knowledge(audited: Audited) -> Iterator[Evidence]:
    """Lesson 4: local knowledge."""
    local = frozenset((*audited.community, *audited.of_level("local")))
    for id_, inject in audited.scenario.injects.items():
        holders = {actor for name in inject.to for actor in audited.people_of(name)} & local
        if holders and inject.brings in audited.needs_of_work:
            yield speaks_for(
                ("injects", id_),
                f"what {names(sorted(holders))} {_knows(holders)} is needed for a task or decision",
            )
    for actor in audited.community:
        if actor not in audited.linked:
            yield speaks_against(("actors", actor), f"`{actor}` has no link under `{audited.structure}`")


def _knows(actors: set[str]) -> str:
    return "knows" if len(actors) == 1 else "know"


def builds_on_what_exists(audited: Audited) -> Iterator[Evidence]:
    """Lesson 5: build on what exists."""
    scenario = audited.scenario
    for id_, intervention in scenario.interventions.items():
        if any(
            path.startswith(f"structures.{audited.structure}.")
            for path in (*intervention.set, *intervention.add)
        ):
            yield speaks_for(
                ("interventions", id_), f"`{id_}` adds to this structure instead of replacing it"
            )
    for id_, inject in scenario.injects.items():
        if inject.structure:
            yield speaks_against(
                ("injects", id_), f"`{inject.structure}` takes the place of what worked before"
            )
        if inject.end_link:
            ends = (inject.end_link.from_, inject.end_link.to)
            yield speaks_against(("injects", id_), f"a connection that was there ends, between {names(ends)}")


def uses_its_resources(audited: Audited) -> Iterator[Evidence]:
    """Lesson 6: make the most of planning and resources."""
    scenario = audited.scenario
    with_deputy = [id_ for id_, role in scenario.roles.items() if role.deputy]
    alone = [id_ for id_, role in scenario.roles.items() if not role.deputy and len(role.held_by) == 1]
    if with_deputy:
        yield speaks_for(("roles",), f"a deputy is named for {names(with_deputy)}")
    if alone:
        yield speaks_against(("roles", alone[0]), f"nobody stands in for {names(alone)}")
    planned = [id_ for id_, each in scenario.interventions.items() if each.owner and each.first_step]
    if planned:
        yield speaks_for(("interventions",), f"owner and first step are named for {names(planned)}")
    for index, link in enumerate(audited.words.links):
        if link.else_:
            place = ("structures", audited.structure, "links", index)
            yield speaks_for(place, f"where `{link.channel}` does not get through, `{link.else_}` is tried")
    for burden in audited.burdens:
        if burden.utilisation >= 1:
            yield speaks_against(("actors", burden.actor), f"`{burden.actor}` has more work than open hours")


def delivers_by_the_plan(audited: Audited) -> Iterator[Evidence]:
    """Lesson 7: deliver programmes in line with the action plan."""
    scenario = audited.scenario
    decided = {kind: id_ for id_, each in scenario.decisions.items() for kind in each.tells}
    for part, works in (("tasks", scenario.tasks), ("decisions", scenario.decisions)):
        for id_, work in works.items():
            carried_out = sorted({
                decided[kind] for kind in work.needs.of if kind in decided and decided[kind] != id_
            })
            if carried_out:
                yield speaks_for((part, id_), f"`{id_}` carries on what {names(carried_out)} decided")
    for id_, decision in scenario.decisions.items():
        if not decision.tells:
            yield speaks_against(("decisions", id_), f"nobody is told what `{id_}` decided")


def works_with_national_bodies(audited: Audited) -> Iterator[Evidence]:
    """Lesson 8: coordinate with national bodies."""
    for actor in audited.of_level("national"):
        here = ("actors", actor)
        if actor not in audited.linked:
            yield speaks_against(here, f"`{actor}` has no link under `{audited.structure}`")
            continue
        gets = sorted(audited.needed_by(actor))
        gives = [
            kind
            for kind, holders in audited.first_holders.items()
            if actor in holders
            and any(kind in audited.needed_by(each) for each in audited.scenario.actors if each != actor)
        ]
        if gets:
            yield speaks_for(here, f"`{actor}` is to learn {names(gets)}")
        if gives:
            yield speaks_for(here, f"others need {names(gives)} from `{actor}`")
        if not gets and not gives:
            yield speaks_against(here, f"nothing goes to `{actor}`, and nobody needs what it knows")


def keeps_up_contact_with_the_community(audited: Audited) -> Iterator[Evidence]:
    """Lesson 9: institutionalise contact with the community."""
    meeting: set[str] = set()
    for series, path in audited.meetings:
        members = [actor for actor in audited.community if actor in series.members]
        if members:
            meeting.update(members)
            yield speaks_for(
                path, f"{names(members)} {'sits' if len(members) == 1 else 'sit'} in a regular meeting"
            )
    for id_ in audited.scenario.roles:
        holders = [actor for actor in audited.scenario.roles[id_].held_by if actor in audited.community]
        if holders:
            yield speaks_for(
                ("roles", id_), f"{names(holders)} {_has(holders)} a part of {_own(holders)} own: `{id_}`"
            )
    for actor in audited.community:
        if actor not in meeting:
            yield speaks_against(
                ("actors", actor), f"`{actor}` sits in no regular meeting under `{audited.structure}`"
            )


def _has(ids: list[str]) -> str:
    return "has" if len(ids) == 1 else "have"


def _own(ids: list[str]) -> str:
    return "its" if len(ids) == 1 else "their"


def provides_safe_spaces(audited: Audited) -> Iterator[Evidence]:
    """Lesson 10: provide safe spaces."""
    scenario = audited.scenario
    for _, path, barrier in audited.rehearsal.barriers:
        if barrier.protects in {"person", "source"}:
            yield speaks_for(path, f"a rule protects a {barrier.protects}")
    discreet = [id_ for id_, each in scenario.expectations.items() if each.must_not_know]
    if discreet:
        yield speaks_for(("expectations", discreet[0]), f"discretion is asked for: {names(discreet)}")
    sensitive = [id_ for id_, each in scenario.information.items() if each.sensitive]
    if sensitive and audited.words.sharing == "everyone":
        here = ("structures", audited.structure, "sharing")
        yield speaks_against(here, f"everybody is told everything, {names(sensitive)} too")
