from __future__ import annotations

import re

import pytest

from tabletop.debrief.html import render, set_for_html
from tabletop.debrief.pages import press
from tabletop.debrief.reasons import FAMILIES
from tests.debrief.html_page import Page
from tests.debrief.tiny import WORDS, record, seen


@pytest.fixture(scope="module")
def text() -> str:
    return render(seen(record()))


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


def test_the_marking_stands_at_head_and_foot_and_in_the_title(text: str) -> None:
    body = text[text.index("<body>") :]
    assert body.index("EXERCISE – FICTITIOUS") < body.index("<main>")
    assert body.rindex("EXERCISE – FICTITIOUS") > body.index("</main>")
    assert "EXERCISE – FICTITIOUS</title>" in text


def test_the_marking_says_exercise_even_where_a_scenario_marks_otherwise() -> None:
    assert "EXERCISE – FICTITIOUS · INTERNAL" in render(seen(record(WORDS + "marking: INTERNAL\n")))


def test_it_says_that_it_says_nothing_about_persons(text: str) -> None:
    assert text.count("must not be used to assess, predict or record them") == 2


def test_every_family_of_causes_has_a_pattern(text: str) -> None:
    assert set(FAMILIES) == set(re.findall(r'<pattern id="w-(\w+)"', text))


def test_every_pattern_that_is_used_is_there(text: str) -> None:
    used = set(re.findall(r'fill="url\(#([\w-]+)\)"', text)) | set(
        re.findall(r'marker-end="url\(#([\w-]+)\)"', text)
    )
    assert used <= set(Page(text).ids)


def test_a_table_stands_behind_each_chart(text: str) -> None:
    charts, tables = text.count("<figure"), text.count("<table")
    assert 0 < charts < tables


def test_no_cell_shows_a_python_value(text: str) -> None:
    assert not re.search(
        r"\bNone\b|\bTrue\b|\bFalse\b|Undefined|\bPhrase\(|\bName\(|<p></p>|<li></li>|<ul>\s*</ul>", text
    )


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="which is no text"):
        set_for_html(None)


def test_a_name_that_a_template_does_not_know_is_an_error() -> None:
    with pytest.raises(TypeError, match="Undefined"):
        press(set_for_html, escaping=True).from_string("{{ view.nothing }}").render(view=object())


def test_the_same_exercise_gives_the_same_page(text: str) -> None:
    assert render(seen(record())) == text
