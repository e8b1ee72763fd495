"""Text that knows which of its words are ours and which are a scenario's: like a form, print and handwriting apart.

In "a call from Secondary school was not answered" the name is the trainer's and the rest is ours. Ours may be
translated; the trainer's is shown as it is, set apart, and never obeyed, whatever markup it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

_STRANGE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """Words of the scenario's author, such as what a school is called; `named` makes one that is safe to show."""

    text: str
    """The words, on one line, without anything that steers a terminal, a page or the direction of writing."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence or label of ours with names in it."""

    parts: tuple[str | Name, ...]
    """Our words and their names, in the order in which they are read."""

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Prose:
    """A longer text of the scenario's author."""

    paragraphs: tuple[Name, ...]
    """Its paragraphs, none of them empty."""


Text = str | Name | Phrase
"""Anything that can be shown on one line."""


def named(text: str) -> Name:
    """Return the author's words on one line, without control characters and overriding directions."""
    return Name(_SPACE.sub(" ", _STRANGE.sub("", text)).strip())


def prose(text: str) -> Prose:
    """Return the author's text as paragraphs, which empty lines part."""
    paragraphs = (named(each) for each in re.split(r"\n\s*\n", text))
    return Prose(tuple(each for each in paragraphs if each.text))


def phrase(pattern: str, fields: Mapping[str, Text | int]) -> Phrase:
    """Return a sentence of ours with its {fields} filled; raises KeyError for a field that is not given."""
    parts: list[str | Name] = []
    for words, field, _, _ in Formatter().parse(pattern):
        parts.append(words)
        if field is not None:
            parts.extend(_parts(fields[field]))
    return Phrase(_merged(parts))


def joined(texts: Iterable[Text], *, by: str = "") -> Phrase:
    """Return the texts one after the other, with `by` between them."""
    parts: list[str | Name] = []
    for text in texts:
        parts.extend([*([by] if parts else []), *_parts(text)])
    return Phrase(_merged(parts))


def _parts(text: Text | int) -> tuple[str | Name, ...]:
    if isinstance(text, Phrase):
        return text.parts
    return (str(text) if isinstance(text, int) else text,)


def _merged(parts: list[str | Name]) -> tuple[str | Name, ...]:
    merged: list[str | Name] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part:
            merged.append(part)
    return tuple(merged)
