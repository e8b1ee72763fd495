"""Numbers of a scenario file are said as people say them, in the language that is being spoken."""

from __future__ import annotations

import pytest

from tabletop.debrief.amounts import amount, ends
from tabletop.debrief.story import Story
from tabletop.debrief.words import speaking
from tabletop.reading import load, shipped_ids
from tests.debrief.tiny import record, seen
from tests.debrief.told import conduct

TIED = "\u00a0"


def said(written: str, language: str = "en") -> str:
    with speaking(language):
        return str(amount(written)).replace(TIED, " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("45%", "45 %"),
        ("99.5%", "99.5 %"),
        ("30m", "30 minutes"),
        ("1d12h", "1 day 12 hours"),
        ("30s", "30 s"),
        ("1m30s", "1 min 30 s"),
        ("1.3", "1.3"),
        ("45% to 85%", "between 45 % and 85 %"),
        ("30m to 4h", "between 30 minutes and 4 hours"),
        ("1 to 2", "between 1 and 2"),
        ("0h to 2d", "between no time and 2 days"),
        ("", ""),
        ("up to 47 minutes and a day", "up to 47 minutes and a day"),
        ("{half_within: 20m, nine_in_ten_within: 4h}", "{half_within: 20m, nine_in_ten_within: 4h}"),
    ],
)
def test_a_number_is_said_in_words_and_what_is_none_as_it_is_written(written: str, words: str) -> None:
    assert said(written) == words


@pytest.mark.parametrize(
    ("language", "share", "time"),
    [
        ("fr", "entre 45 % et 85 %", "entre 30 minutes et 4 heures"),
        ("ar", "بين ٤٥٪ و٨٥٪", "بين ٣٠ دقيقة و٤ ساعات"),
    ],
)
def test_both_ends_are_said_in_each_language(language: str, share: str, time: str) -> None:
    assert said("45% to 85%", language) == share
    assert said("30m to 4h", language) == time


@pytest.mark.parametrize("id_", shipped_ids())
def test_every_guess_of_a_shipped_exercise_has_two_ends_or_says_so_in_words(id_: str) -> None:
    ranges = [each.guess for each in load(id_).guesses if each.guess]
    assert [each for each in ranges if ends(each) is None and not each.startswith("up to ")] == []


def test_page_one_and_the_appendix_say_both_ends_of_a_guess() -> None:
    view = seen(record())
    unknown = str(view.front.unknown[0]).replace(TIED, " ")
    assert unknown.endswith("refuses 20 % (may lie between 5 % and 40 %).")
    rows = [(str(each.value), str(each.range)) for each in view.method.guesses]
    assert rows == [(f"20{TIED}%", f"between 5{TIED}% and 40{TIED}%")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "factor for little experience"),
        ("fr", "facteur de manque d’expérience"),
        ("ar", "معامل قلة الخبرة"),
    ],
)
def test_a_guess_of_little_experience_is_said_to_be_a_factor(language: str, words: str) -> None:
    with speaking(language):
        assert words in str(Story(conduct().record).names.path("actors.school.unsure"))
