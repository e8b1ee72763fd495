"""Numbers that say where they come from: `{value: 20%, guess: 5% to 40%}` or `{value: 0.48, source: Bhabra 2007}`.

The models get the bare 20%; that it is a guess, and how far it may be off, is kept beside the scenario. A guess says
between which ends the number lies, and both ends could stand there themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from tabletop.errors import Problem
from tabletop.model.amount import Exactly, Spread
from tabletop.model.scenario import Guess
from tabletop.reading.fields import adapter_of, annotation_at, is_number, takes_keys
from tabletop.reading.gathering import said
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import ListNode, MappingNode, Node, Path, Scalar
from tabletop.reading.places import problem_at, written
from tabletop.reading.scalars import Refused, core_value
from tabletop.reading.wordings import expected

_KEYS = frozenset({"value", "guess", "source"})
_RANGE = re.compile(r"\s*(\S.*?)\s+to\s+(\S.*?)\s*")
_A_RANGE = "a guess says between which ends it lies, such as 5% to 40%"


_OF_THE_WHOLE = frozenset({"defaults", "interventions"})
"""Parts of which only the whole tells what may stand where, since they are meant for other parts."""


class Bared(NamedTuple):
    """One part of a tree, such as its actors, with bare numbers only."""

    written: Node
    """As it was written."""
    bare: Node
    """With bare numbers; the same one when it has no guesses."""
    guesses: tuple[Guess, ...]
    """What its numbers said of themselves."""
    problems: tuple[Problem, ...]
    """What is wrong with that."""


def bared(tree: MappingNode, before: Mapping[str, Bared]) -> dict[str, Bared]:
    """Return the parts of a tree with bare numbers only; those that were bared before are not gone through again."""
    return {
        key: before[key]
        if key in before and before[key].written is node and key not in _OF_THE_WHOLE
        else _bared(tree, key)
        for key, node in tree.entries.items()
    }


def _bared(tree: MappingNode, key: str) -> Bared:
    search, written = _Search(tree), tree.entries[key]
    return Bared(written, search.bare(written, (key,)), tuple(search.guesses), tuple(search.problems))


class _Search:
    """One walk through a tree, which notes guesses and what is wrong with them."""

    def __init__(self, tree: MappingNode) -> None:
        self.guesses: list[Guess] = []
        self.problems: list[Problem] = []
        self._tree = tree

    def bare(self, node: Node, path: Path) -> Node:
        """Return a part with bare numbers only."""
        if isinstance(node, MappingNode):
            return self._number(node, path) if self._is_guess(node, path) else self.mapping(node, path)
        if isinstance(node, ListNode):
            items = tuple(self.bare(item, (*path, index)) for index, item in enumerate(node.items))
            return node if _same(items, node.items) else replace(node, items=items)
        return node

    def mapping(self, node: MappingNode, path: Path) -> MappingNode:
        """Return a mapping that is no guess itself, with bare numbers only; the same one when it has no guesses."""
        if path == ("texts",):
            return node
        entries = {key: self.bare(entry, (*path, key)) for key, entry in node.entries.items()}
        if _same(entries.values(), node.entries.values()):
            return node
        return replace(node, entries=entries)

    def _is_guess(self, node: MappingNode, path: Path) -> bool:
        if "value" not in node.entries:
            return False
        annotation = self._annotation(path)
        return is_number(annotation) and (not takes_keys(annotation) or _KEYS.issuperset(node.entries))

    def _annotation(self, path: Path) -> Any:  # noqa: ANN401 - an annotation can be anything
        return annotation_at(self._tree, _meant(path))

    def _number(self, node: MappingNode, path: Path) -> Node:
        value = node.entries["value"]
        unknown = [key for key in node.entries if key not in _KEYS]
        for key in unknown:
            meant = nearest(key, _KEYS)
            remedy = f"did you mean {meant!r}?" if meant else "known here: value, guess, source"
            self._note(node, (*path, key), f"unknown key {said(key)}", remedy=remedy)
        if len(node.entries) == 1:
            remedy = "write the value by itself, or add `guess: … to …` or `source: …`"
            self._note(node, (*path, "value"), "`value` stands alone", remedy=remedy)
        texts = [key for key in ("guess", "source") if not self._is_text(node, path, key)]
        if not unknown and not texts and len(node.entries) > 1:
            self.problems += self._of_range(node, path)
            said_of_it = {key: written(entry) for key, entry in node.entries.items()}
            self.guesses.append(Guess(path=".".join(map(str, path)), **said_of_it))
        return value

    def _is_text(self, node: MappingNode, path: Path, key: str) -> bool:
        entry = node.entries.get(key)
        if entry is None or (
            isinstance(entry, Scalar) and isinstance(entry.value, str) and entry.value.strip()
        ):
            return True
        expected = _A_RANGE if key == "guess" else "a source says in words where the number comes from"
        self._note(node, (*path, key), expected, remedy="")
        return False

    def _of_range(self, node: MappingNode, path: Path) -> Iterator[Problem]:
        """Yield what is wrong with the ends of a guess; a value in several parts may say it in words."""
        guess, value = node.entries.get("guess"), node.entries["value"]
        if not isinstance(guess, Scalar) or not isinstance(value, Scalar):
            return
        mark, place = node.key_marks["guess"], (*path, "guess")
        found = _RANGE.fullmatch(guess.text)
        if found is None:
            yield problem_at(mark, place, f"{_A_RANGE}, got {said(guess.text)}")
            return
        adapter, sizes = adapter_of(self._annotation(path)), []
        for end in found.groups():
            try:
                sizes.append(_size(adapter.validate_python(_plain(end))))
            except ValidationError as error:
                yield problem_at(mark, place, f"the end {said(end)} could not stand here: {_told(error)}")
        if len(sizes) == 2:
            ends = (sizes[0], sizes[1])
            yield from (problem_at(mark, place, what) for what in _misplaced(value, ends, adapter=adapter))

    def _note(self, node: MappingNode, path: Path, what: str, *, remedy: str) -> None:
        self.problems.append(problem_at(node.key_marks[str(path[-1])], path, what, remedy=remedy))


def _meant(path: Path) -> Path:
    """Return the place in the scenario that a part of an intervention is meant for."""
    if path[:1] == ("interventions",) and len(path) > 3 and path[2] in ("set", "add"):
        words = str(path[3]).split(".")
        return (*(int(word) if word.isdecimal() else word for word in words), *path[4:])
    return (*path[1:2], "usual", *path[2:]) if path[:1] == ("defaults",) else path


def _same(new: Any, old: Any) -> bool:  # noqa: ANN401 - two equally long iterables
    return all(one is other for one, other in zip(new, old, strict=True))


def _misplaced(
    value: Scalar, ends: tuple[float | None, float | None], *, adapter: TypeAdapter[Any]
) -> Iterator[str]:
    """Yield how a guess's ends do not fit each other or the value."""
    least, most = ends
    if least is None or most is None:
        return
    try:
        size = _size(adapter.validate_python(value.value))
    except ValidationError:
        size = None
    if most < least:
        yield "the guess ends before it begins"
    elif size is not None and not least <= size <= most:
        yield f"the value {value.text} lies outside its own guess"


def _plain(end: str) -> object:
    meant = core_value(end)
    return end if isinstance(meant, Refused) else meant


def _size(value: object) -> float | None:
    """Return how large a number or time is; None for one that has several ends itself."""
    if isinstance(value, Exactly):
        return value.time
    return None if isinstance(value, Spread) or not isinstance(value, int | float) else value


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    context = first.get("ctx", {})
    wanted = expected(first["type"], context)
    return f"expected {wanted}" if wanted else str(context.get("error", first["msg"]))
