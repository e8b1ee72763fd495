"""The code blocks of the documentation's pages: what a reader would type."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from tests.source import ROOT

DOCS = ROOT / "docs"
_BLOCK = re.compile(r"^( *)```(\w+)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
SHELL = {"console", "sh"}


def pages() -> tuple[Path, ...]:
    """Return every page that is written by hand, the README included."""
    return (ROOT / "README.md", *sorted(DOCS.glob("*.md")))


def blocks(page: Path, language: str) -> tuple[str, ...]:
    """Return the blocks of a page in one language, without the indentation of a list."""
    found = _BLOCK.findall(page.read_text("utf-8"))
    return tuple(
        "\n".join(line.removeprefix(indent) for line in text.splitlines())
        for indent, kind, text in found
        if kind == language
    )


def languages(page: Path) -> Iterator[str]:
    """Yield the language of every block of a page, empty where it has none; what is for Sphinx alone is left out."""
    opened = False
    for line in page.read_text("utf-8").splitlines():
        if line.lstrip().startswith("```"):
            opened = not opened
            words = line.strip().removeprefix("```").split()
            if opened and not (words and words[0].startswith("{")):
                yield words[0] if words else ""


def commands(page: Path) -> Iterator[list[str]]:
    """Yield the arguments of every `tabletop` command of a page, in the order in which they stand there."""
    for language in SHELL:
        for block in blocks(page, language):
            yield from _commands(block, prompted=language == "console")


def _commands(block: str, *, prompted: bool) -> Iterator[list[str]]:
    for line in block.replace("\\\n", " ").splitlines():
        if line.startswith("$ ") or not prompted:
            words = shlex.split(line.removeprefix("$ "), comments=True)
            if words and words[0].rpartition("/")[2] == "tabletop":
                yield list(takewhile(lambda word: word not in {">", "|", "&&"}, words[1:]))
