"""What a word without quotes means: `2` is a number, `true` a truth, and `10:30` the text that it looks like.

These are the core rules of YAML 1.2. The older rules, which most Python programs still follow, read `10:30` as 630,
`NO` as false and `2026-03-02` as a date.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from tabletop.reading.limits import MOST_DIGITS
from tabletop.reading.nodes import ScalarValue

_WORDS: dict[str, ScalarValue] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MOST_LETTERS = 60
_MAY_BEGIN_A_NUMBER = frozenset("+-.0123456789")


@dataclass(frozen=True, slots=True)
class Refused:
    """A word that YAML would read, but hardly as its writer meant it."""

    what: str
    """What is wrong with it."""
    remedy: str
    """What to write instead."""


def core_value(text: str) -> ScalarValue | Refused:
    """Return what a scalar without quotes means by the core rules of YAML 1.2, or why it is refused.

    Refused are infinity and not-a-number (nothing here is endless), whole numbers that begin with an idle 0 (10 to
    YAML, 8 to a programmer, and perhaps a telephone number), and those of more than 18 digits.
    """
    if text[:1] not in _MAY_BEGIN_A_NUMBER:
        return _WORDS.get(text, text)
    if _DECIMAL.fullmatch(text):
        return _whole(text)
    if _BASED.fullmatch(text):
        return _in_reach(text)
    if _FLOAT.fullmatch(text):
        return _finite(text)
    if _NOT_FINITE.fullmatch(text):
        return Refused(
            f"{text} is not a number that can be counted with", f"write a number, or '{text}' for a text"
        )
    return text


def _whole(text: str) -> int | Refused:
    digits = text.lstrip("+-")
    if len(digits) > 1 and digits.startswith("0"):
        meant = text.removesuffix(digits) + (digits.lstrip("0") or "0")
        what = f"{_short(text)} begins with 0"
        return Refused(what, f"write {_short(meant)} for the number, or '{_short(text)}' for a text")
    return int(text) if len(digits) <= MOST_DIGITS else _too_long(text)


def _in_reach(text: str) -> int | Refused:
    value = int(text, 0) if len(text) <= _MOST_LETTERS else None
    return value if value is not None and value < 10**MOST_DIGITS else _too_long(text)


def _finite(text: str) -> float | Refused:
    value = float(text) if len(text) <= _MOST_LETTERS else None
    return value if value is not None and math.isfinite(value) else _too_long(text)


def _too_long(text: str) -> Refused:
    what = f"{_short(text)} is larger or longer than a number may be"
    return Refused(what, f"write at most {MOST_DIGITS} digits, or put it in quotes for a text")


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:20] + "…"
