"""Catalogues as files: a `.po` that a translator edits, a `.mo` that a debrief reads, and the `.pot` that both come from.

`locale/ar/LC_MESSAGES/tabletop.po` has "{n} desk" with its six Arabic forms; nothing else makes Arabic a language.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tabletop.debrief.catalogues.gathering import BEGUN
from tabletop.resources import CATALOGUES

WIDTH = 110
"""As many columns as a line of a `.po` takes."""


def template_of(folder: Path = CATALOGUES) -> Path:
    """Return where the sentences without a translation stand."""
    return folder / "tabletop.pot"


def source_of(tag: str, folder: Path = CATALOGUES) -> Path:
    """Return where a language's translations stand as text."""
    return folder / tag / "LC_MESSAGES" / "tabletop.po"


def compiled_of(tag: str, folder: Path = CATALOGUES) -> Path:
    """Return where they stand compiled."""
    return source_of(tag, folder).with_suffix(".mo")


def tags(folder: Path = CATALOGUES) -> tuple[str, ...]:
    """Return the languages that have a catalogue."""
    return tuple(sorted(each.parent.parent.name for each in folder.glob("*/LC_MESSAGES/tabletop.po")))


def read_catalogue(tag: str, folder: Path = CATALOGUES) -> Catalog:
    """Return a language's catalogue as it stands, or an empty one."""
    path = source_of(tag, folder)
    if not path.exists():
        return Catalog(locale=tag.replace("-", "_"))
    with path.open("rb") as file:
        return read_po(file, locale=tag.replace("-", "_"))


def brought_up(catalogue: Catalog, gathered: Catalog) -> Catalog:
    """Return a catalogue with what was said newly added, and what is said no more left out."""
    catalogue.update(gathered, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = BEGUN
    catalogue.header_comment = gathered.header_comment
    return catalogue


def as_source(catalogue: Catalog) -> bytes:
    """Return a catalogue as a translator edits it."""
    file = BytesIO()
    write_po(file, catalogue, width=WIDTH, include_lineno=False)
    return file.getvalue()


def as_compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as a debrief reads it."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()
