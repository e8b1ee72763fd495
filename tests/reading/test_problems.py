"""The schema's errors, brought to their place and told in the words of a scenario's author."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

import pydantic
import pytest
from pydantic import Field, PlainValidator

from tabletop.errors import Problem
from tabletop.model.words import Id, Words
from tabletop.reading.nodes import Path, plain
from tabletop.reading.problems import located, problems_of
from tabletop.reading.yaml_guard import read_tree

ID = "a name of small letters a to z, digits and _ that begins with a letter"


def _delay(value: object) -> int:
    if value == "1h":
        return 60
    msg = f"expected a delay such as 1h, got {value!r}"
    raise ValueError(msg)


Delay = Annotated[int, PlainValidator(_delay)]


class Spread(Words):
    """A delay between two."""

    least: Delay
    """At least."""
    most: Delay
    """At most."""


class Desk(Words):
    """A desk with one field of each sort."""

    title: str
    """Text."""
    staff: Annotated[int, Field(ge=1, le=9)] = 1
    """Whole number."""
    unsure: Annotated[float, Field(gt=0, lt=9)] = 1.0
    """Number."""
    open: bool = True
    """Truth."""
    level: Literal["local", "provincial", "national"] = "local"
    """One of three."""
    only: Literal["this"] = "this"
    """One of one."""
    names: Annotated[tuple[Id, ...], Field(max_length=2)] = ()
    """List of ids."""
    takes: Delay | Spread = 0
    """A delay or two."""
    hours: str | tuple[str, ...] = ()
    """Text or list."""
    motto: Annotated[str, Field(min_length=1, max_length=5)] = "x"
    """Short text."""
    post: Annotated[str, Field(pattern="^[0-9]{4}$")] = "1000"
    """Patterned text."""
    nothing: None = None
    """Nothing."""
    spread: Spread | None = None
    """A group."""


class City(Words):
    """Desks by id."""

    desks: Mapping[Id, Desk] = {}
    """The desks."""
    links: tuple[Spread, ...] = ()
    """A list of groups."""

    @pydantic.model_validator(mode="after")
    def _not_too_many(self) -> City:
        if len(self.desks) > 2:
            msg = "a city has two desks"
            raise ValueError(msg)
        return self


def known(path: Path) -> Iterable[str]:
    return {0: ("desks", "links"), 2: Desk.model_fields, 3: Spread.model_fields}[len(path)]


def problems(source: str) -> tuple[Problem, ...]:
    tree = read_tree(source, "f")
    with pytest.raises(pydantic.ValidationError) as caught:
        City.model_validate(plain(tree))
    return problems_of(caught.value, tree, known_keys=known)


def told(field: str) -> list[str]:
    return [str(problem) for problem in problems(f"desks:\n  police: {{title: P, {field}}}\n")]


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("staff: 0", "staff: expected a whole number of at least 1, got 0"),
        ("staff: 0x10", "staff: expected a whole number of at most 9, got 0x10"),
        ("staff: two", "staff: expected a whole number, got 'two'"),
        ("staff: 1.5", "staff: expected a whole number, got 1.5"),
        ("staff: '2'", "staff: expected a whole number, got '2' (write 2)"),
        ("staff: true", "staff: expected a whole number, got true"),
        ("staff: ", "staff: expected a whole number, got nothing"),
        ("staff: [1]", "staff: expected a whole number, got a list"),
        ("staff: {a: 1}", "staff: expected a whole number, got keys and values"),
        ("unsure: 0.0", "unsure: expected a number above 0.0, got 0.0"),
        ("unsure: 9.50", "unsure: expected a number below 9.0, got 9.50"),
        ("unsure: much", "unsure: expected a number, got 'much'"),
        ("open: NO", "open: expected true or false, got 'NO'"),
        (
            "level: locl",
            "level: expected one of local, provincial or national, got 'locl' (did you mean 'local'?)",
        ),
        ("level: city", "level: expected one of local, provincial or national, got 'city'"),
        ("only: that", "only: expected this, got 'that' (did you mean 'this'?)"),
        ("names: [a, b, c]", "names: expected at most 2 entries, got a list"),
        ("names: a", "names: expected a list, got 'a'"),
        ("motto: ''", "motto: expected a text of at least 1 letter, got ''"),
        ("motto: too long", "motto: expected a text of at most 5 letters, got 'too long'"),
        ("motto: 2026", "motto: expected a text, got 2026 (put it in quotes)"),
        ("post: 12a", "post: expected a text of the form ^[0-9]{4}$, got '12a'"),
        ("nothing: 1", "nothing: expected nothing, got 1"),
        ("hours: 5", "hours: expected a text or a list, got 5 (put it in quotes)"),
        ("takes: 2h", "takes: expected a delay such as 1h, got '2h'"),
        ("spread: 1h", "spread: expected keys and values, got '1h'"),
    ],
)
def test_a_value_of_the_wrong_sort_is_told_in_plain_words(field: str, line: str) -> None:
    assert told(field) == [f"f:2:22: desks.police.{line}"]


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        ("staf: 1", ["f:2:22: desks.police: unknown key 'staf' (did you mean 'staff'?)"]),
        ("colour: red", ["f:2:22: desks.police: unknown key 'colour'"]),
        (
            "names: [a, Bad Name]",
            [
                f"f:2:33: desks.police.names.1: expected {ID}, got 'Bad Name' (write bad_name)",
            ],
        ),
        ("takes: {least: 1h}", ["f:2:22: desks.police.takes: missing 'most'"]),
        (
            "takes: {least: 1h, most: 5}",
            ["f:2:41: desks.police.takes.most: expected a delay such as 1h, got 5"],
        ),
        (
            "spread: {lest: 1h, most: 1h}",
            [
                "f:2:31: desks.police.spread: unknown key 'lest' (did you mean 'least'?)",
            ],
        ),
    ],
)
def test_what_is_wrong_inside_a_value_is_told_there(field: str, lines: list[str]) -> None:
    assert told(field) == lines


def test_all_problems_come_in_the_order_of_the_file() -> None:
    source = "links:\n- {least: 1h, most: 3h}\n- 5\ndesk: {}\ndesks:\n  Police: {title: P}\n  b: {staff: 0}\n"
    assert [str(problem) for problem in problems(source)] == [
        "f:2:15: links.0.most: expected a delay such as 1h, got '3h'",
        "f:3:3: links.1: expected keys and values, got 5",
        "f:4:1: unknown key 'desk' (did you mean 'desks'?)",
        f"f:6:3: desks: the key 'Police': expected {ID} (write police)",
        "f:7:3: desks.b: missing 'title'",
        "f:7:7: desks.b.staff: expected a whole number of at least 1, got 0",
    ]


def test_few_known_keys_are_listed() -> None:
    assert [problem.remedy for problem in problems("colour: red\n")] == ["known here: desks, links"]


def test_without_a_list_of_keys_an_unknown_one_is_only_named() -> None:
    tree = read_tree("desk: 1", "f")
    with pytest.raises(pydantic.ValidationError) as caught:
        City.model_validate(plain(tree))
    assert problems_of(caught.value, tree) == (Problem("f", 1, 1, "", "unknown key 'desk'"),)


def test_what_concerns_the_whole_is_told_at_its_beginning() -> None:
    source = "desks: {a: {title: A}, b: {title: B}, c: {title: C}}"
    assert problems(source) == (Problem("f", 1, 1, "", "a city has two desks"),)


def test_a_flood_of_errors_is_told_in_full_and_in_order() -> None:
    found = problems("desks:\n" + "".join(f"  d{number}: {{title: x, staff: 0}}\n" for number in range(3000)))
    assert [problem.line for problem in found] == list(range(2, 3002))


def test_what_was_written_is_quoted_short_and_without_signs_that_act_on_a_screen() -> None:
    line = told('level: "\\u200f' + "x" * 100 + '"')[0]
    assert line.endswith(r"got '\u200f" + "x" * 38 + "…'")


@pytest.mark.parametrize(
    ("loc", "path"),
    [
        (("a", "Spread", "b"), ("a", "b")),
        (("a", "function-after[f(), int]"), ("a",)),
        (("a", "c", 0, "tagged-union[x,y]", "d"), ("a", "c", 0, "d")),
        (("a", "c", 3), ("a", "c")),
        ((), ()),
    ],
)
def test_names_of_types_and_validators_are_left_out_of_a_place(loc: Path, path: Path) -> None:
    assert located(loc, read_tree("a: {b: 1, c: [{d: 2}]}", "f")) == path
