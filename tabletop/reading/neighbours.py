"""Files that lie beside a scenario and that it names: links of a structure, as a network program left them.

`links_from: partners.csv` is `partners.csv` in the scenario's own folder, and nothing else: no other folder, no link
that leads out of it, no pipe, nothing huge. What such a file says stands from then on in the tree as if it had been
written in the scenario, and each part remembers the file and line it came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path as FilePath
from pathlib import PurePath

from tabletop.errors import Problem, ScenarioError
from tabletop.exchange.links import (
    MOST_BYTES_OF_LINKS,
    MOST_FILES_OF_LINKS,
    MOST_LINKS,
    FoundLink,
    FoundLinks,
)
from tabletop.model.structure import parse_links_file
from tabletop.reading.gathering import said
from tabletop.reading.nodes import ListNode, MappingNode, Mark, Node, Scalar
from tabletop.reading.places import entries_of, problem_at
from tabletop.reading.yaml_guard import guarded_tree

KEY = "links_from"
"""The key of a structure that names a file of links."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A file beside a scenario."""

    name: str
    """Its bare name."""
    content: bytes = b""
    """What is in it."""
    flaw: str = ""
    """Why it is not read, as the end of a sentence; empty when it is."""


def neighbours_of(content: bytes, folder: FilePath) -> tuple[Neighbour, ...]:
    """Return the files that a scenario's text names, as they lie in its folder; those that do not lie there are left out."""
    if KEY.encode() not in content:
        return ()
    try:
        tree, _ = guarded_tree(content, "")
    except ScenarioError:
        return ()
    names = islice(dict.fromkeys(name for _, _, name in _named(tree)), MOST_FILES_OF_LINKS)
    return tuple(each for name in names if (each := neighbour_in(folder, name)) is not None)


def neighbour_in(folder: FilePath, name: str) -> Neighbour | None:
    """Return a file of a folder by its bare name, or why it is not read; None when there is none."""
    path = folder / name
    try:
        if not path.is_file():
            return Neighbour(name, flaw="is no file") if path.exists() else None
        if path.resolve().parent != folder.resolve():
            return Neighbour(name, flaw="leads out of the scenario's folder")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES_OF_LINKS + 1)
    except OSError as error:
        return Neighbour(name, flaw=f"cannot be read: {error.strerror or error}")
    if len(content) > MOST_BYTES_OF_LINKS:
        return Neighbour(name, flaw=f"is larger than {MOST_BYTES_OF_LINKS // 1024**2} MiB")
    return Neighbour(name, content)


def with_links(
    tree: MappingNode, neighbours: Mapping[str, Neighbour]
) -> tuple[MappingNode, tuple[Problem, ...]]:
    """Return the tree in which the links of named files stand after those written, and what is wrong with the files."""
    section = tree.entries.get("structures")
    structures: dict[str, MappingNode] = {}
    problems: list[Problem] = []
    known: dict[str, FoundLinks] = {}
    left = MOST_LINKS
    for id_, structure, name in _named(tree):
        flaw = _flaw(name, neighbours)
        if not flaw and name not in known:
            known[name] = _found(neighbours[name], structure.mark.file)
        found = known[name].links if not flaw else ()
        if len(found) > left:
            flaw, found = f"the files beside the scenario hold more than {MOST_LINKS:,} links together", ()
        left -= len(found)
        structures[id_] = _with(structure, found, file=shown_beside(structure.mark.file, name))
        mark, path = structure.key_marks[KEY], ("structures", id_, KEY)
        problems += (problem_at(mark, path, flaw),) if flaw else known[name].problems
    if not structures or not isinstance(section, MappingNode):
        return tree, ()
    changed = replace(section, entries={**section.entries, **structures})
    return replace(tree, entries={**tree.entries, "structures": changed}), tuple(problems)


def _named(tree: MappingNode) -> Iterator[tuple[str, MappingNode, str]]:
    """Yield the structures that name a file of links, with their ids and the file; other values are the models' matter."""
    for id_, structure in entries_of(tree, "structures"):
        named = structure.entries.get(KEY)
        try:
            yield id_, structure, parse_links_file(named.value if isinstance(named, Scalar) else None)
        except ValueError:
            continue


def _flaw(name: str, neighbours: Mapping[str, Neighbour]) -> str:
    """Return why the links of a file cannot be had; nothing when they can."""
    if name not in neighbours and len(neighbours) >= MOST_FILES_OF_LINKS:
        return f"{said(name)} is one file too many; a scenario may name {MOST_FILES_OF_LINKS}"
    if name not in neighbours:
        return f"there is no file {said(name)} beside the scenario; put it into the same folder"
    return f"{said(name)} {neighbours[name].flaw}" if neighbours[name].flaw else ""


def _found(neighbour: Neighbour, scenario: str) -> FoundLinks:
    from tabletop.exchange.reading import LINKS

    return LINKS[PurePath(neighbour.name).suffix](neighbour.content, shown_beside(scenario, neighbour.name))


def shown_beside(scenario: str, name: str) -> str:
    """Return a file beside the scenario as a person would find it from where they found the scenario."""
    return str(PurePath(scenario).with_name(name)) if scenario else name


def _node(link: FoundLink, file: str) -> MappingNode:
    mark = Mark(file, link.line, 1)
    entries = {key: _value(words, mark) for key, words in link.words.items()}
    return MappingNode(entries, dict.fromkeys(entries, mark), mark)


def _value(words: str | tuple[str, ...], mark: Mark) -> Node:
    if isinstance(words, str):
        return Scalar(words, mark, words, plain=True)
    return ListNode(tuple(Scalar(word, mark, word, plain=True) for word in words), mark)


def _with(structure: MappingNode, found: Sequence[FoundLink], *, file: str) -> MappingNode:
    """Return a structure with the links of its file, and without the key that names it."""
    links = structure.entries.get("links", ListNode((), structure.key_marks[KEY]))
    entries = {key: node for key, node in structure.entries.items() if key != KEY}
    marks = {"links": structure.key_marks[KEY], **structure.key_marks}
    if isinstance(links, ListNode):
        entries["links"] = replace(links, items=(*links.items, *(_node(link, file) for link in found)))
    return replace(structure, entries=entries, key_marks={key: marks[key] for key in entries})
