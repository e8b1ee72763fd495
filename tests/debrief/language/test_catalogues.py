"""Every sentence has a translation that says all of it, in every language, and blames nobody."""

from __future__ import annotations

import ast
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tabletop.debrief.catalogues import gathering
from tabletop.debrief.catalogues.blaming import blaming
from tabletop.debrief.catalogues.files import (
    as_compiled,
    as_source,
    brought_up,
    compiled_of,
    read_catalogue,
    source_of,
    tags,
    template_of,
)
from tabletop.debrief.catalogues.flaws import Flaw, fields, flaws
from tabletop.debrief.text import Name, Text, phrase
from tabletop.debrief.words import n_, speaking
from tabletop.resources import languages
from tests.source import PACKAGE

TAGS = tags()
STALE = "run `make catalogues`"
FORMS = (0, 1, 2, 3, 7, 11, 25, 100, 101, 102, 103, 111, 1000)


@cache
def gathered() -> Catalog:
    return gathering.gathered()


@cache
def up_to_date(tag: str) -> Catalog:
    return brought_up(read_catalogue(tag), gathered())


def test_there_are_arabic_and_french_beside_english() -> None:
    assert languages() == ("en", "ar", "fr")


def test_the_list_of_sentences_is_that_of_the_code() -> None:
    assert template_of().read_bytes() == as_source(gathered()), STALE


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_has_every_sentence_and_no_other_and_is_compiled(tag: str) -> None:
    catalogue = up_to_date(tag)
    assert source_of(tag).read_bytes() == as_source(catalogue), STALE
    assert compiled_of(tag).read_bytes() == as_compiled(catalogue), STALE


@pytest.mark.parametrize("tag", TAGS)
def test_no_translation_is_missing_fuzzy_broken_or_blaming(tag: str) -> None:
    assert flaws(up_to_date(tag)) == ()


def test_what_would_be_wrong_with_a_translation_is_seen() -> None:
    catalogue = Catalog(locale="fr")
    catalogue.add("{who} waited", "", flags=())
    catalogue.add("{kind} came", "{genre} est là")
    catalogue.add("open", "{ouvert")
    catalogue.add("shut", "l’école a échoué")
    catalogue.add("late", "tard", flags=("fuzzy",))
    catalogue.add(("{n} desk", "{n} desks"), ("un bureau", "{n} bureaux"))
    assert {(each.words, each.what) for each in flaws(catalogue)} == {
        ("{who} waited", "is not translated in every form"),
        ("{kind} came", "has the fields ['genre'] in place of ['kind']"),
        ("open", "has a broken field: expected '}' before end of string"),
        ("shut", "says “échoué”"),
        ("late", "is marked as fuzzy"),
        ("{n} desk", "has the fields [] in place of ['n']"),
    }


def test_a_form_for_one_number_alone_need_not_name_it() -> None:
    catalogue = Catalog(locale="ar")
    forms = ("لا مكتب", "مكتب واحد", "مكتبان", "{n} مكاتب", "{n} مكتبًا", "{n} مكتب")
    catalogue.add(("{n} desk", "{n} desks"), forms)
    assert flaws(catalogue) == ()
    catalogue.add(("{n} link", "{n} links"), (*forms[:5], "روابط"))
    assert flaws(catalogue) == (Flaw("{n} link", "has the fields [] in place of ['n']"),)


@pytest.mark.parametrize("tag", ["en", *TAGS])
def test_every_sentence_of_every_language_can_be_filled_in(tag: str) -> None:
    """With names for its fields, and in the form of every sort of number."""
    with speaking(tag) as language:
        for message in gathered():
            if isinstance(message.id, tuple):
                said = [n_(message.id[0], message.id[1], n) for n in FORMS]
            else:
                said = [language.catalogue.gettext(str(message.id))] if message.id else []
            for each in said:
                names: dict[str, Text | int] = {field: Name("x") for field in fields(each)}
                assert str(phrase(each, names)).strip("{} ") or each.isspace(), message.id


@pytest.mark.parametrize("tag", TAGS)
def test_plural_forms_are_complete(tag: str) -> None:
    catalogue = read_catalogue(tag)
    form_of = c2py(catalogue.plural_expr)
    assert {form_of(n) for n in range(200)} == set(range(catalogue.num_plurals))


def test_english_itself_blames_nobody() -> None:
    said = [
        each
        for message in gathered()
        for each in (message.id if isinstance(message.id, tuple) else (message.id,))
    ]
    assert [each for each in said if list(blaming(str(each), "en"))] == []


def calls_hidden_in_templates_of_text(path: Path) -> list[int]:
    """The lines with `_("…")` within an f-string, where no extraction finds it."""
    inside = (
        call
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "n_", "later"}
    )
    return [call.lineno for call in inside]


def test_no_sentence_hides_where_it_is_not_gathered() -> None:
    found = {
        path.name: calls_hidden_in_templates_of_text(path) for path in (PACKAGE / "debrief").rglob("*.py")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}
