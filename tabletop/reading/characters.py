"""From bytes to text that can be shown safely: what a customs officer does with a parcel before it is opened.

A file saved as UTF-16 by a word processor is named as that; a right-to-left override, which would make a screen show
other words than the machine reads, is refused with its place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from tabletop.errors import Problem, ScenarioError
from tabletop.reading.limits import MOST_BYTES, MOST_NOTED

_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""How files of other encodings begin; the longer marks first, since one begins with the other."""

REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that stand for themselves nowhere in a scenario: controls, other line ends, overrides, half characters."""

_BIDI = re.compile("[\u202a-\u202c\u2066-\u2069]")
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}

_NAMES = {
    "\x00": "U+0000 (the sign of a file that is no text)",
    "\x7f": "U+007F (delete)",
    "\x85": "U+0085 (next line)",
    "\u2028": "U+2028 (line separator)",
    "\u2029": "U+2029 (paragraph separator)",
    "\u202d": "U+202D (left-to-right override)",
    "\u202e": "U+202E (right-to-left override)",
    "\ufeff": "U+FEFF (byte order mark)",
}
_STAND_IN = "\ufffd"


def guarded_text(source: str | bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the file's text, with line feeds only, without a byte order mark, and what is wrong in it.

    Each refused character is a problem; when there are any, U+FFFD stands in their places and in those of all
    directional controls, so that reading can go on and find more. Raises ScenarioError alone when there is no text to go on with: too large, or not UTF-8.
    """
    if len(source) > MOST_BYTES:
        raise ScenarioError((_too_large(file),))
    text = source if isinstance(source, str) else _decoded(source, file)
    if isinstance(source, str) and len(source.encode(errors="surrogatepass")) > MOST_BYTES:
        raise ScenarioError((_too_large(file),))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = tuple(islice(_found(text, file), MOST_NOTED))
    return _BIDI.sub(_STAND_IN, REFUSED.sub(_STAND_IN, text)) if found else text, found


def shown(character: str) -> str:
    """Return a character that cannot be printed as `U+202E (right-to-left override)`."""
    return _NAMES.get(character, f"U+{ord(character):04X}")


def refused_in(text: str) -> str | None:
    """Return why a text cannot be shown safely, as the start of a sentence; None when it can."""
    match = REFUSED.search(text)
    if match:
        return f"{shown(match[0])} cannot stand in a text"
    if _BIDI.search(text) and any(_unpaired(line) is not None for line in text.split("\n")):
        return (
            "a change of writing direction (U+202A to U+202C, U+2066 to U+2069) is not ended in the same line"
        )
    return None


def _decoded(source: bytes, file: str) -> str:
    encoding = next((name for mark, name in _ENCODINGS if source.startswith(mark)), None) or _guessed(source)
    if encoding:
        what = f"this file is in {encoding}, and only UTF-8 is read"
        raise ScenarioError((Problem(file, 1, 1, "", what, "save it as UTF-8"),))
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        before = source[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"the byte {source[error.start]:#04x} is not UTF-8"
        raise ScenarioError((Problem(file, line, column, "", what, "save the file as UTF-8"),)) from None


def _guessed(source: bytes) -> str | None:
    """Name an encoding without a mark by where its zero bytes stand in the first letters, which are ASCII."""
    zeros = "".join("0" if byte == 0 else "x" for byte in source[:4])
    return {"x0x0": "UTF-16", "0x0x": "UTF-16", "x000": "UTF-32", "000x": "UTF-32"}.get(zeros)


def _found(text: str, file: str) -> Iterator[Problem]:
    if not (REFUSED.search(text) or _BIDI.search(text)):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for match in REFUSED.finditer(line):
            what = f"{shown(match[0])} cannot stand in a scenario"
            yield Problem(file, number, match.start() + 1, "", what, "remove it")
        index = _unpaired(line)
        if index is not None:
            what = f"{shown(line[index])} changes the writing direction and has no partner in this line"
            yield Problem(file, number, index + 1, "", what, "remove it, or pair it in the same line")


def _unpaired(line: str) -> int | None:
    """Return the index of the first directional control whose partner is not in the same line."""
    open_: list[tuple[int, str]] = []
    for match in _BIDI.finditer(line):
        if match[0] in _OPENS:
            open_.append((match.start(), _OPENS[match[0]]))
        elif open_ and open_[-1][1] == match[0]:
            open_.pop()
        else:
            return match.start()
    return open_[0][0] if open_ else None


def _too_large(file: str) -> Problem:
    what = f"the file is larger than {MOST_BYTES // 1024**2} MiB"
    return Problem(
        file, 0, 0, "", what, "use `copies` for actors that are alike, and `traffic` for what recurs"
    )
