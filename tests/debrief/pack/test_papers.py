"""The papers of a pack: complete, in each language, inert, and nothing in a player's hands that is still to come."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tabletop.debrief.pack.events import events
from tabletop.debrief.pack.papers import PAPERS, PackView, pack_view, printed
from tabletop.debrief.words import speaking
from tabletop.model.scenario import Scenario
from tabletop.reading import load, shipped_ids
from tests.debrief.tiny import scenario as written

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def words_of(page: str) -> str:
    """Return what a reader sees of a page, on one line."""
    shown = re.sub(r"<style>.*?</style>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split())


def pages(scenario: Scenario, language: str = "en") -> dict[str, str]:
    with speaking(language):
        return printed(pack_view(scenario))


@pytest.fixture(scope="module")
def view() -> PackView:
    return pack_view(load("kumanovo_cat"))


def test_every_paper_bears_the_marking_the_title_and_where_it_comes_from() -> None:
    scenario = load("kumanovo_cat")
    for name, page in pages(scenario).items():
        shown = words_of(page)
        assert shown.count("EXERCISE – FICTITIOUS") >= 2, name
        assert scenario.title in shown, name
        assert scenario.sha256[:12] in shown, name
        assert "must not be used to assess" in shown, name


@pytest.mark.parametrize("id_", [each for each in shipped_ids() if "/" not in each])
def test_players_are_told_beforehand_not_a_word_of_what_is_to_come(id_: str) -> None:
    scenario = load(id_)
    view = pack_view(scenario)
    manual = words_of(printed(view)["situation_manual"])
    opening = {each.id for each in view.opening}
    for inject, words in scenario.injects.items():
        if inject in opening:
            continue
        for said in (words.title, words.text, words.expected, words.notes):
            told = " ".join(said.split())
            assert not told or told == scenario.title or told not in manual, f"{id_}: {inject}"
    for kind in scenario.information.values():
        assert not kind.title or kind.title == scenario.title or f"“{kind.title}”" not in manual


def test_the_events_are_in_order_of_time_and_those_that_wait_for_something_come_last() -> None:
    scenario = load("kumanovo_cat")
    told = events(scenario)
    timed = [scenario.injects[each.id].at for each in told]
    first_open = timed.index(None) if None in timed else len(timed)
    instants = [each.on(scenario.clock) for each in timed[:first_open] if each is not None]
    assert instants == sorted(instants)
    assert all(each is None for each in timed[first_open:])
    assert [each.number for each in told] == list(range(1, len(scenario.injects) + 1))


def test_the_facilitator_has_every_event_with_its_expected_action_and_the_players_cards_have_none() -> None:
    scenario = load("kumanovo_cat")
    printed_pages = {name: words_of(page) for name, page in pages(scenario).items()}
    for words in scenario.injects.values():
        if words.expected:
            assert " ".join(words.expected.split()) in printed_pages["facilitator_guide"]
            assert " ".join(words.expected.split()) not in printed_pages["inject_cards"]
        if words.text:
            assert " ".join(words.text.split()) in printed_pages["inject_cards"]
        if words.notes:
            assert " ".join(words.notes.split()) not in printed_pages["inject_cards"]


def test_each_inject_card_bears_the_marking_since_it_is_cut_out(view: PackView) -> None:
    page = printed(view)["inject_cards"]
    assert page.count('<p class="marking small">') == sum(each.is_given for each in view.events)


def test_a_role_card_says_who_whom_and_what_and_names_nothing_that_the_role_may_not_read(
    view: PackView,
) -> None:
    scenario = load("kumanovo_cat")
    cards = {each.id: each for each in view.cards}
    assert set(scenario.roles) <= set(cards)
    for id_, card in cards.items():
        assert card.reaches, id_
        holders = set(scenario.actors_named(id_))
        for row in card.sharing:
            named = {key for key, words in scenario.information.items() if words.title in str(row.kind)}
            assert named, row
            for kind in named:
                assert holders <= set(scenario.chosen(scenario.information[kind].authorised)), (id_, kind)


def test_an_evaluation_guide_stands_for_each_objective_with_all_its_expectations(view: PackView) -> None:
    scenario = load("kumanovo_cat")
    assert [str(each.title) for each in view.objectives] == [
        each.title for each in scenario.objectives.values()
    ]
    assert sum(len(each.hopes) for each in view.objectives) == sum(
        each.objective is not None for each in scenario.expectations.values()
    )
    assert [each.letter for each in view.letters] == ["P", "S", "M", "U"]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_the_papers_are_in_the_language_that_is_spoken(language: str, direction: str) -> None:
    for name, page in pages(load("kumanovo_cat"), language).items():
        assert f'<html lang="{language}" dir="{direction}">' in page, name


def test_the_smallest_scenario_has_papers_too_and_nothing_empty_on_them() -> None:
    smallest = """
        tabletop: 1
        title: Nothing happens
        clock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 1d}
        information: {note: {title: A note}}
        actors: {a: {title: One}, b: {title: Two}}
        channels: {phone: {}}
        structures: {line: {links: [{between: [a, b], channel: phone}]}}
    """
    for name, page in pages(written(smallest)).items():
        assert "<dt></dt>" not in page, name
        assert not re.search(r"<(tbody|ul|ol|dl)[^>]*>\s*</", page), name


def test_hostile_names_and_texts_are_inert_on_every_paper() -> None:
    hostile = f"""
        tabletop: 1
        title: '{HOSTILE}'
        marking: '{HOSTILE}'
        clock: {{starts: 2026-03-02 08:00, time_zone: UTC, lasts: 1d}}
        information: {{note: {{title: '{HOSTILE}'}}}}
        actors: {{a: {{title: '{HOSTILE}', place: '{HOSTILE}'}}, b: {{title: Two}}}}
        roles: {{r: {{title: '{HOSTILE}', held_by: b, needs: [note]}}}}
        channels: {{phone: {{title: '{HOSTILE}'}}}}
        structures: {{line: {{title: '{HOSTILE}', summary: '{HOSTILE}', links: [{{between: [a, b], channel: phone}}]}}}}
        injects: {{i: {{at: 1h, to: a, brings: note, title: '{HOSTILE}', text: '{HOSTILE}', expected: '{HOSTILE}', notes: '{HOSTILE}', from: '{HOSTILE}'}}}}
        objectives: {{o: {{title: '{HOSTILE}'}}}}
        expectations: {{e: {{title: '{HOSTILE}', role: r, knows: note, within: 2h, objective: o}}}}
        discussion: ['{HOSTILE}']
    """
    found = pages(written(hostile))
    assert set(found) == set(PAPERS)
    for name, page in found.items():
        assert "<script" not in page, name
        assert ">49<" not in page, name
        assert "49</" not in page.replace("&", ""), name
