"""What the schema expected, in the words of a scenario's author.

Pydantic says "Input should be a valid integer, unable to parse string as an integer"; the trainer reads "expected a
whole number, got 'two'".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from tabletop.model.words import ID_PATTERN
from tabletop.model.written import in_ascii
from tabletop.reading.nearest import nearest

_MOST_DIGITS = 18
_KEYS_AND_VALUES = "keys and values"
_BY_TYPE = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "a whole number"),
    **dict.fromkeys(("float_type", "float_parsing"), "a number"),
    "finite_number": "a finite number",
    **dict.fromkeys(("string_type", "string_unicode", "string_sub_type"), "a text"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type"), _KEYS_AND_VALUES),
    **dict.fromkeys(("dataclass_type", "dataclass_exact_type"), _KEYS_AND_VALUES),
    **dict.fromkeys(("tuple_type", "list_type", "set_type", "frozen_set_type", "iterable_type"), "a list"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "a date such as 2026-03-02"),
    **dict.fromkeys(("datetime_type", "datetime_parsing"), "a date and time such as 2026-03-02 08:00"),
    **dict.fromkeys(("time_type", "time_parsing"), "a time of day such as 08:00"),
    "none_required": "nothing",
}
_BY_LIMIT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "greater_than_equal": lambda limit: f"{_number(limit['ge'])} of at least {limit['ge']}",
    "greater_than": lambda limit: f"{_number(limit['gt'])} above {limit['gt']}",
    "less_than_equal": lambda limit: f"{_number(limit['le'])} of at most {limit['le']}",
    "less_than": lambda limit: f"{_number(limit['lt'])} below {limit['lt']}",
    "multiple_of": lambda limit: f"a multiple of {limit['multiple_of']}",
    "string_too_short": lambda limit: f"a text of {_counted('at least', limit['min_length'], 'letter')}",
    "string_too_long": lambda limit: f"a text of {_counted('at most', limit['max_length'], 'letter')}",
    "too_short": lambda limit: _counted("at least", limit["min_length"], "entry"),
    "too_long": lambda limit: _counted("at most", limit["max_length"], "entry"),
    "string_pattern_mismatch": lambda limit: _pattern(limit["pattern"]),
    "literal_error": lambda limit: _choice(limit["expected"]),
    "enum": lambda limit: _choice(limit["expected"]),
    "union_tag_invalid": lambda limit: (
        f"{limit['discriminator'].strip(chr(39))}: {_choice(limit['expected_tags'])}"
    ),
}


def expected(kind: str, limit: Mapping[str, Any]) -> str | None:
    """Return what was expected in place of a refused value, from pydantic's name and context of the error.

    None when the error is not about one value being of the wrong sort; its own message then has to do.
    """
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    return _BY_LIMIT[kind](limit) if kind in _BY_LIMIT else None


def remedy(kind: str, limit: Mapping[str, Any], value: object) -> str:
    """Return what would do instead of a refused value, when that can be guessed; empty otherwise."""
    if kind == "string_type" and isinstance(value, int | float):
        return "put it in quotes"
    if not isinstance(value, str):
        return ""
    if kind in {"int_type", "float_type"}:
        return _number_meant(value)
    if kind == "string_pattern_mismatch" and limit["pattern"] == ID_PATTERN:
        offered = re.sub(r"[^a-z0-9]+", "_", value.lower()).strip("_")
        return f"write {offered}" if re.fullmatch(ID_PATTERN, offered) else ""
    meant = (
        nearest(value, _choices(limit)) if kind in {"literal_error", "enum", "union_tag_invalid"} else None
    )
    return f"did you mean '{meant}'?" if meant else ""


def _number_meant(text: str) -> str:
    """Offer the number in `'2'`, in `1_000` and in digits of another script."""
    digits = in_ascii(text.strip()).replace("_", "")[:_MOST_DIGITS]
    return f"write {digits}" if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", digits) else ""


def _choices(limit: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", str(limit.get("expected", limit.get("expected_tags")))))


def _choice(words: str) -> str:
    """Return pydantic's list of choices, without its quotes and with `one of` when there are several."""
    choices = words.replace("'", "")
    return f"one of {choices}" if "," in choices or " or " in choices else choices


def _number(limit: float) -> str:
    return "a whole number" if isinstance(limit, int) else "a number"


def _counted(bound: str, count: int, thing: str) -> str:
    several = {"letter": "letters", "entry": "entries"}[thing]
    return f"{bound} {count} {thing if count == 1 else several}"


def _pattern(pattern: str) -> str:
    if pattern == ID_PATTERN:
        return "a name of small letters a to z, digits and _ that begins with a letter"
    return f"a text of the form {pattern}"
