"""The guarded reader: what it reads, what it refuses, and that nothing else ever happens."""

from __future__ import annotations

import json
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tabletop.errors import Problem, ScenarioError
from tabletop.reading import limits
from tabletop.reading.characters import refused_in
from tabletop.reading.nodes import Mark, Scalar, find, mark_at, plain
from tabletop.reading.yaml_guard import read_tree


def refusals(source: str | bytes) -> list[str]:
    """Return the problems of a file, each as `line:column path: what`, without the file's name and the remedies."""
    with pytest.raises(ScenarioError) as caught:
        read_tree(source, "f")
    return [
        str(Problem("", each.line, each.column, each.path, each.what)).lstrip(":")
        for each in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("a: 1", {"a": 1}),
        ("---\na: 1\n", {"a": 1}),
        ("%YAML 1.2\n---\na: 1\n...\n# the end\n", {"a": 1}),
        ("# a comment\n\na: 1 # one\n", {"a": 1}),
        (
            "a: 10:30\nb: NO\nc: 2026-03-02\nd: 1_000\n",
            {"a": "10:30", "b": "NO", "c": "2026-03-02", "d": "1_000"},
        ),
        ("a: '1'\nb: \"true\"\nc: |-\n  2\nd: >-\n  ~\n", {"a": "1", "b": "true", "c": "2", "d": "~"}),
        ("a:\nb: ~\nc: null\nd: ''\n", {"a": None, "b": None, "c": None, "d": ""}),
        ("a: {b: [1, {c: }], 'd': e}", {"a": {"b": (1, {"c": None}), "d": "e"}}),
        ("a: [b?, c]", {"a": ("b?", "c")}),
        ("a:\n- b\n- - c\n  - d\n", {"a": ("b", ("c", "d"))}),
        ("a: one\n  two\n\n  three\n", {"a": "one two\nthree"}),
        ("a: |\n  one\n   two\n\n  three\n", {"a": "one\n two\n\nthree\n"}),
        ("a: {}\nb: []\n", {"a": {}, "b": ()}),
        ("on: Tue 10:00\nno: x\ny: z\n", {"on": "Tue 10:00", "no": "x", "y": "z"}),
        ("'1': a\n'true': b\n'<<': c\n'': d\n", {"1": "a", "true": "b", "<<": "c", "": "d"}),
        ("a: ٣\nb: ٢٠٪\n", {"a": "٣", "b": "٢٠٪"}),
        ("a: \u200fنص\u200e\n", {"a": "\u200fنص\u200e"}),
        ("منشور: x\n", {"منشور": "x"}),
        (
            '{"a": "\\u0646\\t\\n\\/\\\\\\"", "b": [1, 2.5, true, null]}',
            {"a": 'ن\t\n/\\"', "b": (1, 2.5, True, None)},
        ),
        (
            "a: https://example.org/x?y=z#part\nb: x:y\nc: a - b\n",
            {"a": "https://example.org/x?y=z#part", "b": "x:y", "c": "a - b"},
        ),
        ("a: b\n# yaml-language-server: $schema=x\nc: d", {"a": "b", "c": "d"}),
        (b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ("a: 1\rb: 2\r", {"a": 1, "b": 2}),
    ],
)
def test_what_is_read(source: str | bytes, value: object) -> None:
    got = plain(read_tree(source, "f"))
    assert got == value
    assert repr(got) == repr(value)


