"""Geometry of numbers: marks are round and few, nothing lies outside its picture, lines fall from all to none."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.compare.statistics.intervals import Estimate
from tabletop.compare.statistics.survival import Curve, Step
from tabletop.debrief.charts.dots import dot, reach
from tabletop.debrief.charts.lines import STYLES, points, stairs, style_of
from tabletop.debrief.charts.scale import MOST_MARKS, scale
from tabletop.debrief.comparison.numbers import (
    by_how_much,
    chance,
    differing,
    differing_interval,
    interval,
    number,
    said,
    waiting,
)
from tabletop.model.duration import DAY, HOUR

values = st.floats(-1e9, 1e9, allow_nan=False)


@given(st.lists(values, max_size=8), st.sampled_from([None, 0.0]))
def test_marks_are_few_in_order_and_on_the_line(found: list[float], holding: float | None) -> None:
    line = scale(found, str, holding=holding)
    places = [tick.x for tick in line.ticks]
    assert len(places) <= MOST_MARKS + 1
    assert all(0 <= x <= 100 for x in places)
    assert all(one < other for one, other in pairwise(places))
    assert all(0 <= line.x(each) <= 100 for each in found)


def test_marks_are_round_and_nought_stays_at_the_edge() -> None:
    line = scale([12.0, 96.0], lambda value: f"{value:g}", holding=0.0)
    assert [tick.label for tick in line.ticks] == ["0", "20", "40", "60", "80"]
    assert (line.low, line.x(0.0)) == (0, 0)
    assert scale([3.0], str).x(3.0) == pytest.approx(50)
    assert scale([inf], str).ticks != ()


def test_a_dot_has_a_line_as_long_as_its_interval() -> None:
    estimate = Estimate(50, 40, 70, 9)
    line = scale(reach([estimate]), str, holding=0.0)
    drawn = dot(line, estimate, name="a", says="50", filled=True)
    assert drawn.low < drawn.x < drawn.high <= 100
    alone = dot(line, Estimate(50, None, None, 1), name="a", says="50", filled=False)
    assert alone.low == alone.x == alone.high


def test_stairs_fall_from_all_to_those_who_never_knew() -> None:
    curve = Curve((Step(10, 0.5, 0.4, 0.6), Step(50, 0.25, 0.1, 0.3)), 4, 1, 10, 100, 50)
    line = stairs("team", 0, curve, banded=True)
    assert line.path == ("M0.00 0.00L0.00 0.00L10.00 0.00L10.00 50.00L50.00 50.00L50.00 75.00L100.00 75.00")
    assert line.band.startswith("M")
    assert line.band.endswith("Z")
    assert stairs("team", 9, curve, banded=False).band == ""


def test_lines_go_from_point_to_point_and_styles_come_again() -> None:
    across, up = scale([0.0, 10.0], str, holding=0.0), scale([0.0, 10.0], str, holding=0.0)
    line = points("hub", 1, [(0.0, 0.0), (10.0, 10.0)], on=(across, up))
    assert line.path.startswith("M0.00 100.00L")
    assert [style_of(0), style_of(STYLES - 1), style_of(STYLES)] == [1, STYLES, 1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1502.11, "1,502"),
        (99.96, "100"),
        (9.3456, "9.35"),
        (0.01234, "0.012"),
        (0.0, "0"),
        (-0.0001, "0"),
        (-12.3, "−12.3"),
        (5.0, "5"),
    ],
)
def test_numbers_have_three_digits(value: float, text: str) -> None:
    assert number(value) == text


def test_values_are_said_with_their_units_and_differences_with_their_signs() -> None:
    told = (
        said(1502.1, "staff_hours"),
        said(0.384, "share_of_expectations_met"),
        said(None, "staff_hours"),
        said(inf, "awareness_100"),
        said(2.5, "exposures"),
        differing(9.4, "staff_hours"),
        differing(-0.03, "share_of_expectations_met"),
        differing(0.0, "exposures"),
        interval(Estimate(5, 4, inf, 9), "staff_hours"),
        interval(Estimate(5, None, None, 1), "staff_hours"),
        interval(Estimate(5, 4, None, 3), "exposures"),
        differing_interval(Estimate(5, -1, 4, 9), "exposures"),
        chance(Estimate(0.38, 0.29, 0.48, 100)),
        chance(None),
    )
    assert [each.replace("\u00a0", " ") for each in told] == [
        "1,502 h",
        "38 %",
        "–",
        "never",
        "2.5",
        "+9.4 h",
        "−3 points",
        "±0",
        "4 h to never",
        "",
        "4 to more than was seen",
        "−1 to +4",
        "38 % (29 % to 48 %)",
        "–",
    ]


def test_a_difference_whose_direction_is_said_has_no_sign_and_one_of_shares_is_in_points() -> None:
    told = by_how_much(Estimate(0.08, -0.01, 0.17, 20), "share_of_expectations_met")
    assert [each.replace("\u00a0", " ") for each in told] == ["8 points", "−1 points to 17 points"]


def test_no_interval_leaves_what_a_measure_can_be() -> None:
    told = [
        interval(Estimate(0.97, 0.91, 1.03, 9), "community_heard"),
        interval(Estimate(0.2, -0.1, 0.5, 9), "breakdowns"),
        interval(Estimate(-3, -5, -1, 9), "levels_gap_hours"),
    ]
    assert [each.replace("\u00a0", " ") for each in told] == ["91 % to 100 %", "0 to 0.5", "−5 h to −1 h"]


def test_waits_are_said_briefly() -> None:
    told = [waiting(each) for each in (None, 0, 10 * HOUR + 29_000, 5 * DAY + 31 * 60_000)]
    assert [each.replace("\u00a0", " ") for each in told] == ["never", "at once", "10 h", "5 d 1 h"]
