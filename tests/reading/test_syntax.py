"""Slips in YAML: each told in our own words, at the place where it is mended."""

from __future__ import annotations

import pytest

from tabletop.errors import Problem, ScenarioError
from tabletop.reading.yaml_guard import read_tree

TAB = "a tab stands in the indentation, where YAML reads only spaces"
COLON_IN_TEXT = "a colon and a space inside a text begin a new key, which cannot stand here"
GOES_ON = "a key cannot stand here, since the value above goes on into this line"
NO_SPACE = "there is no space after this colon"
NO_COLON = "this line has no colon"
OPEN_QUOTE = "the quotation mark opened here is never closed"
AFTER_QUOTE = "the text goes on after its closing quotation mark"
NO_KEY = "no key can begin here"
NO_COMMA = "a comma or the closing bracket is missing here"
NO_ESCAPE = "the backslash here begins no escape that YAML knows"
LONE_COLON = "there is no key before this colon"
NO_VALUE = "a value is missing before this comma"
AMONG_KEYS = "a list entry cannot stand among keys"
AMONG_ENTRIES = "this line stands among list entries and is none"

SLIPS = [
    ("a:\n\tb: 1\n", 2, 1, TAB),
    ("a:\n  \tb: 1\n", 2, 3, TAB),
    ("a:\n- b\n\t- c\n", 3, 1, TAB),
    ("a: |\n\ttext\n", 2, 1, TAB),
    ("a:\n  -\tb: 1\n    c: 2\n", 2, 4, "a tab stands where YAML reads only spaces"),
    ("title: Offer: support\n", 1, 13, COLON_IN_TEXT),
    ("a: 1\ntitle: The post: a warning\n", 2, 16, COLON_IN_TEXT),
    ("- a: b: c\n", 1, 7, COLON_IN_TEXT),
    ("a: b\n  c: d\n", 2, 3, GOES_ON),
    ("a:\n  b: 1\n    c: 2\n", 3, 5, GOES_ON),
    ("a:b\nc: d\n", 1, 2, NO_SPACE),
    ("a: 1\nb:2\nc: 3\n", 2, 2, NO_SPACE),
    ("'a':1\nb: 2\n", 1, 4, NO_SPACE),
    ("a: 1\nb\nc: 3\n", 2, 1, NO_COLON),
    ("a: 1\nb\n", 2, 1, NO_COLON),
    ("summary: |\nA teacher\nsees it\nb: 1\n", 2, 1, NO_COLON),
    ("a: 'b\nc: d\n", 1, 4, OPEN_QUOTE),
    ('a: 1\nb: "c\n', 2, 4, OPEN_QUOTE),
    ("a: [b, 'c]\n", 1, 8, OPEN_QUOTE),
    ("a: 'It's me'\n", 1, 8, AFTER_QUOTE),
    ('a: "He said "no" to me"\n', 1, 14, AFTER_QUOTE),
    ("a:\n  - 'x' y\n", 2, 9, AFTER_QUOTE),
    ("a: [b, c\nd: 1\n", 1, 4, "the [ opened here is never closed"),
    ("a: {b: c\nd: 1\n", 1, 4, "the { opened here is never closed"),
    ("a: {b: [1, {c: 2}\n", 1, 8, "the [ opened here is never closed"),
    ("a: [", 1, 4, "the [ opened here is never closed"),
    ("a: {b: 1,", 1, 4, "the { opened here is never closed"),
    ("a: [b #c]\n", 1, 4, "the [ opened here is never closed"),
    ("a: [\n  {b: 1}\n  {c: 2}\n]\n", 3, 3, NO_COMMA),
    ("a: {b: 1 c: 2}\n", 1, 11, NO_COMMA),
    ("a: ['b' 'c']\n", 1, 9, NO_COMMA),
    ("a: ]\n", 1, 4, "the ] here closes nothing"),
    ("a: [b]]\n", 1, 7, "the ] here closes nothing"),
    ("a: {b: 1}}\n", 1, 10, "the } here closes nothing"),
    ("a:\n    b: 1\n  c: 2\n", 3, 3, NO_KEY),
    ("a: >\n    x\n  y\n", 3, 3, NO_KEY),
    ("  a: 1\nb: 2\n", 2, 1, "the file goes on here after its content has ended"),
    ("a: 1\n- b\n", 2, 1, AMONG_KEYS),
    ("a: b\n- c\n", 2, 1, AMONG_KEYS),
    ("a:\n  - b\n  c: 1\n", 3, 3, AMONG_ENTRIES),
    ("a: - b\n", 1, 4, "a list cannot begin on the line of its key"),
    ("a: @x\n", 1, 4, "a text cannot begin with '@'"),
    ("a: `x`\n", 1, 4, "a text cannot begin with '`'"),
    ("a: %5\n", 1, 4, "a text cannot begin with '%'"),
    ("a: * x\n", 1, 4, "a text cannot begin with '*'"),
    ("a: **bold**\n", 1, 4, "a text cannot begin with '*'"),
    ("a: & x\n", 1, 4, "a text cannot begin with '&'"),
    ("a: !x!y z\n", 1, 4, "a text cannot begin with '!'"),
    ("a: !<x z\n", 1, 4, "a text cannot begin with '!'"),
    ("a: !%zz\n", 1, 4, "a text cannot begin with '!'"),
    ("a: 1\n%b: 2\n", 2, 1, "a text cannot begin with '%'"),
    ('a: "C:\\data"\n', 1, 7, NO_ESCAPE),
    ('a: "\\xZZ"\n', 1, 7, "the escape here lacks its hexadecimal digits"),
    ('a: "\\ud83c\\udf0a"\n', 1, 7, "the escape here is no character"),
    ("a: | text\n", 1, 6, "the text after | or > begins on the next line"),
    ("a: |0\n x\n", 1, 5, "the number after | or > must be at least 1"),
    (": b\n", 1, 1, LONE_COLON),
    ("a: {: b}\n", 1, 5, LONE_COLON),
    ("a: [:x]\n", 1, 5, LONE_COLON),
    ("a: [b, , c]\n", 1, 8, NO_VALUE),
    ("a: , b\n", 1, 4, NO_VALUE),
    ("x" * 2000 + ": 1\n", 1, 1, "a key is longer than 1024 letters"),
]


def told(source: str) -> Problem:
    with pytest.raises(ScenarioError) as caught:
        read_tree(source, "f.yaml")
    return caught.value.problems[-1]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_where_it_is_mended(slip: tuple[str, int, int, str]) -> None:
    source, line, column, what = slip
    problem = told(source)
    assert problem == Problem("f.yaml", line, column, "", what, problem.remedy)
    assert problem.remedy


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if not slip[0].startswith(" ")])
def test_a_slip_is_told_alike_further_down_in_a_file(slip: tuple[str, int, int, str]) -> None:
    source, line, column, what = slip
    problem = told("# a comment\r\n\r\n" + source.replace("\n", "\r\n"))
    assert (problem.line, problem.column, problem.what) == (line + 2, column, what)
