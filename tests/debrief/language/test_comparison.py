"""The report of a comparison is in the language that is spoken, whole, and mirrored where writing runs left."""

from __future__ import annotations

import pytest

from tabletop.debrief.comparison import comparison_view
from tabletop.debrief.comparison.rendering import html, markdown
from tabletop.debrief.words import speaking
from tests.debrief.comparison.small import analysis, provenance
from tests.debrief.html_page import Page
from tests.debrief.language.own_words import not_in_arabic, placed_by_arabic_digits


def test_an_arabic_comparison_is_in_arabic_words_and_digits() -> None:
    with speaking("ar"):
        page = html(comparison_view(analysis(), provenance()))
    assert not_in_arabic(page) == []
    assert placed_by_arabic_digits(page) == []
    assert '<html lang="ar" dir="rtl">' in page


@pytest.mark.parametrize(("language", "said"), [("en", "The answer"), ("ar", "الجواب"), ("fr", "La réponse")])
def test_a_comparison_is_whole_in_each_language(language: str, said: str) -> None:
    with speaking(language):
        view = comparison_view(analysis(), provenance())
    assert Page(html(view)).wrong == []
    assert said in html(view)
    assert f"**{said}" in markdown(view)
