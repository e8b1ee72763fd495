"""What each key allows and all together do not."""

from __future__ import annotations

from tests.reading.hostile.city import (
    Case,
    barrier,
    city,
    clock,
    decision,
    email,
    expectation,
    inject,
    intervention,
    police,
)

CASES = (
    Case(
        "an inject that says twice when",
        inject("at: 1h, after: event, to: school, brings: concern"),
        ("city.yaml:10:3: injects.event: `at` and `after` both say when; keep one of them",),
    ),
    Case(
        "an inject that does not say when",
        inject("to: school, brings: concern"),
        ("city.yaml:10:3: injects.event: nothing says when: give `at`, `after`, or `only_if: {late: …}`",),
    ),
    Case(
        "an inject that brings nothing to somebody",
        inject("at: 1h, to: school"),
        ("city.yaml:10:3: injects.event: `brings` and `to` go together: what is brought, and to whom",),
    ),
    Case(
        "an inject that brings something to nobody",
        inject("at: 1h, brings: concern"),
        ("city.yaml:10:3: injects.event: `brings` and `to` go together: what is brought, and to whom",),
    ),
    Case("an inject that is only told", inject("at: 1h, title: A phone call, text: Somebody rings.")),
    Case(
        "a condition that says nothing",
        inject("at: 1h, to: school, brings: concern, only_if: {}"),
        (
            "city.yaml:10:48: injects.event.only_if: says no condition (give `late` or `met` with an expectation)",
        ),
    ),
    Case(
        "more people away than there are",
        inject("at: 1h, absence: {actor: police, lasts: 1d, staff: 2}"),
        (
            "city.yaml:10:55: injects.event.absence.staff: 2 people are away, and police has 1 (leave `staff` out when everybody is away)",
        ),
    ),
    Case(
        "a decision at a deadline that is not given",
        decision("by: lead, decides_anyway: true"),
        ("city.yaml:10:3: decisions.agree: `decides_anyway` needs a deadline: give `within`",),
    ),
    Case(
        "a decision that needs more than there is",
        decision("by: lead, needs: {of: [concern], any: 2}"),
        ("city.yaml:10:21: decisions.agree.needs: `any: 2` asks for more kinds than the 1 in `of`",),
        beyond_schema="counts",
    ),
    Case(
        "a decision by nobody in particular",
        decision("by: {all: []}"),
        ("city.yaml:10:11: decisions.agree.by: give either `all` or `any`, with at least one role",),
        beyond_schema="an empty list",
    ),
    Case(
        "a decision by all and any",
        decision("by: {all: [lead], any: [police]}"),
        ("city.yaml:10:11: decisions.agree.by: give either `all` or `any`, with at least one role",),
    ),
    Case(
        "a decision without anybody",
        decision("needs: [concern]"),
        ("city.yaml:10:3: decisions.agree: missing 'by'",),
    ),
    Case(
        "an expectation of two things",
        expectation("role: lead, knows: concern, must_not_know: plan"),
        ("city.yaml:10:3: expectations.warned: give exactly one of `knows`, `must_not_know` and `decision`",),
    ),
    Case(
        "an expectation of nothing",
        expectation("role: lead"),
        ("city.yaml:10:3: expectations.warned: give exactly one of `knows`, `must_not_know` and `decision`",),
    ),
    Case(
        "an expectation without a role",
        expectation("knows: concern"),
        (
            "city.yaml:10:3: expectations.warned: `knows` and `must_not_know` need a `role`; `decision` takes none",
        ),
    ),
    Case(
        "an expectation with two deadlines",
        expectation("role: lead, knows: concern, within: 1d, before: 2d"),
        ("city.yaml:10:3: expectations.warned: `within` and `before` both set a deadline; keep one of them",),
    ),
    Case(
        "an intervention that changes nothing",
        intervention("title: Nothing"),
        ("city.yaml:10:3: interventions.change: changes nothing: give `set`, `lift` or `add`",),
    ),
    Case(
        "a tip that does not exist",
        intervention("tip: 6, lift: []"),
        ("city.yaml:10:12: interventions.change.tip: expected a whole number of at most 5, got 6",),
    ),
    Case(
        "a meeting without its period",
        email("periodic_meeting: {}"),
        ("city.yaml:10:7: channels.email.barriers.periodic_meeting: missing 'every'",),
    ),
    Case(
        "a meeting on a weekday every ten days",
        email("periodic_meeting: {every: 10d, on: Tue 10:00}"),
        (
            "city.yaml:10:7: channels.email.barriers.periodic_meeting: sessions on Tue 10:00 need an `every` of whole weeks, such as 1w or 2w",
        ),
        beyond_schema="two times that must fit",
    ),
    Case(
        "a meeting longer than its period",
        email("periodic_meeting: {every: 1h, lasts: 2h}"),
        (
            "city.yaml:10:7: channels.email.barriers.periodic_meeting: a session lasts longer than the time from one to the next: a shorter `lasts`?",
        ),
        beyond_schema="two times that must fit",
    ),
    Case(
        "a gate without an approver",
        barrier("gate: {kind: legal_gate}"),
        ("city.yaml:10:3: barriers.gate: missing 'approver'",),
    ),
    Case(
        "an agreement in words",
        barrier("gate: {kind: legal_gate, approver: office, agreement: partly}"),
        ("city.yaml:10:46: barriers.gate.agreement: expected true or false or a list, got 'partly'",),
    ),
    Case(
        "a desk with no people",
        police("staff: 0"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number of at least 1, got 0",),
    ),
    Case(
        "a desk with fewer than no people",
        police("staff: -1"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number of at least 1, got -1",),
    ),
    Case(
        "an inbox without places",
        police("inbox: 0"),
        ("city.yaml:7:12: actors.police.inbox: expected a whole number of at least 1, got 0",),
    ),
    Case(
        "a warm-up longer than the exercise",
        clock("lasts: 1d, measure_from: 2d"),
        ("city.yaml:3:1: clock: measure_from (2d) must be less than lasts (1d), or nothing is measured",),
        beyond_schema="two times that must fit",
    ),
    Case(
        "a selector with an unknown key",
        barrier("trust: {from: {sectr: police}}"),
        ("city.yaml:10:11: barriers.trust.from: expected {sector: …} or {level: …}, got the key 'sectr'",),
    ),
    Case(
        "an empty selector",
        barrier("trust: {from: {}}"),
        ("city.yaml:10:11: barriers.trust.from: expected {sector: …} or {level: …}, got the key ''",),
    ),
    Case(
        "an empty list of actors",
        barrier("trust: {from: []}"),
        ("city.yaml:10:11: barriers.trust.from: expected an id, {sector: …}, {level: …} or a list of them",),
    ),
    Case(
        "a factor of nought",
        police("unsure: 0"),
        ("city.yaml:7:12: actors.police.unsure: expected a number above 0.0, got 0",),
    ),
    Case("a whole scenario of one actor", city("actors: {school: {}}", "structures: {alone: {links: []}}")),
    Case(
        "an actor with everything",
        police(
            "title: Police, sector: police, level: local, place: Town, hours: always, staff: 2, handling: 5m, unsure: 2, repeat: 50%, form: report, workload: {every: 1h, takes: 5m}, inbox: 3"
        ),
    ),
    Case(
        "a form that nobody else has",
        police("form: Case Note"),
        (
            "city.yaml:7:12: actors.police.form: expected a name of small letters a to z, digits and _ that begins with a letter, got 'Case Note' (write case_note)",
        ),
    ),
)
"""Every case of this sort."""
