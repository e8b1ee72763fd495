"""Switching an intervention on: its `set` and `add` change the file's tree, as if the file had been written so.

`set: {channels.meeting.barriers.periodic_meeting.every: 1w}` puts `1w` where `2w` stood; the scenario is then checked
anew, so that an intervention can never make one that could not have been written. What an actor has only from
`defaults`, from `like` or as a numbered copy can be set too: it is then written out at that one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tabletop.errors import Problem
from tabletop.reading.fields import RESERVED, known_keys
from tabletop.reading.gathering import said
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import (
    ListNode,
    MappingNode,
    Mark,
    Node,
    NoSuchPlaceError,
    Path,
    child,
    find,
    replaced,
)
from tabletop.reading.places import dotted, problem_at

_MOST_STEPS = 20
"""Steps of a path in an intervention; the deepest that leads anywhere has 9."""


def overlaid(
    tree: MappingNode, intervention: str, *, full: MappingNode
) -> tuple[MappingNode, tuple[Problem, ...]]:
    """Return the tree with an intervention switched on, and what of it leads nowhere.

    `full` is the tree with every short way written out.
    """
    problems: list[Problem] = []
    whole: Node = tree
    for key, change in (("set", _set), ("add", _add)):
        section = find(tree, ("interventions", intervention, key))
        for steps, value in section.entries.items() if isinstance(section, MappingNode) else ():
            assert isinstance(section, MappingNode)
            place: Path = ("interventions", intervention, key, steps)
            mark = section.key_marks[steps]
            try:
                whole = _changed(
                    whole, path_of(full, steps), full=full, change=change, value=value, mark=mark
                )
            except NoSuchPlaceError as error:
                what, remedy = nowhere(error.path, full)
                problems.append(problem_at(mark, place, what, remedy=remedy))
            except _NotAddableError as error:
                problems.append(
                    problem_at(mark, place, str(error), remedy="use `set` to change what is there")
                )
    return (whole if isinstance(whole, MappingNode) else tree), tuple(problems)


def touched(tree: MappingNode, intervention: str) -> frozenset[str]:
    """Return the parts of the scenario that an intervention sets something in or adds something to."""
    sections = (find(tree, ("interventions", intervention, key)) for key in ("set", "add"))
    return frozenset(
        dotted.partition(".")[0]
        for section in sections
        if isinstance(section, MappingNode)
        for dotted in section.entries
    )


def path_of(tree: Node, dotted: str) -> Path:
    """Return a dotted path with its numbers as indices where lists stand; NoSuchPlaceError when a step is empty."""
    words = dotted.split(".", _MOST_STEPS)
    if "" in words:
        raise NoSuchPlaceError(tuple(words[: words.index("") + 1]))
    return tuple(_steps(tree, words))


def put(tree: MappingNode, path: Path, value: Node, *, full: MappingNode) -> Node:
    """Return the tree with a value at a path; raises NoSuchPlaceError when the path leads nowhere."""
    return _changed(tree, path, full=full, change=_set, value=value, mark=value.mark)


class _NotAddableError(Exception):
    """What is to be added to is a single value, or what is to be added is."""


def _steps(tree: Node, words: list[str]) -> Iterator[str | int]:
    node: Node | None = tree
    for word in words:
        step: str | int = int(word) if isinstance(node, ListNode) and word.isdecimal() else word
        yield step
        node = child(node, step) if node is not None else None


Change = Callable[[Node | None, Node], Node]
"""From what stands at a place and what an intervention says to what then stands there."""


def _changed(tree: Node, path: Path, *, full: Node, change: Change, value: Node, mark: Mark) -> Node:
    """Return the tree with a change at a path, told from now on to stand where the intervention says it."""
    if path[0] in RESERVED or path[-1] == "copy_of":
        raise NoSuchPlaceError(path)
    tree = _written_out(tree, path[:-1], full)
    above = find(tree, path[:-1])
    if not isinstance(above, MappingNode | ListNode):
        raise NoSuchPlaceError(path[:-1])
    usual = find(full, path)
    present = child(above, path[-1])
    if isinstance(above, ListNode) and present is None:
        raise NoSuchPlaceError(path)
    new = change(usual if present is None else present, value)
    if isinstance(above, MappingNode):
        key = str(path[-1])
        marks, entries = {**above.key_marks, key: mark}, {**above.entries, key: new}
        return replaced(tree, path[:-1], replace(above, entries=entries, key_marks=marks))
    return replaced(tree, path, new)


def _written_out(tree: Node, path: Path, full: Node) -> Node:
    """Return the tree in which what stands at a path only by defaults, likeness or copying is written."""
    for length in range(1, len(path) + 1):
        here = path[:length]
        if find(tree, here) is None:
            usual = find(full, here)
            if usual is None:
                raise NoSuchPlaceError(here)
            return replaced(tree, here, usual)
    return tree


def _set(_present: Node | None, value: Node) -> Node:
    return value


def _add(present: Node | None, value: Node) -> Node:
    """Append to a list, or put new entries into a mapping; what is not written yet is begun."""
    match present, value:
        case None, ListNode() | MappingNode():
            return value
        case ListNode(), ListNode():
            return replace(present, items=(*present.items, *value.items))
        case MappingNode(), MappingNode():
            twice = [key for key in value.entries if key in present.entries]
            if twice:
                msg = f"{said(twice[0])} stands there already, so that it cannot be added"
                raise _NotAddableError(msg)
            marks = {**present.key_marks, **value.key_marks}
            return replace(present, entries={**present.entries, **value.entries}, key_marks=marks)
        case _:
            msg = "only a list can be added to a list, and entries to entries"
            raise _NotAddableError(msg)


def nowhere(path: Path, full: MappingNode) -> tuple[str, str]:
    """Return what to say of a path that leads nowhere, by its shortest beginning that does not exist."""
    above, last = find(full, path[:-1]), str(path[-1]) if path else ""
    known = tuple(known_keys(full)(path[:-1]))
    here = tuple(above.entries) if isinstance(above, MappingNode) else ()
    meant = nearest(last, dict.fromkeys([*here, *known]))
    remedy = f"did you mean {meant!r}?" if meant else "give the path of something that is written"
    if last in known:
        remedy = f"nothing is written under {last!r} yet: use `add` with all that is to stand there"
    if not last:
        return "leads nowhere: a step of the path is empty", "give the path of something that is written"
    return f"leads nowhere: there is no {dotted(path)}", remedy
