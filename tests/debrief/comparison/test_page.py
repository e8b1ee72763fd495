from __future__ import annotations

import json
import re

import pytest

from tabletop.compare.results import Results
from tabletop.compare.statistics.analysis import analyse
from tabletop.debrief.comparison import comparison_view, render_all
from tabletop.debrief.comparison.rendering import html
from tabletop.measures import MEASURES
from tests.debrief.comparison.small import analysis, provenance, results, scenario
from tests.debrief.html_page import Page


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return render_all(results(), analysis(), provenance())


@pytest.fixture(scope="module")
def text(files: dict[str, str]) -> str:
    return files["comparison.html"]


def test_there_is_a_page_a_text_and_a_file_of_figures(files: dict[str, str]) -> None:
    assert list(files) == ["comparison.html", "comparison.md", "comparison.json"]


def test_the_page_is_well_formed(text: str) -> None:
    page = Page(text)
    assert page.wrong == []
    assert len(page.ids) == len(set(page.ids))


def test_links_lead_to_places_on_the_page_and_nowhere_else(text: str) -> None:
    page = Page(text)
    assert page.targets != []
    assert {target.removeprefix("#") for target in page.targets} <= set(page.ids)


def test_nothing_runs_and_nothing_is_fetched(text: str) -> None:
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert f'content="{policy}"' in text
    assert not re.search(r"<script|javascript:|\son\w+=|@import|https?://", text)


def test_the_marking_stands_at_head_and_foot_and_in_the_title(files: dict[str, str]) -> None:
    text = files["comparison.html"]
    body = text[text.index("<body>") :]
    assert body.index("EXERCISE – FICTITIOUS") < body.index("<main>")
    assert body.rindex("EXERCISE – FICTITIOUS") > body.index("</main>")
    assert "EXERCISE – FICTITIOUS</title>" in text
    lines = files["comparison.md"].strip().splitlines()
    assert lines[0] == lines[-1] == "**EXERCISE – FICTITIOUS**"
    assert json.loads(files["comparison.json"])["marking"] == "EXERCISE – FICTITIOUS"


def test_the_answer_comes_first_and_says_for_what_it_holds(files: dict[str, str]) -> None:
    page, text = files["comparison.html"], files["comparison.md"]
    assert page.index("For this incident, with these assumptions:") < page.index("<table")
    assert "ranks no country and no institution" in page
    assert text.index("For this incident, with these assumptions:") < text.index("|---")


def test_it_says_that_it_says_nothing_about_persons(text: str) -> None:
    assert text.count("must not be used to assess, predict or record them") == 2


def test_a_table_stands_behind_each_chart(text: str) -> None:
    charts, tables = text.count("<figure"), text.count("<table")
    assert 8 <= charts < tables


def test_every_section_is_there(text: str) -> None:
    sections = set(Page(text).ids)
    assert {
        "s1-standing",
        "s1-sides",
        "s1-waiting",
        "s1-causes",
        "s1-changes",
        "s1-strain",
        "s1-tables",
        "method",
        "appendix",
        "provenance",
    } <= sections


def test_every_pattern_that_is_used_is_there(text: str) -> None:
    used = set(re.findall(r'fill="url\(#([\w-]+)\)"', text))
    assert used <= set(Page(text).ids)


@pytest.mark.parametrize("name", ["comparison.html", "comparison.md"])
def test_no_cell_shows_a_python_value(files: dict[str, str], name: str) -> None:
    assert not re.search(
        r"\bNone\b|\bTrue\b|\bFalse\b|\bnan\b|\binf\b|Undefined|Phrase\(|Name\(|Estimate\(|<p></p>|<li></li>|“”",
        files[name],
    )


def test_charts_stay_within_their_frames(text: str) -> None:
    places = [float(each) for each in re.findall(r'(?:x1|x2|cx|x|width)="(-?[\d.]+)%"', text)]
    assert places
    assert all(0 <= place <= 100.01 for place in places)
    corners = [
        float(each)
        for path in re.findall(r' class="(?:curve|band) c\d" d="M([^"H]*?)Z?"', text)
        for point in path.split("L")
        for each in point.split()
    ]
    assert corners
    assert all(-0.01 <= each <= 100.01 for each in corners)


def test_every_measure_and_expectation_stands_in_the_tables(files: dict[str, str]) -> None:
    for measure in MEASURES.values():
        assert f"| {measure.title} |" in files["comparison.md"]
    assert files["comparison.json"].count('"met"') >= len(scenario().structures)


def test_the_figures_are_plain_and_hold_every_part(files: dict[str, str]) -> None:
    found = json.loads(files["comparison.json"])
    assert list(found) == [
        "marking",
        "provenance",
        "measure",
        "confidence",
        "measures",
        "comparisons",
        "selection",
    ]
    (only,) = found["comparisons"]
    assert [each["cell"]["structure"] for each in only["leads"]] == ["hub", "chain", "everyone"]
    assert all(
        only[part]
        for part in ("others", "places", "standings", "needs", "effects", "loads", "losses", "networks")
    )
    assert only["robustness"]["draws"] == 8
    assert only["chokes_from"] == 0.85
    assert [desk["actor"] for desk in only["loads"][0]["desks"]] != []
    assert all(len(desk["shares"]) == 3 for each in only["loads"] for desk in each["desks"])
    assert found["provenance"]["run"] == provenance().run


def test_the_same_analysis_gives_the_same_bytes(files: dict[str, str]) -> None:
    again = analyse(Results(tuple(results().rows), draws=results().draws), {"city": scenario()})
    assert render_all(results(), again, provenance()) == files


def test_words_of_a_scenario_are_shown_and_never_obeyed() -> None:
    """A title that would be a tag, a link or a table in a page or a text is neither."""
    hostile = scenario(title="<b>|x|</b> [a](b) **bold**")
    view = comparison_view(analyse(results(), {"city": hostile}), provenance())
    page = html(view)
    assert "<b>|x|" not in page
    assert "&lt;b&gt;|x|&lt;/b&gt; [a](b) **bold**" in page
    text = render_all(results(), analyse(results(), {"city": hostile}), provenance())["comparison.md"]
    assert "&lt;b&gt;\\|x\\|&lt;/b&gt; \\[a\\](b) \\*\\*bold\\*\\*" in text
