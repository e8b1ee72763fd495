"""Cutting a text into the lines of its parts: what belongs to an inject, and what lies between two of them.

A comment above an inject lies between it and the one before, and stays when either changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_END_OF_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?=\s|\Z)")


class Piece(NamedTuple):
    """Some lines of a text, by index from 0."""

    start: int
    """The first line."""
    stop: int
    """The line after its last own line."""
    following: int
    """Where the next piece begins; from `stop` to there lie blank lines and comments."""

    def own(self, lines: Sequence[str]) -> list[str]:
        """Return the piece's own lines."""
        return [*lines[self.start : self.stop]]

    def between(self, lines: Sequence[str]) -> list[str]:
        """Return the lines between this piece and the next."""
        return [*lines[self.stop : self.following]]


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends, as a scenario's reader counts them."""
    return _LINE.findall(text)


def pieces(lines: Sequence[str], starts: Sequence[int], end: int, *, column: int) -> list[Piece]:
    """Return the pieces that begin at these lines, in a part of a text that ends before `end`.

    Comments belong to a piece when they stand further in than its column (from 1): they are then part of a value.
    """
    found = []
    for start, following in zip(starts, (*starts[1:], end), strict=True):
        stop = following
        while stop > start + 1 and _lies_between(lines[stop - 1], column):
            stop -= 1
        found.append(Piece(start, stop, following))
    return found


def _lies_between(line: str, column: int) -> bool:
    said = line.strip()
    return not said or (said.startswith("#") and len(line) - len(line.lstrip()) < column)


def document_end(lines: Sequence[str], start: int) -> int:
    """Return the index of the line that ends the document, or the number of lines; only lines after `start` count."""
    markers = (index for index in range(start + 1, len(lines)) if _END_OF_DOCUMENT.match(lines[index]))
    return next(markers, len(lines))


def joined(lines: Sequence[str], like: Sequence[str]) -> str:
    """Return lines as one text; those that end in a bare line feed end as those of another text do."""
    end = next((line[len(line.rstrip("\r\n")) :] for line in like if line.endswith(("\r", "\n"))), "\n")
    return "".join(_whole(lines, end))


def _whole(lines: Sequence[str], end: str) -> Iterator[str]:
    for index, line in enumerate(lines):
        if not line.endswith(("\r", "\n")) and index < len(lines) - 1:
            yield line + end
        else:
            yield line.removesuffix(FRESH) + end if line.endswith(FRESH) else line


FRESH = "\x00\n"
"""How a new line ends until it is known how the others do; no scenario can hold it."""


def fresh(lines: Sequence[str]) -> list[str]:
    """Return new lines, without ends, as lines of which `joined` finds the end."""
    return [line + FRESH for line in lines]
