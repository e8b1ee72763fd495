"""How many problems are told at once, and how they quote what was written.

Of 300 unknown keys in one file the first 20 are told, in the order of the file, and the rest are counted: a trainer
mends those and asks again.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from tabletop.errors import Problem
from tabletop.reading.limits import MOST_LETTERS_QUOTED, MOST_PROBLEMS


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by file, line and column, each once; of one file at most 20, then how many more there are."""
    told: list[Problem] = []
    for file, in_file in groupby(sorted(set(problems)), key=lambda problem: problem.file):
        listed = tuple(in_file)
        told += listed[:MOST_PROBLEMS]
        more = len(listed) - MOST_PROBLEMS
        if more > 0:
            told.append(Problem(file, 0, 0, "", f"and {more:,} more problem{'s' if more > 1 else ''}"))
    return tuple(told)


def said(value: object) -> str:
    """Return a value as a message quotes it: texts in quotes, cut at 40 letters, nothing unprintable left as it is."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return repr(
                value if len(value) <= MOST_LETTERS_QUOTED else value[: MOST_LETTERS_QUOTED - 1] + "…"
            )
        case dict():
            return "keys and values" if value else "an empty { }"
        case list() | tuple():
            return "a list" if value else "an empty list"
        case _:
            return str(value)[:MOST_LETTERS_QUOTED]


def visible(text: str) -> str:
    """Return a text in which no character acts unseen: a soft hyphen from a key is written out as in Python."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
