"""The text of a scenario file with other injects in it, every line that does not change left as it was.

Like a typescript that is corrected with scissors and paste: comments, blank lines and all other parts stay, byte for
byte, also in a file that ends its lines as Windows does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tabletop.exchange.merging import Change
from tabletop.exchange.msel import KEYS, TEXTS, Word
from tabletop.exchange.scissors import Piece, document_end, fresh, joined, lines_of, pieces
from tabletop.exchange.yaml_words import entry_lines, inject_lines

Place = tuple[int, int]
"""Line and column, from 1."""

_OPENS_BLOCK = re.compile(r"[^:]*:\s*(?:#.*)?")
_COMMENTED = re.compile(
    r"\s*[\w\"']+:\s+(?:[^\s\"'\[\]{}|>&*!#](?:[^#]|(?<=\S)#)*?|\"(?:[^\"\\]|\\.)*\")(?P<comment>\s+#.*)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One inject as it stands in a file."""

    place: Place
    """Where its id stands."""
    keys: Mapping[str, Place]
    """Where each of its keys stands, in the order of the file."""
    words: Mapping[str, object]
    """What is written under each."""


@dataclass(frozen=True, slots=True)
class Block:
    """The injects of a file as they stand in it."""

    place: Place | None
    """Where the key `injects` stands; None when the file has none."""
    following: int | None
    """The line of the next part of the scenario; None when it is the last."""
    passages: Mapping[str, Passage]
    """Each inject, in the order of the file."""
    usual: frozenset[str] = frozenset()
    """The keys that every inject has from `defaults` unless it says otherwise."""


def amended(text: str, block: Block, changes: Sequence[Change]) -> str:
    """Return the file's text with changed injects changed and new ones at their end; all other lines stay.

    Injects that do not stand below each other, line by line, are set anew as a whole, as `set_anew` does.
    """
    changes = [change for change in changes if change.keys]
    lines = lines_of(text)
    if not changes:
        return text
    if block.place is None or not block.passages or not _below_each_other(lines, block):
        return set_anew(text, block, changes)
    by_id = {change.id: change for change in changes}
    starts = [passage.place[0] - 1 for passage in block.passages.values()]
    column = next(iter(block.passages.values())).place[1]
    cut = pieces(lines, starts, _end(lines, block), column=column)
    kept = lines[: starts[0]]
    for (id_, passage), piece in zip(block.passages.items(), cut, strict=True):
        own = piece.own(lines)
        kept += _corrected(own, passage, by_id[id_], block=block) if id_ in by_id else own
        kept += _new(changes, block, indent=column - 1) if piece is cut[-1] else []
        kept += piece.between(lines)
    return joined([*kept, *lines[cut[-1].following :]], lines)


def set_anew(text: str, block: Block, changes: Sequence[Change]) -> str:
    """Return the file's text with all its injects written anew, below each other; comments among them are lost."""
    lines = lines_of(text)
    by_id = {change.id: change for change in changes if change.keys}
    anew = ["injects:"]
    for id_, passage in block.passages.items():
        words = _rewritten(passage, by_id[id_], block) if id_ in by_id else passage.words
        anew += inject_lines(id_, words, indent=2)
    piece = _whole(lines, block)
    added = [*fresh(anew), *_new(changes, block, indent=2)]
    return joined([*lines[: piece.start], *added, *lines[piece.stop :]], lines)


def _whole(lines: Sequence[str], block: Block) -> Piece:
    """Return the piece of the key `injects`, or where it would be put."""
    if block.place is None:
        end = document_end(lines, 0)
        return Piece(end, end, end)
    return pieces(lines, [block.place[0] - 1], _end(lines, block), column=1)[0]


def _end(lines: Sequence[str], block: Block) -> int:
    assert block.place is not None
    return document_end(lines, block.place[0] - 1) if block.following is None else block.following - 1


