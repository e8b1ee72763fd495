"""A scenario told in another of its languages: each text for which `texts` holds a translation is put in its place.

With `texts: {ar: {actors: {school: {title: المدرسة}}}}` the school is called so in everything that is written in Arabic;
what has no translation stays as its author wrote it. Ids, numbers and hours are the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tabletop.reading.nodes import ListNode, MappingNode, Node, Path, Scalar, find, replaced
from tabletop.reading.translations import CHOSEN_BY, original_of, parts_of


def told_in(language: str, tree: MappingNode) -> MappingNode:
    """Return the tree of a file in a language, `ar-JO` falling back to `ar`; the same tree where it has none of it."""
    texts = _texts(tree, language)
    if texts is None:
        return tree
    told: Node = tree
    for path, text in _below(texts, tree, ()):
        told = replaced(told, path, text)
    told = told if isinstance(told, MappingNode) else tree
    return replace(
        told,
        entries={**told.entries, "language": Scalar(language, texts.mark, language, plain=True)},
        key_marks={**told.key_marks, "language": told.key_marks.get("language", texts.mark)},
    )


def _texts(tree: MappingNode, language: str) -> MappingNode | None:
    for tag in (language, language.partition("-")[0]):
        found = find(tree, ("texts", tag))
        if isinstance(found, MappingNode):
            return found
    return None


def _below(texts: MappingNode | ListNode, tree: MappingNode, above: Path) -> Iterator[tuple[Path, Scalar]]:
    """Give each translation with the path of its original; what has no original is left out."""
    around = find(tree, above)
    for key, entry in parts_of(texts):
        path: Path = (*above, original_of(key, around))
        if isinstance(entry, MappingNode | ListNode):
            yield from _below(entry, tree, path)
        elif key not in CHOSEN_BY and find(tree, path) is not None:
            yield path, entry
