"""Every sentence of ours, gathered from code, templates and registries: like the word list that a translator is sent.

A sentence comes in by `_("…")`, by `n_("one …", "many …", n)`, by `later("…")` where it is shown elsewhere, or because
a barrier or a measure says it of itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from jinja2.ext import babel_extract

import tabletop
from tabletop.barriers import BARRIERS
from tabletop.measures import MEASURES
from tabletop.measures.ratings import RULE
from tabletop.model.scenario import MARKING
from tabletop.resources import VERSION, shipped

Words = str | tuple[str, str]
"""A sentence, or its forms for one and for many."""

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in the head of every catalogue: the same on every day, so that a file changes only when its words do."""

_KEYWORDS = {"_": None, "later": None, "n_": (1, 2)}


def gathered() -> Catalog:
    """Return every sentence once, in the order of the files, with the files in which it stands."""
    catalogue = Catalog(
        project="tabletop",
        version=VERSION,
        copyright_holder="tabletop contributors",
        header_comment="# The sentences of tabletop's debriefs; `python -m tabletop.debrief.catalogues` writes this file.",
        creation_date=BEGUN,
        revision_date=BEGUN,
    )
    for place, words in (*_of_code(), *_of_templates(), *_of_barriers(), *_of_measures()):
        catalogue.add(words, locations=[(place, 0)])
    return catalogue


SPEAKING = ("cli", "debrief")
"""The rooms of the package that speak to people in their language."""


def _of_code() -> Iterator[tuple[str, Words]]:
    package = Path(tabletop.__file__).parent
    for path in sorted(path for room in SPEAKING for path in (package / room).rglob("*.py")):
        with path.open("rb") as file:
            found = extract("python", file, keywords=_KEYWORDS)
            for _line, message, _comments, _context in found:
                yield path.relative_to(package.parent).as_posix(), _words(message)


def _of_templates() -> Iterator[tuple[str, Words]]:
    folder = shipped("templates")
    for path in sorted(folder.rglob("*.j2")):
        with path.open("rb") as file:
            for message in _called(file):
                yield f"templates/{path.relative_to(folder).as_posix()}", _words(message)


def _called(file: BinaryIO) -> Iterator[object]:
    for _line, _function, message, _comments in babel_extract(file, list(_KEYWORDS), (), {"silent": "false"}):
        yield message


def _words(message: object) -> Words:
    """Return a message as it was written, or its first two forms."""
    if isinstance(message, tuple | list):
        return str(message[0]), str(message[1])
    return str(message)


def _of_barriers() -> Iterator[tuple[str, Words]]:
    for kind, barrier in BARRIERS.items():
        place, words = f"tabletop/barriers/{kind}.py", barrier.wordings
        yield place, kind.replace("_", " ")
        for each in (*words.held.values(), *words.stopped.values()):
            yield place, each.label
            yield place, each.sentence
        yield place, words.helps


def _of_measures() -> Iterator[tuple[str, Words]]:
    yield "tabletop/model/scenario.py", MARKING
    yield "tabletop/measures/ratings.py", RULE
    for each in MEASURES.values():
        yield "tabletop/measures/registry.py", each.title
        yield "tabletop/measures/registry.py", each.formula
