"""The five tips for information-sharing systems (Strong Cities guide for cities, chapter 4), looked for in a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.barriers.legal_gate import LegalGate
from tabletop.rehearsal.audit.audited import Audited
from tabletop.rehearsal.audit.row import Evidence, speaks_against, speaks_for
from tabletop.rehearsal.partners import CIVIL_SOCIETY
from tabletop.rehearsal.saying import names


def trains_the_partners(audited: Audited) -> Iterator[Evidence]:
    """Tip 1: train the partners in the system, its ethics and the rules of data protection."""
    yield from _interventions(audited, 1)


def has_a_clear_purpose(audited: Audited) -> Iterator[Evidence]:
    """Tip 2: give the system a clear purpose: goals, kinds of information, main users."""
    scenario = audited.scenario
    users = [id_ for id_ in scenario.roles if id_ in scenario.needs]
    if users:
        yield speaks_for(("roles",), f"which kinds they need is written down for {names(users)}")
    yield from _interventions(audited, 2)
    traffic = {each.brings for each in scenario.traffic.values()}
    for id_ in scenario.information:
        if id_ not in traffic and not scenario.who_needs(id_):
            yield speaks_against(("information", id_), f"nobody needs `{id_}`")
    for path, _ in audited.barriers("unclear_role"):
        yield speaks_against(path, "not everybody knows who needs what")


def tells_civil_society(audited: Audited) -> Iterator[Evidence]:
    """Tip 3: route relevant information to civil-society partners who are authorised to have it."""
    partners = audited.of_sector(CIVIL_SOCIETY)
    for actor in partners:
        wanted = sorted(audited.needed_by(actor))
        here = ("actors", actor)
        if wanted:
            yield speaks_for(here, f"`{actor}` is to be told {names(wanted)}")
        else:
            yield speaks_against(here, f"nothing that others know is meant for `{actor}`")
    for path, gate in audited.barriers("legal_gate"):
        towards = [
            actor for actor in partners if gate.to.everyone or actor in audited.scenario.chosen(gate.to)
        ]
        if isinstance(gate, LegalGate) and towards and gate.agreement is False:
            yield speaks_against(path, f"no agreement says beforehand what {names(towards)} may know")
    yield from _interventions(audited, 3)


def uses_standard_formats(audited: Audited) -> Iterator[Evidence]:
    """Tip 4: use standard formats."""
    forms: dict[str, list[str]] = {}
    for id_, actor in audited.scenario.actors.items():
        if actor.form:
            forms.setdefault(actor.form, []).append(id_)
    for form, actors in forms.items():
        here = ("actors", actors[0], "form")
        if len(actors) > 1:
            yield speaks_for(here, f"`{form}` is shared by {names(actors)}")
        elif len(forms) > 1:
            yield speaks_against(here, f"only {names(actors)} writes `{form}`")
    yield from _interventions(audited, 4)
    for path, _ in audited.barriers("format_mismatch"):
        yield speaks_against(path, "what is written in another form must be converted")


def is_reviewed(audited: Audited) -> Iterator[Evidence]:
    """Tip 5: review the system periodically."""
    yield from _interventions(audited, 5)
    if audited.scenario.discussion:
        yield speaks_for(("discussion",), "the hot wash asks what to change")


def _interventions(audited: Audited, tip: int) -> Iterator[Evidence]:
    for path in audited.interventions(tip):
        yield speaks_for(path, f"`{path[1]}` can be switched on and measured")
