"""Actors that are alike, made from one: "29 districts, all like this one" is one entry of the file.

`district: {copies: 29, …}` becomes `district_1` to `district_29`; `district` then names all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tabletop.errors import Problem
from tabletop.reading.limits import MOST_ENTRIES, MOST_WRITTEN_OUT
from tabletop.reading.nodes import MappingNode, Mark, Node, Scalar
from tabletop.reading.places import problem_at, written

_COPY_OF = "copy_of"


def with_copies(tree: MappingNode, problems: list[Problem]) -> MappingNode:
    """Return the tree in which each actor with `copies` is so many numbered actors.

    A numbered actor that is written already (an intervention has changed it) stays as it is.
    """
    section = tree.entries.get("actors")
    if not isinstance(section, MappingNode):
        return tree
    counts = {id_: _count(id_, actor, problems) for id_, actor in section.entries.items()}
    if sum(counts.values()) > max(len(counts), MOST_ENTRIES["actors"]):
        what = f"actors has more than {MOST_ENTRIES['actors']:,} entries, copies included"
        problems.append(problem_at(tree.key_marks["actors"], ("actors",), what, remedy="split the exercise"))
        counts = dict.fromkeys(counts, 1)
    entries: dict[str, Node] = {}
    marks: dict[str, Mark] = {}
    for id_, actor in section.entries.items():
        for name, copy in _copies(id_, actor, section.entries, count=counts[id_]):
            if name in entries:
                what = f"two actors have the id {name!r}"
                problems.append(
                    problem_at(section.key_marks[id_], ("actors", id_), what, remedy="rename one")
                )
            entries[name], marks[name] = copy, section.key_marks[id_]
    actors = replace(section, entries=entries, key_marks=marks)
    return replace(tree, entries={**tree.entries, "actors": actors})


def _count(id_: str, actor: Node, problems: list[Problem]) -> int:
    """Return how many actors an entry stands for; 1, with a problem noted, when that is said wrongly."""
    copies = actor.entries.get("copies") if isinstance(actor, MappingNode) else None
    if copies is None or not isinstance(actor, MappingNode):
        return 1
    count, most = copies.value if isinstance(copies, Scalar) else None, MOST_ENTRIES["actors"]
    if isinstance(count, int) and not isinstance(count, bool) and 1 <= count <= most:
        return count
    what = f"expected a whole number from 1 to {most:,}, got {written(copies)[:40]}"
    problems.append(problem_at(actor.key_marks["copies"], ("actors", id_, "copies"), what))
    return 1


def _copies(
    id_: str, actor: Node, written_out: Mapping[str, Node], *, count: int
) -> Iterator[tuple[str, Node]]:
    if not isinstance(actor, MappingNode) or "copies" not in actor.entries:
        if not _is_copy(actor, written_out):
            yield id_, actor
        return
    for number in range(1, count + 1):
        name = f"{id_}_{number}"
        present = written_out.get(name)
        is_there = present is not None and _is_copy(present, written_out)
        yield name, present if present is not None and is_there else _numbered(actor, id_, number)


def _is_copy(actor: Node, actors: Mapping[str, Node]) -> bool:
    """Tell whether an actor is one of the copies of another, written out by an intervention."""
    named = actor.entries.get(_COPY_OF) if isinstance(actor, MappingNode) else None
    origin = actors.get(named.text) if isinstance(named, Scalar) else None
    return isinstance(origin, MappingNode) and "copies" in origin.entries


def _numbered(actor: MappingNode, id_: str, number: int) -> MappingNode:
    entries = {key: entry for key, entry in actor.entries.items() if key != "copies"}
    title = entries.get("title")
    called = title.text if isinstance(title, Scalar) else id_.replace("_", " ")
    entries["title"] = Scalar(f"{called} {number}", actor.mark, f"{called} {number}", plain=True)
    entries[_COPY_OF] = Scalar(id_, actor.mark, id_, plain=True)
    marks = {key: actor.key_marks.get(key, actor.mark) for key in entries}
    return replace(actor, entries=entries, key_marks=marks)


def too_large(tree: MappingNode) -> Iterator[Problem]:
    """Yield the problem that a tree, with its copies counted as often as they will be made, is beyond all measure."""
    sizes: dict[int, int] = {}
    total = 0
    for part, section in tree.entries.items():
        entries = section.entries.values() if isinstance(section, MappingNode) else (section,)
        total += sum(_size(entry, sizes) * _times(entry) for entry in entries)
        if total > MOST_WRITTEN_OUT:
            what = f"written out, `defaults`, `like` and `copies` make more than {MOST_WRITTEN_OUT:,} values"
            remedy = "let fewer entries share so much"
            yield problem_at(tree.key_marks[part], (part,), what, remedy=remedy)
            return


def _times(entry: Node) -> int:
    copies = entry.entries.get("copies") if isinstance(entry, MappingNode) else None
    count = copies.value if isinstance(copies, Scalar) else None
    return count if isinstance(count, int) and count > 0 else 1


def _size(node: Node, sizes: dict[int, int]) -> int:
    """Return how many values a part holds; one that stands in several places is counted once and remembered."""
    if isinstance(node, Scalar):
        return 1
    if id(node) not in sizes:
        below = node.entries.values() if isinstance(node, MappingNode) else node.items
        sizes[id(node)] = 1 + sum(_size(each, sizes) for each in below)
    return sizes[id(node)]