HOSTILE = [
    ("", ["1:1: the file is empty"]),
    ("\n\n# only a comment\n", ["1:1: the file is empty"]),
    ("---\n", ["2:1: the file is empty"]),
    ("...\n", ["1:1: the file is empty"]),
    ("- a\n", ["1:1: the file is a list"]),
    ("[]", ["1:1: the file is a list"]),
    ("hello", ["1:1: the file is one text"]),
    ("title:x", ["1:1: the file is one text"]),
    ("42", ["1:1: the file is one text"]),
    ("a: &x 1\nb: *x\n", ["1:4: a: anchors (&x) are not read", "2:4: b: references (*x) are not read"]),
    ("a: &x [1]", ["1:4: a: anchors (&x) are not read"]),
    ("a: &x {b: *x}", ["1:4: a: anchors (&x) are not read", "1:11: a.b: references (*x) are not read"]),
    ("&x a: 1", ["1:1: anchors (&x) are not read"]),
    ("a: 1\n*a : 2", ["2:1: a key must be a text", "2:1: references (*a) are not read"]),
    ("a: !!str 1", ["1:4: a: tags (words that begin with !) are not read"]),
    ("a: ! 1", ["1:4: a: tags (words that begin with !) are not read"]),
    ("a: !!python/object/apply:os.system [x]", ["1:4: a: tags (words that begin with !) are not read"]),
    ("a: !<x> {b: 1}", ["1:4: a: tags (words that begin with !) are not read"]),
    ("!!map {a: 1}", ["1:1: tags (words that begin with !) are not read"]),
    ("a: {<<: {b: 1}}", ["1:5: a: merge keys (<<) are not read"]),
    ("a: 1\n---\nb: 2\n", ["2:1: a second document begins here"]),
    ("a: 1\n...\n\nb: 2\n", ["4:1: a second document begins here"]),
    ("--- \n--- \na: 1\n", ["2:1: a second document begins here", "2:1: the file is empty"]),
    ("%YAML 1.1\n---\na: 1\n", ["1:1: the directive '%YAML 1.1' is not known"]),
    (
        "%TAG ! x\n%A\n---\na: 1\n",
        ["1:1: the directive '%TAG ! x' is not known", "2:1: the directive '%A' is not known"],
    ),
    (
        "a: 1\nb: 2\na: 3\na: 4\n",
        [
            "3:1: a: the key 'a' stands here again; the first is in line 1",
            "4:1: a: the key 'a' stands here again; the first is in line 1",
        ],
    ),
    ("a: {b: 1,\n  'b': 2}", ["2:3: a.b: the key 'b' stands here again; the first is in line 1"]),
    (
        "1: a\ntrue: b\n~: c\n0.5: d\n",
        [
            "1:1: the key 1 is not a text",
            "2:1: the key true is not a text",
            "3:1: the key ~ is not a text",
            "4:1: the key 0.5 is not a text",
        ],
    ),
    ("010: a", ["1:1: the key 010 is not a text"]),
    ("? [a]\n: b\n", ["1:3: a key must be a text"]),
    ("{{a: 1}: b}", ["1:2: a key must be a text"]),
    (
        "title: {{ name }}",
        ["1:9: title: a key must be a text", "1:11: title.name: 'name' has no value"],
    ),
    ("a: {title: Offer, support}", ["1:19: a.support: 'support' has no value"]),
    ("a: {support}", ["1:5: a.support: 'support' has no value"]),
    ("a: {at:5m}", ["1:5: a.at:5m: 'at:5m' has no value"]),
    ("a: [?b]", ["1:6: a.0.b: a text between brackets cannot begin with '?'"]),
    ("{ ?foo: bar }", ["1:4: foo: a text between brackets cannot begin with '?'"]),
    ("? a\nb: 1\n", ["1:3: a: 'a' has no value"]),
    ("a: 010", ["1:4: a: 010 begins with 0"]),
    (
        "a: {b: [.inf, -.nan, .NaN]}",
        [
            "1:9: a.b.0: .inf is not a number that can be counted with",
            "1:22: a.b.2: .NaN is not a number that can be counted with",
        ],
    ),
    ("a: 1234567890123456789", ["1:4: a: 1234567890123456789 is larger or longer than a number may be"]),
    ("a: 1e400", ["1:4: a: 1e400 is larger or longer than a number may be"]),
    ('a: "\\0"', ["1:4: a: U+0000 (the sign of a file that is no text) cannot stand in a text"]),
    ('a: "x\\u202Ey"', ["1:4: a: U+202E (right-to-left override) cannot stand in a text"]),
    ('a: "\\e[31m"', ["1:4: a: U+001B cannot stand in a text"]),
    ('a: "\\N"', ["1:4: a: U+0085 (next line) cannot stand in a text"]),
    ('"\\a": 1', ["1:1: U+0007 cannot stand in a text"]),
    (
        "a: {b: \u2067x, c: y\u2069}",
        [
            "1:8: a.b: a change of writing direction (U+202A to U+202C, U+2066 to U+2069) is not ended in the same line",
            "1:15: a.c: a change of writing direction (U+202A to U+202C, U+2066 to U+2069) is not ended in the same line",
        ],
    ),
    (
        "a: \u202ex\nb: 010\n",
        ["1:4: U+202E (right-to-left override) cannot stand in a scenario", "2:4: b: 010 begins with 0"],
    ),
    (
        "a: \x00\nb: [",
        [
            "1:4: U+0000 (the sign of a file that is no text) cannot stand in a scenario",
            "2:4: the [ opened here is never closed",
        ],
    ),
    (
        "a: 010\nb: &x 1\nc: d: e\n",
        [
            "1:4: a: 010 begins with 0",
            "2:4: b: anchors (&x) are not read",
            "3:5: a colon and a space inside a text begin a new key, which cannot stand here",
        ],
    ),
]


