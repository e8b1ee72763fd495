"""The languages in which a debrief can be written, and the one it is being written in: like an interpreter's booth.

Inside `with speaking("ar"):` every word, date and number of ours comes out in Arabic. English is what stands in the
code; every other language is one catalogue under `locale/`, and Babel knows how it writes dates and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tabletop.errors import UsageError
from tabletop.resources import CATALOGUES, ENGLISH, languages

if TYPE_CHECKING:
    from babel import Locale

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

_NOUGHTS = {"arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "deva": "\u0966", "mymr": "\u1040"}
"""The nought of numbering systems with digits of their own; the other nine follow it in Unicode."""


@dataclass(frozen=True, eq=False)
class Language:
    """One language, as our words are written in it."""

    tag: str
    """Its BCP 47 tag, such as `ar` or `ar-MA`."""
    catalogue: NullTranslations
    """Its words for ours."""

    @cached_property
    def locale(self) -> Locale:
        """What Babel knows of it; without a country, that of the country which Unicode's likely subtags name."""
        from babel import Locale  # lazily: an English debrief needs none of it
        from babel.core import get_global

        likely = get_global("likely_subtags").get(self.tag.replace("-", "_"), self.tag)
        parsed = Locale.parse(likely, sep="_" if "_" in likely else "-")
        country = parsed.territory or ""
        return Locale(parsed.language, country) if country else parsed

    @cached_property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction in which it is written."""
        if self.tag == ENGLISH:
            return "ltr"
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    @cached_property
    def digits(self) -> dict[int, str]:
        """From our digits to its own; empty where they are the same."""
        nought = ord(_NOUGHTS.get(self._numbering, "0"))
        return {} if nought == ord("0") else {ord(str(each)): chr(nought + each) for each in range(10)}

    @cached_property
    def figures(self) -> dict[int, str]:
        """From the signs of an English number to its own: digits, the decimal point and the thousands' comma."""
        if self.tag == ENGLISH:
            return {}
        systems = self.locale.number_symbols
        own = systems[self._numbering if self._numbering in systems else "latn"]
        return {**self.digits, ord("."): own["decimal"], ord(","): own["group"]}

    @cached_property
    def _numbering(self) -> str:
        return "latn" if self.tag == ENGLISH else str(self.locale.default_numbering_system)


_IN_ENGLISH = Language(ENGLISH, NullTranslations())

_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=_IN_ENGLISH)


def spoken() -> Language:
    """Return the language that is being written in."""
    return _SPOKEN.get()


def language() -> str:
    """Return the tag of the language that is being written in."""
    return _SPOKEN.get().tag


def direction() -> Literal["ltr", "rtl"]:
    """Return the direction of the language that is being written in."""
    return _SPOKEN.get().direction


@contextmanager
def speaking(tag: str, *, folder: Path = CATALOGUES) -> Iterator[Language]:
    """Write in a language from here on, until the end of the block.

    Raises UsageError for a language without a catalogue in `folder`.
    """
    chosen = language_of(tag, folder)
    token = _SPOKEN.set(chosen)
    try:
        yield chosen
    finally:
        _SPOKEN.reset(token)


@cache
def language_of(tag: str, folder: Path = CATALOGUES) -> Language:
    """Return the language of a tag; `ar-MA` takes its words from `ar`, its numbers and dates from Morocco.

    Raises UsageError when there is no catalogue for it.
    """
    base = tag.partition("-")[0]
    if base not in languages(folder) or not _TAG.fullmatch(tag):
        message = f"there is no catalogue for {tag!r}; there are {', '.join(languages(folder))}"
        raise UsageError(message)
    if base == ENGLISH:
        return _IN_ENGLISH
    with (folder / base / "LC_MESSAGES" / "tabletop.mo").open("rb") as file:
        return Language(tag, GNUTranslations(file))


def nearest_language(tag: str, folder: Path = CATALOGUES) -> str:
    """Return a tag itself where there are words for it, English otherwise: for a scenario's own language."""
    return tag if tag.partition("-")[0] in languages(folder) and _TAG.fullmatch(tag) else ENGLISH
