"""A structure as a list of links, one a line, and such a list as links of a scenario.

from,to,channel,carries,for,else,after,two_way
school,municipality,email,concern,,phone,1d,no
"""

from __future__ import annotations

from collections.abc import Mapping

from tabletop.errors import Problem
from tabletop.exchange.comma_separated import read_csv, written_csv
from tabletop.exchange.diagram import Diagram
from tabletop.exchange.headings import simplified
from tabletop.exchange.links import FoundLink, FoundLinks, link_of
from tabletop.exchange.sheet import Sheet, SheetError, in_text

COLUMNS = ("from", "to", "channel", "carries", "for", "else", "after", "two_way")
"""The columns of a list of links; the first three must be filled."""

_SYNONYMS = {"source": "from", "target": "to", "type": "two_way", "two way": "two_way"}
_IGNORED = "marking"


def as_edge_list(diagram: Diagram) -> bytes:
    """Return a structure as comma-separated values; those who reach each other stand in one line."""
    rows: list[tuple[str, ...]] = [(*COLUMNS, _IGNORED)]
    for each in diagram.pairs():
        terms = (" ".join(each.carries), each.meant_for, each.otherwise, each.after)
        two_way = "yes" if each.two_way else "no"
        rows.append((each.sender, each.receiver, each.channel, *terms, two_way, diagram.marking))
    return written_csv(rows)


def links_in_list(content: bytes, name: str) -> FoundLinks:
    """Return the links of a list, and what is wrong with it."""
    try:
        sheet = read_csv(content, name, is_heading=_key)
    except SheetError as error:
        return FoundLinks((), (Problem(name, 0, 0, "", str(error).removeprefix(name).strip()),))
    if not sheet.rows:
        return FoundLinks((), (Problem(name, 0, 0, "", "holds no links", f"begin with {','.join(COLUMNS)}"),))
    columns, problems = _columns(sheet)
    if problems:
        return FoundLinks((), tuple(problems))
    found = []
    for line, cells in sheet.rows[1:]:
        said = {key: in_text(cells[place]).strip() for key, place in columns.items() if place < len(cells)}
        link = link_of(said, name=name, line=line)
        if isinstance(link, FoundLink):
            found.append(link)
        else:
            problems.append(link)
    return FoundLinks(tuple(found), tuple(problems))


def _key(heading: str) -> str:
    """Return the column that a heading means; empty when there is none."""
    name = simplified(heading)
    key = _SYNONYMS.get(name, name.replace(" ", "_"))
    return key if key in {*COLUMNS, _IGNORED} else ""


def _columns(sheet: Sheet) -> tuple[Mapping[str, int], list[Problem]]:
    line, heads = sheet.rows[0]
    columns: dict[str, int] = {}
    problems = []
    for place, head in enumerate(heads):
        key = _key(in_text(head))
        if key in columns:
            problems.append(
                sheet.problem(line, place + 1, f"a second column says {key!r}", remedy="keep one")
            )
        elif key and key != _IGNORED:
            columns[key] = place
        elif not key and head not in {None, ""}:
            known = ", ".join(COLUMNS)
            problems.append(
                sheet.problem(
                    line, place + 1, f"unknown column {in_text(head)[:40]!r}", remedy=f"there are {known}"
                )
            )
    missing = [key for key in COLUMNS[:3] if key not in columns]
    if missing:
        remedy = f"begin with {','.join(COLUMNS)}"
        problems.append(sheet.problem(line, 1, f"there is no column {missing[0]!r}", remedy=remedy))
    return columns, problems