def _below_each_other(lines: Sequence[str], block: Block) -> bool:
    """Tell whether each inject begins a line of its own, all equally far in, below the key `injects`."""
    assert block.place is not None
    places = [block.place, *(passage.place for passage in block.passages.values())]
    below = (
        len({line for line, _ in places}) == len(places) and len({column for _, column in places[1:]}) == 1
    )
    return below and all(_begins(lines[line - 1], column) for line, column in places)


def _begins(line: str, column: int) -> bool:
    return not line[: column - 1].strip(" \ufeff")


def _corrected(own: list[str], passage: Passage, change: Change, *, block: Block) -> list[str]:
    """Return the lines of an inject with only the keys corrected that change; set anew when they do not allow that."""
    first, places = passage.place[0], tuple(passage.keys.values())
    below = len({line for line, _ in places} | {first}) == len(places) + 1
    plain = _OPENS_BLOCK.fullmatch(own[0].rstrip()) and all(
        _begins(own[line - first], column) for line, column in places
    )
    if not (below and plain and len({column for _, column in places}) == 1):
        return fresh(inject_lines(change.id, _rewritten(passage, change, block), indent=passage.place[1] - 1))
    column = places[0][1]
    cut = pieces(own, [line - first for line, _ in places], len(own), column=column)
    corrected = own[: cut[0].start]
    waiting = [key for key in change.keys if key not in passage.keys]
    for key, piece in zip(passage.keys, cut, strict=True):
        while waiting and KEYS.index(waiting[0]) < _rank(key):
            corrected += _said(waiting.pop(0), change, block, indent=column - 1)
        was = piece.own(own)
        corrected += (
            _in_place_of(was, _said(key, change, block, indent=column - 1)) if key in change.keys else was
        )
        corrected += piece.between(own) if piece is not cut[-1] else []
    for key in waiting:
        corrected += _said(key, change, block, indent=column - 1)
    return [*corrected, *cut[-1].between(own)]


def _rank(key: str) -> int:
    return KEYS.index(key) if key in KEYS else len(KEYS)


def _in_place_of(was: Sequence[str], said: list[str]) -> list[str]:
    """Return the new lines of a key with the comment that stood behind its value, when both are one line."""
    comment = _COMMENTED.fullmatch(was[0].rstrip("\r\n")) if len(was) == len(said) == 1 else None
    if comment is None:
        return said
    return fresh([joined(said, ["\n"]).rstrip("\n") + comment["comment"]])


def _said(key: str, change: Change, block: Block, *, indent: int) -> list[str]:
    """Return the lines of a key as it changes: none when it is gone."""
    said = _words(change, block)
    return fresh(entry_lines(key, said[key], indent=indent)) if key in said else []


def _words(change: Change, block: Block) -> dict[str, object]:
    """Return what an inject says from now on; a text that `defaults` would give is written as empty."""
    said: dict[str, object] = {key: "" for key in TEXTS if key in block.usual}
    said |= {key: _as_written(word) for key, word in change.after.items()}
    return {key: said[key] for key in KEYS if key in said}


def _rewritten(passage: Passage, change: Change, block: Block) -> dict[str, object]:
    """Return all that an inject says: what is written there, with what changes."""
    said = {key: word for key, word in passage.words.items() if key not in change.keys}
    said |= {key: word for key, word in _words(change, block).items() if key in change.keys}
    return {key: said[key] for key in sorted(said, key=_rank)}


def _new(changes: Sequence[Change], block: Block, *, indent: int) -> list[str]:
    """Return the lines of the injects that the file does not have yet."""
    unwritten = [change for change in changes if change.id not in block.passages]
    written = (inject_lines(change.id, _words(change, block), indent=indent) for change in unwritten)
    return fresh([line for lines in written for line in lines])


def _as_written(word: Word) -> object:
    """Return a word as it is written: a list of one as this one."""
    return word[0] if isinstance(word, tuple) and len(word) == 1 else word
