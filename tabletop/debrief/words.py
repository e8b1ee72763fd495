"""The debrief's own words: every sentence of ours goes through here, so that a language is one catalogue.

`_("desk")` gives the word in the language of the debrief; `n_("{n} desk", "{n} desks", 3)` the form for three.
English is what stands in the code; `speaking("ar")` says what is written instead.
"""

from __future__ import annotations

from tabletop.debrief.languages import direction, language, nearest_language, speaking, spoken
from tabletop.debrief.text import Phrase, Text, counted, joined, phrase

__all__ = [
    "_",
    "counted",
    "direction",
    "language",
    "later",
    "listing",
    "n_",
    "nearest_language",
    "speaking",
]


def _(words: str) -> str:
    """Return words of ours in the language of the debrief."""
    return spoken().catalogue.gettext(words) if words else ""


def n_(one: str, many: str, n: int) -> str:
    """Return the form of words of ours that goes with a number, with the number in place of {n}."""
    return spoken().catalogue.ngettext(one, many, n).replace("{n}", counted(n))


def later(words: str) -> str:
    """Return words of ours as they are, marked for the catalogue: `_` says them where they are shown."""
    return words


def listing(texts: tuple[Text, ...]) -> Phrase:
    """Return "a", "a and b", "a, b and c"; of nothing, nothing."""
    if len(texts) < 2:
        return joined(texts)
    return phrase(_("{some} and {last}"), {"some": joined(texts[:-1], by=_(", ")), "last": texts[-1]})
