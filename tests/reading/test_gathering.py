"""How many problems are told, in what order, and how they quote."""

from __future__ import annotations

import pytest

from tabletop.errors import Problem
from tabletop.reading.gathering import gathered, said


def problem(line: int, file: str = "f.yaml") -> Problem:
    return Problem(file, line, 1, "", f"wrong {line}")


def test_problems_come_in_the_order_of_the_file_and_once() -> None:
    assert gathered([problem(3), problem(1), problem(3), problem(2)]) == (problem(1), problem(2), problem(3))
    assert gathered(()) == ()


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (20, problem(20)),
        (21, Problem("f.yaml", 0, 0, "", "and 1 more problem")),
        (5000, Problem("f.yaml", 0, 0, "", "and 4,980 more problems")),
    ],
)
def test_of_one_file_twenty_are_told_and_the_rest_counted(count: int, last: Problem) -> None:
    told = gathered(map(problem, range(1, count + 1)))
    assert told[:20] == tuple(map(problem, range(1, 21)))
    assert told[-1] == last
    assert len(told) == min(count, 21)


def test_each_file_has_its_own_twenty() -> None:
    told = gathered([*map(problem, range(1, 31)), problem(1, "g.yaml")])
    assert [each.file for each in told] == ["f.yaml"] * 21 + ["g.yaml"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (0.5, "0.5"),
        ("two", "'two'"),
        ("شرطة", "'شرطة'"),
        ("a\u202eb\x1b\n", r"'a\u202eb\x1b\n'"),
        ("x" * 40, "'" + "x" * 40 + "'"),
        ("x" * 41, "'" + "x" * 39 + "…'"),
        ({}, "an empty { }"),
        ((), "an empty list"),
    ],
)
def test_values_are_quoted_short_and_safe(value: object, words: str) -> None:
    assert said(value) == words