@pytest.mark.parametrize(("source", "told"), HOSTILE)
def test_what_is_refused(source: str, told: list[str]) -> None:
    assert refusals(source) == told


def test_every_refusal_says_what_would_do() -> None:
    for source, _ in HOSTILE:
        with pytest.raises(ScenarioError) as caught:
            read_tree(source, "f")
        assert all(problem.remedy for problem in caught.value.problems)


FLOOD = 100_000


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("[" * FLOOD, "more than 40 mappings and lists stand inside each other"),
        ("{a: " * FLOOD, "more than 40 mappings and lists stand inside each other"),
        ("{" * FLOOD, "a key must be a text"),
        ("- " * FLOOD, "more than 40 mappings and lists stand inside each other"),
        ("? " * FLOOD, "a key must be a text"),
        (
            "".join(" " * depth + "a:\n" for depth in range(1000)),
            "more than 40 mappings and lists stand inside each other",
        ),
        ("a: [" + "b," * (limits.MOST_NODES + 1) + "]", "the file holds more than 200,000 values"),
        (
            "actors: {" + "".join(f"a{number}: 1, " for number in range(10_001)) + "}",
            "actors has more than 10,000 entries",
        ),
        (
            "injects: {" + "".join(f"a{number}: 1, " for number in range(100_001)) + "}",
            "injects has more than 100,000 entries",
        ),
        ("'" * (FLOOD + 1), "the quotation mark opened here is never closed"),
        (":" * FLOOD, "a key is longer than 1024 letters"),
        (": " * FLOOD, "there is no key before this colon"),
        ("a: &a [*a, *a]\n" * FLOOD, "the key 'a' stands here again; the first is in line 1"),
        ("%TAG !a! x\n" * FLOOD + "---\na: 1", "the directive '%TAG !a! x' is not known"),
        ("a: 1\n...\n" + "%TAG !a! x\n" * FLOOD + "---\na: 1", "a second document begins here"),
        ("---\n" * FLOOD, "a second document begins here"),
        ("\n" * 50 * FLOOD, "the file is empty"),
        ("#\n" * 20 * FLOOD, "the file is empty"),
        ("\x00" * 50 * FLOOD, "U+0000 (the sign of a file that is no text) cannot stand in a scenario"),
        ("\u202a" * 10 * FLOOD, "U+202A changes the writing direction and has no partner in this line"),
        ("a: " + "9" * 40 * FLOOD, "99999999999999999999… is larger or longer than a number may be"),
        (bytes(range(256)) * 1000, "the byte 0x80 is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n" * 1000, "the byte 0x89 is not UTF-8"),
        (b"PK\x03\x04" * FLOOD, "U+0003 cannot stand in a scenario"),
        (b"a: 1\n" * 20 * FLOOD, "the file is larger than 5 MiB"),
    ],
)
def test_what_was_made_to_exhaust_the_machine_is_refused_in_a_moment(source: str | bytes, told: str) -> None:
    begin = process_time()
    with pytest.raises(ScenarioError) as caught:
        read_tree(source, "f")
    assert process_time() - begin < 20
    assert told in {problem.what for problem in caught.value.problems}
    assert len(caught.value.problems) <= limits.MOST_PROBLEMS + 1


def test_a_hundred_thousand_brackets_are_refused_at_once() -> None:
    begin = process_time()
    with pytest.raises(ScenarioError):
        read_tree("[" * 100_000, "f")
    assert process_time() - begin < 0.05


