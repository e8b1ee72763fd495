"""How the same things are said in several languages: dates, lengths of time, numbers, shares, lists and counts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tabletop.debrief.catalogues.files import as_compiled, compiled_of
from tabletop.debrief.languages import language_of, nearest_language
from tabletop.debrief.opening import opening
from tabletop.debrief.sayings import (
    briefly,
    full_date,
    lasting,
    moment,
    often,
    share,
    weekday,
    weekdays,
)
from tabletop.debrief.text import Name, Text, counted, named, numeral, phrase, plain
from tabletop.debrief.words import _, direction, language, listing, n_, speaking
from tabletop.errors import UsageError
from tabletop.model.duration import DAY, HOUR, MINUTE
from tabletop.model.hours import parse_hours
from tabletop.resources import languages
from tests.debrief.tiny import scenario

SUNDAY_TO_THURSDAY = (6, 0, 1, 2, 3)


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "Tue 3 Mar 10:01 (day 2)"),
        ("fr", "mar. 3 mars à 10:01 (jour 2)"),
        ("ar", "الثلاثاء، ٣ مارس، ١٠:٠١ (اليوم ٢)"),
        ("ar-MA", "الثلاثاء، 3 مارس، 10:01 (اليوم 2)"),
    ],
)
def test_an_instant(tag: str, said: str) -> None:
    with speaking(tag):
        assert plainly(moment(scenario().clock, 26 * HOUR + MINUTE)) == said


@pytest.mark.parametrize(
    ("tag", "said"), [("en", "Mon 2 Mar 2026"), ("fr", "lun. 2 mars 2026"), ("ar", "الاثنين، ٢ مارس ٢٠٢٦")]
)
def test_a_date_with_its_year(tag: str, said: str) -> None:
    with speaking(tag):
        assert plainly(full_date(scenario().clock, 0)) == said


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["1 day 2 hours", "2 days", "3 hours", "11 minutes", "14 days", "100 days", "no time"]),
        (
            "fr",
            [
                "1 jour et 2 heures",
                "2 jours",
                "3 heures",
                "11 minutes",
                "14 jours",
                "100 jours",
                "aucun temps",
            ],
        ),
        ("ar", ["يوم واحد وساعتان", "يومان", "٣ ساعات", "١١ دقيقة", "١٤ يومًا", "١٠٠ يوم", "دون وقت"]),
    ],
)
def test_a_length_of_time_in_full(tag: str, said: list[str]) -> None:
    with speaking(tag):
        lengths = (DAY + 2 * HOUR, 2 * DAY, 3 * HOUR, 11 * MINUTE, 14 * DAY, 100 * DAY, 0)
        assert [plainly(lasting(each)) for each in lengths] == said


@pytest.mark.parametrize(("tag", "said"), [("en", "1 d 2 h"), ("fr", "1 j 2 h"), ("ar", "١ ي ٢ س")])
def test_a_length_of_time_in_a_table(tag: str, said: str) -> None:
    with speaking(tag):
        assert plainly(briefly(DAY + 2 * HOUR)) == said
        assert briefly(-HOUR).startswith("−")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["Sun–Thu", "Mon–Fri", "Sat, Sun", "Mon, Wed, Fri", "Monday"]),
        ("fr", ["dim.–jeu.", "lun.–ven.", "sam., dim.", "lun., mer., ven.", "lundi"]),
        ("ar", ["الأحد–الخميس", "الاثنين–الجمعة", "السبت، الأحد", "الاثنين، الأربعاء، الجمعة", "الاثنين"]),
    ],
)
def test_days_of_the_week_as_runs(tag: str, said: list[str]) -> None:
    """A week from Sunday to Thursday is one run, wherever a week begins."""
    with speaking(tag):
        days = (SUNDAY_TO_THURSDAY, range(5), (5, 6), (0, 2, 4))
        assert [*(weekdays(each) for each in days), weekday(0)] == said


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["1,502.5", "0 %", "< 1 %", "38 %"]),
        ("fr", ["1 502,5", "0 %", "< 1 %", "38 %"]),
        ("ar", ["١٬٥٠٢٫٥", "٠٪", "أقل من ١٪", "٣٨٪"]),
        ("ar-MA", ["1.502,5", "0٪", "أقل من 1٪", "38٪"]),
    ],
)
def test_numbers_and_shares(tag: str, said: list[str]) -> None:
    with speaking(tag):
        assert [plainly(each) for each in (numeral("1,502.5"), share(0), share(0.001), share(0.38))] == said


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["0 hand-offs", "1 hand-off", "2 hand-offs", "3 hand-offs", "11 hand-offs", "100 hand-offs"]),
        (
            "fr",
            [
                "0 transmission",
                "1 transmission",
                "2 transmissions",
                "3 transmissions",
                "11 transmissions",
                "100 transmissions",
            ],
        ),
        (
            "ar",
            [
                "لا عمليات تسليم",
                "عملية تسليم واحدة",
                "عمليتا تسليم",
                "٣ عمليات تسليم",
                "١١ عملية تسليم",
                "١٠٠ عملية تسليم",
            ],
        ),
    ],
)
def test_zero_one_two_few_many_and_other(tag: str, said: list[str]) -> None:
    with speaking(tag):
        assert [n_("{n} hand-off", "{n} hand-offs", n) for n in (0, 1, 2, 3, 11, 100)] == said


@pytest.mark.parametrize(("tag", "said"), [("en", "a, b and c"), ("fr", "a, b et c"), ("ar", "a، b وc")])
def test_a_list(tag: str, said: str) -> None:
    with speaking(tag):
        assert str(listing(tuple(Name(each) for each in "abc"))) == said


def test_how_often_something_came_out() -> None:
    with speaking("ar"):
        assert often(63, 100) == "في ٦٣ من ١٠٠ إعادة"
    assert often(63, 100) == "in 63 of 100 re-runs"


def test_a_language_is_spoken_only_within_its_block() -> None:
    with speaking("ar"):
        with speaking("fr"):
            assert (language(), direction(), _("never")) == ("fr", "ltr", "jamais")
        assert (language(), direction(), _("never")) == ("ar", "rtl", "أبدًا")
    assert (language(), direction(), _("never")) == ("en", "ltr", "never")


@pytest.mark.parametrize("tag", ["de", "", "ar_EG", "../ar", "arabic"])
def test_a_language_without_a_catalogue_is_refused_by_name(tag: str) -> None:
    with pytest.raises(UsageError, match="there are en, ar, fr"), speaking(tag):
        pass


def test_a_scenario_in_a_language_without_a_catalogue_is_debriefed_in_english() -> None:
    assert [nearest_language(each) for each in ("ar", "ar-JO", "de", "x!")] == ["ar", "ar-JO", "en", "en"]


def test_a_language_is_one_catalogue(tmp_path: Path) -> None:
    """A folder with one file in it is a language, with the dates and numbers that it is known to have."""
    toy = Catalog(locale="eo")
    toy.add("never", "neniam")
    toy.add(("{n} hand-off", "{n} hand-offs"), ("{n} transdono", "{n} transdonoj"))
    compiled_of("eo", tmp_path).parent.mkdir(parents=True)
    compiled_of("eo", tmp_path).write_bytes(as_compiled(toy))
    assert languages(tmp_path) == ("en", "eo")
    with speaking("eo", folder=tmp_path):
        assert [_("never"), n_("{n} hand-off", "{n} hand-offs", 5), numeral("1.5")] == [
            "neniam",
            "5 transdonoj",
            "1,5",
        ]
        assert _("at once") == "at once"
    assert language_of("eo", tmp_path).direction == "ltr"


def test_names_that_run_the_other_way_are_set_apart_in_plain_text() -> None:
    said: dict[str, Text | int] = {"who": named("Police (24/7)"), "kind": named("الشرطة"), "n": 3}
    pattern = "{who} – {kind} – {n}"
    assert plain(phrase(pattern, said)) == "Police (24/7) – \u2068الشرطة\u2069 – 3"
    with speaking("ar"):
        assert plain(phrase(pattern, said)) == "\u2068Police (24/7)\u2069 – الشرطة – ٣"
        assert plain(named("a\u202eb\u2067c")) == "\u2068abc\u2069"
        assert counted(1502) == "١٥٠٢"


def test_an_english_debrief_never_loads_babel() -> None:
    code = (
        "import sys; from tests.debrief.tiny import record, seen; from tabletop.debrief import html, markdown, summary; "
        "s = seen(record()); html.render(s); markdown.render(s); summary.render(s, 80); assert 'babel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        (
            "en",
            [
                "Sun–Thu 08:00–15:00",
                "round the clock",
                "daily 22:00–06:00",
                "Mon–Fri 09:00–12:00, 13:00–17:00; Sat all day",
            ],
        ),
        (
            "ar",
            [
                "الأحد–الخميس ٠٨:٠٠–١٥:٠٠",
                "على مدار الساعة",
                "يوميًا ٢٢:٠٠–٠٦:٠٠",
                "الاثنين–الجمعة ٠٩:٠٠–١٢:٠٠، ١٣:٠٠–١٧:٠٠؛ السبت طوال اليوم",
            ],
        ),
    ],
)
def test_when_a_desk_is_open(tag: str, said: list[str]) -> None:
    written = (
        "Sun-Thu 08:00-15:00",
        "always",
        "22:00-06:00",
        ["Mon-Fri 09:00-12:00 13:00-17:00", "Sat 00:00-24:00"],
    )
    with speaking(tag):
        assert [opening(parse_hours(each)) for each in written] == said
