"""A comparison of which little is there still gives a whole report."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tabletop.compare.results import Results, Row
from tabletop.compare.statistics.analysis import analyse
from tabletop.compare.statistics.selection import advance, begin
from tabletop.debrief.comparison import render_all
from tabletop.measures import MAIN
from tests.debrief.comparison.small import REPLICATIONS, provenance, results, scenario
from tests.debrief.html_page import Page

PLAIN = tuple(row for row in results().rows if not row.cell.variant and not row.cell.interventions)


def rendered(rows: tuple[Row, ...]) -> dict[str, str]:
    found = Results(rows)
    files = render_all(found, analyse(found, {"city": scenario()}), provenance())
    assert Page(files["comparison.html"]).wrong == []
    assert not re.search(
        r"\bNone\b|\bnan\b|\binf\b|Undefined|“”", files["comparison.html"] + files["comparison.md"]
    )
    json.loads(files["comparison.json"])
    return files


def test_structures_alone_leave_out_what_was_not_tried() -> None:
    page = rendered(PLAIN)["comparison.html"]
    assert 's1-standing"' in page
    assert 's1-changes"' not in page
    assert 's1-strain"' not in page


def test_one_structure_has_nothing_beside_it() -> None:
    page = rendered(tuple(row for row in PLAIN if row.cell.structure == "hub"))["comparison.html"]
    assert "best on average" in page
    assert "How much they differ" not in page


def test_one_replication_of_each_tells_nothing_and_claims_nothing() -> None:
    files = rendered(tuple(row for row in PLAIN if row.replication == 0))
    page, text = files["comparison.html"], files["comparison.md"]
    assert "one replication of each cannot tell which is better, and nothing more is said here" in page
    for claim in ("clearly worse</span>", "best on average", "nothing beats", "shortest time"):
        assert claim not in page
        assert claim not in text
    assert "A hollow dot: another is clearly better" not in page
    assert "each played once" in page
    assert page.count("cannot be told from one replication") >= 6
    assert text.count("cannot be told from one replication") == 6


def test_one_replication_more_of_one_structure_tells_nothing_either() -> None:
    rows = tuple(row for row in PLAIN if row.replication == 0 or row.cell.structure == "hub")
    assert "cannot tell which is better" in rendered(rows)["comparison.html"]


def test_nothing_at_all_is_said_so() -> None:
    assert "Nothing was played" in rendered(())["comparison.html"]


def test_what_could_not_be_measured_is_said_so() -> None:
    rows = tuple(replace(row, measures={**row.measures, MAIN: None}) for row in PLAIN)
    assert "nothing could be measured" in rendered(rows)["comparison.html"]


def test_two_scenarios_are_told_apart_and_not_compared() -> None:
    other = tuple(replace(row, cell=replace(row.cell, scenario="town")) for row in PLAIN)
    town = scenario().model_copy(update={"id": "town", "title": "Another city"})
    found = Results((*PLAIN, *other))
    files = render_all(found, analyse(found, {"city": scenario(), "town": town}), provenance())
    page = Page(files["comparison.html"])
    assert page.wrong == []
    assert {"s1-standing", "s2-standing"} <= set(page.ids)
    assert files["comparison.html"].count("For this incident, with these assumptions:") == 2


def test_a_sweep_shows_what_each_setting_does() -> None:
    swept = tuple(
        replace(row, cell=replace(row.cell, variant=f"set: actors.city.staff={staff}"))
        for staff in (1, 2)
        for row in PLAIN
    )
    files = rendered(swept)
    page, text = files["comparison.html"], files["comparison.md"]
    assert "What each setting does" in page
    assert "actors.city.staff" in page
    assert "95 % interval" in text.replace("\u00a0", " ")
    assert "In all tables “–” stands where there is nothing to say" in text


def test_a_selection_says_who_left_and_what_was_saved() -> None:
    cells = tuple(dict.fromkeys(row.cell for row in PLAIN))
    values = {(row.cell, row.replication): row.measures[MAIN] or 0.0 for row in PLAIN}
    rounds = [{cell: values[cell, number] for cell in cells} for number in range(REPLICATIONS)]
    state = advance(begin(cells, share=0.5, first_stage=3), rounds)
    found = Results(PLAIN)
    text = render_all(found, analyse(found, {"city": scenario()}, selection=state), provenance())
    assert "left after" in text["comparison.html"]
    assert f"{state.saved} run" in text["comparison.md"]
    assert json.loads(text["comparison.json"])["selection"]["best"]["structure"] == state.best.structure


@pytest.mark.parametrize("measure", ["share_of_expectations_met", "awareness_100", "exposures"])
def test_any_measure_can_be_compared_by(measure: str) -> None:
    found = Results(PLAIN)
    files = render_all(found, analyse(found, {"city": scenario()}, measure=measure), provenance())
    assert Page(files["comparison.html"]).wrong == []
    assert json.loads(files["comparison.json"])["measure"] == measure
