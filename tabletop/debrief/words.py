"""The debrief's own words: every sentence of ours goes through here, so that a language is one catalogue.

`_("desk")` gives the word in the language of the debrief; `n_("{n} desk", "{n} desks", 3)` the form for three.
English is what stands in the code.
"""

from __future__ import annotations

from gettext import NullTranslations

from tabletop.debrief.text import Phrase, Text, joined, phrase

CATALOGUE = NullTranslations()
"""Where translations are looked up; this one gives the words as they are."""


def _(words: str) -> str:
    """Return words of ours in the language of the debrief."""
    return CATALOGUE.gettext(words)


def n_(one: str, many: str, n: int) -> str:
    """Return the form of words of ours that goes with a number, with the number in place of {n}."""
    return CATALOGUE.ngettext(one, many, n).replace("{n}", str(n))


def listing(texts: tuple[Text, ...]) -> Phrase:
    """Return "a", "a and b", "a, b and c"; of nothing, nothing."""
    if len(texts) < 2:
        return joined(texts)
    return phrase(_("{some} and {last}"), {"some": joined(texts[:-1], by=_(", ")), "last": texts[-1]})
