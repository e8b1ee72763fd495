from __future__ import annotations

from itertools import pairwise

from tabletop.measures.critical import decision_path, expectation_path, expectation_paths
from tabletop.measures.paths import Part, Path
from tabletop.measures.whereabouts import Whereabouts
from tabletop.model.expectation import Expectation
from tabletop.model.journal import Decided, Entry, Injected, Stopped, Unfinished
from tests.measures.played import (
    CONCERN,
    END,
    ENDED,
    OFFER,
    OFFER_TOLD,
    OFFERED,
    PLAN,
    POST,
    TOLD,
    WHOLE,
    desk,
    known,
    played,
)

AT_SCHOOL = Part("handling", 0, 10, "inject", receiver="school", kind="concern", origin=CONCERN)
AT_NGO = Part("handling", 100, 120, "inject", receiver="ngo", kind="offer", origin=OFFER)
REFUSED = Stopped(
    30,
    1,
    10,
    "school",
    "city",
    "email",
    "concern",
    CONCERN,
    0,
    ("coordinator",),
    "gate",
    "refused",
    None,
    (("gate:approval", 20),),
)


def to_city(cause: str, since: int, until: int) -> Part:
    return Part(cause, since, until, "handoff", "school", "city", "email", "concern", CONCERN, 1)


def offer_to_city(cause: str, since: int, until: int) -> Part:
    return Part(cause, since, until, "handoff", "ngo", "city", "email", "offer", OFFER, 2)


def deciding(cause: str, since: int, until: int) -> Part:
    return Part(cause, since, until, "decision", receiver="city", origin="conference")


DECIDED = (
    Part("other_needs", 0, 100, kind="offer"),
    AT_NGO,
    offer_to_city("gate:approval", 120, 180),
    offer_to_city("delay", 180, 200),
    deciding("queue", 200, 220),
    deciding("handling", 220, 260),
)


def path(entries: tuple[Entry, ...] = WHOLE, **words: object) -> Path | None:
    return expectation_path(played(entries), Expectation.model_validate(words))


def test_a_piece_of_information_is_followed_back_to_the_inject() -> None:
    assert path(role="coordinator", knows="concern") == Path(
        0,
        60,
        True,
        (
            AT_SCHOOL,
            to_city("email.slow:lost", 10, 30),
            to_city("delay", 30, 40),
            to_city("queue", 40, 45),
            to_city("handling", 45, 60),
        ),
    )


def test_a_decision_is_followed_over_the_need_that_came_last() -> None:
    assert path(decision="conference") == Path(0, 260, True, DECIDED)


def test_what_a_decision_told_is_followed_through_the_decision() -> None:
    told = Part("delay", 260, 300, "handoff", "city", "school", "email", "plan", PLAN, 3)
    assert path(role="referrer", knows="plan") == Path(0, 300, True, (*DECIDED, told))


def test_a_path_begins_when_its_clock_does() -> None:
    found = path(role="coordinator", knows="concern", after="sick_leave")
    assert found is None, "what never happened starts no clock"
    away = (Injected(50, "sick_leave", "absence", ("police",)), *WHOLE)
    assert path(away, role="coordinator", knows="concern", after="sick_leave") == Path(
        50, 60, True, (to_city("handling", 50, 60),)
    )


def test_a_path_waits_for_an_inject_that_comes_after_its_clock_started() -> None:
    found = path(role="coordinator", knows="offer", after="post")
    assert found is not None
    assert found.parts[:2] == (Part("not_yet", 0, 100, kind="offer"), AT_NGO)


def test_a_role_that_is_stood_in_for_later_waits_for_that() -> None:
    heard = known("social_work", 20, CONCERN)
    visit = desk("social_work", CONCERN, arrived=0, at=20)
    away = Injected(50, "sick_leave", "absence", ("city",))
    entries = (*POST, visit, heard, away, *ENDED)
    assert path(entries, role="coordinator", knows="concern") == Path(
        0,
        50,
        True,
        (
            Part("handling", 0, 20, "inject", receiver="social_work", kind="concern", origin=CONCERN),
            Part("stood_in", 20, 50, receiver="social_work", kind="concern", origin=CONCERN),
        ),
    )


def test_what_was_stopped_is_followed_to_where_and_lies_there_until_the_end() -> None:
    rest = Part(
        "stopped",
        30,
        END,
        sender="school",
        receiver="city",
        channel="email",
        kind="concern",
        origin=CONCERN,
        handoff=1,
        detail="gate:refused",
    )
    found = path((*POST, REFUSED, *ENDED), role="coordinator", knows="concern")
    assert found == Path(0, END, False, (AT_SCHOOL, to_city("gate:approval", 10, 30), rest))


