"""Switching an intervention on: its `set` and `add` change the file's tree, as if the file had been written so.

`set: {channels.meeting.barriers.periodic_meeting.every: 1w}` puts `1w` where `2w` stood; the scenario is then read and
checked anew, so that an intervention can never make one that could not have been written.
"""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.errors import Problem
from tabletop.reading.expand import problem_at
from tabletop.reading.nodes import (
    ListNode,
    MappingNode,
    Node,
    NoSuchPlaceError,
    Path,
    Scalar,
    appended,
    find,
    replaced,
)


def overlaid(tree: MappingNode, intervention: str) -> tuple[MappingNode, tuple[Problem, ...]]:
    """Return the tree with an intervention switched on, and what of it leads nowhere."""
    problems: list[Problem] = []
    whole: Node = tree
    for key, change in (("set", _set), ("add", _add)):
        section = find(tree, ("interventions", intervention, key))
        for dotted, value in section.entries.items() if isinstance(section, MappingNode) else ():
            try:
                whole = change(whole, path_of(whole, dotted), value)
            except NoSuchPlaceError as error:
                what = f"leads nowhere: there is no {'.'.join(map(str, error.path))}"
                place = ("interventions", intervention, key, dotted)
                problems.append(
                    problem_at(value.mark, place, what, remedy="give the path of something that is written")
                )
    return (whole if isinstance(whole, MappingNode) else tree), tuple(problems)


def lifted_by(tree: MappingNode, intervention: str) -> tuple[str, ...]:
    """Return the barriers that an intervention lifts."""
    lift = find(tree, ("interventions", intervention, "lift"))
    items = lift.items if isinstance(lift, ListNode) else () if lift is None else (lift,)
    return tuple(item.value for item in items if isinstance(item, Scalar) and isinstance(item.value, str))


def path_of(tree: Node, dotted: str) -> Path:
    """Return a dotted path with its numbers as indices where lists stand."""
    return tuple(_steps(tree, dotted.split(".")))


def _steps(tree: Node, words: list[str]) -> Iterator[str | int]:
    node: Node | None = tree
    for word in words:
        step: str | int = int(word) if isinstance(node, ListNode) and word.isdecimal() else word
        yield step
        node = find(node, (step,)) if node is not None else None


def _set(tree: Node, path: Path, value: Node) -> Node:
    return replaced(tree, path, value)


def _add(tree: Node, path: Path, value: Node) -> Node:
    """Append to a list, or put new entries into a mapping."""
    if isinstance(value, MappingNode):
        for key, entry in value.entries.items():
            tree = replaced(tree, (*path, key), entry)
        return tree
    if isinstance(value, ListNode):
        return appended(tree, path, value.items)
    raise NoSuchPlaceError(path)
