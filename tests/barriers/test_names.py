"""Whom a barrier names in its own fields, so that the reader can say that there is no such actor."""

from __future__ import annotations

import pytest

from tabletop.barriers import BARRIERS
from tabletop.model.selector import EVERYONE, Selector

POLICE_TO_SOCIETY = {"from": "police", "to": {"sector": "civil_society"}}


@pytest.mark.parametrize(
    ("kind", "said", "named"),
    [
        (
            "trust",
            {"pairs": ({**POLICE_TO_SOCIETY, "shares": "60%"}, {"shares": 0.5})},
            (
                (("pairs", 0, "from"), Selector(ids=("police",))),
                (("pairs", 0, "to"), Selector(sectors=("civil_society",))),
                (("pairs", 1, "from"), EVERYONE),
                (("pairs", 1, "to"), EVERYONE),
            ),
        ),
        (
            "working_culture",
            {"pairs": ({**POLICE_TO_SOCIETY, "hesitates": "1h"},)},
            (
                (("pairs", 0, "from"), Selector(ids=("police",))),
                (("pairs", 0, "to"), Selector(sectors=("civil_society",))),
            ),
        ),
        (
            "legal_gate",
            {"approver": "officer", "agreement": (POLICE_TO_SOCIETY,)},
            (
                (("agreement", 0, "from"), Selector(ids=("police",))),
                (("agreement", 0, "to"), Selector(sectors=("civil_society",))),
            ),
        ),
        ("legal_gate", {"approver": "officer", "agreement": True}, ()),
        (
            "periodic_meeting",
            {"every": "1w", "chairs": {"any": ("mayor", "deputy")}, "on_summons": "officer"},
            (
                (("chairs",), Selector(ids=("mayor", "deputy"))),
                (("on_summons",), Selector(ids=("officer",))),
            ),
        ),
        ("periodic_meeting", {"every": "1w"}, ((("chairs",), EVERYONE), (("on_summons",), EVERYONE))),
        ("lossy_channel", {}, ()),
    ],
)
def test_a_barrier_names_actors_and_roles_with_the_place_where_they_stand(
    kind: str, said: dict[str, object], named: object
) -> None:
    assert BARRIERS[kind].model_validate(said).actors_named() == named


def test_an_approver_has_a_desk() -> None:
    assert BARRIERS["legal_gate"].model_validate({"approver": "officer"}).desks() == ("officer",)
    assert BARRIERS["trust"]().desks() == ()
