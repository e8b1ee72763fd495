"""Which column a heading means: `À (joueurs)`, `Players` and `إلى` are all where the recipients stand.

Headings are compared without case, accents, short vowels and punctuation. One that is not known is told, with the
column that it may mean; nothing is taken for another by likeness alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from tabletop.errors import Problem
from tabletop.exchange.columns import COLUMNS
from tabletop.exchange.sheet import Cell, Sheet, SheetError, in_text

_LINES_SEARCHED = 30
_TATWEEL = "\u0640"
# Letters that people write for each other in Arabic and Persian.
_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", _TATWEEL: None})  # noqa: RUF001 - Arabic letters look like Latin ones


def simplified(text: str) -> str:
    """Return a text without case, accents, short vowels, direction marks and punctuation, its words parted by one space."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_ALIKE)
    letters = (each for each in apart if unicodedata.category(each) not in {"Mn", "Cf"})
    spaced = "".join(each if each.isalnum() or each in "#+" else " " for each in letters)
    return " ".join(spaced.split())


@cache
def _meanings() -> Mapping[str, str]:
    """Return what each known heading means; a column's own headings go before what others call it."""
    meanings: dict[str, str] = {}
    for key, column in COLUMNS.items():
        for heading in (key, *column.headings):
            meanings.setdefault(simplified(heading), key)
    for key, column in COLUMNS.items():
        for heading in column.also:
            meanings.setdefault(simplified(heading), key)
    return meanings


def column_of(heading: str) -> str | None:
    """Return the key of the column that a heading means; None when it is not known.

    What stands in brackets may be left out: `Sender (simulated agency)` is the sender.
    """
    whole, bare = simplified(heading), simplified(re.sub(r"\([^)]*\)", " ", heading))
    return _meanings().get(whole) or _meanings().get(bare)


def found_headings(sheet: Sheet) -> tuple[int, Mapping[int, str], tuple[Problem, ...]]:
    """Return at which place of the sheet the headings are, which column each means, and what was not understood.

    The headings are the line, of the first thirty, that names most columns. Raises SheetError when none names two.
    """
    known = [_columns(row) for _, row in sheet.rows[:_LINES_SEARCHED]]
    place = max(range(len(known)), key=lambda index: (len(known[index]), -index), default=0)
    if not known or len(known[place]) < 2:
        msg = f"{sheet.name} has no line of headings such as Subject, Event time and Event description"
        raise SheetError(msg)
    return place, known[place], _not_understood(sheet, place, known[place])


def _columns(row: Sequence[Cell]) -> Mapping[int, str]:
    """Return what each cell of a line means as a heading, each column once; a heading that is a column's own goes first."""
    said = [(index, cell) for index, cell in enumerate(row) if isinstance(cell, str)]
    own = {simplified(name): key for key, column in COLUMNS.items() for name in (key, *column.headings)}
    found: dict[str, int] = {}
    for index, cell in said:
        key = own.get(simplified(cell))
        if key:
            found.setdefault(key, index)
    for index, cell in said:
        key = column_of(cell)
        if key and index not in found.values():
            found.setdefault(key, index)
    return {index: key for key, index in sorted(found.items(), key=lambda each: each[1])}


def _not_understood(sheet: Sheet, place: int, known: Mapping[int, str]) -> tuple[Problem, ...]:
    number, row = sheet.rows[place]
    problems = [
        sheet.problem(above, 1, f"above the headings: {_first(cells)!r} is left out")
        for above, cells in sheet.rows[:place]
    ]
    for index, cell in enumerate(row):
        if index in known or cell in {None, ""}:
            continue
        heading = in_text(cell)
        means = column_of(heading)
        what = f"the column {heading[:40]!r} is not known, and left out"
        if means:
            what = f"the column {heading[:40]!r} means {COLUMNS[means].headings[0]!r} as another does, and is left out"
        near = get_close_matches(simplified(heading), _meanings(), n=1, cutoff=0.75)
        remedy = (
            f"if it is {COLUMNS[_meanings()[near[0]]].headings[0]!r}, call it so"
            if near and not means
            else ""
        )
        problems.append(sheet.problem(number, index + 1, what, remedy=remedy))
    return tuple(problems)


def _first(cells: Sequence[Cell]) -> str:
    return next(in_text(cell) for cell in cells if cell not in {None, ""})[:40]
