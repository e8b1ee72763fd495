from __future__ import annotations

from tabletop.measures.chronicle import Acting, Chronicle, Learning
from tabletop.model.journal import HandedOn, Injected, Known
from tabletop.model.windows import FOREVER, Windows
from tabletop.model.work import Who
from tests.measures.played import (
    CONCERN,
    ENDED,
    HEARD,
    OFFER,
    POST,
    TOLD,
    WHOLE,
    WORDS,
    handed,
    known,
    played,
)

ABSENCE = Injected(50, "sick_leave", "absence", ("city",))


def roles(**coordinator: object) -> dict[str, object]:
    return {"coordinator": coordinator}


def test_entries_are_found_by_type_and_hand_offs_by_number() -> None:
    chronicle = played()
    assert [entry.actor for entry in chronicle.of(Known)] == [
        "school",
        "city",
        "ngo",
        "city",
        "city",
        "school",
    ]
    assert list(chronicle.handoffs) == [1, 2, 3]
    assert chronicle.handoffs[2] in chronicle.of(HandedOn)
    assert chronicle.end == 1000


def test_a_kind_exists_from_the_inject_that_brings_it_or_from_its_first_knowing() -> None:
    assert played().exists == {"concern": 0, "offer": 100, "plan": 260}


def test_what_happened_is_known_by_its_time_but_not_what_was_skipped() -> None:
    skipped = Injected(5, "sick_leave", "skipped")
    assert played((*POST, skipped, *ENDED)).happened == {"post": 0}


def test_a_better_version_counts_only_for_those_who_ask_for_it() -> None:
    better = known("city", 80, CONCERN, handoff=1, accuracy=0.95)
    worse = known("city", 90, CONCERN, handoff=1, accuracy=0.5)
    chronicle = played((*POST, *TOLD, better, worse, *ENDED))
    assert chronicle.first_known("city", "concern") == HEARD
    assert chronicle.first_known("city", "concern", accurate=0.93) == better
    assert chronicle.first_known("city", "concern", accurate=0.99) is None


def test_traffic_is_known_to_nobody() -> None:
    mail = known("city", 5, "traffic/mail/school/0")._replace(kind="concern")
    assert played((mail, *ENDED)).first_known("city", "concern") is None


def test_a_deputy_acts_while_the_holder_is_absent() -> None:
    chronicle = played((ABSENCE, *ENDED))
    assert chronicle.absences == {"city": Windows((50,), (150,))}
    assert chronicle.acting("coordinator") == (
        Acting(0, 50, ("city",)),
        Acting(50, 150, ("social_work",)),
        Acting(150, FOREVER, ("city",)),
    )


def test_some_of_the_staff_away_is_no_absence_of_the_actor() -> None:
    injects = {"sick_leave": {"at": "50ms", "absence": {"actor": "city", "lasts": "100ms", "staff": 1}}}
    assert played((ABSENCE, *ENDED), injects=injects).absences == {}


def test_a_role_knows_from_when_somebody_acts_for_it_who_knows() -> None:
    """The holder learns of it while it is away: the role knows when it is back."""
    chronicle = played((ABSENCE, *TOLD, *ENDED))
    assert chronicle.learning("coordinator", "concern") == Learning(150, HEARD)


def test_a_deputy_who_knew_before_makes_the_role_know_when_it_steps_in() -> None:
    heard = known("social_work", 20, CONCERN, handoff=1)
    assert played((heard, ABSENCE, *ENDED)).learning("coordinator", "concern") == Learning(50, heard)


def test_a_role_that_acts_as_all_knows_when_the_last_of_them_does() -> None:
    first, last = known("city", 20, CONCERN), known("police", 70, CONCERN)
    both = roles(held_by=("city", "police"), acts="all")
    chronicle = played((first, last, *ENDED), roles={**both, "referrer": {"held_by": "school"}})
    assert chronicle.learning("coordinator", "concern") == Learning(70, last)
    assert chronicle.leak("coordinator", "concern") == Learning(20, first)


def test_several_roles_know_when_all_or_any_of_them_do() -> None:
    chronicle = played()
    both = ("coordinator", "school")
    assert chronicle.learning_of(Who(all=both), "concern") == Learning(60, HEARD)
    assert chronicle.learning_of(Who(any=both), "concern") == Learning(10, known("school", 10, CONCERN))
    assert chronicle.learning_of(Who(all=("coordinator", "police")), "concern") is None


def test_the_story_leaves_traffic_out() -> None:
    mail = handed(4, "school>city", {"delay": 3}, since=0, origin="traffic/mail/school/0")
    chronicle = played((mail, *WHOLE))
    assert [each.number for each in chronicle.story] == [1, 2, 3]
    assert list(chronicle.handoffs) == [1, 2, 3, 4]


def test_an_actor_is_told_of_an_origin_once() -> None:
    again = known("city", 90, OFFER, handoff=9, accuracy=1.0)
    chronicle: Chronicle = played((*WHOLE, again))
    assert chronicle.first_told("city", OFFER) == known("city", 200, OFFER, handoff=2)
    assert chronicle.first_told("police", OFFER) is None


def test_the_words_of_these_tests_are_a_scenario() -> None:
    assert played().scenario.needs == {
        "referrer": ("plan",),
        "coordinator": ("concern", "offer"),
    }
    assert "ngo" in str(WORDS)
