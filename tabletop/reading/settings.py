"""Values set from outside, as if the file had been written so: `actors.*.staff` to 3 in every one of a sweep's runs.

A sweep asks what becomes of the same exercise when the meeting takes place every week, every two, every four: the file
stays as it is, and the value is put into its tree before anything is checked. A star stands for every entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from tabletop.errors import UsageError
from tabletop.reading.drafts import Draft, drafted
from tabletop.reading.nodes import MappingNode, Node, NoSuchPlaceError, find
from tabletop.reading.overlay import nowhere, path_of, put
from tabletop.reading.yaml_guard import guarded_tree

STAR = "*"
"""The step of a path that stands for every entry."""


def with_settings(draft: Draft, settings: Mapping[str, str]) -> Draft:
    """Return a draft in which values stand at dotted paths, each written as in a scenario file.

    Its problems are those of the whole. Raises UsageError for a path that leads nowhere and a text that is no value.
    """
    tree = draft.tree
    for dotted, text in settings.items():
        value = _value(dotted, text)
        for path in paths_of(draft.full.tree, dotted):
            tree = _set(tree, path, value, full=draft.full.tree)
    return drafted(draft.source, tree)


def paths_of(full: MappingNode, dotted: str) -> tuple[str, ...]:
    """Return the paths that a path with stars stands for, in the order declared; itself when it has none.

    `full` is the tree with every short way written out. Raises UsageError when there is nothing for a star to mean.
    """
    found = tuple(_spelt_out(full, (), dotted.split(".")))
    if not found:
        message = f"{dotted!r} leads nowhere: nothing is written where a star stands"
        raise UsageError(message)
    return found


def _spelt_out(full: MappingNode, done: tuple[str, ...], words: list[str]) -> Iterator[str]:
    if STAR not in words:
        yield ".".join((*done, *words))
        return
    place = words.index(STAR)
    above = (*done, *words[:place])
    node = find(full, path_of(full, ".".join(above))) if above else full
    keys = node.entries if isinstance(node, MappingNode) else ()
    yield from chain.from_iterable(_spelt_out(full, (*above, key), words[place + 1 :]) for key in keys)


def _set(tree: MappingNode, dotted: str, value: Node, *, full: MappingNode) -> MappingNode:
    try:
        changed = put(tree, path_of(full, dotted), value, full=full)
    except NoSuchPlaceError as error:
        what, remedy = nowhere(error.path, full)
        message = f"{dotted!r} {what} ({remedy})"
        raise UsageError(message) from error
    return changed if isinstance(changed, MappingNode) else tree


def _value(dotted: str, text: str) -> Node:
    """Return the value that a text says, as told to stand at its path."""
    tree, problems = guarded_tree(f"value: {text}".encode(), f"{dotted}={text}")
    if problems or list(tree.entries) != ["value"]:
        what = problems[0].what if problems else "it is no single value"
        message = f"{text!r} cannot stand at {dotted!r}: {what}"
        raise UsageError(message)
    return tree.entries["value"]
