"""The audit: what speaks for and against each row, with its line, and silence where a scenario says nothing."""

from __future__ import annotations

import pytest

from tabletop.errors import UsageError
from tabletop.reading import find_source
from tabletop.rehearsal.audit import ROWS, audit
from tests.rehearsal.scripts import source_of

RICH = """\
information: {concern: {sensitive: personal}, offer: {}, plan: {}, view: {}, advice: {}}
actors:
  school: {sector: education, level: local, form: note}
  city: {sector: local_government, level: local, form: note}
  club: {sector: civil_society, level: local}
  ministry: {sector: national_government, level: national}
roles:
  coordinator: {held_by: city, deputy: school, needs: [advice]}
  mentor: {held_by: club, deputy: school, needs: [plan]}
  capital: {held_by: ministry, deputy: city, needs: [view]}
channels:
  email: {}
  meeting: {barriers: {periodic_meeting: {every: 1w, on: Tue 10:00}}}
structures:
  team:
    summary: All sit together.
    links:
      - {among: [school, city, club], channel: meeting, else: email, after: 1d}
      - {between: [city, ministry], channel: email}
  hub: {shape: star, hub: city, channel: email}
barriers: {privacy: {kind: clearance, kinds: sensitive, protects: person}}
injects:
  post: {at: 0h, to: school, brings: concern}
  place: {at: 0h, to: club, brings: offer}
  note: {at: 0h, to: ministry, brings: advice}
tasks:
  begin: {by: mentor, needs: [plan], tells: view}
decisions:
  agree: {by: coordinator, needs: [concern, offer], tells: {plan: mentor}}
objectives: {support: {}}
expectations:
  kept: {role: ministry, must_not_know: concern, objective: support}
interventions:
  training: {tip: 1, set: {actors.city.staff: 2}, owner: The city, first_step: A day}
  purpose: {tip: 2, add: {structures.team.links: [{between: [school, ministry], channel: email}]}}
  told: {tip: 3, lift: [meeting.periodic_meeting]}
  form: {tip: 4, lift: [meeting.periodic_meeting]}
  review: {tip: 5, lift: [meeting.periodic_meeting]}
discussion: [What would you change?]
"""

POOR = """\
information: {concern: {sensitive: personal}, gossip: {}}
actors:
  school: {sector: education, form: note, handling: 1h, workload: {every: 1h, takes: 2h}}
  city: {sector: local_government, form: memo}
  club: {sector: civil_society}
  parish: {sector: faith}
  ministry: {level: national}
  bureau: {level: national}
roles:
  coordinator: {held_by: city, needs: [concern]}
  listener: {held_by: parish, needs: [concern]}
channels: {email: {}}
structures:
  list: {shape: complete, members: [school, city, club, bureau], channel: email, sharing: everyone}
  pairs: {links: [{between: [school, city], channel: email}]}
barriers:
  unclear_role: {}
  format_mismatch: {}
  gate: {kind: legal_gate, to: {sector: civil_society}, approver: city, explained: false}
injects:
  post: {at: 0h, to: school, brings: concern}
  talk: {at: 0h, to: club, brings: gossip}
  reform: {at: 1d, structure: pairs}
  parting: {at: 1d, end_link: {from: school, to: city}}
decisions: {act: {by: coordinator, needs: [concern]}}
objectives: {support: {}}
"""

BARE = """\
information: {news: {}}
actors: {a: {}, b: {}}
structures: {alone: {}}
"""


def said(text: str, structure: str | None = None) -> dict[str, list[str]]:
    """Return what speaks for (+) and against (-) each row, with the words at the line it points to."""
    source = source_of(text)
    lines = source.content.decode().splitlines()
    signs = {"for": "+", "against": "-"}
    return {
        answer.name: [
            f"{signs[evidence.side]} {lines[mark.line - 1].split(':')[0].strip(' -')}: {evidence.says}"
            for evidence, mark in answer.evidence
        ]
        for answer in audit(source, structure).answers
    }


def test_what_speaks_for_each_row_is_said_with_its_line() -> None:
    assert said(RICH) == {
        "fits_its_context": [
            "+ summary: says in words what this structure stands for",
            "+ structures: the same partners can be tried under `hub`",
        ],
        "has_a_clear_mandate": [
            "+ objectives: what it is for: `support`",
            "+ decisions: who decides is named for `agree`",
        ],
        "fits_the_needs": ["+ expectations: expectations tell whether `support` is reached"],
        "uses_local_knowledge": [
            "+ post: what `school` knows is needed for a task or decision",
            "+ place: what `club` knows is needed for a task or decision",
        ],
        "builds_on_what_exists": ["+ purpose: `purpose` adds to this structure instead of replacing it"],
        "uses_its_resources": [
            "+ roles: a deputy is named for `coordinator`, `mentor` and `capital`",
            "+ interventions: owner and first step are named for `training`",
            "+ {among: where `meeting` does not get through, `email` is tried",
        ],
        "delivers_by_the_plan": ["+ begin: `begin` carries on what `agree` decided"],
        "works_with_national_bodies": [
            "+ ministry: `ministry` is to learn `view`",
            "+ ministry: others need `advice` from `ministry`",
        ],
        "keeps_up_contact_with_the_community": [
            "+ meeting: `club` sits in a regular meeting",
            "+ mentor: `club` has a part of its own: `mentor`",
        ],
        "provides_safe_spaces": [
            "+ barriers: a rule protects a person",
            "+ kept: discretion is asked for: `kept`",
        ],
        "trains_the_partners": ["+ training: `training` can be switched on and measured"],
        "has_a_clear_purpose": [
            "+ roles: which kinds they need is written down for `coordinator`, `mentor` and `capital`",
            "+ purpose: `purpose` can be switched on and measured",
        ],
        "tells_civil_society": [
            "+ club: `club` is to be told `plan`",
            "+ told: `told` can be switched on and measured",
        ],
        "uses_standard_formats": [
            "+ school: `note` is shared by `school` and `city`",
            "+ form: `form` can be switched on and measured",
        ],
        "is_reviewed": [
            "+ review: `review` can be switched on and measured",
            "+ discussion: the hot wash asks what to change",
        ],
        "collects_local_input": [
            "+ coordinator: `coordinator` gathers `advice` and `offer`, which others know first"
        ],
        "runs_local_work": [
            "+ tasks: local partners do `begin`",
            "+ decisions: local partners do `agree`",
            "+ ministry: the national level is to learn `view`",
        ],
        "connects_to_discuss": ["+ meeting: 3 partners meet regularly"],
        "carries_views_upward": ["+ ministry: `ministry` is to learn `view` from below"],
        "offers_training": ["+ training: `training` gives training a mechanism: what it sets and lifts"],
        "manages_funds": ["+ training: `training` gives resources a mechanism: it sets `actors.city.staff`"],
    }


