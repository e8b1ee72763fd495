"""Words of a scenario as YAML in block form, such that they are read back as exactly these words.

A short text stands plain when nothing in it could be read otherwise, in quotes when something could; a text of several
lines stands as a block, as in every shipped scenario.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

IN_BLOCKS = ("text", "notes")
"""The keys of free text, which stands in block form even when it is one line."""

_PLAIN = re.compile(
    r"[^\W\d_](?:[^\x00-\x1f\x7f-\xa0:#\[\]{},\"`|>&*!%@\\\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufeff]|,(?= ))*"
)
_WIDEST = 110
_TIME = re.compile(
    r"[0-9]+[a-z0-9 .]*[a-z]|[0-9.]+%|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?::[0-9.]+)?"
)
_RESERVED = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_INVISIBLE = re.compile("[\x7f-\xa0\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def entry_lines(key: str, value: object, *, indent: int) -> list[str]:
    """Return a key with its value as lines without ends, indented by so many columns."""
    margin = " " * indent
    on_one_line = f"{margin}{key}: {in_line(value, inside=False)}"
    if isinstance(value, Mapping) and value and len(on_one_line) > _WIDEST:
        inside = (line for name, each in value.items() for line in entry_lines(name, each, indent=indent + 2))
        return [f"{margin}{key}:", *inside]
    if isinstance(value, str) and _fits_block(value, key):
        return [f"{margin}{key}: {_header(value)}", *_block(value, " " * (indent + 2))]
    return [on_one_line]


def inject_lines(id_: str, words: Mapping[str, object], *, indent: int) -> list[str]:
    """Return a whole inject as lines, each key below the other."""
    keys = (line for key, value in words.items() for line in entry_lines(key, value, indent=indent + 2))
    return [f"{' ' * indent}{id_}:", *keys]


def in_line(value: object, *, inside: bool) -> str:
    """Return a value on one line; `inside` brackets a comma ends a text."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _text(value, inside=inside)
        case tuple():
            return f"[{', '.join(in_line(each, inside=True) for each in value)}]"
        case Mapping():
            return (
                "{"
                + ", ".join(
                    f"{_text(key, inside=True)}: {in_line(each, inside=True)}" for key, each in value.items()
                )
                + "}"
            )
        case _:
            msg = f"{type(value).__name__} cannot stand in a scenario"
            raise TypeError(msg)


def _text(text: str, *, inside: bool) -> str:
    if _TIME.fullmatch(text):
        return text
    plain = _PLAIN.fullmatch(text) and text.lower() not in _RESERVED and not text.endswith((" ", ","))
    if plain and not (inside and "," in text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _fits_block(text: str, key: str) -> bool:
    """Tell whether a text can stand as a block: no other line ends or controls, nothing that a margin would hide."""
    lines = text.split("\n")
    several = len(lines) > 1 or key in IN_BLOCKS
    return (
        several
        and text.strip(" \n") != ""
        and not _CONTROL.search(text)
        and lines[0] != ""
        and not lines[0].startswith((" ", "\t"))
        and not text.endswith("\n\n")
        and all(line == "" or line.strip(" \t") for line in lines)
    )


def _header(text: str) -> str:
    return "|" if text.endswith("\n") else "|-"


def _block(text: str, margin: str) -> Iterator[str]:
    lines = text.split("\n")
    for line in lines[:-1] if text.endswith("\n") else lines:
        yield f"{margin}{line}" if line else ""
