"""What is left of a scenario when all that is not in order is left out: so that one slip does not hide the next.

In a file with `staff: two` in one line and a misspelt role in another, both are told at once: the first by the models,
the second by looking at the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tabletop.model.scenario import Scenario
from tabletop.reading.models import validated
from tabletop.reading.nodes import (
    ListNode,
    MappingNode,
    Mark,
    Node,
    Path,
    Scalar,
    ScalarValue,
    child,
    plain,
    replaced,
    without,
)
from tabletop.reading.problems import located

_ROUNDS = 8
"""How often something may be left out because something else was."""

_MOST_ERRORS = 200
"""Errors beyond which nobody looks for more."""

_STAND_INS: dict[str, ScalarValue | dict[str, ScalarValue | dict[str, ScalarValue]]] = {
    "tabletop": 1,
    "title": "",
    "clock": {"lasts": "1d"},
    "information": {},
    "actors": {"nobody": {}},
    "structures": {"none": {}},
}
"""What stands for the parts of a scenario that cannot be left out."""


def rest_of(tree: MappingNode, error: ValidationError) -> tuple[Scenario, MappingNode] | None:
    """Return the scenario without what an error is about, and its tree; None when nothing sensible is left."""
    left: Node = tree
    for _ in range(_ROUNDS):
        if error.error_count() > _MOST_ERRORS:
            return None
        for path in sorted(set(_cuts(error, left)), key=_order, reverse=True):
            left = _without(left, path)
        if not isinstance(left, MappingNode):
            return None
        try:
            return validated(plain(left)), left
        except ValidationError as another:
            error = another
    return None


def path_before(path: Path, left: Node, tree: Node) -> Path:
    """Return the path in the whole tree of a part of what is left of it: entries of lists have moved up."""
    steps: list[str | int] = []
    here: Node | None = left
    whole: Node | None = tree
    for step in path:
        here = child(here, step) if here is not None else None
        if isinstance(whole, ListNode) and here is not None:
            marks = [item.mark for item in whole.items]
            step = marks.index(here.mark) if here.mark in marks else step  # noqa: PLW2901 - the same entry's place
        steps.append(step)
        whole = child(whole, step) if whole is not None else None
    return tuple(steps)


def _cuts(error: ValidationError, tree: Node) -> Iterator[Path]:
    """Yield what must be left out for each error: the value, the key, or the part in which something is missing."""
    for details in error.errors(include_url=False, include_context=False, include_input=False):
        yield _cut(details, tree)


def _cut(details: ErrorDetails, tree: Node) -> Path:
    loc = details["loc"]
    if details["type"] == "missing":
        around = located(loc[:-1], tree)
        return around or (str(loc[-1]),)
    if details["type"] == "extra_forbidden":
        return (*located(loc[:-1], tree), str(loc[-1]))
    if loc[-1:] == ("[key]",):
        return (*located(loc[:-2], tree), str(loc[-2]))
    return located(loc, tree)


def _order(path: Path) -> tuple[tuple[bool, str | int], ...]:
    """Sort deeper and later places behind, so that cutting from the end moves nothing that is still to be cut."""
    return tuple((isinstance(step, str), step) for step in path)


def _without(tree: Node, path: Path) -> Node:
    if len(path) == 1 and path[0] in _STAND_INS:
        return replaced(tree, path, _node(_STAND_INS[str(path[0])], tree.mark))
    try:
        return without(tree, path)
    except LookupError:
        return tree  # gone already, with what was around it


def _node(value: object, mark: Mark) -> Node:
    if isinstance(value, dict):
        entries = {key: _node(entry, mark) for key, entry in value.items()}
        return MappingNode(entries, dict.fromkeys(entries, mark), mark)
    assert value is None or isinstance(value, str | int | float)
    return Scalar(value, mark, str(value), plain=True)
