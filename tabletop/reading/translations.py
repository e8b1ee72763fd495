"""Texts in other languages, each under the path of its original: `texts: {ar: {title: …}}` is the title in Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tabletop.reading.fields import annotation_at, is_text
from tabletop.reading.gathering import said
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import ListNode, MappingNode, Node, Path, find

CHOSEN_BY = ("sector", "language")
"""Texts that stand for something rather than say it: others are chosen by them, so they are the same in every language."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def wrong_translations(tree: MappingNode) -> Iterator[tuple[Path, str, str]]:
    """Yield the translations of what is no text, or is not written, as (place, what, remedy)."""
    texts = tree.entries.get("texts")
    if texts is None:
        return
    if not isinstance(texts, MappingNode):
        yield ("texts",), "expected languages with their translations, such as `ar: {title: …}`", ""
        return
    for language, node in texts.entries.items():
        path: Path = ("texts", language)
        if not _LANGUAGE.fullmatch(language):
            yield path, f"{said(language)} is no code of a language", "write one such as ar, fr or pt-BR"
        if isinstance(node, MappingNode):
            yield from _below(node, tree, path=path, original=())
        else:
            yield path, "expected the paths of texts with their translations", ""


def parts_of(node: MappingNode | ListNode) -> Iterator[tuple[str | int, Node]]:
    """Give what stands under a translation: by key, or by place where a list is translated as a list."""
    yield from node.entries.items() if isinstance(node, MappingNode) else enumerate(node.items)


def original_of(key: str | int, around: Node | None) -> str | int:
    """Return the step to the original of a part: a number where the original is an entry of a list."""
    return int(key) if isinstance(around, ListNode) and str(key).isdecimal() else key


def _below(
    node: MappingNode | ListNode, tree: MappingNode, *, path: Path, original: Path
) -> Iterator[tuple[Path, str, str]]:
    around = find(tree, original)
    for key, entry in parts_of(node):
        place = (*path, key)
        there = _first_copy((*original, original_of(key, around)), tree)
        if find(tree, there) is None or there == ("texts",):
            yield place, "translates something that is not written", _meant(str(key), around)
        elif isinstance(entry, MappingNode | ListNode):
            yield from _below(entry, tree, path=place, original=there)
        elif key in CHOSEN_BY or not is_text(annotation_at(tree, there)):
            yield place, "translates what is no text", "translate titles and other texts only"
        elif not isinstance(entry.value, str):
            yield place, "expected a text", ""


def _first_copy(path: Path, tree: MappingNode) -> Path:
    """Return the path of an actor's first copy where the actor is written with copies: all of them are told by it."""
    if len(path) == 2 and path[0] == "actors" and find(tree, path) is None:
        return ("actors", f"{path[1]}_1")
    return path


def _meant(key: str, around: Node | None) -> str:
    meant = nearest(key, around.entries) if isinstance(around, MappingNode) else None
    return f"did you mean {meant!r}?" if meant else "use the path of the original text"
