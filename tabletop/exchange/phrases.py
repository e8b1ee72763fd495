"""What an inject does and when, as a phrase in one cell, and back to the words of a scenario.

`outage: {channel: email, lasts: 6h}` is "outage: channel email, lasts 6h"; `wait: {least: 1h, most: 4h}` is "1h to 4h".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import ValidationError

from tabletop.model.amount import parse_amount, write_amount
from tabletop.model.inject import Absence, EndOfLink, Outage, Surge
from tabletop.model.words import Words

Phrase = str | Mapping[str, object]
"""What stands under a key of an inject: a text, or keys with texts and numbers."""

EFFECTS: Mapping[str, type[Words] | None] = {
    "outage": Outage,
    "absence": Absence,
    "surge": Surge,
    "structure": None,
    "end_link": EndOfLink,
}
"""What an inject can do besides bringing information, with the words it takes; a structure is only named."""

_CONDITIONS = ("late", "met")
_AMOUNT_KEYS = ("least", "likely", "most", "half_within", "nine_in_ten_within", "on_average")
_AMOUNT = re.compile(rf"({'|'.join(_AMOUNT_KEYS)})\s+")


def amount_phrase(words: Phrase) -> str:
    """Return an amount of time as a phrase: `2h`, `1h to 4h`, `least 5m likely 10m most 1h`."""
    if isinstance(words, str):
        return words
    return " ".join(f"{key} {value}" for key, value in words.items())


def amount_words(phrase: str) -> Phrase:
    """Return the words of an amount of time; raises ValueError with what would do."""
    pieces = _AMOUNT.split(phrase.strip())
    if len(pieces) == 1:
        return write_amount(parse_amount(phrase.strip()))
    if pieces[0].strip():
        msg = f"expected a time such as 2h or 1h to 4h before nothing else, got {pieces[0].strip()!r}"
        raise ValueError(msg)
    said = zip(pieces[1::2], (piece.strip() for piece in pieces[2::2]), strict=True)
    return write_amount(parse_amount(dict(said)))


def effects_phrase(words: Mapping[str, Phrase]) -> str:
    """Return all effects of an inject as one phrase; nothing for none."""
    return "; ".join(f"{name}: {_inside(words[name])}" for name in EFFECTS if name in words)


def _inside(effect: Phrase) -> str:
    if isinstance(effect, str):
        return effect
    return ", ".join(f"{key} {_said(value)}" for key, value in effect.items())


def _said(value: object) -> str:
    return amount_phrase(value) if isinstance(value, Mapping) else str(value)


def effects_said(phrase: str) -> dict[str, Phrase]:
    """Return the effects that a phrase says, by key, as they stand there; raises ValueError with what would do."""
    effects: dict[str, Phrase] = {}
    for part in filter(None, (each.strip() for each in phrase.split(";"))):
        name, _, inside = (each.strip() for each in part.partition(":"))
        if name not in EFFECTS or not inside:
            msg = f"there is no effect {part[:40]!r}; there are {', '.join(EFFECTS)}, as in outage: channel email, lasts 6h"
            raise ValueError(msg)
        effects[name] = inside if EFFECTS[name] is None else _pairs(inside)
    return effects


def _pairs(inside: str) -> dict[str, object]:
    pairs: dict[str, object] = {}
    for part in inside.split(","):
        key, _, value = part.strip().partition(" ")
        found = _AMOUNT.split(value.strip())
        if len(found) > 1 and not found[0]:
            pairs[key] = {name: each.strip() for name, each in zip(found[1::2], found[2::2], strict=True)}
        else:
            pairs[key] = int(value) if key == "staff" and value.strip().isdecimal() else value.strip()
    return pairs


def effect_words(name: str, said: Phrase) -> Phrase:
    """Return the words of an effect; raises ValueError with what would do."""
    words = EFFECTS[name]
    if words is None:
        return said
    try:
        return words_of(words.model_validate(said))
    except ValidationError as error:
        raise ValueError(_what_is_wrong(name, error)) from None


def _what_is_wrong(name: str, error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    key = ".".join(map(str, first["loc"]))
    match first["type"]:
        case "missing":
            return f"{name} does not say {key!r}"
        case "extra_forbidden":
            return f"{name} has no key {key!r}"
        case _:
            return f"{name} {key}: {first['msg'].removeprefix('Value error, ')}"


def words_of(effect: Words) -> dict[str, object]:
    """Return an effect's own words: keys as a scenario writes them, without those of which nothing is said."""
    words: dict[str, object] = effect.model_dump(mode="json", by_alias=True, exclude_none=True)
    return words


def condition_phrase(words: Mapping[str, object]) -> str:
    """Return a condition as a phrase: `late: early_warning`."""
    return "; ".join(f"{key}: {words[key]}" for key in _CONDITIONS if key in words)


def condition_words(phrase: str) -> dict[str, object]:
    """Return the words of a condition; raises ValueError with what would do."""
    words: dict[str, object] = {}
    for part in filter(None, (each.strip() for each in phrase.split(";"))):
        key, sign, expectation = (each.strip() for each in part.partition(":"))
        if key not in _CONDITIONS or not sign or not expectation:
            msg = (
                f"expected late: or met: with an expectation, such as late: early_warning, got {part[:40]!r}"
            )
            raise ValueError(msg)
        words[key] = expectation
    return words
