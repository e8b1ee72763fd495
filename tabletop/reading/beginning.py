"""A new scenario made from one that stands: like a form letter in which a few words are filled in.

The text is taken as it is, comments and all; only the values that somebody answered are written over, each in its
place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tabletop.errors import ScenarioError
from tabletop.reading.drafts import first_draft
from tabletop.reading.fields import annotation_at, fits
from tabletop.reading.gathering import gathered
from tabletop.reading.library import Source
from tabletop.reading.nodes import MappingNode, Path, Scalar, find, plain
from tabletop.reading.scalars import core_value
from tabletop.reading.yaml_guard import read_tree

EDITOR_LINE = "# yaml-language-server: $schema=scenario.schema.json"
"""What tells an editor where the schema lies: beside the scenario."""

_EDITOR_LINE = re.compile(r"\A# yaml-language-server:[^\n]*")
_NEEDS_QUOTES = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|[:#,\[\]{}]|\s$|^$""")


def begun(source: Source, values: Mapping[Path, str], *, keeps_texts: bool = True) -> str:
    """Return the text of a scenario with other values at some places; those not written in one line stay.

    Translations of what is written over are left out, and all of them unless it keeps its `texts`. Raises ScenarioError when the scenario is not in order, or would not be with these values.
    """
    tree = read_tree(source.content, source.name)
    lines = source.content.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    for path, value in sorted(values.items(), key=lambda each: _column(tree, each[0]), reverse=True):
        node = find(tree, path)
        if isinstance(node, Scalar) and node.plain and node.text:
            line, start = node.mark.line - 1, node.mark.column - 1
            end = start + len(node.text)
            if lines[line][start:end] == node.text:
                lines[line] = lines[line][:start] + as_scalar(value) + lines[line][end:]
    gone = _translations(tree, values, lines) if keeps_texts else _part(tree, "texts", lines)
    lines = [line for number, line in enumerate(lines, start=1) if number not in gone]
    text = _EDITOR_LINE.sub(EDITOR_LINE, "\n".join(lines).rstrip("\n") + "\n")
    problems = first_draft(replace(source, content=text.encode())).problems
    if problems:
        raise ScenarioError(gathered(problems))
    return text


def _part(tree: MappingNode, part: str, lines: Sequence[str]) -> range:
    """Return the numbers of the lines of a part of a scenario, the comment above it among them."""
    mark = tree.key_marks.get(part)
    if mark is None:
        return range(0)
    first, after = mark.line, [each.line for each in tree.key_marks.values() if each.line > mark.line]
    while first > 1 and lines[first - 2].startswith("#"):
        first -= 1
    return range(first, min(after, default=len(lines)))


def _translations(tree: MappingNode, values: Mapping[Path, str], lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that hold nothing but a translation of what is written over."""
    texts = tree.entries.get("texts")
    languages = texts.entries if isinstance(texts, MappingNode) else {}
    said = [(path, find(tree, ("texts", language, *path))) for language in languages for path in values]
    return {
        each.mark.line
        for path, each in said
        if isinstance(each, Scalar) and lines[each.mark.line - 1].strip() == f"{path[-1]}: {each.text}"
    }


def _column(tree: MappingNode, path: Path) -> tuple[int, int]:
    """Return where a value begins, so that the last of a line is written over first."""
    node = find(tree, path)
    return (0, 0) if node is None else (node.mark.line, node.mark.column)


def suits(source: Source, path: Path, value: str) -> bool:
    """Tell whether a value could stand at a place of a scenario."""
    tree = read_tree(source.content, source.name)
    return fits(annotation_at(tree, path), value)


def value_at(source: Source, path: Path) -> str:
    """Return what a scenario says at a place, as a text; empty when nothing is written there."""
    node = find(read_tree(source.content, source.name), path)
    return str(plain(node)) if isinstance(node, Scalar) else ""


def as_scalar(value: str) -> str:
    """Return a text as YAML writes it in one line, in quotes when it would be something else without."""
    if _NEEDS_QUOTES.search(value) or not isinstance(core_value(value), str) or not value.isprintable():
        return json.dumps(value, ensure_ascii=False)
    return value
