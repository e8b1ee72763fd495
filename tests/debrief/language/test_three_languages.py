"""One shipped exercise is debriefed in English, Arabic and French; `UPDATE_GOLDEN=1 pytest` writes the texts anew."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import pytest

from tabletop.debrief import DebriefView, html, markdown, summary
from tabletop.debrief.catalogues.blaming import blaming
from tabletop.debrief.conduct import conducted
from tabletop.debrief.view import view_of
from tabletop.debrief.words import speaking
from tabletop.reading import find_source, load
from tests.debrief.golden_files import GOLDEN, compared
from tests.debrief.html_page import Page
from tests.debrief.tiny import WORDS, record, seen

NAME, RERUNS = "first_steps", 5
LANGUAGES = ("en", "ar", "fr")
AS_WRITTEN = re.compile(
    r"[0-9a-f]{64}|tabletop [\w.]+( \w+)*|\b\w+\.(json|jsonl)\b|SHA-256|[\w.]*_[\w.]*|STRESS-DES|`[^`]*`|\u2066[^\u2069]*\u2069"
)
"""What is the same in every language: hashes, commands, files, keys, formulas."""


@cache
def debriefed(language: str) -> DebriefView:
    conduct = conducted(
        find_source(NAME),
        load(NAME, language=language),
        structure=None,
        replications=RERUNS,
        changes_over=1,
        command=f"tabletop run {NAME}",
    )
    with speaking(language):
        return view_of(conduct)


class Ours(HTMLParser):
    """A page's own words: what stands outside names, code and styles, and the attributes that are read aloud."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.placed: list[str] = []
        self._inside: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br"}:
            self._inside.append(tag)
        self.handle_startendtag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        read = {"aria-label", "data-label", "content"}
        self.said += [value or "" for name, value in attrs if name in read and name != "content"]
        self.placed += [value or "" for name, value in attrs if name not in read]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"bdi", "code", "style", "title"} & set(self._inside):
            self.said.append(data)


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


def test_an_arabic_page_says_every_number_in_arabic_digits_and_places_none_by_them() -> None:
    ours = Ours(html.render(debriefed("ar")))
    digits = [each for each in ours.said if re.search("[0-9]", AS_WRITTEN.sub("", each))]
    assert digits == []
    assert [each for each in ours.placed if re.search("[\u0660-\u0669]", each)] == []


def test_an_arabic_page_has_no_english_word_of_ours() -> None:
    """But letters of ratings and parts, file names, and what a person types."""
    said = [AS_WRITTEN.sub("", each) for each in Ours(html.render(debriefed("ar"))).said]
    assert [each for each in said if re.search("[A-Za-z]{2,}", each)] == []


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
