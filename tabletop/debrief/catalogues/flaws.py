"""What is wrong with a catalogue: a sentence that is missing, or would break, or that blames.

"“{kind}” waited {wait}" said without its {wait} would lose a number, and said with {waits} would end a debrief.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import c2py
from string import Formatter

from babel.messages.catalog import Catalog, Message

from tabletop.debrief.catalogues.blaming import blaming

SOME = 1_000
"""Up to which number plural forms are looked at, to see which of them stand for one number only."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong with one sentence."""

    words: str
    """The sentence as it stands in the code."""
    what: str
    """What is wrong with its translation."""


def flaws(catalogue: Catalog) -> tuple[Flaw, ...]:
    """Return all that is wrong with a catalogue that was brought up to date; nothing when it can be used."""
    return tuple(
        Flaw(_first(message.id), what)
        for message in catalogue
        if message.id
        for what in _wrong(catalogue, message)
    )


def _wrong(catalogue: Catalog, message: Message) -> Iterator[str]:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    said = tuple(str(each or "") for each in strings)
    if message.fuzzy:
        yield "is marked as fuzzy"
    if not all(said) or (isinstance(message.id, tuple | list) and len(said) != catalogue.num_plurals):
        yield "is not translated in every form"
        return
    alone = _forms_of_one_number(catalogue)
    for form, text in enumerate(said):
        yield from _fields_wrong(
            message.id, text, may_leave_out=isinstance(message.id, tuple) and form in alone
        )
        yield from (f"says “{each}”" for each in blaming(text, str(catalogue.locale)))
        if "<" in text.replace("< {n}", "") or "&" in text:
            yield "holds markup"


def _fields_wrong(words: object, text: str, *, may_leave_out: bool) -> Iterator[str]:
    """Say which {fields} a translation lacks or has too many; "one desk" needs no {n}."""
    wanted = fields(_last(words))
    try:
        found = fields(text)
    except ValueError as error:
        yield f"has a broken field: {error}"
        return
    lacking = wanted - found - ({"n"} if may_leave_out else set())
    if lacking or found - wanted:
        yield f"has the fields {sorted(found)} in place of {sorted(wanted)}"


def fields(text: str) -> frozenset[str]:
    """Return the names of the {fields} of a text; raises ValueError for one that is not closed."""
    return frozenset(field for _words, field, _form, _turn in Formatter().parse(text) if field is not None)


def _forms_of_one_number(catalogue: Catalog) -> frozenset[int]:
    """Return the plural forms that only one number takes, such as the Arabic dual."""
    form_of = c2py(catalogue.plural_expr)
    taken = [form_of(n) for n in range(SOME)]
    return frozenset(form for form in set(taken) if taken.count(form) == 1)


def _first(words: object) -> str:
    return str(words[0]) if isinstance(words, tuple | list) else str(words)


def _last(words: object) -> str:
    return str(words[-1]) if isinstance(words, tuple | list) else str(words)
