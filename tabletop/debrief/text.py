"""Text that knows which of its words are ours and which are a scenario's: like a form, print and handwriting apart.

In "a call from Secondary school was not answered" the name is the trainer's and the rest is ours. Ours may be
translated; the trainer's is shown as it is, set apart, and never obeyed, whatever markup it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter
from unicodedata import bidirectional

from tabletop.debrief.languages import spoken

_STRANGE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")
_ISOLATE, _END = "\u2068", "\u2069"
_OTHER_WAY = {"ltr": frozenset(("R", "AL", "AN")), "rtl": frozenset(("L", "EN", "AN"))}


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


def counted(n: int) -> str:
    """Return a whole number in the digits of the language, without separators: "1502"."""
    return numeral(str(n))


def numeral(english: str) -> str:
    """Return a number that is written the English way, "1,502.5", as the language writes it."""
    return english.translate(spoken().figures)


def in_digits(english: str) -> str:
    """Return a numbering such as "2.5.1" in the digits of the language, its points as they are."""
    return english.translate(spoken().digits)


def plain(text: object) -> str:
    """Return a text for a place that knows no markup, such as a terminal; names that run the other way are set apart."""
    if isinstance(text, Phrase):
        return "".join(part if isinstance(part, str) else isolated(part.text) for part in text.parts)
    if isinstance(text, Name):
        return isolated(text.text)
    return counted(text) if isinstance(text, int) else str(text)


def isolated(name: str) -> str:
    """Return a name between marks that keep it from turning the sentence around it, where its letters could do so."""
    strange = _OTHER_WAY[spoken().direction]
    return f"{_ISOLATE}{name}{_END}" if any(bidirectional(each) in strange for each in name) else name


def joined(texts: Iterable[Text], *, by: str = "") -> Phrase:
    """Return the texts one after the other, with `by` between them."""
    parts: list[str | Name] = []
    for text in texts:
        parts.extend([*([by] if parts else []), *_parts(text)])
    return Phrase(_merged(parts))


def _parts(text: Text | int) -> tuple[str | Name, ...]:
    if isinstance(text, Phrase):
        return text.parts
    return (counted(text) if isinstance(text, int) else text,)


def _merged(parts: list[str | Name]) -> tuple[str | Name, ...]:
    merged: list[str | Name] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part:
            merged.append(part)
    return tuple(merged)
