"""An event list worked into the text of a scenario file, and the proof that the text says what the list says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tabletop.errors import ScenarioError, UsageError
from tabletop.exchange.amending import Block, Passage, Place, amended, set_anew
from tabletop.exchange.merging import Merged
from tabletop.exchange.msel import inject_words
from tabletop.reading import Source, read, variants
from tabletop.reading.nodes import MappingNode, Mark, plain
from tabletop.reading.yaml_guard import read_tree


def worked_in(source: Source, merged: Merged, path: Path) -> Source:
    """Return the scenario file that is to be written, named after its path.

    Should the corrected lines not say what they are to say, because of some rare way of writing, all injects are set
    anew. Raises ScenarioError with all mistakes when the result does not pass the check.
    """
    text = source.content.decode("utf-8")
    block = injects_in(read_tree(source.content, source.name))
    fresh = _instead_of(source, amended(text, block, merged.changes), path)
    if not _says(fresh, merged):
        fresh = _instead_of(source, set_anew(text, block, merged.changes), path)
        if not _says(fresh, merged):
            read(fresh)
            msg = "the list empties what `defaults.injects` gives to every event; change it there first"
            raise UsageError(msg)
    variants(fresh)
    return fresh


def _instead_of(source: Source, text: str, path: Path) -> Source:
    return replace(source, name=str(path), content=text.encode("utf-8"))


def _says(source: Source, merged: Merged) -> bool:
    """Tell whether a file has every inject of the list, in its words, and all others."""
    try:
        injects = read(source).injects
    except ScenarioError:
        return False
    listed = {change.id: change.after for change in merged.changes}
    says = all(id_ in injects and inject_words(injects[id_]) == dict(after) for id_, after in listed.items())
    return says and set(injects) == {*listed, *merged.absent}


def injects_in(tree: MappingNode) -> Block:
    """Return where the injects stand in a file."""
    key, section = tree.key_marks.get("injects"), tree.entries.get("injects")
    later = (mark.line for mark in tree.key_marks.values() if key is not None and mark.line > key.line)
    passages = {} if not isinstance(section, MappingNode) else dict(_passages(section))
    return Block(
        place=None if key is None else _place(key),
        following=min(later, default=None),
        passages=passages,
        usual=_usual(tree),
    )


def _passages(section: MappingNode) -> Iterator[tuple[str, Passage]]:
    for id_, entry in section.entries.items():
        if isinstance(entry, MappingNode):
            keys = {name: _place(mark) for name, mark in entry.key_marks.items()}
            words = {name: plain(node) for name, node in entry.entries.items()}
            yield id_, Passage(place=_place(section.key_marks[id_]), keys=keys, words=words)


def _usual(tree: MappingNode) -> frozenset[str]:
    defaults = tree.entries.get("defaults")
    injects = defaults.entries.get("injects") if isinstance(defaults, MappingNode) else None
    return frozenset(injects.entries if isinstance(injects, MappingNode) else ())


def _place(mark: Mark) -> Place:
    return mark.line, mark.column
