from __future__ import annotations

import json

import pytest

from tabletop.measures import MAIN, MEASURES, measured
from tabletop.measures.figures import figures
from tabletop.model.duration import HOUR
from tests.measures.played import ENDED, played


def test_the_whole_exercise_is_measured() -> None:
    found = measured(played())
    assert {
        name: value and round(value * HOUR, 6) for name, value in found.items() if MEASURES[name].unit == "h"
    } == {
        "time_without_information": 190,
        "time_without_information_mean": round(190 / 3, 6),
        "time_lost_hours": 95,
        "time_for_protection_hours": 60,
        "staff_hours": 70,
        "pieces_met_hours": 100,
        "awareness_50": 200,
        "awareness_80": 300,
        "awareness_100": 300,
        "lost_willing_hours": 0,
        "lost_allowed_hours": 20,
        "lost_form_hours": 0,
        "lost_carried_hours": 70,
        "lost_queue_hours": 5,
        "lost_shut_hours": 0,
        "staff_handling_hours": 30,
        "staff_conversion_hours": 0,
        "staff_approval_hours": 0,
        "staff_decision_hours": 40,
        "staff_meeting_hours": 0,
        "recovery_hours": None,
        "sector_gap_hours": None,
        "across_levels_hours": None,
        "across_sectors_hours": None,
        "levels_gap_hours": None,
        "routine_hours": None,
    }
    assert {name: value for name, value in found.items() if MEASURES[name].unit != "h"} == {
        "share_of_expectations_met": 0.75,
        "breakdowns": 0,
        "exposures": 0,
        "breaches": 0,
        "loop_closed": 0.5,
        "handoffs": 3,
        "repeats": 0,
        "mean_accuracy": 2.9 / 3,
        "decisions_informed": 1,
        "decisions_partly": 0,
        "decisions_blind": 0,
        "decisions_not_taken": 0,
        "busiest_desk": 0.02,
        "community_heard": None,
        "flow_centralisation": 1.0,
        "flow_gini": pytest.approx(8 / 15),
    }


def test_an_exercise_in_which_nothing_happens_can_be_measured() -> None:
    found = measured(played(ENDED))
    assert found[MAIN] == 0
    assert [name for name, value in found.items() if value is None] == [
        "time_without_information_mean",
        "loop_closed",
        "pieces_met_hours",
        "mean_accuracy",
        "awareness_50",
        "awareness_80",
        "awareness_100",
        "recovery_hours",
        "sector_gap_hours",
        "across_levels_hours",
        "across_sectors_hours",
        "levels_gap_hours",
        "community_heard",
        "flow_centralisation",
        "flow_gini",
        "routine_hours",
    ]


def test_every_measure_says_what_it_is() -> None:
    for name, measure in MEASURES.items():
        assert measure.name == name
        assert measure.title
        assert measure.formula
        assert measure.reference.endswith(".")
        assert measure.unit in {"h", "share", "count"}


def test_the_figures_are_plain_and_say_the_same_each_time() -> None:
    once, again = (json.dumps(figures(played().record), allow_nan=False) for _ in range(2))
    assert once == again
    assert json.loads(once) == figures(played().record)


def test_the_figures_have_a_part_for_every_question() -> None:
    found = figures(played().record)
    assert list(found) == [
        "measures",
        "rule",
        "objectives",
        "expectations",
        "decisions",
        "delays",
        "breakdowns",
        "breakdowns_by_barrier",
        "awareness",
        "pieces",
        "load",
        "loops",
        "discretion",
        "traffic",
    ]
    assert found["pieces"] == [{"decision": "conference", "in_network": 100, "met": 200, "where": "city"}]
