"""A small city that is really played: a post, an offer, a conference, and barriers of several kinds."""

from __future__ import annotations

from tabletop.barriers import BARRIERS
from tabletop.model.barrier import BARRIER_KINDS
from tabletop.model.scenario import Scenario

WORDS: dict[str, object] = {
    "tabletop": 1,
    "title": "A worrying post",
    "clock": {"starts": "2026-03-02 08:00", "time_zone": "Europe/Skopje", "lasts": "15d"},
    "information": {
        "concern": {"sensitive": "personal"},
        "background": {"sensitive": "personal"},
        "offer": {},
        "plan": {"sensitive": "personal"},
        "routine": {},
    },
    "actors": {
        "school": {"hours": "Mon-Fri 08:00-15:00", "handling": "20m"},
        "city": {"hours": "Mon-Fri 08:00-16:00", "handling": "20m"},
        "police": {"sector": "police", "handling": "10m"},
        "ngo": {"sector": "civil_society", "hours": "Mon-Sat 10:00-18:00", "handling": "20m"},
        "lawyer": {"hours": "Tue-Thu 09:00-13:00"},
    },
    "roles": {"coordinator": {"held_by": "city"}, "referrer": {"held_by": "school", "needs": "plan"}},
    "channels": {
        "email": {"delay": "2h", "barriers": {"lossy_channel": {"loss": "40%", "noticed_after": "1d"}}},
        "phone": {
            "delay": "5m",
            "barriers": {"unanswered_call": {"answered": "50%", "try_again_after": "30m", "tries": 6}},
        },
    },
    "structures": {
        "hub": {
            "links": (
                {"between": ("school", "city"), "channel": "email"},
                {"between": ("police", "city"), "channel": "phone"},
                {"between": ("ngo", "city"), "channel": "email"},
            )
        }
    },
    "barriers": {
        "legal_gate": {
            "from": {"sector": "police"},
            "kinds": "sensitive",
            "approver": "lawyer",
            "work": "1h",
            "protects": "person",
        },
        "trust": {"otherwise": "60%", "hesitates": "1d", "tries": 3},
    },
    "injects": {
        "post": {"at": "0h", "to": "school", "brings": "concern", "priority": "urgent"},
        "youth_work": {"at": "1d", "to": "ngo", "brings": "offer"},
        "sick_leave": {"after": "post", "wait": "4h", "absence": {"actor": "ngo", "lasts": "1d"}},
    },
    "tasks": {"check": {"by": "police", "needs": "concern", "takes": "2h", "tells": "background"}},
    "decisions": {
        "conference": {
            "by": "coordinator",
            "needs": ("concern", "background", "offer"),
            "takes": "2h",
            "within": "8d",
            "decides_anyway": True,
            "tells": {"plan": "referrer"},
        }
    },
    "traffic": {
        "mail": {"from": "each", "to": "any_other", "every": {"on_average": "8h"}, "brings": "routine"}
    },
    "objectives": {"support": {}},
    "expectations": {
        "early_warning": {"role": "coordinator", "knows": "concern", "within": "1d", "objective": "support"},
        "agreed": {"decision": "conference", "within": "5d", "objective": "support"},
        "heard": {"role": "referrer", "knows": "plan", "within": "6d"},
        "discreet": {"role": "ngo", "must_not_know": "background", "objective": "support"},
    },
}


def city(**changes: object) -> Scenario:
    return Scenario.model_validate({**WORDS, **changes}, context={BARRIER_KINDS: BARRIERS})
