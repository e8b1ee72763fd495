from __future__ import annotations

import pytest

from tabletop.measures.equity import Equity, equity, is_of_the_community
from tabletop.measures.evenness import levels_gap, sector_gap
from tabletop.model.duration import HOUR
from tests.measures.played import CONFERENCE, ENDED, OFFER_TOLD, OFFERED, POST, TOLD, WORDS, played

ACTORS = {
    "school": {"sector": "education", "level": "local"},
    "city": {"sector": "local_government", "level": "national"},
    "social_work": {"sector": "social", "level": "national"},
    "ngo": {"sector": "civil_society", "level": "local"},
    "police": {},
}


def test_sectors_levels_and_the_community_are_told_apart() -> None:
    """The city waits 60 and 100 for what comes from the school and the youth organisation, the school 40 for the plan."""
    assert equity(played(actors=ACTORS)) == Equity(
        by_sector=(("education", 40.0), ("local_government", 75.0)),
        across_levels=190 / 3,
        across_sectors=None,
        heard=(True,),
    )


def test_gaps_are_differences_in_hours() -> None:
    roles = {**dict(WORDS["roles"]), "helper": {"held_by": "ngo", "needs": "concern"}}  # type: ignore[call-overload] # WORDS are plain
    chronicle = played(actors=ACTORS, roles=roles)
    found = equity(chronicle)
    assert found.across_sectors == 1000
    assert levels_gap(chronicle) == pytest.approx((190 / 3 - 1000) / HOUR)
    assert sector_gap(chronicle) == pytest.approx((1000 - 40) / HOUR)


def test_what_the_city_did_not_know_when_it_decided_did_not_reach_the_decision() -> None:
    assert equity(played((*POST, *TOLD, *OFFERED, *CONFERENCE, *ENDED), actors=ACTORS)).heard == (False,)
    assert equity(
        played((*POST, *TOLD, *OFFERED, *OFFER_TOLD, *CONFERENCE, *ENDED), actors=ACTORS)
    ).heard == (True,)


def test_without_sectors_and_levels_there_is_nothing_to_compare() -> None:
    chronicle = played()
    assert equity(chronicle) == Equity((), None, None, ())
    assert (sector_gap(chronicle), levels_gap(chronicle)) == (None, None)


@pytest.mark.parametrize(
    ("sector", "expected"),
    [
        ("civil_society", True),
        ("youth-work", True),
        ("faith", True),
        ("local_government", False),
        ("police", False),
        ("", False),
    ],
)
def test_the_community_is_known_by_the_words_of_a_sector(sector: str, *, expected: bool) -> None:
    assert is_of_the_community(sector) is expected
