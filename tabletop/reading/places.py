"""Saying where: a problem at a place of the tree, and a part of it as a person would write it on one line."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.errors import Problem
from tabletop.reading.gathering import said, visible
from tabletop.reading.nodes import ListNode, MappingNode, Mark, Node, Path, Scalar, child, find


def problem_at(mark: Mark, path: Path, what: str, *, remedy: str = "") -> Problem:
    """Return a problem at a place of the tree."""
    return Problem(mark.file, mark.line, mark.column, dotted(path), visible(what), visible(remedy))


def dotted(path: Path) -> str:
    """Return a path as one word such as `actors.police.staff`, with keys that are no ids cut and made visible."""
    return ".".join(said(step)[1:-1] if isinstance(step, str) else str(step) for step in path)


def written(node: Node) -> str:
    """Return a part as a person would write it on one line."""
    match node:
        case Scalar():
            return node.text
        case ListNode():
            return "[" + ", ".join(written(item) for item in node.items) + "]"
        case MappingNode():
            return "{" + ", ".join(f"{key}: {written(entry)}" for key, entry in node.entries.items()) + "}"


def entries_of(tree: MappingNode, part: str) -> Iterator[tuple[str, MappingNode]]:
    """Yield the id and the words of each entry of a part of the scenario, those that are no mappings left out."""
    section = tree.entries.get(part)
    if isinstance(section, MappingNode):
        for id_, entry in section.entries.items():
            if isinstance(entry, MappingNode):
                yield id_, entry


def where_named(tree: Node, path: Path, name: str) -> Path:
    """Return the place below a path at which a name is written as a key or a value; the path when it is not.

    `roles.coordinator.needs` with `[concern, offr]` and the name `offr` is `roles.coordinator.needs.1`.
    """
    node = find(tree, path)
    for key in _keys(node):
        below = child(node, key) if node is not None else None
        if key == name or (isinstance(below, Scalar) and below.value == name):
            return (*path, key)
    for key in _keys(node):
        if isinstance(child(node, key) if node is not None else None, ListNode | MappingNode):
            found = where_named(tree, (*path, key), name)
            if found != (*path, key):
                return found
    return path


def _keys(node: Node | None) -> tuple[str | int, ...]:
    if isinstance(node, MappingNode):
        return tuple(node.entries)
    return tuple(range(len(node.items))) if isinstance(node, ListNode) else ()
