from __future__ import annotations

import pytest

from tabletop.compare.gains import Gain
from tabletop.compare.helping import biting, what_would_have_helped, without
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.measures.expectations import outcomes
from tabletop.model.record import Record
from tests.compare.city import WORDS, city

SLOW_FORM = {
    "channels": {
        "meeting": {"barriers": {"periodic_meeting": {"every": "1w", "on": "Mon 14:00", "lasts": "1h"}}}
    },
    "structures": {"hub": {"links": ({"between": ("school", "city"), "channel": "meeting"},)}},
    "actors": {"school": {"form": "case_note"}, "city": {"form": "report"}},
    "roles": {"coordinator": {"held_by": "city"}},
    "barriers": {"format_mismatch": {"work": "2h", "keeps": "100%"}},
    "injects": {"post": {"at": "1d", "to": "school", "brings": "concern"}},
    "tasks": {},
    "decisions": {},
    "traffic": {},
    "expectations": {"early_warning": {"role": "coordinator", "knows": "concern", "within": "2d"}},
}
"""A form that must be filled in by hand before a weekly meeting: neither the form nor the mail is what it waits for."""


@pytest.fixture(scope="module")
def record() -> Record:
    return run(city(), seed=1)


def test_every_barrier_that_bit_is_lifted_but_no_safeguard(record: Record) -> None:
    found = what_would_have_helped(record)
    assert set(biting(Chronicle(record))) == {each.what[0] for each in found.barriers}
    assert found.lifting("legal_gate") is None
    assert any("legal_gate:approval" in dict(each.account) for each in Chronicle(record).story)


def test_a_gain_is_what_the_same_luck_gives_without_the_barrier(record: Record) -> None:
    found = what_would_have_helped(record)
    for each in found.barriers:
        lifted = city().model_copy(update={"lifted": each.what})
        after = outcomes(Chronicle(run(lifted, seed=1)))
        assert {change.expectation: change.after for change in each.changes}.items() <= after.items()
        same = {name for name in after if name not in [change.expectation for change in each.changes]}
        assert {name: after[name] for name in same} == {
            name: outcomes(Chronicle(record))[name] for name in same
        }


def test_the_answer_is_the_same_each_time_and_the_most_helpful_comes_first(record: Record) -> None:
    found = what_would_have_helped(record)
    assert found == what_would_have_helped(record)
    order = [(each.improved, each.saved) for each in found.barriers]
    assert order == sorted(order, reverse=True)


def test_lifting_what_never_bit_changes_nothing(record: Record) -> None:
    assert "phone.lossy_channel" not in biting(Chronicle(record))
    assert without(record, "phone.lossy_channel").record.journal == record.journal


def test_an_intervention_is_a_scenario_of_its_own(record: Record) -> None:
    swift = city(channels={**WORDS["channels"], "email": {"delay": "1m"}})  # type: ignore[dict-item] # a mapping of channels
    found = what_would_have_helped(record, interventions={"swift_mail": swift, "as_it_was": record.scenario})
    swifter, same = found.interventions
    assert (swifter.what, same) == (("swift_mail",), Gain(("as_it_was",), (), {}))
    assert swifter.saved > 0


def test_where_one_alone_changes_nothing_the_next_cause_and_the_pair_are_named() -> None:
    """The form is filled in by noon of Tuesday, but the meeting sits on Mondays."""
    found = what_would_have_helped(run(city(**SLOW_FORM)))
    form, meeting = found.lifting("format_mismatch"), found.lifting("meeting.periodic_meeting")
    assert form is not None
    assert meeting is not None
    assert form.is_nothing
    assert form.instead == ("meeting.periodic_meeting:next_session",)
    assert form.together is not None
    assert form.together.what == ("format_mismatch", "meeting.periodic_meeting")
    assert form.together.saved > meeting.saved > 0
    assert meeting.improved == 1
