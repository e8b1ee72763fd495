"""A share of a whole: how many in a hundred.

`loss: 2%` and `loss: 0.02` are the same; `loss: 2` is an error that asks whether 2% was meant.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Annotated

from tabletop.model.written import Written, refuse_other_digits, shown

_WORDS = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,30})?)\s?(%?)")
_HUNDRED = Decimal(100)

EXPECTED = "expected a share such as 20% or 0.2"


def parse_share(value: object) -> float:
    """Return the number in [0, 1] that `20%`, `0.2` or the text `0.2` says.

    Raises ValueError, in words for the scenario's author, for anything else.
    """
    if isinstance(value, str):
        return _from_words(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        msg = f"{EXPECTED}, got {shown(value)}"
        raise ValueError(msg)
    return _within(float(value), shown(value))


def _from_words(text: str) -> float:
    refuse_other_digits(text)
    match = _WORDS.fullmatch(text)
    if match is None:
        msg = f"{EXPECTED}, got {shown(text)}{_meant(text)}"
        raise ValueError(msg)
    number = Decimal(match[1])
    return _within(float(number / _HUNDRED if match[2] else number), text)


def _within(share: float, text: str) -> float:
    if 0 <= share <= 1:
        return share
    if share < 0:
        msg = f"{text} is less than 0; a share lies between 0% and 100%"
    elif text.endswith("%") or share > float(_HUNDRED):
        msg = f"{text} is more than {'100%' if text.endswith('%') else '1'}; a share lies between 0% and 100%"
    else:
        msg = f"{text} is more than 1; {text}%?"
    raise ValueError(msg)


def _meant(text: str) -> str:
    offered = text.replace(",", ".")
    return f": {offered}?" if offered != text and _WORDS.fullmatch(offered) else ""


def write_share(share: float) -> str:
    """Return the words that `parse_share` reads as exactly this share, such as `20%`."""
    hundredths = Decimal(repr(share)) * _HUNDRED
    text = f"{hundredths:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


_SCHEMA = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": rf"^\s*{_WORDS.pattern}\s*$"},
    ],
    "examples": ["20%", 0.2],
}

Share = Annotated[float, Written(parse_share, write_share, _SCHEMA)]
"""A field for a share of a whole, in [0, 1]."""
