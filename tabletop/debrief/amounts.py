"""How a number of a scenario file is said to people: `60%`, `30m to 4h` and `1.3`, in the language that is being spoken.

A scenario says `{value: 45%, guess: 20% to 70%}`; its debrief in Arabic says so in Arabic words and digits.
"""

from __future__ import annotations

import re

from tabletop.debrief.sayings import briefly, lasting, percentage
from tabletop.debrief.text import Text, named, numeral, phrase
from tabletop.debrief.words import _
from tabletop.model.duration import MINUTE, parse_duration

_BETWEEN = re.compile(r"\s*(\S.*?)\s+to\s+(\S.*?)\s*")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def amount(written: str) -> Text:
    """Return a number as people say it, or the two between which it lies; what is neither as the author wrote it."""
    found = ends(written)
    if found is not None:
        return phrase(_("between {least} and {most}"), {"least": found[0], "most": found[1]})
    said = _said(written.strip())
    return named(written) if said is None else said


def ends(written: str) -> tuple[str, str] | None:
    """Return the ends of `5% to 40%` as people say them; None for what names no two numbers."""
    found = _BETWEEN.fullmatch(written)
    least, most = (_said(found[1]), _said(found[2])) if found else (None, None)
    return None if least is None or most is None else (least, most)


def _said(one: str) -> str | None:
    """Return a share, a bare number or a length of time; None when it is none of these."""
    if _NUMBER.fullmatch(one):
        return numeral(one)
    if one.endswith("%") and _NUMBER.fullmatch(one[:-1].rstrip()):
        return percentage(one[:-1].rstrip())
    try:
        time = parse_duration(one)
    except ValueError:
        return None
    return briefly(time) if time % MINUTE else lasting(time)
