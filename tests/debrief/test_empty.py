"""An exercise in which nothing happens, or little, is told without an empty sentence."""

from __future__ import annotations

import re

import pytest

from tabletop.debrief import html, markdown, summary
from tabletop.model.duration import DAY, HOUR
from tabletop.model.journal import Ended, Entry, Injected, Known, Stopped
from tests.debrief.html_page import Page
from tests.debrief.tiny import JOURNAL, WORDS, record, seen

BARE = """
tabletop: 1
title: Nothing
clock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 1h}
information: {word: {}}
actors: {one: {}, two: {}}
channels: {post: {}}
structures: {pair: {links: [{between: [one, two], channel: post}]}}
injects: {said: {at: 0h, to: one, brings: word}}
"""

NO_ROUTE = (
    Injected(0, "said", "brings", ("one",), "word", "inject/said/word"),
    Known(0, "one", "word", "inject/said/word", 1.0, 0),
    Stopped(0, 1, 0, "one", "", "", "word", "inject/said/word", 0, ("two",), "", "no_route", 0, ()),
    Ended(HOUR),
)


@pytest.mark.parametrize(
    ("words", "journal"),
    [
        (BARE, (Ended(HOUR),)),
        (BARE, ()),
        (BARE, NO_ROUTE),
        (WORDS, (Ended(3 * DAY),)),
        *((WORDS, (*JOURNAL[:count], Ended(3 * DAY))) for count in range(1, len(JOURNAL))),
    ],
)
def test_nothing_empty_is_printed(words: str, journal: tuple[Entry, ...]) -> None:
    view = seen(record(words, journal))
    page, text = html.render(view), markdown.render(view)
    assert Page(page).wrong == []
    assert not re.search(r"<(p|li|ul|ol|dd|dt|h\d|tbody|caption)>\s*</\1>|\bNone\b", page)
    assert not re.search(r"^\s*[-*]\s*$|“”|\(\)|: *$(?<!run:)(?<!helped:)|\bNone\b", text, re.MULTILINE)
    assert summary.render(view, 80).startswith(str(view.title))


def test_a_way_that_leads_nowhere_is_told_with_both_ends() -> None:
    text = markdown.render(seen(record(BARE, NO_ROUTE)))
    assert "“word” went no further than one" in text
    assert "No link of this structure carries “word” on from one to two." in text


def test_zero_cases_are_sentences() -> None:
    text = markdown.render(seen(record(BARE, (Ended(HOUR),))))
    for sentence in (
        "No expectation was called for in this simulation.",
        "Nothing came up, and nothing was handed on.",
        "No hand-off lost any time in this simulation.",
        "No hand-off broke down in this simulation.",
        "No partner came to know anything sensitive without needing it.",
        "No rule on sensitive information was broken.",
        "No role of this scenario needs any information.",
        "No desk had any work.",
    ):
        assert sentence in text