def test_the_deepest_file_allowed_is_read() -> None:
    depth = limits.MOST_DEPTH - 1
    assert plain(read_tree("a: " + "[" * depth + "]" * depth, "f"))


def test_a_value_keeps_its_place_and_its_letters() -> None:
    tree = read_tree("# Überflutung\n\nactors:\n  police: {staff: 0x10, title: 'P'}\n", "flood.yaml")
    assert find(tree, ("actors", "police", "staff")) == Scalar(
        16, Mark("flood.yaml", 4, 19), "0x10", plain=True
    )
    assert find(tree, ("actors", "police", "title")) == Scalar(
        "P", Mark("flood.yaml", 4, 32), "P", plain=False
    )
    assert mark_at(tree, ("actors", "police", "staff")) == Mark("flood.yaml", 4, 12)


def test_columns_count_letters_and_not_bytes() -> None:
    assert refusals("a: {شرطة: 🌊, 'é': 010}") == ["1:19: a.é: 010 begins with 0"]


def large_exercise() -> str:
    actors = "".join(
        f"  a{n}: {{title: Actor {n}, sector: s{n % 7}, staff: 2, hours: always}}\n" for n in range(3000)
    )
    inject = (
        "    at: 1h\n    to: a1\n    brings: concern\n    title: Post\n    text: |\n"
        + "      What they see.\n" * 6
    )
    return f"tabletop: 1\nactors:\n{actors}injects:\n" + "".join(f"  i{n}:\n{inject}" for n in range(20_000))


def test_a_large_exercise_is_read_in_a_few_seconds() -> None:
    source = large_exercise()
    assert 4_000_000 < len(source) < limits.MOST_BYTES
    begin = process_time()
    tree = read_tree(source, "large.yaml")
    assert process_time() - begin < 20
    assert mark_at(tree, ("injects", "i19999", "title")) == Mark("large.yaml", 3 + 3000 + 12 * 19_999 + 5, 5)


signs = st.text(
    st.sampled_from("ab1: -?[]{},#&*!|>'\"%@`\n\t~<=.0é\u202e\u2067\u2069\ufeff\x00\r\x85"), max_size=60
)


def outcome(source: str | bytes) -> dict[str, object] | tuple[Problem, ...]:
    """Return what a file says, or what is wrong with it."""
    try:
        got = plain(read_tree(source, "f"))
    except ScenarioError as error:
        return error.problems
    assert isinstance(got, dict)
    return got


@given(st.text() | signs | st.binary() | signs.map(str.encode))
@example("a: ? b\n- c")
@example("? ? :\n")
@example('"a\n')
def test_no_input_raises_anything_but_a_scenario_error(source: str | bytes) -> None:
    got = outcome(source)
    if isinstance(got, tuple):
        assert got
        assert all(str(problem).isprintable() for problem in got)


@given(signs)
def test_the_same_text_is_read_alike_in_all_forms_of_one_file(source: str) -> None:
    if not source.startswith("\ufeff"):
        assert outcome(source) == outcome(source.encode()) == outcome(b"\xef\xbb\xbf" + source.encode())


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(
    lambda text: refused_in(text) is None
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


def in_blocks(value: object, indent: str = "") -> str:
    """Write a value in block style, with quoted texts."""
    match value:
        case dict() if value:
            return "".join(
                f"\n{indent}{json.dumps(key, ensure_ascii=False)}: {in_blocks(part, indent + '  ')}"
                for key, part in value.items()
            )
        case list() if value:
            return "".join(f"\n{indent}- {in_blocks(part, indent + '  ')}" for part in value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def in_tuples(value: object) -> object:
    match value:
        case dict():
            return {key: in_tuples(part) for key, part in value.items()}
        case list():
            return tuple(map(in_tuples, value))
        case _:
            return value


@given(st.dictionaries(texts, values, max_size=5))
def test_what_was_written_is_read_again(value: dict[str, object]) -> None:
    for source in (
        json.dumps(value, ensure_ascii=False),
        json.dumps(value, ensure_ascii=False, indent=1),
        in_blocks(value) or "{}",
    ):
        assert plain(read_tree(source, "f")) == in_tuples(value)
