"""Exposure and breach: who came to know what it need not, and what should not have gone there."""

from __future__ import annotations

from tabletop.model.journal import Breach, Exposure
from tabletop.model.record import Record
from tests.engine.stories import clock, known, play

CHAIN = """
information: {{file: {{sensitive: personal{words}}}}}
actors: {{a: {{}}, b: {{}}, c: {{}}, officer: {{}}}}
roles: {{reader: {{held_by: c, deputy: officer, needs: [file]}}}}
channels: {{mail: {{delay: 1h}}}}
structures: {{s: {{shape: chain, order: [a, b, c], members: [a, b, c], channel: mail}}}}
injects: {{file: {{at: 0h, to: a, brings: file}}, again: {{at: 5h, to: a, brings: file}}}}
{more}
"""


def chain(words: str = "", more: str = "") -> Record:
    return play(CHAIN.format(words=words, more=more))


def noted(record: Record) -> list[str]:
    exposed = [
        f"{clock(entry.at)} {entry.actor} exposed" for entry in record.journal if isinstance(entry, Exposure)
    ]
    broken = [
        f"{clock(entry.at)} {entry.actor} {entry.because}"
        for entry in record.journal
        if isinstance(entry, Breach)
    ]
    return exposed + broken


def test_whoever_passes_on_what_it_does_not_need_is_exposed_once() -> None:
    """The first holder is not, nor is whoever holds a role that needs it."""
    assert noted(chain()) == ["1:00 b exposed"]


def test_what_is_not_sensitive_exposes_nobody() -> None:
    record = play(CHAIN.format(words="", more="").replace("sensitive: personal", "title: File"))
    assert noted(record) == []


def test_each_item_that_reaches_somebody_who_is_not_authorised_is_a_breach() -> None:
    assert noted(chain(", authorised: [a, c]")) == [
        "1:00 b exposed",
        "1:00 b not_authorised",
        "6:00 b not_authorised",
    ]


def test_each_item_over_a_channel_that_is_not_allowed_is_a_breach() -> None:
    record = play(
        CHAIN.format(words=", channels: post", more="").replace(
            "channels: {mail", "channels: {post: {}, mail"
        )
    )
    assert noted(record) == [
        "1:00 b exposed",
        *(
            f"{hour}:00 {actor} channel_not_allowed"
            for hour, actor in ((1, "b"), (2, "c"), (6, "b"), (7, "c"))
        ),
    ]


CLEARANCE = "barriers: {clearance: {%s}}"


def test_a_version_that_everybody_may_have_is_no_breach() -> None:
    record = chain(", authorised: [a, c]", CLEARANCE % "keeps: 50%")
    assert noted(record) == ["1:00 b exposed"]
    assert known(record)[:3] == ["0:00 a file", "1:00 b file 0.5", "2:00 c file 0.5"]


def test_going_round_the_rules_is_one_breach() -> None:
    record = chain(", authorised: [a, c]", CLEARANCE % "workaround: {chance: 100%, after: 1h}")
    assert noted(record) == ["2:00 b exposed", "1:00 b worked_around", "6:00 b worked_around"]


def test_what_is_stopped_for_want_of_clearance_exposes_nobody() -> None:
    assert noted(chain(", authorised: [a, c]", CLEARANCE % "")) == []
