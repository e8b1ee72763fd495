"""On paper, the sheet to sign is one page and a role's sheet is one sheet of paper, in every language."""

from __future__ import annotations

import re

import pytest

from tabletop.debrief import html, provenance, view
from tabletop.debrief.on_paper import on_paper
from tabletop.debrief.pack.papers import pack_view, printed
from tabletop.debrief.pdf import can_print
from tabletop.debrief.roles.reader import reader_of, readers
from tabletop.debrief.roles.view import role_view
from tabletop.debrief.story import Story
from tabletop.debrief.view import marking
from tabletop.debrief.words import speaking
from tabletop.engine import run
from tabletop.reading import load, shipped_ids

pytestmark = pytest.mark.skipif(not can_print(), reason="WeasyPrint is not installed: the extra `pdf`")

LANGUAGES = [(name, "en") for name in shipped_ids()] + [
    (name, language) for name in ("first_steps", "kumanovo_cat", "nyc_ophc") for language in ("ar", "fr")
]


def pages_of(page: str) -> int:
    """Return how many pages of A4 a page of ours is in print."""
    from weasyprint import HTML

    return len(HTML(string=on_paper(page)).render().pages)


def alone(page: str, section: str) -> str:
    """Return a debrief with one of its sections only."""
    found = re.search(rf'<section id="{section}".*?</section>', page, re.DOTALL)
    assert found is not None
    return re.sub(r"<main>.*</main>", lambda _: f"<main>{found[0]}</main>", page, flags=re.DOTALL)


def test_the_sheet_to_sign_is_one_page() -> None:
    papers = printed(pack_view(load("kumanovo_cat")))
    assert pages_of(papers["sheet_to_sign"]) == 1


def test_cards_and_forms_leave_no_page_almost_empty() -> None:
    """What ends each paper stands on a page with something else, and a form is one page."""
    papers = printed(pack_view(load("kumanovo_cat")))
    found = {
        name: pages_of(papers[name])
        for name in ("inject_cards", "observation_sheet", "feedback_form", "ground_rules")
    }
    assert found == {"inject_cards": 2, "observation_sheet": 1, "feedback_form": 1, "ground_rules": 1}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "language"), LANGUAGES)
def test_the_sheet_to_sign_of_every_scenario_is_one_page_and_what_it_cannot_hold(
    name: str, language: str
) -> None:
    """In the pack and in the debrief; only what has no room on the page, and is said there, is on another."""
    words = load(name, language=language)
    with speaking(language):
        pack = pack_view(words)
        record = run(words, words.first_structure)
        told = view(record, reruns=None, gains=None, provenance=provenance(record, reruns=0, command=""))
        expected = 1 + bool(pack.agreement.further)
        assert pages_of(printed(pack)["sheet_to_sign"]) == expected
        assert pages_of(alone(html.render(told), "agreement")) == expected


@pytest.mark.slow
@pytest.mark.parametrize(("name", "language"), LANGUAGES)
def test_a_role_card_is_one_sheet_of_paper(name: str, language: str) -> None:
    """Each begins on a page of its own and ends on the next at the latest; the list of cards comes first."""
    words = load(name, language=language)
    with speaking(language):
        page = printed(pack_view(words))["role_cards"]
    cards = re.findall(r'<article class="role-card">.*?</article>', page, re.DOTALL)
    longest = max(cards, key=len)
    only = re.sub(r"<main>.*</main>", lambda _: f"<main>{longest}</main>", page, flags=re.DOTALL)
    assert pages_of(only) <= 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("kumanovo_cat", "en"),
        ("kumanovo_cat", "ar"),
        ("kumanovo_cat", "fr"),
        ("young_person", "en"),
        ("nlc", "en"),
        ("nlc", "ar"),
        ("jordan_lebanon", "ar"),
    ],
)
def test_a_roles_sheet_is_one_sheet_of_paper(name: str, language: str) -> None:
    words = load(name, language=language)
    with speaking(language):
        story = Story(run(words, words.first_structure))
        sheets = {
            role: html.printed(
                "role.html.j2",
                role_view(reader_of(story, role), marking=marking(words)),
                language=language,
            )
            for role in readers(story)
        }
        assert {role: pages for role, page in sheets.items() if (pages := pages_of(page)) > 2} == {}
