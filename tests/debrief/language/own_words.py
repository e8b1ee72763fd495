"""What a page says in words of ours: everything but names, code and styles, and the attributes that are read aloud."""

from __future__ import annotations

import re
from html.parser import HTMLParser

AS_WRITTEN = re.compile(
    r"[0-9a-f]{64}|tabletop [\w.]+( \w+)*|\b\w+\.(json|jsonl)\b|SHA-256|[\w.]*_[\w.]*|STRESS-DES|`[^`]*`|[\u2066\u2068][^\u2069]*\u2069"
)
"""What is the same in every language: hashes, commands, files, keys, formulas."""


class Ours(HTMLParser):
    """A page's own words: what stands outside names, code and styles, and the attributes that are read aloud."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.placed: list[str] = []
        self._inside: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br"}:
            self._inside.append(tag)
        self.handle_startendtag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        read = {"aria-label", "data-label", "content"}
        self.said += [value or "" for name, value in attrs if name in read and name != "content"]
        self.placed += [value or "" for name, value in attrs if name not in read]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"bdi", "code", "style", "title"} & set(self._inside):
            self.said.append(data)


def not_in_arabic(page: str) -> list[str]:
    """The words of ours with a letter or digit that is not Arabic; single letters are ratings and parts of a picture."""
    said = [AS_WRITTEN.sub("", each) for each in Ours(page).said]
    return [each for each in said if re.search("[A-Za-z]{2,}|[0-9]", each)]


def placed_by_arabic_digits(page: str) -> list[str]:
    """The places, classes and lengths that a browser could not read."""
    return [each for each in Ours(page).placed if re.search("[\u0660-\u0669]", each)]
