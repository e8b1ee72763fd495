"""How long something takes, as a scenario writes it.

`handling: 20m`, `work: 1h to 4h`, `delay: {half_within: 47m, nine_in_ten_within: 1d}`: each becomes one of the five
spreads, and an editor that knows the JSON Schema offers all five forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Annotated, Any

from tabletop.model.duration import DURATION_PATTERN, DURATION_SCHEMA, parse_duration, write_duration
from tabletop.model.spread import Evenly, Exactly, Exponential, Lognormal, Spread, Triangular
from tabletop.model.written import Written, listed, shown

__all__ = [
    "Amount",
    "Evenly",
    "Exactly",
    "Exponential",
    "Lognormal",
    "PositiveAmount",
    "Spread",
    "Triangular",
    "parse_amount",
    "parse_positive_amount",
    "write_amount",
]

_FORMS: Mapping[tuple[str, ...], Callable[..., Spread]] = {
    ("least", "most"): Evenly,
    ("least", "likely", "most"): Triangular,
    ("half_within", "nine_in_ten_within"): Lognormal,
    ("on_average",): Exponential,
}

_MOST_LETTERS = 120

EXPECTED = (
    "expected a time such as 2h, 1h to 4h, {least: 30m, likely: 2h, most: 2d}, "
    "{half_within: 1h, nine_in_ten_within: 6h} or {on_average: 2h}"
)


def parse_amount(value: object) -> Spread:
    """Return the spread that one of the five forms of a scenario says.

    Raises ValueError, in words for the scenario's author, for anything else and for numbers that make no sense.
    """
    if isinstance(value, Spread):
        return value
    if isinstance(value, Mapping):
        return _from_mapping(value)
    return _from_words(value) if isinstance(value, str) else Exactly(parse_duration(value))


def parse_positive_amount(value: object) -> Spread:
    """Return the spread of `parse_amount`; ValueError when it is always 0."""
    amount = parse_amount(value)
    if amount.mean <= 0:
        msg = "expected an amount of time that is not always 0"
        raise ValueError(msg)
    return amount


def _from_words(text: str) -> Spread:
    if len(text) > _MOST_LETTERS:
        msg = f"{EXPECTED}, got {shown(text)}"
        raise ValueError(msg)
    ends = re.split(r"\s+to\s+", text)
    if len(ends) == 2:
        return Evenly(*map(parse_duration, ends))
    joined = re.fullmatch(r"\s*([0-9][^-–]*?)\s*[-–]\s*([0-9][^-–]*?)\s*", text)
    if joined:
        msg = f"a time that lies between two is written with to: {joined[1]} to {joined[2]}?"
        raise ValueError(msg)
    return Exactly(parse_duration(text))


def _from_mapping(value: Mapping[Any, Any]) -> Spread:
    form = next((form for names, form in _FORMS.items() if set(names) == set(value)), None)
    if form is None:
        msg = f"{EXPECTED}; got the keys {listed(value) or 'of an empty { }'}"
        raise ValueError(msg)
    return form(**{name: _part(name, part) for name, part in value.items()})


def _part(name: str, value: object) -> int:
    try:
        return parse_duration(value)
    except ValueError as mistake:
        msg = f"{name}: {mistake}"
        raise ValueError(msg) from mistake


def write_amount(amount: Spread) -> str | dict[str, str]:
    """Return the words that `parse_amount` reads as this spread: a text or a mapping of texts."""
    if isinstance(amount, Exactly | Evenly):
        return str(amount)
    return {each.name: write_duration(getattr(amount, each.name)) for each in fields(amount) if each.init}


def _schema_of(names: tuple[str, ...]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": dict.fromkeys(names, DURATION_SCHEMA),
        "required": list(names),
        "additionalProperties": False,
    }


_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": rf"^\s*{DURATION_PATTERN}(\s+to\s+{DURATION_PATTERN})?\s*$"},
        *map(_schema_of, _FORMS),
    ],
    "examples": ["2h", "1h to 4h", {"least": "30m", "likely": "2h", "most": "2d"}],
}

Amount = Annotated[Spread, Written(parse_amount, write_amount, _SCHEMA)]
"""A field for how long something takes, and the type of all five spreads."""

PositiveAmount = Annotated[Spread, Written(parse_positive_amount, write_amount, _SCHEMA)]
"""A field for how long something takes that is not always 0."""
