"""Pieces of Markdown: tables, and texts that must not be read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; an upright stroke in a cell stays one."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(each) for each in line)} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def plain(text: str) -> str:
    """Return a text in which nothing is markup, whatever a scenario's author wrote."""
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~$])", r"\\\1", " ".join(text.split()))


def prose(manual: str) -> str:
    """Return a docstring as Markdown: what is indented in it is a sample of a scenario file."""
    return "\n\n".join(_blocks(manual)) + "\n"


def _blocks(manual: str) -> Iterator[str]:
    sample: list[str] = []
    for block in manual.strip("\n").split("\n\n"):
        if block.startswith("    "):
            sample.append("\n".join(line.removeprefix("    ") for line in block.splitlines()))
            continue
        if sample:
            yield _fenced(sample)
            sample = []
        yield block
    if sample:
        yield _fenced(sample)


def _fenced(sample: Sequence[str]) -> str:
    whole = "\n\n".join(sample)
    language = "python" if re.search(r"^(from|import|def|journal) ", whole, re.MULTILINE) else "yaml"
    return f"```{language}\n{whole}\n```"


def html(text: str) -> str:
    """Return a text on one line for HTML."""
    return escape(" ".join(text.split()))
