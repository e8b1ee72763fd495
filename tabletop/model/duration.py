"""A length of time in whole milliseconds.

`2h30m` in a scenario is 9,000,000 inside and "2 h 30 min" in a debrief. A day is always 24 hours; what recurs at
a local time is the calendar's matter.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from tabletop.model.written import Written, refuse_other_digits, shown

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
YEAR = 365 * DAY

MOST_DURATION = 100 * YEAR
"""The longest duration that a scenario may name: 100 years of 365 days."""

_UNITS = {"w": WEEK, "d": DAY, "h": HOUR, "m": MINUTE, "s": SECOND, "ms": 1}
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_PARTS = r"\s?".join(rf"(?:({_NUMBER}){unit}(?![a-z]))?" for unit in _UNITS)
_ISO_PARTS = rf"P(?=[0-9T])(?:({_NUMBER})W)?(?:({_NUMBER})D)?(?:T(?=[0-9])(?:({_NUMBER})H)?(?:({_NUMBER})M)?(?:({_NUMBER})S)?)?"
_WORDS = re.compile(_PARTS)
_ISO = re.compile(_ISO_PARTS)
_MOST_LETTERS = 60

EXPECTED = "expected a duration such as 90m, 2h30m or 1d"


def parse_duration(value: object, *, most: int = MOST_DURATION) -> int:
    """Return the milliseconds that `90m`, `2h30m`, `1d 2h`, `1.5h`, `2w`, `500ms`, `P1D` or `PT1H30M` says.

    Units stand from the longest to the shortest, each once; what is left after the millisecond is rounded.
    Raises ValueError, in words for the scenario's author, for anything else and for more than `most`.
    """
    if not isinstance(value, str):
        raise ValueError(_not_words(value))
    return _in_words(value.strip(), most)


@lru_cache(maxsize=4096)  # a large file says the same few durations thousands of times
def _in_words(text: str, most: int) -> int:
    if len(text) > _MOST_LETTERS:
        msg = f"{EXPECTED}, got {shown(text)}"
        raise ValueError(msg)
    refuse_other_digits(text)
    match = (_WORDS.fullmatch(text) or _ISO.fullmatch(text)) if text else None
    if match is None:
        raise ValueError(_no_duration(text))
    parts = zip(match.groups(), _UNITS.values(), strict=False)
    total = int(sum(Fraction(number) * unit for number, unit in parts if number) + Fraction(1, 2))
    if total > most:
        msg = f"{text} is more than {say_duration(most)}, the longest allowed here"
        raise ValueError(msg)
    return total


def parse_positive_duration(value: object, *, most: int = MOST_DURATION) -> int:
    """Return the milliseconds of a duration that is longer than nothing; ValueError otherwise."""
    duration = parse_duration(value, most=most)
    if duration == 0:
        msg = f"expected a duration longer than 0, got {value}"
        raise ValueError(msg)
    return duration


def _not_words(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"{EXPECTED}, got {shown(value)}"
    if value == 0:
        return "a bare number has no unit: 0m?"
    if not 0 < value < MOST_DURATION:
        return f"{EXPECTED}, got {shown(value)}"
    return f"a bare number has no unit: {value}m? {value}h? {value}d?"


def _no_duration(text: str) -> str:
    if re.fullmatch(_NUMBER, text):
        return f"a bare number has no unit: {text}m? {text}h? {text}d?"
    if re.match(r"[-−]\s?[0-9P]", text):
        return f"a duration cannot be negative: {text[1:].strip()}?"
    return f"{EXPECTED}, got {shown(text)}{_meant(text)}"


def _meant(text: str) -> str:
    """Offer the short form of what was spelled out, such as `2 hours` or `1h, 30 min`."""
    if text.startswith("P"):
        return " (days, hours, minutes and seconds: P1DT2H30M)"
    found = re.findall(rf"({_NUMBER})\s*(ms|milli|[wdhms])[a-z]*", text.lower().replace(",", "."))
    offered = " ".join(number + unit.replace("milli", "ms") for number, unit in found)
    return f": {offered}?" if offered != text and _WORDS.fullmatch(offered) and offered else ""


def write_duration(duration: int) -> str:
    """Return the words that `parse_duration` reads as exactly this duration, such as `1d 2h`."""
    if duration and duration % WEEK == 0:
        return f"{duration // WEEK}w"
    written, left = [], duration
    for unit, size in list(_UNITS.items())[1:]:
        count, left = divmod(left, size)
        if count:
            written.append(f"{count}{unit}")
    return " ".join(written) or "0m"


def say_duration(duration: int) -> str:
    """Return a duration in compact English with at most two units: "2 d 3 h", "45 min", "< 1 s", "0 min".

    It is rounded to the second unit, half up, so that 1 h 59 min 40 s is "2 h".
    """
    if duration < 0:
        return "−" + say_duration(-duration)
    if 0 < duration < SECOND:
        return "< 1 s"
    units = {"d": DAY, "h": HOUR, "min": MINUTE, "s": SECOND}
    least = _second_unit(duration)
    left = (duration + least // 2) // least * least
    said = []
    for unit, size in units.items():
        count, left = divmod(left, size)
        if count:
            said.append(f"{count} {unit}")
    return " ".join(said) or "0 min"


def _second_unit(duration: int) -> int:
    if duration >= DAY:
        return HOUR
    return MINUTE if duration >= HOUR else SECOND


DURATION_PATTERN = rf"(?:(?=[0-9P])(?:{_PARTS}|{_ISO_PARTS}))"
"""What the words of a duration look like, in the regular expressions that JSON Schema shares with Python."""

DURATION_SCHEMA = {
    "type": "string",
    "pattern": rf"^\s*{DURATION_PATTERN}\s*$",
    "examples": ["90m", "2h30m", "1d 2h", "P1D"],
}

Duration = Annotated[int, Written(parse_duration, write_duration, DURATION_SCHEMA)]
"""A field for a length of time, 0 or more, in milliseconds."""

PositiveDuration = Annotated[int, Written(parse_positive_duration, write_duration, DURATION_SCHEMA)]
"""A field for a length of time of more than 0, in milliseconds."""
