from __future__ import annotations

from tabletop.measures.awareness import Awareness, Need, Pieces, awareness, pieces
from tests.measures.played import CONCERN, END, ENDED, OFFERED, POST, TOLD, known, played


def test_each_need_says_when_it_existed_and_when_it_was_known() -> None:
    assert awareness(played()) == Awareness((
        Need("coordinator", "concern", 0, 60, 0.9, 50),
        Need("coordinator", "offer", 100, 200, 1.0, END),
        Need("referrer", "plan", 260, 300, 1.0, END),
    ))


def test_time_without_is_cut_at_the_deadline_of_an_expectation() -> None:
    found = awareness(played())
    assert [each.without for each in found.needs] == [50, 100, 40]
    assert (found.without, found.mean_without) == (190, 190 / 3)


def test_what_is_never_known_counts_to_the_end_and_what_never_exists_does_not_count() -> None:
    found = awareness(played((*POST, *TOLD, *OFFERED, *ENDED)))
    assert [each.without for each in found.needs] == [50, 900, 0]
    assert (found.without, found.mean_without) == (950, 475)


def test_the_curve_rises_with_each_need_that_is_known() -> None:
    found = awareness(played())
    assert found.curve == ((60, 1 / 3), (200, 2 / 3), (300, 1.0))
    assert [found.reached(share) for share in (0.5, 0.8, 1.0)] == [200, 300, 300]


def test_a_share_that_is_never_reached_has_no_time() -> None:
    assert awareness(played((*POST, *TOLD, *OFFERED, *ENDED))).reached(0.8) is None


def test_the_pieces_meet_where_enough_of_them_are_first_known() -> None:
    assert pieces(played()) == (Pieces("conference", 100, 200, "city"),)


def test_pieces_may_be_in_the_network_and_never_meet() -> None:
    assert pieces(played((*POST, *TOLD, *OFFERED, *ENDED))) == (Pieces("conference", 100, None, ""),)


def test_the_pieces_may_meet_at_a_desk_that_does_not_decide() -> None:
    at_ngo = known("ngo", 150, CONCERN, handoff=1)
    assert pieces(played((*POST, *OFFERED, at_ngo, *ENDED))) == (Pieces("conference", 100, 150, "ngo"),)