def test_what_is_unfinished_ends_with_what_it_waited_for() -> None:
    account = (("delay", 90), ("queue", 900))
    waits = Unfinished(
        END, 1, 10, "school", "city", "email", "concern", CONCERN, 0, ("coordinator",), account
    )
    found = path((*POST, waits, *ENDED), role="coordinator", knows="concern")
    assert found == Path(0, END, False, (AT_SCHOOL, to_city("delay", 10, 100), to_city("queue", 100, END)))


def test_what_nobody_hands_on_stays_where_it_is() -> None:
    held = Part("not_handed_on", 10, END, sender="school", kind="concern", origin=CONCERN)
    found = path((*POST, *ENDED), role="police", knows="concern")
    assert found == Path(0, END, False, (AT_SCHOOL, held))


def test_what_the_first_desk_never_came_to_lies_there() -> None:
    lies = Part("first_desk", 0, END, "inject", receiver="school", kind="concern", origin=CONCERN)
    found = path((*POST[:1], *ENDED), role="coordinator", knows="concern")
    assert found == Path(0, END, False, (lies,))


def test_what_came_up_nowhere_is_waited_for_all_the_time() -> None:
    nowhere = Part("not_yet", 0, END, kind="routine", missing=(Whereabouts("routine", "nowhere"),))
    assert path(role="police", knows="routine") == Path(0, END, False, (nowhere,))


def test_what_a_decision_would_have_told_is_followed_to_what_the_decision_lacked() -> None:
    found = path((*POST, *TOLD, *OFFERED, *ENDED), role="referrer", knows="plan")
    lack = Whereabouts("offer", "not_handed_on", 120, "ngo")
    held = Part("not_handed_on", 120, END, sender="ngo", kind="offer", origin=OFFER, missing=(lack,))
    assert found == Path(0, END, False, (Part("other_needs", 0, 100, kind="offer"), AT_NGO, held))


def test_what_only_a_deputy_knew_is_still_lacking_when_the_holder_is_back() -> None:
    """The deputy has the concern, the city the offer: no one desk has both, so nothing is decided."""
    away = Injected(50, "sick_leave", "absence", ("city",))
    visit, heard = desk("social_work", CONCERN, arrived=50, at=60), known("social_work", 60, CONCERN)
    entries = (*POST, away, visit, heard, REFUSED, *OFFERED, *OFFER_TOLD, *ENDED)
    found = decision_path(played(entries), "conference")
    last = found.parts[-1]
    assert (last.cause, last.detail, [each.kind for each in last.missing]) == (
        "stopped",
        "gate:refused",
        ["concern"],
    )


def test_a_decision_whose_work_is_not_done_ends_there() -> None:
    found = decision_path(played((*POST, *TOLD, *OFFERED, *OFFER_TOLD, *ENDED)), "conference")
    assert found.parts[-1] == Part("not_done", 200, END, "decision", receiver="city", origin="conference")
    assert not found.reached


def test_a_decision_taken_at_its_deadline_is_one_part_that_names_what_was_missing() -> None:
    decided = Decided(
        400, "conference", ("city",), None, 400, at_deadline=True, missing=("offer",), quality=0.45
    )
    account = (("gate:approval", 600),)
    late = Unfinished(END, 2, 120, "ngo", "city", "email", "offer", OFFER, 0, ("coordinator",), account)
    waits_for = Whereabouts("offer", "under_way", 120, "ngo", "city", "email", 2, "gate:approval")
    found = path((*POST, *TOLD, *OFFERED, decided, late, *ENDED), decision="conference")
    waited = Part(
        "waited_for_the_deadline",
        0,
        400,
        "decision",
        receiver="city",
        kind="offer",
        origin="conference",
        missing=(waits_for,),
    )
    assert found == Path(0, 400, True, (waited,))


def test_what_was_kept_from_somebody_has_no_path_but_a_leak_has() -> None:
    assert list(expectation_paths(played())) == ["early_warning", "agreed", "heard"]
    found = path(role="city", must_not_know="concern")
    assert found is not None
    assert found.until == 60


def test_no_path_has_a_gap_and_each_sums_to_the_whole() -> None:
    chronicle = played()
    paths = [*expectation_paths(chronicle).values(), decision_path(chronicle, "conference")]
    for each in paths:
        edges = [each.since, *(part.until for part in each.parts)]
        assert [part.since for part in each.parts] == edges[:-1]
        assert edges[-1] == each.until
        assert sum(part.length for part in each.parts) == each.length
        assert all(before.until == after.since for before, after in pairwise(each.parts))
