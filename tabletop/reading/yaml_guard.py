"""The guarded YAML reader: one pass over a scenario file that trusts nothing in it.

`read_tree("staff: 010", "flood.yaml")` does not guess: it says `flood.yaml:1:8: staff: 010 begins with 0` and what to
write. Anchors, tags, merge keys, repeated keys and second documents, by which a file can mean something else than its
reader sees, are refused with their place; a file of 100,000 brackets is refused as quickly as it is opened.

The events come from libyaml, PyYAML's compiled parser, and from it alone: it is 25 times as fast as the one in Python
(0.3 s for 5 MB), and the two disagree on texts such as `[a?, b]`. Its events need no recursion, so the depth is
counted here before anything deep is built.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NoReturn

import yaml

from tabletop.errors import Problem, ScenarioError, TabletopError
from tabletop.reading.characters import guarded_text, refused_in
from tabletop.reading.documents import only_document
from tabletop.reading.gathering import gathered, said
from tabletop.reading.limits import MOST_DEPTH, MOST_ENTRIES, MOST_NODES, MOST_NOTED
from tabletop.reading.nodes import ListNode, MappingNode, Mark, Node, Scalar
from tabletop.reading.refusals import no_mapping, no_text, no_value, references
from tabletop.reading.scalars import Refused, core_value
from tabletop.reading.syntax import explained


def read_tree(source: str | bytes, file_name: str) -> MappingNode:
    """Return a scenario file as a tree in which every part knows its place.

    Raises ScenarioError with every problem that can be seen in one pass; after a slip in the syntax, or a thousand
    other problems, the rest of the file is not looked at. Never raises anything else for any bytes, and stays within the sizes of `limits`.
    """
    tree, problems = guarded_tree(source, file_name)
    if problems:
        raise ScenarioError(gathered(problems))
    return tree


def guarded_tree(source: str | bytes, file_name: str) -> tuple[MappingNode, tuple[Problem, ...]]:
    """Return the tree that can be made of a file, and what had to be left out of it because it is refused.

    In place of a refused value nothing stands. Raises ScenarioError when nothing can be made of it.
    """
    text, in_characters = guarded_text(source, file_name)
    document, around = only_document(text, file_name)
    reading = _Reading(document, file_name)
    tree = reading.whole()
    problems = (*in_characters, *around, *reading.problems)
    if tree is None:
        raise ScenarioError(gathered(problems))
    return tree, problems


class _TooMuchError(Exception):
    """There is no point in reading on; the problem is already noted."""


class _Reading:
    """One walk over the events of a document, which notes problems and goes on wherever it can."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._file = file
        self._events = _events(text)
        self._path: list[str] = []
        self._opened: list[Mark] = []
        self._nameless: set[str] = set()
        self._depth = 0
        self._nodes = 0

    def whole(self) -> MappingNode | None:
        """Return the tree of the document; None, with a problem noted, when there is none."""
        try:
            return self._mapping_or_none()
        except _TooMuchError:
            return None
        except yaml.YAMLError as error:
            opened = self._opened[-1] if self._opened else None
            self.problems.append(explained(error, self._text, file=self._file, opened=opened))
            return None

    def _mapping_or_none(self) -> MappingNode | None:
        nodes = (self._node(event) for event in self._events if isinstance(event, yaml.NodeEvent))
        tree = next(nodes, None)
        deque(self._events, maxlen=0)  # to the end, where the parser may still find a slip
        if isinstance(tree, MappingNode):
            self._count_entries(tree)
            return tree
        self._note(tree.mark if tree else Mark(self._file, 1, 1), no_mapping(tree))
        return None

    def _node(self, event: yaml.NodeEvent) -> Node:
        mark = self._mark(event)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            remedy = "use `copies` for actors that are alike, and `traffic` for what recurs"
            self._give_up(mark, Refused(f"the file holds more than {MOST_NODES:,} values", remedy))
        self._note(mark, *references(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, mark)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._collection(event, mark)
        return Scalar(value=None, mark=mark, text="", plain=True)

    def _collection(self, event: yaml.CollectionStartEvent, mark: Mark) -> Node:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            what = f"more than {MOST_DEPTH} mappings and lists stand inside each other"
            self._give_up(mark, Refused(what, "bring them to fewer levels"))
        assert event.start_mark is not None
        in_brackets = self._text.startswith(("[", "{"), event.start_mark.index)
        if in_brackets:
            self._opened.append(mark)
        node = self._mapping(mark) if isinstance(event, yaml.MappingStartEvent) else self._list(mark)
        if in_brackets:
            self._opened.pop()
        self._depth -= 1
        return node

    def _list(self, mark: Mark) -> ListNode:
        items: list[Node] = []
        for event in self._until_end():
            self._path.append(str(len(items)))
            items.append(self._node(event))
            self._path.pop()
        return ListNode(items=tuple(items), mark=mark)

    def _mapping(self, mark: Mark) -> MappingNode:
        entries: dict[str, Node] = {}
        marks: dict[str, Mark] = {}
        for key in self._until_end():
            name, key_mark = self._key(key), self._mark(key)
            self._path.append(said(name)[1:-1])
            if name in entries:
                what = f"the key {said(name)} stands here again; the first is in line {marks[name].line}"
                self._note(key_mark, Refused(what, "keep one of them"))
            value = next(self._until_end())
            lone = no_value(key, value, self._text, in_brackets=bool(self._opened))
            self._note(key_mark, *filter(None, [lone]))
            entries[name] = self._node(value)
            marks.setdefault(name, key_mark)
            self._path.pop()
        for name in self._nameless.intersection(entries):
            del entries[name], marks[name]
        return MappingNode(entries=entries, key_marks=marks, mark=mark)

    def _key(self, key: yaml.NodeEvent) -> str:
        """Return a key's text; one that is no text is a problem, and its place stands in for it."""
        mark = self._mark(key)
        refused = no_text(key)
        self._note(mark, *references(key), *filter(None, [refused]))
        if isinstance(key, yaml.CollectionStartEvent):
            self._collection(key, mark)
        if refused or not isinstance(key, yaml.ScalarEvent):
            stand_in = f"line {mark.line}, column {mark.column}"
            self._nameless.add(stand_in)
            return stand_in
        return self._scalar(key, mark).text

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        text = event.value
        unsafe = refused_in(text)
        if unsafe:
            self._note(mark, Refused(unsafe, "remove it"))
        value = text if event.style else core_value(text)
        if isinstance(value, Refused):
            self._note(mark, value)
            value = None
        return Scalar(value=value, mark=mark, text=text, plain=not event.style)

    def _until_end(self) -> Iterator[yaml.NodeEvent]:
        """Yield the parts that follow, up to the end of the mapping or list in which they stand."""
        for event in self._events:
            if not isinstance(event, yaml.NodeEvent):
                return
            yield event

    def _count_entries(self, tree: MappingNode) -> None:
        for part, most in MOST_ENTRIES.items():
            node = tree.entries.get(part)
            if isinstance(node, MappingNode) and len(node.entries) > most:
                refused = Refused(f"{part} has more than {most:,} entries", "split the exercise")
                self._note(tree.key_marks[part], refused)

    def _mark(self, event: yaml.Event) -> Mark:
        assert event.start_mark is not None
        return Mark(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _note(self, mark: Mark, *refused: Refused) -> None:
        for each in refused:
            path = ".".join(self._path)
            self.problems.append(Problem(mark.file, mark.line, mark.column, path, each.what, each.remedy))
        if len(self.problems) >= MOST_NOTED:
            raise _TooMuchError

    def _give_up(self, mark: Mark, refused: Refused) -> NoReturn:
        self._note(mark, refused)
        raise _TooMuchError


def _events(text: str) -> Iterator[yaml.Event]:
    if not yaml.__with_libyaml__:
        msg = "PyYAML is installed here without libyaml, which scenarios need: install its wheel (pip install pyyaml)"
        raise TabletopError(msg)
    return yaml.parse(text, Loader=yaml.CSafeLoader)
