"""From bytes to text that can be shown safely."""

from __future__ import annotations

import pytest

from tabletop.errors import Problem, ScenarioError
from tabletop.reading.characters import guarded_text, refused_in
from tabletop.reading.limits import MOST_BYTES


def whats(source: str | bytes) -> list[str]:
    """Return all problems of a file named f, alone or beside its text, as `line:column what`."""
    try:
        problems = guarded_text(source, "f")[1]
    except ScenarioError as error:
        problems = error.problems
    return [f"{problem.line}:{problem.column} {problem.what}" for problem in problems]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (b"", ""),
        (
            "title: Поплава, فيضان, Überflutung, 洪水 🌊".encode(),
            "title: Поплава, فيضان, Überflutung, 洪水 🌊",
        ),
        (b"\xef\xbb\xbftitle: x", "title: x"),
        ("\ufefftitle: x", "title: x"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\tb", "a\tb"),
        ("\u200e\u200f\u061c", "\u200e\u200f\u061c"),
        ("نص \u2067abc\u2069 نص", "نص \u2067abc\u2069 نص"),
        ("\u202aa\u2066b\u2069\u202c", "\u202aa\u2066b\u2069\u202c"),
        ("zero\u200bwidth\u00a0spaces", "zero\u200bwidth\u00a0spaces"),
    ],
)
def test_what_is_text_passes(source: str | bytes, text: str) -> None:
    assert guarded_text(source, "f") == (text, ())


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("title: x".encode("utf-16"), "1:1 this file is in UTF-16, and only UTF-8 is read"),
        ("title: x".encode("utf-16-le"), "1:1 this file is in UTF-16, and only UTF-8 is read"),
        ("title: x".encode("utf-16-be"), "1:1 this file is in UTF-16, and only UTF-8 is read"),
        ("title: x".encode("utf-32"), "1:1 this file is in UTF-32, and only UTF-8 is read"),
        ("title: x".encode("utf-32-le"), "1:1 this file is in UTF-32, and only UTF-8 is read"),
        ("title: x".encode("utf-32-be"), "1:1 this file is in UTF-32, and only UTF-8 is read"),
        ("a: é\r\nb: Überflutung".encode("latin-1"), "1:4 the byte 0xe9 is not UTF-8"),
        ("a: 1\r\nb: Überflutung".encode("latin-1"), "2:4 the byte 0xdc is not UTF-8"),
        ("é: ".encode() + b"\xff", "1:4 the byte 0xff is not UTF-8"),
        (b"a: \xed\xa0\x80", "1:4 the byte 0xed is not UTF-8"),
        (b"a: \xc0\xaf", "1:4 the byte 0xc0 is not UTF-8"),
        (b"a: \xe2\x82", "1:4 the byte 0xe2 is not UTF-8"),
        (b"x" * (MOST_BYTES + 1), "0:0 the file is larger than 5 MiB"),
        ("é" * (MOST_BYTES // 2 + 1), "0:0 the file is larger than 5 MiB"),
        (b"\x00" * 10_000_000, "0:0 the file is larger than 5 MiB"),
    ],
)
def test_what_cannot_be_read_at_all_is_the_only_problem(source: str | bytes, told: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        guarded_text(source, "f")
    assert len(caught.value.problems) == 1
    assert whats(source) == [told]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a: \x00", "1:4 U+0000 (the sign of a file that is no text) cannot stand in a scenario"),
        ("a: 1\nb: \x1b[31m", "2:4 U+001B cannot stand in a scenario"),
        ("a: \x07", "1:4 U+0007 cannot stand in a scenario"),
        ("a: \x7f", "1:4 U+007F (delete) cannot stand in a scenario"),
        ("a: \x85", "1:4 U+0085 (next line) cannot stand in a scenario"),
        ("a: \x9b", "1:4 U+009B cannot stand in a scenario"),
        ("a: \u2028", "1:4 U+2028 (line separator) cannot stand in a scenario"),
        ("a: \u2029", "1:4 U+2029 (paragraph separator) cannot stand in a scenario"),
        ("a: \ufeff", "1:4 U+FEFF (byte order mark) cannot stand in a scenario"),
        ("a: \uffff", "1:4 U+FFFF cannot stand in a scenario"),
        ("a: \ud800", "1:4 U+D800 cannot stand in a scenario"),
        ("🌊 \u202e", "1:3 U+202E (right-to-left override) cannot stand in a scenario"),
        ("\u202dx\u202c", "1:1 U+202D (left-to-right override) cannot stand in a scenario"),
        ("a \u2067b", "1:3 U+2067 changes the writing direction and has no partner in this line"),
        ("a \u2067b\nc\u2069", "1:3 U+2067 changes the writing direction and has no partner in this line"),
        ("a\u2069", "1:2 U+2069 changes the writing direction and has no partner in this line"),
        ("\u202ba\u2069", "1:3 U+2069 changes the writing direction and has no partner in this line"),
        ("# \u202b a comment", "1:3 U+202B changes the writing direction and has no partner in this line"),
    ],
)
def test_what_must_not_be_shown_is_named_with_its_place(source: str, told: str) -> None:
    assert told in whats(source)


def test_the_text_keeps_all_places_where_characters_are_refused() -> None:
    text, problems = guarded_text("a\x00b\u202ec \u2067d\r\n", "f")
    assert text == "a\ufffdb\ufffdc \ufffdd\n"
    assert [problem.column for problem in problems] == [2, 4, 7]
    assert problems[0] == Problem(
        "f", 1, 2, "", "U+0000 (the sign of a file that is no text) cannot stand in a scenario", "remove it"
    )


@pytest.mark.parametrize(
    "text", ["", "plain", "two\nlines\tand a tab", "\u200f", "\u2067x\u2069", "\u2067x\u2069\n\u202ay\u202c"]
)
def test_a_value_that_can_be_shown(text: str) -> None:
    assert refused_in(text) is None


@pytest.mark.parametrize(
    "text",
    ["\x00", "\r", "\x1b", "\u202e", "\u2067x", "x\u2069", "\u2067x\n\u2069", "\u202ax\u2069", "\ud800"],
)
def test_a_value_that_cannot_be_shown(text: str) -> None:
    assert refused_in(text) is not None
