"""A scenario is told in its other languages, each text in the place of its original, and plays the same in all."""

from __future__ import annotations

import pytest

from tabletop.engine import run
from tabletop.errors import ScenarioError
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, checked, load, read

WORDS = """
tabletop: 1
title: A rumour
language: en
clock: {starts: 2026-03-02 08:00, time_zone: Asia/Amman, lasts: 2d}
information: {rumour: {title: What is said}}
actors:
  school: {title: School, sector: education, copies: 2}
  city: {title: City}
channels: {phone: {title: Telephone, delay: 5m}}
structures: {list: {links: [{among: [school, city], channel: phone}]}}
injects: {said: {at: 0h, to: school, brings: rumour, title: Said}}
roles: {answers: {title: Who answers, held_by: city, needs: [rumour]}}
interventions:
  louder: {title: Louder, set: {injects.said.title: Shouted}}
discussion: [Who?, When?]
texts:
  ar:
    title: شائعة
    actors: {school: {title: مدرسة}}
    roles: {answers: {title: من يجيب}}
    discussion: [من؟, متى؟]
  fr: {title: Une rumeur, discussion: {"1": Quand ?}}
"""


def told(language: str, words: str = WORDS, interventions: tuple[str, ...] = ()) -> Scenario:
    source = Source("rumour", "rumour.yaml", words.encode())
    return read(source, language=language, interventions=interventions)


def test_each_text_takes_the_place_of_its_original() -> None:
    scenario = told("ar")
    titles = [scenario.title_of("actors", each) for each in scenario.actors]
    assert [scenario.title, scenario.language, *titles] == ["شائعة", "ar", "مدرسة 1", "مدرسة 2", "City"]
    assert (scenario.title_of("roles", "answers"), scenario.discussion) == ("من يجيب", ("من؟", "متى؟"))


def test_what_has_no_translation_stays_as_it_was_written() -> None:
    scenario = told("fr")
    assert (scenario.title, scenario.discussion) == ("Une rumeur", ("Who?", "Quand ?"))
    assert scenario.title_of("actors", "city") == "City"


@pytest.mark.parametrize(
    ("asked", "title", "language"),
    [("ar-JO", "شائعة", "ar-JO"), ("de", "A rumour", "en"), ("", "A rumour", "en")],
)
def test_a_country_falls_back_to_its_language_and_a_language_to_the_original(
    asked: str, title: str, language: str
) -> None:
    assert (told(asked).title, told(asked).language) == (title, language)


def test_it_is_the_same_file_and_the_same_exercise_in_every_language() -> None:
    english, arabic = told("en"), told("ar")
    assert arabic.sha256 == english.sha256
    assert run(arabic).journal == run(english).journal


def test_an_intervention_still_changes_what_it_changes() -> None:
    assert told("ar", interventions=("louder",)).title_of("injects", "said") == "Shouted"


def test_a_word_that_others_choose_by_is_never_replaced() -> None:
    wrong = WORDS.replace("{school: {title: مدرسة}}", "{school: {sector: تعليم}}")
    with pytest.raises(ScenarioError):
        told("ar", wrong)
    (problem,) = checked(Source("rumour", "rumour.yaml", wrong.encode()))
    assert (problem.path, problem.what) == ("texts.ar.actors.school.sector", "translates what is no text")


def test_a_shipped_exercise_has_all_its_texts_in_arabic_and_in_french() -> None:
    """Every title that a debrief can show is another one in each language."""
    english = load("first_steps")
    for language in ("ar", "fr"):
        other = load("first_steps", language=language)
        parts = ("actors", "roles", "information", "channels", "structures", "injects", "tasks", "objectives")
        same = [
            (part, id_)
            for part in (*parts, "decisions", "interventions")
            for id_ in getattr(english, part)
            if english.title_of(part, id_) == other.title_of(part, id_)
        ]
        assert same == []
        assert set(other.discussion).isdisjoint(english.discussion)
