"""A sweep of many points stays a report that can be read: effects first, the grid as a map, the best points in full."""

from __future__ import annotations

import json
import re

import pytest

from tabletop.compare.results import Cell, Results, Row
from tabletop.compare.statistics.analysis import MOST_LEADS, Analysis, analyse
from tabletop.debrief.comparison import render_all
from tabletop.debrief.comparison.sweeping import MOST_POINTS
from tabletop.debrief.comparison.view import ScenarioView, comparison_view
from tabletop.measures import MAIN
from tests.debrief.comparison.small import provenance, results, scenario
from tests.debrief.html_page import Page

PLAIN = [row for row in results().rows if row.cell == Cell("city", "hub")]
EVERY, STAFF, DELAY = "channels.email.every", "actors.*.staff", "channels.email.delay"


def swept(structures: tuple[str, ...], every: int, staff: int) -> Results:
    """Return a grid in which each step of `every` costs 10 hours, each clerk saves 4, and the delay does nothing.

    Whatever is played under the chain costs 500 hours more.
    """
    return Results(
        tuple(
            _shifted(
                row,
                structure,
                f"{EVERY}={one}w; {STAFF}={other}; {DELAY}={delay}",
                10 * one - 4 * other + 500 * (structure == "chain"),
            )
            for structure in structures
            for one in range(every)
            for other in range(staff)
            for delay in ("1m", "1h")
            for row in PLAIN
        )
    )


def _shifted(row: Row, structure: str, settings: str, hours: float) -> Row:
    cell = Cell("city", structure, (), f"set: {settings}")
    return Row(
        cell,
        row.replication,
        {**row.measures, MAIN: (row.measures[MAIN] or 0.0) + 100 + hours + row.replication * hours / 100},
        row.expectations,
        row.ratings,
        row.learnt,
        row.censored,
    )


def seen(found: Results) -> tuple[Analysis, ScenarioView, dict[str, str]]:
    analysis = analyse(found, {"city": scenario()})
    (only,) = comparison_view(analysis, provenance()).scenarios
    return analysis, only, render_all(found, analysis, provenance())


@pytest.fixture(scope="module")
def grid() -> tuple[Analysis, ScenarioView, dict[str, str]]:
    return seen(swept(("hub",), 4, 4))


def test_the_answer_names_the_best_point_and_what_each_setting_does(
    grid: tuple[Analysis, ScenarioView, dict[str, str]],
) -> None:
    answer = str(grid[1].answer).replace("\u00a0", " ")
    assert "under “email.every = 0w · actors.*.staff = 3 · email.delay = 1m” partners were" in answer
    assert "From 1 of the 31 other points it cannot be told apart." in answer
    effects = re.findall(r"“([^”]+)” (came out best with \w+|changed nothing)", answer)
    assert effects == [
        ("email.every", "came out best with 0w"),
        ("actors.*.staff", "came out best with 3"),
        ("email.delay", "changed nothing"),
    ]
    assert len(answer) < 1500


def test_effects_and_map_come_first_and_the_best_points_alone_are_told_in_full(
    grid: tuple[Analysis, ScenarioView, dict[str, str]],
) -> None:
    _, view, files = grid
    page = Page(files["comparison.html"])
    assert page.wrong == []
    assert page.ids.index("s1-settings") < page.ids.index("s1-standing")
    assert view.sweep is not None
    assert [str(each.title) for each in view.sweep.panels] == [EVERY, STAFF, DELAY]
    (map_,) = view.sweep.grid
    assert [str(each) for each in map_.columns] == [f"actors.*.staff = {n}" for n in range(4)]
    assert len(map_.rows) == 8
    assert [row.fields[3].tone for row in map_.rows[::2]] == [4, 2, 0, -2]
    assert [field.clear for field in map_.rows[0].fields] == [False, False, False, True]
    assert len(view.standings.rows) == len(view.tables.columns) == MOST_POINTS
    assert view.standings.rows[0].verdict == "best"
    assert "From here on the 10 best points are shown, the best first" in files["comparison.html"]
    assert "From here on the 10 best points are shown, the best first" in files["comparison.md"]
    assert len(json.loads(files["comparison.json"])["comparisons"][0]["leads"]) == 32


def test_of_a_grid_too_large_for_pairs_the_best_points_are_compared_wherever_they_lie() -> None:
    analysis, view, files = seen(swept(("hub", "chain"), 3, 16))
    (comparison,) = analysis.comparisons
    assert (len(comparison.leads), len(comparison.others)) == (MOST_LEADS, 192 - MOST_LEADS)
    assert "staff=15" in next(each.cell.variant for each in comparison.places if each.verdict == "best")
    assert view.played == "192 points of a sweep, each played 6 times"
    assert view.sweep is not None
    assert [str(each.title) for each in view.sweep.grid] == ["Over the office", "One to the next"]
    assert all(len(each.rows) == 32 for each in view.sweep.grid)
    assert {each.cell.structure for each in comparison.leads} == {"hub"}
    assert [str(each.title).partition(" · ")[0] for each in view.sweep.panels] == [
        *["Over the office"] * 3,
        *["One to the next"] * 3,
    ]
    assert "of the 39 next best points" in str(view.answer)
    assert "The best point under “One to the next” comes to " in str(view.answer)
    assert Page(files["comparison.html"]).wrong == []


def test_of_many_pictures_those_of_the_best_structures_are_drawn_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tabletop.debrief.comparison.sweeping.MOST_PANELS", 4)
    _, view, files = seen(swept(("chain", "hub"), 2, 2))
    assert view.sweep is not None
    assert [str(each.title).partition(" · ")[0] for each in view.sweep.panels] == [
        *["Over the office"] * 3,
        "One to the next",
    ]
    assert view.sweep.left_out == 2
    assert "2 more pictures are left out; the table has all." in files["comparison.html"]


def test_where_turning_changed_nothing_no_point_is_the_best() -> None:
    answer = str(seen(_idle(0.0))[1].answer).replace("\u00a0", " ")
    assert "turning “city.staff” changed nothing. At each of the 2 points" in answer
    assert "time, staff hours and exposure were all the same" in answer
    for claim in ("shortest time", "cannot be told apart", "between", "clear difference"):
        assert claim not in answer


def test_where_turning_moved_the_cost_alone_that_is_told() -> None:
    answer = str(seen(_idle(3.0))[1].answer).replace("\u00a0", " ")
    assert "turning “city.staff” changed nothing in “Time without needed information”" in answer
    assert "“Staff hours” lay between 13 h and 16 h over these points." in answer
    assert "shortest time" not in answer


def test_a_path_that_changed_nothing_beside_one_that_did_is_said_to_have_changed_nothing() -> None:
    answer = str(seen(swept(("hub",), 2, 1))[1].answer)
    assert "By itself, “email.delay” changed nothing." in answer


def _idle(dearer: float) -> Results:
    """Return a sweep of one structure over one or two clerks, of whom the second costs so many hours and saves nothing."""
    return Results(
        tuple(
            Row(
                Cell("city", "hub", (), f"set: actors.city.staff={staff}"),
                row.replication,
                {**row.measures, "staff_hours": 10 + dearer * staff},
                row.expectations,
                row.ratings,
                row.learnt,
                row.censored,
            )
            for staff in (1, 2)
            for row in PLAIN
        )
    )
