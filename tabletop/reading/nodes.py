"""The tree that a scenario file becomes, in which every part remembers where it was written.

`actors.police.staff` is the number 2, and it knows that it stands in line 12, column 12 of flood.yaml, even after an
intervention has put another actor beside it: a change gives a new tree and leaves the old one as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

Path = tuple[str | int, ...]
"""The way to a part of the tree: keys of mappings and indices of lists, from the top; `()` is the whole."""

ScalarValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file."""

    file: str
    """The file as its reader named it."""
    line: int
    """Line, from 1."""
    column: int
    """Column in characters, from 1."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: a text, a number, true, false or nothing."""

    value: ScalarValue
    """What it means, by the core rules of YAML 1.2."""
    mark: Mark
    """Where it begins."""
    text: str
    """The letters from which the value was read, such as `0x10` for 16."""
    plain: bool
    """Whether it was written without quotes and not as a block of text."""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of parts, in order."""

    items: tuple[Node, ...]
    """The entries."""
    mark: Mark
    """Where the first dash or the opening bracket stands."""


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Parts by key, in the order in which they were written."""

    entries: Mapping[str, Node]
    """The value of each key."""
    key_marks: Mapping[str, Mark]
    """Where each key stands."""
    mark: Mark
    """Where the first key or the opening brace stands."""


Node = Scalar | ListNode | MappingNode


class NoSuchPlaceError(LookupError):
    """A path leads nowhere; `path` is its shortest beginning that does, so that a message can name the culprit."""

    def __init__(self, path: Path) -> None:
        super().__init__(".".join(map(str, path)))
        self.path = path


def plain(node: Node) -> object:
    """Return the bare values: dicts, scalars, and tuples for lists, since the strict models take only tuples."""
    match node:
        case MappingNode():
            return {key: plain(entry) for key, entry in node.entries.items()}
        case ListNode():
            return tuple(plain(item) for item in node.items)
        case Scalar():
            return node.value


def child(node: Node, key: str | int) -> Node | None:
    """Return the part directly under a node; None when there is none by that key or index."""
    match node, key:
        case MappingNode(entries=entries), str():
            return entries.get(key)
        case ListNode(items=items), int() if 0 <= key < len(items):
            return items[key]
        case _:
            return None


def find(node: Node, path: Path) -> Node | None:
    """Return the part at a path; None when nothing was written there."""
    found: Node | None = node
    for key in path:
        if found is None:
            return None
        found = child(found, key)
    return found


def mark_at(node: Node, path: Path) -> Mark:
    """Return where a path was written: its key, its list entry, or else the nearest part around it that exists."""
    mark = node.mark
    for key in path:
        below = child(node, key)
        if below is None:
            return mark
        mark = node.key_marks[key] if isinstance(node, MappingNode) and isinstance(key, str) else below.mark
        node = below
    return mark


def replaced(node: Node, path: Path, new_node: Node) -> Node:
    """Return a tree in which another part stands at a path.

    The last key may be new to its mapping: it then comes last, with the new part's mark. Raises NoSuchPlaceError when
    the path leads through what does not exist, or past the end of a list.
    """
    if not path:
        return new_node
    match find(node, path[:-1]), path[-1]:
        case MappingNode() as parent, str() as key:
            marks = {**parent.key_marks, key: parent.key_marks.get(key, new_node.mark)}
            changed: Node = replace(parent, entries={**parent.entries, key: new_node}, key_marks=marks)
        case ListNode(items=items) as parent, int() as index if 0 <= index < len(items):
            changed = replace(parent, items=(*items[:index], new_node, *items[index + 1 :]))
        case _:
            raise NoSuchPlaceError(_first_missing(node, path))
    return replaced(node, path[:-1], changed)


def appended(node: Node, path: Path, new_nodes: Sequence[Node]) -> Node:
    """Return a tree in which the list at a path has more entries at its end.

    A list that was not written yet is begun. Raises NoSuchPlaceError as `replaced` does, and when what stands at the
    path is no list.
    """
    if not new_nodes:
        return node
    match find(node, path):
        case None:
            return replaced(node, path, ListNode(items=tuple(new_nodes), mark=new_nodes[0].mark))
        case ListNode(items=items) as present:
            return replaced(node, path, replace(present, items=(*items, *new_nodes)))
        case _:
            raise NoSuchPlaceError(path)


def without(node: Node, path: Path) -> Node:
    """Return a tree from which the part at a path is gone; raises NoSuchPlaceError when there is none."""
    if not path:
        raise NoSuchPlaceError(path)
    match find(node, path[:-1]), path[-1]:
        case MappingNode() as parent, str() as key if key in parent.entries:
            entries = {name: entry for name, entry in parent.entries.items() if name != key}
            marks = {name: mark for name, mark in parent.key_marks.items() if name != key}
            changed: Node = replace(parent, entries=entries, key_marks=marks)
        case ListNode(items=items) as parent, int() as index if 0 <= index < len(items):
            changed = replace(parent, items=(*items[:index], *items[index + 1 :]))
        case _:
            raise NoSuchPlaceError(_first_missing(node, path))
    return replaced(node, path[:-1], changed)


def _first_missing(node: Node, path: Path) -> Path:
    lengths = range(1, len(path) + 1)
    return next((path[:length] for length in lengths if find(node, path[:length]) is None), path)
