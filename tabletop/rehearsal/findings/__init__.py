"""All that a rehearsal looks for, in the order in which it is told: one file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.findings.barrier_never_bites import barrier_never_bites
from tabletop.rehearsal.findings.dead_time import dead_time
from tabletop.rehearsal.findings.decision_never_ready import decision_never_ready
from tabletop.rehearsal.findings.desk_overloaded import desk_overloaded
from tabletop.rehearsal.findings.expectation_out_of_reach import expectation_out_of_reach
from tabletop.rehearsal.findings.guess_decides import guess_decides
from tabletop.rehearsal.findings.hub_near_choking import hub_near_choking
from tabletop.rehearsal.findings.inject_changes_nothing import inject_changes_nothing
from tabletop.rehearsal.findings.inject_reaches_nobody import inject_reaches_nobody
from tabletop.rehearsal.findings.intervention_never_bites import intervention_never_bites
from tabletop.rehearsal.findings.kind_nobody_gets import kind_nobody_gets
from tabletop.rehearsal.findings.kind_nobody_needs import kind_nobody_needs
from tabletop.rehearsal.findings.meeting_never_held import meeting_never_held
from tabletop.rehearsal.findings.never_rests import never_rests
from tabletop.rehearsal.findings.nothing_back_from_police import nothing_back_from_police
from tabletop.rehearsal.findings.personal_data import personal_data
from tabletop.rehearsal.findings.role_nobody_plays import role_nobody_plays
from tabletop.rehearsal.findings.security_decides_all import security_decides_all
from tabletop.rehearsal.findings.wording_to_avoid import wording_to_avoid
from tabletop.rehearsal.rehearsal import Rehearsal

Finder = Callable[[Rehearsal], Iterator[Finding]]
"""Finds one sort of thing in a rehearsal; a pure function of it."""

FINDERS: Mapping[str, Finder] = {
    "personal_data": personal_data,
    "wording_to_avoid": wording_to_avoid,
    "never_rests": never_rests,
    "inject_reaches_nobody": inject_reaches_nobody,
    "inject_changes_nothing": inject_changes_nothing,
    "role_nobody_plays": role_nobody_plays,
    "kind_nobody_needs": kind_nobody_needs,
    "kind_nobody_gets": kind_nobody_gets,
    "expectation_out_of_reach": expectation_out_of_reach,
    "decision_never_ready": decision_never_ready,
    "desk_overloaded": desk_overloaded,
    "hub_near_choking": hub_near_choking,
    "meeting_never_held": meeting_never_held,
    "barrier_never_bites": barrier_never_bites,
    "intervention_never_bites": intervention_never_bites,
    "security_decides_all": security_decides_all,
    "nothing_back_from_police": nothing_back_from_police,
    "dead_time": dead_time,
    "guess_decides": guess_decides,
}
"""Every finder by name."""
