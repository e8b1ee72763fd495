"""Which inject each line of an event list speaks of: by its id, else by its subject.

A list that went out bears ids. One that others made does not: a line whose subject is the title of one inject of the
scenario speaks of that one, every other line is a new inject named after its subject.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from tabletop.exchange.names import slug
from tabletop.exchange.sheet import Cell, in_text
from tabletop.model.scenario import Scenario


def identities(
    lines: Sequence[Mapping[str, Cell]], scenario: Scenario, *, has_ids: bool
) -> tuple[list[str], list[str]]:
    """Return the id of each line, empty for one that is left out, and what is to be told about it."""
    by_title: dict[str, list[str]] = {}
    for id_, inject in scenario.injects.items():
        by_title.setdefault(inject.title.strip(), []).append(id_)
    given = [in_text(line.get("id")).strip() for line in lines]
    taken = {*scenario.injects, *scenario.works, *filter(None, map(slug, given))}
    used: set[str] = set()
    ids: list[str] = []
    told: list[str] = []
    for line, said in zip(lines, given, strict=True):
        title = in_text(line.get("title")).strip()
        same = by_title.get(title, []) if title and not has_ids else []
        id_, what = _given(said) if said else _from_title(title, line, same=same, taken=taken)
        if id_ and id_ in used:
            id_, what = "", f"{id_!r} stands in a line above too; this line is left out"
        elif id_ in scenario.works:
            id_, what = "", f"{id_!r} is a decision or task of the scenario; this line is left out"
        used.add(id_)
        taken.add(id_)
        ids.append(id_)
        told.append(what)
    return ids, told


def _given(said: str) -> tuple[str, str]:
    id_ = slug(said)
    if not id_:
        return "", f"{said[:40]!r} makes no id; this line is left out"
    return id_, "" if id_ == said else f"{said[:40]!r} is written as {id_}"


def _from_title(
    title: str, line: Mapping[str, Cell], *, same: Sequence[str], taken: set[str]
) -> tuple[str, str]:
    if len(same) == 1:
        return same[0], ""
    number = slug(f"inject {in_text(line.get('number'))}")
    base = (slug(title) or number)[:55].strip("_")
    names = (base if suffix == 1 else f"{base}_{suffix}" for suffix in count(1))
    return next(name for name in names if name not in taken), ""
