"""Parts of a scenario that stand in files of their own: the same city and the same ways of working for two incidents.

`uses: [models/city, our_offices.yaml]` takes `scenarios/models/city.yaml` of those that travel with tabletop and
`our_offices.yaml` from the scenario's own folder. What stands there counts as if it stood in the scenario, before what
the scenario writes itself; an entry that the scenario writes under the same id stands instead. Each part remembers its
file and line. No other folder is read, no link that leads out of it, no pipe, nothing huge, and a used file uses none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path as FilePath
from pathlib import PurePath

from tabletop.errors import Problem, ScenarioError
from tabletop.model.words import ID_PATTERN
from tabletop.reading.gathering import gathered, said
from tabletop.reading.limits import MOST_FILES_USED
from tabletop.reading.neighbours import KEY as LINKS_FROM
from tabletop.reading.neighbours import Neighbour, neighbour_in, shown_beside
from tabletop.reading.nodes import ListNode, MappingNode, Node, Scalar
from tabletop.reading.places import entries_of, problem_at
from tabletop.reading.yaml_guard import guarded_tree
from tabletop.resources import shipped

KEY = "uses"
"""The key of a scenario that names the files it uses."""

_AS_KEY = re.compile(rb"\buses\b[\"']?\s*+[:#]")
"""The key as it may stand in a text, a comment before its colon included; a text that speaks of uses has none."""

BESIDE = re.compile(r'[^./\\:*?"<>|\s][^/\\:*?"<>|\x00-\x1f\x7f]{0,99}\.ya?ml')
"""A file in the scenario's own folder, by its bare name."""

SHIPPED = re.compile(rf"{ID_PATTERN.strip('^$')}/{ID_PATTERN.strip('^$')}")
"""A file that travels with tabletop, by its folder and name."""

_NOT_TAKEN = ("tabletop", "title", "summary")
"""What a used file may say of itself, and what no scenario takes from it."""

_DEEP = ("defaults", "texts")
"""Parts that are joined down to their single values."""

_ONLY_THE_SCENARIO = ("source", "marking", "language", "sponsor", "contact", "clock", KEY)
"""What only the scenario itself says."""


def used_by(content: bytes, folder: FilePath) -> tuple[Neighbour, ...]:
    """Return the files that a scenario's text uses; those that are nowhere are left out."""
    if not _AS_KEY.search(content):
        return ()
    try:
        tree, _ = guarded_tree(content, "")
    except ScenarioError:
        return ()
    found = (_found(name.text, folder) for _, name in islice(_names(tree), MOST_FILES_USED))
    return tuple(each for each in found if each is not None)


def with_used(tree: MappingNode, used: Mapping[str, Neighbour]) -> tuple[MappingNode, tuple[Problem, ...]]:
    """Return the tree in which the parts of used files stand before those written, and what is wrong with the files.

    Raises ScenarioError when a file cannot be had.
    """
    if KEY not in tree.entries:
        return tree, ()
    _must_be_there(tree, used)
    problems: list[Problem] = []
    whole = MappingNode({}, {}, tree.mark)
    for _, name in _names(tree):
        part, in_file = guarded_tree(used[name.text].content, _shown(tree.mark.file, name.text))
        problems += (*in_file, *_refused(part), *_twice(whole, part))
        whole = _joined(whole, _without(part, *_NOT_TAKEN, *_ONLY_THE_SCENARIO))
    return _joined(whole, _without(tree, KEY)), tuple(problems)


def _must_be_there(tree: MappingNode, used: Mapping[str, Neighbour]) -> None:
    """Raise ScenarioError when a file cannot be had: without it, all that refers to its parts would be told besides."""
    problems = [*_misnamed(tree)]
    for number, name in _names(tree):
        flaw, remedy = _flaw(name.text, used)
        if flaw:
            problems.append(problem_at(name.mark, (KEY, number), flaw, remedy=remedy))
    if problems:
        raise ScenarioError(gathered(problems))


def _names(tree: MappingNode) -> Iterator[tuple[int, Scalar]]:
    """Yield the files that a scenario uses, each once, with their places in the list; others are told by `_misnamed`."""
    named = tree.entries.get(KEY)
    seen: set[str] = set()
    for number, item in enumerate(named.items if isinstance(named, ListNode) else ()):
        if isinstance(item, Scalar) and _is_name(item.text) and item.text not in seen:
            seen.add(item.text)
            yield number, item


def _is_name(text: str) -> bool:
    return bool(BESIDE.fullmatch(text) or SHIPPED.fullmatch(text))


