from __future__ import annotations

from collections import Counter

from tabletop.measures.discretion import Discretion, discretion
from tabletop.model.journal import Breach, Exposure
from tests.measures.played import CONCERN, WHOLE, played

FIRST = Exposure(30, "ngo", "concern", CONCERN, 7)
AGAIN = Exposure(40, "ngo", "concern", "inject/rumour/concern", 8)
OTHER = Exposure(50, "police", "concern", CONCERN, 9)
ROUND = Breach(50, "police", "concern", CONCERN, "worked_around", 9)


def test_an_actor_is_exposed_to_a_kind_once_however_often_it_hears_of_it() -> None:
    found = discretion(played((FIRST, AGAIN, OTHER, ROUND, *WHOLE)))
    assert found == Discretion((FIRST, OTHER), (ROUND,))
    assert found.exposures_by_kind == Counter(concern=2)
    assert found.breaches_by_rule == Counter(worked_around=1)
