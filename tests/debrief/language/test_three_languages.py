"""One shipped exercise is debriefed in English, Arabic and French; `UPDATE_GOLDEN=1 pytest` writes the texts anew."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tabletop.debrief import DebriefView, html, markdown, summary
from tabletop.debrief.catalogues.blaming import blaming
from tabletop.debrief.conduct import Conduct, conducted
from tabletop.debrief.printing import documents
from tabletop.debrief.view import view_of
from tabletop.debrief.words import speaking
from tabletop.reading import find_source, load
from tests.debrief.golden_files import GOLDEN, compared
from tests.debrief.html_page import Page
from tests.debrief.language.own_words import not_in_arabic, placed_by_arabic_digits
from tests.debrief.tiny import WORDS, record, seen

NAME, RERUNS = "first_steps", 5
LANGUAGES = ("en", "ar", "fr")


@cache
def conduct(language: str) -> Conduct:
    return conducted(
        find_source(NAME),
        load(NAME, language=language),
        structure=None,
        replications=RERUNS,
        changes_over=1,
        command=f"tabletop run {NAME}",
    )


@cache
def debriefed(language: str) -> DebriefView:
    with speaking(language):
        return view_of(conduct(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_debrief_in_each_language_is_the_golden_one(language: str) -> None:
    name = f"{NAME}.md" if language == "en" else f"{NAME}.{language}.md"
    compared(name, markdown.render(debriefed(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_names_its_language_and_direction_and_is_whole(language: str) -> None:
    page = html.render(debriefed(language))
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert Page(page).wrong == []
    assert not re.search(r"\bNone\b|Undefined|<(p|li|ul|dd|tbody)>\s*</\1>|“”|«»|« »", page)


@pytest.mark.parametrize("reader", [None, "all"])
def test_an_arabic_page_is_in_arabic_words_and_digits(reader: str | None) -> None:
    """The report, and the sheet of each role."""
    with speaking("ar"):
        pages = documents(conduct("ar"), form="html", reader=reader, notes=None)
    for page in pages.values():
        assert not_in_arabic(str(page)) == []
        assert placed_by_arabic_digits(str(page)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_golden_debrief_blames_anybody(language: str) -> None:
    paths = sorted(GOLDEN.glob("*.md")) if language == "en" else [GOLDEN / f"{NAME}.{language}.md"]
    assert {path.name: list(blaming(path.read_text("utf-8"), language)) for path in paths} == {
        path.name: [] for path in paths
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "EXERCISE – FICTITIOUS"), ("ar", "تمرين – بيانات خيالية"), ("fr", "EXERCICE – FICTIF")],
)
def test_every_output_bears_the_marking_in_its_language(language: str, said: str) -> None:
    seen_ = debriefed(language)
    assert seen_.marking.text == said
    assert all(
        said in text for text in (html.render(seen_), markdown.render(seen_), summary.render(seen_, 100))
    )


def test_what_a_view_was_worked_out_in_is_what_it_is_printed_in() -> None:
    """Whatever is spoken by then."""
    arabic = debriefed("ar")
    with speaking("fr"):
        assert html.render(arabic) == html.render(arabic)
        assert 'lang="ar"' in html.render(arabic)
        assert summary.render(arabic, 80) == summary.render(debriefed("ar"), 80)


HOSTILE = (
    "<script>x</script>",
    "a\u200fb)",
    "(((",
    "\u202eevil",
    "שלום [x](y)",
    "1. | `c` #",
    "</bdi><b dir=ltr>",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_names_stay_inert_where_writing_runs_left(title: str) -> None:
    named = re.sub("[\u202a-\u202e\u2066-\u2069]", "", title)
    words = WORDS.replace("title: Secondary school", f"title: '{named}'")
    with speaking("ar"):
        harmless, hostile = seen(record()), seen(record(words))
    assert Page(html.render(hostile)).tags == Page(html.render(harmless)).tags
    text = markdown.render(hostile) + summary.render(hostile, 100)
    assert text.count("\u2066") + text.count("\u2068") == text.count("\u2069")
    assert not re.search("[\u202a-\u202e]", text)