def _misnamed(tree: MappingNode) -> Iterator[Problem]:
    named = tree.entries[KEY]
    remedy = "write a file beside the scenario such as offices.yaml, or a shipped one such as models/city"
    if not isinstance(named, ListNode):
        yield problem_at(tree.key_marks[KEY], (KEY,), "expected a list of files", remedy=remedy)
        return
    seen: set[str] = set()
    for number, item in enumerate(named.items):
        text = item.text if isinstance(item, Scalar) else ""
        if not _is_name(text):
            what = f"expected the name of a file, got {said(text) if isinstance(item, Scalar) else 'something else'}"
            yield problem_at(item.mark, (KEY, number), what, remedy=remedy)
        elif text in seen:
            yield problem_at(item.mark, (KEY, number), f"{said(text)} is named twice", remedy="name it once")
        seen.add(text)


def _found(name: str, folder: FilePath) -> Neighbour | None:
    if BESIDE.fullmatch(name):
        return neighbour_in(folder, name)
    around, _, bare = name.partition("/")
    found = neighbour_in(shipped("scenarios") / around, f"{bare}.yaml")
    return None if found is None else replace(found, name=name)


def _flaw(name: str, used: Mapping[str, Neighbour]) -> tuple[str, str]:
    """Return why a file cannot be used and what would do; nothing when it can."""
    if name in used:
        return (f"{said(name)} {used[name].flaw}" if used[name].flaw else ""), ""
    if len(used) >= MOST_FILES_USED:
        return f"{said(name)} is one file too many", f"a scenario may use {MOST_FILES_USED}"
    if BESIDE.fullmatch(name):
        return f"there is no file {said(name)} beside the scenario", "put it into the same folder"
    return f"no file {said(name)} travels with tabletop", "give one beside the scenario, with its ending"


def _shown(scenario: str, name: str) -> str:
    """Return a used file as a person would find it."""
    return shown_beside(scenario, name) if BESIDE.fullmatch(name) else str(PurePath(f"{name}.yaml"))


def _refused(part: MappingNode) -> Iterator[Problem]:
    """Yield what a used file may not say."""
    for key in _ONLY_THE_SCENARIO:
        if key in part.entries:
            what = f"only the scenario itself says {key!r}, not a file that it uses"
            yield problem_at(part.key_marks[key], (key,), what, remedy="move it to the scenario")
    for id_, structure in entries_of(part, "structures"):
        if LINKS_FROM in structure.entries:
            what = f"a used file cannot name another by {LINKS_FROM!r}"
            place = ("structures", id_, LINKS_FROM)
            yield problem_at(structure.key_marks[LINKS_FROM], place, what, remedy="write the links")


def _twice(whole: MappingNode, part: MappingNode) -> Iterator[Problem]:
    """Yield the entries of a used file that an earlier one has already."""
    for key, section in part.entries.items():
        earlier = whole.entries.get(key)
        if key in _DEEP or not (isinstance(section, MappingNode) and isinstance(earlier, MappingNode)):
            continue
        for id_ in section.entries.keys() & earlier.entries.keys():
            mark = earlier.key_marks[id_]
            what = f"{said(id_)} stands in {mark.file}:{mark.line} too"
            yield problem_at(section.key_marks[id_], (key, id_), what, remedy="use one of the two files")


def _joined(first: MappingNode, then: MappingNode) -> MappingNode:
    """Return two trees as one: entries of the first, then of the other, which stand instead where ids are the same."""
    entries, marks = dict(first.entries), {**first.key_marks, **then.key_marks}
    for key, node in then.entries.items():
        entries[key] = _both(key, entries[key], node) if key in entries else node
    return MappingNode(entries, marks, then.mark)


def _both(key: str, first: Node, then: Node) -> Node:
    match first, then:
        case ListNode(), ListNode():
            return replace(then, items=(*first.items, *then.items))
        case MappingNode(), MappingNode() if key in _DEEP:
            return _deep(first, then)
        case MappingNode(), MappingNode():
            entries = {**first.entries, **then.entries}
            return replace(then, entries=entries, key_marks={**first.key_marks, **then.key_marks})
        case _:
            return then


def _deep(first: MappingNode, then: MappingNode) -> MappingNode:
    """Return two trees as one down to their single values; the second stands where both say something."""
    entries = dict(first.entries)
    for key, node in then.entries.items():
        earlier = entries.get(key)
        both = isinstance(earlier, MappingNode) and isinstance(node, MappingNode)
        entries[key] = _deep(earlier, node) if both else node  # type: ignore[arg-type]  # told by `both`
    return replace(then, entries=entries, key_marks={**first.key_marks, **then.key_marks})


def _without(tree: MappingNode, *keys: str) -> MappingNode:
    entries = {key: node for key, node in tree.entries.items() if key not in keys}
    return replace(tree, entries=entries, key_marks={key: tree.key_marks[key] for key in entries})
