"""Personal data in texts: a telephone number that somebody could ring, copied from last year's real case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tabletop.model.written import in_ascii
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal

_INVENTED = re.compile(
    r"@(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)\b", re.IGNORECASE
)
"""Mail domains that belong to nobody (RFC 2606)."""
_INVENTED_NUMBER = re.compile(r"555[ .-]?01\d\d|01632[ .-]?960\d{3}|7700[ .-]?900\d{3}")
"""Telephone numbers that are set aside for stories (North America; Ofcom in the United Kingdom)."""

PATTERNS = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "an identity or account number": re.compile(
        r"(?<![\w./:+-])(?:\d{5}-\d{7}-\d|\d{3}-\d{2}-\d{4}|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?"
        r"|\d{9,17})(?![\w/-]|\.\d)"
    ),
    "a telephone number": re.compile(
        r"(?<![\w./:-])(?:\+|00|0|\(0)[1-9]?(?:[ ().\u00a0-]{0,2}\d){6,13}(?![\w/-]|[.:]\d)"
    ),
}
"""Each sort of what may belong to somebody, and what it looks like."""
MAY_BE = re.compile(r"@|[A-Z]{2}\d{2}|(?:\d[ ().\u00a0-]{0,2}){5}\d")
"""What all of them have somewhere: an at sign, or digits enough; most texts have neither."""
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}|0\d[./ -]\d{1,2}[./ -](?:19|20)\d{2}"
)


def personal_data(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find e-mail addresses, telephone numbers and identity numbers in the texts of a scenario, digits of any script."""
    manuscript = rehearsal.manuscript
    for path, text in manuscript.texts():
        for sort, found in _found(text.text):
            yield Finding(
                path,
                f"{found!r} looks like {sort}",
                "It may belong to somebody, who would then be part of every copy of this exercise.",
                "leave it out, or use what belongs to nobody: an address at example.org, a number such as +1 202 555 0143",
                at=manuscript.mark_in(text, found),
            )


def _found(text: str) -> Iterator[tuple[str, str]]:
    """Yield what it looks like, and the letters of the text."""
    if not MAY_BE.search(text):
        return
    ascii_text = in_ascii(text)
    taken: list[tuple[int, int]] = [match.span() for match in _DATE.finditer(ascii_text)]
    for sort, pattern in PATTERNS.items():
        for match in pattern.finditer(ascii_text):
            start, end = match.span()
            if _is_invented(match[0]) or any(start < until and since < end for since, until in taken):
                continue
            taken.append((start, end))
            yield sort, text[start:end]


def _is_invented(found: str) -> bool:
    return bool(_INVENTED.search(found) or _INVENTED_NUMBER.search(found))
