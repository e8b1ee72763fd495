"""How figures of a comparison are said: "1,502 h", "38 %", "9.4 h more", "between 1,480 h and 1,530 h".

A table gives as many digits as an interval can bear out; a difference never stands without its sign.
"""

from __future__ import annotations

from math import floor, inf, isfinite, log10

from tabletop.compare.statistics.intervals import Estimate
from tabletop.debrief.sayings import TIED, briefly, percentage, share
from tabletop.debrief.text import numeral
from tabletop.debrief.words import _
from tabletop.measures import MEASURES
from tabletop.model.duration import HOUR, MINUTE

SIGNED = frozenset({"levels_gap_hours"})
"""Measures that may lie below 0; no time, count or share of the others does, so that no interval is shown to."""

DIGITS = 3
"""Digits of a number that is no whole number."""


def said(value: float | None, measure: str) -> str:
    """Say a value of a measure with its unit; a dash when there is none, "never" when it is infinite."""
    if value is None:
        return "–"
    if not isfinite(value):
        return _("never")
    unit = MEASURES[measure].unit
    if unit == "share" and 0 <= value <= 1:
        return share(value)
    if unit == "share":
        return percentage(_digits(100 * value))
    return _in(_("{n} h"), value) if unit == "h" else number(value)


def interval(estimate: Estimate | None, measure: str) -> str:
    """Say between what the truth lies: "1,480 h to 1,530 h"; nothing when that cannot be said.

    An end that no truth can reach, below 0 or above 100 %, is cut there.
    """
    if estimate is None or (estimate.low is None and estimate.high is None):
        return ""
    least = -inf if measure in SIGNED else 0.0
    most = 1.0 if MEASURES[measure].unit == "share" else inf
    low = _("below anything seen") if estimate.low is None else said(max(least, estimate.low), measure)
    high = _("more than was seen") if estimate.high is None else said(min(most, estimate.high), measure)
    return _("{low} to {high}").replace("{low}", low).replace("{high}", high)


def differing(value: float, measure: str) -> str:
    """Say a difference with its sign: "+9.4 h", "−3 points"."""
    size = abs(100 * value if MEASURES[measure].unit == "share" else value)
    sign = "±" if _digits(size) == "0" else "+" if value > 0 else "−"
    if MEASURES[measure].unit == "share":
        return sign + _in(_("{n} points"), size)
    return f"{sign}{said(size, measure)}"


def differing_interval(estimate: Estimate, measure: str) -> str:
    """Say between what a difference lies, both ends with their signs; nothing when that cannot be said."""
    if estimate.low is None or estimate.high is None:
        return ""
    low, high = differing(estimate.low, measure), differing(estimate.high, measure)
    return _("{low} to {high}").replace("{low}", low).replace("{high}", high)


def by_how_much(estimate: Estimate, measure: str) -> tuple[str, str]:
    """Say how large a difference is and between what it lies, where the words around it say its direction."""
    said_ = (differing(estimate.value, measure), differing_interval(estimate, measure))
    return said_[0].lstrip("+±"), said_[1].replace("+", "").replace("±", "")


def number(value: float) -> str:
    """Say a number with three digits, or as a whole number from 100 on, with commas between thousands."""
    return numeral(_digits(value))


def _in(unit: str, value: float) -> str:
    return unit.replace(" ", TIED).replace("{n}", number(value))


def _digits(value: float) -> str:
    """Return the same as English writes it."""
    if value == 0 or abs(value) >= 10 ** (DIGITS - 1):
        return f"{value:,.0f}".replace("-", "−")
    places = max(0, min(DIGITS, DIGITS - 1 - floor(log10(abs(value)))))
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return (text if text.strip("-0.") else "0").replace("-", "−")


def times(value: float) -> str:
    """Say a factor: "3.9 times"."""
    return _("{n} times").replace("{n}", number(value))


def waiting(time: float | None) -> str:
    """Say how long somebody waited, in milliseconds, briefly; "never" when that has no end."""
    if time is None:
        return _("never")
    least = MINUTE if time < 48 * HOUR else HOUR
    return briefly(round(time / least) * least) if time >= MINUTE / 2 else _("at once")


def chance(estimate: Estimate | None) -> str:
    """Say a share with its interval: "38 % (29 % to 48 %)"; a dash when it was never asked for."""
    return "–" if estimate is None else f"{share(estimate.value)} ({chance_interval(estimate)})"


def chance_interval(estimate: Estimate) -> str:
    """Say between what a share lies: "29 % to 48 %"."""
    low, high = share(estimate.low or 0.0), share(1.0 if estimate.high is None else estimate.high)
    return _("{low} to {high}").replace("{low}", low).replace("{high}", high)