def test_what_speaks_against_each_row_is_said_with_its_line() -> None:
    against = {name: [each for each in told if each.startswith("-")] for name, told in said(POOR).items()}
    assert {name: told for name, told in against.items() if told} == {
        "fits_its_context": ["- listener: nobody who plays `listener` has a link under `list`"],
        "has_a_clear_mandate": [
            "- unclear_role: roles were not agreed with everybody when the exercise begins",
            "- gate: the limits of sharing were not explained to everybody at the start",
        ],
        "fits_the_needs": [
            "- objectives: nothing is expected of `support`, so that it cannot be rated",
            "- talk: what comes to `club` here, nobody is there for",
        ],
        "uses_local_knowledge": ["- parish: `parish` has no link under `list`"],
        "builds_on_what_exists": [
            "- reform: `pairs` takes the place of what worked before",
            "- parting: a connection that was there ends, between `school` and `city`",
        ],
        "uses_its_resources": [
            "- coordinator: nobody stands in for `coordinator` and `listener`",
            "- school: `school` has more work than open hours",
        ],
        "delivers_by_the_plan": ["- decisions: nobody is told what `act` decided"],
        "works_with_national_bodies": [
            "- ministry: `ministry` has no link under `list`",
            "- bureau: nothing goes to `bureau`, and nobody needs what it knows",
        ],
        "keeps_up_contact_with_the_community": [
            "- club: `club` sits in no regular meeting under `list`",
            "- parish: `parish` sits in no regular meeting under `list`",
        ],
        "provides_safe_spaces": ["- list: everybody is told everything, `concern` too"],
        "has_a_clear_purpose": [
            "- information: nobody needs `gossip`",
            "- unclear_role: not everybody knows who needs what",
        ],
        "tells_civil_society": [
            "- club: nothing that others know is meant for `club`",
            "- gate: no agreement says beforehand what `club` may know",
        ],
        "uses_standard_formats": [
            "- school: only `school` writes `note`",
            "- city: only `city` writes `memo`",
            "- format_mismatch: what is written in another form must be converted",
        ],
        "collects_local_input": ["- roles: no role gathers more than one piece that others know first"],
        "runs_local_work": ["- ministry: nothing of the local work goes to the national level"],
        "carries_views_upward": [
            "- ministry: nothing that local partners know is meant for the levels above"
        ],
    }


def test_a_structure_of_pairs_is_no_place_to_talk() -> None:
    told = said(POOR, "pairs")["connects_to_discuss"]
    assert told == ["- pairs: every link joins two partners; there is no place where three or more talk"]


def test_a_bare_scenario_says_almost_nothing_and_nothing_is_made_up() -> None:
    told = {name: each for name, each in said(BARE).items() if each}
    assert told == {"has_a_clear_purpose": ["- information: nobody needs `news`"]}


def test_training_and_money_are_not_simulated_unless_an_intervention_gives_them_a_mechanism() -> None:
    unsaid = {
        answer.name: answer.row.unsaid for answer in audit(source_of(BARE)).answers if not answer.evidence
    }
    simulated = {name for name, text in unsaid.items() if not text.startswith("not simulated")}
    assert unsaid.keys() - simulated == {"trains_the_partners", "offers_training", "manages_funds"}
    assert {unsaid[name] for name in simulated} == {"the scenario does not say"}


def test_there_are_ten_lessons_five_tips_and_six_functions() -> None:
    groups = [row.group for row in ROWS.values()]
    assert groups == ["lesson"] * 10 + ["tip"] * 5 + ["function"] * 6
    assert [row.look.__name__ for row in ROWS.values()] == list(ROWS)


@pytest.mark.parametrize("structure", ["cat", "hub", "chain", "everyone"])
def test_the_shipped_scenario_speaks_to_every_row_but_money(structure: str) -> None:
    answers = audit(find_source("kumanovo_cat"), structure).answers
    silent = {each.name for each in answers if not each.evidence}
    assert silent <= {"manages_funds", "builds_on_what_exists", "connects_to_discuss"}


def test_an_unknown_structure_is_refused() -> None:
    with pytest.raises(UsageError, match="no structure 'bub'; it has alone"):
        audit(source_of(BARE), "bub")
