"""The folder of a pack: every paper as a page, as PDF or both, the file that notes are typed into, and whose pack it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tabletop.debrief.pack.papers import pack_view, printed
from tabletop.debrief.pdf import pdf_of
from tabletop.debrief.words import language
from tabletop.errors import UsageError
from tabletop.files import STAMP, write_together
from tabletop.model.scenario import Scenario
from tabletop.reading.nearest import nearest
from tabletop.resources import VERSION

NOTES_FILE = "notes.csv"
"""The file that evaluators type their notes into."""

NOTES = "time,role,observation,expected action seen,rating,quote allowed\r\n"
"""The headings under which `tabletop debrief --observed` reads what evaluators noted, in every language."""


def papers(scenario: Scenario, structure: str | None = None, *, form: str) -> dict[str, str | bytes]:
    """Return the files of a pack by name, in the language that is being spoken.

    `form` is `html`, `pdf` or `both`. Raises UsageError for a structure that does not exist, and OutputError for a PDF
    when what prints it is not installed.
    """
    if structure is not None and structure not in scenario.structures:
        meant = nearest(structure, scenario.structures)
        remedy = f"did you mean {meant!r}?" if meant else f"there are {', '.join(scenario.structures)}"
        msg = f"there is no structure {structure!r} in {scenario.id}; {remedy}"
        raise UsageError(msg)
    pages = printed(pack_view(scenario, structure))
    files: dict[str, str | bytes] = {}
    for name, page in pages.items():
        if form != "pdf":
            files[f"{name}.html"] = page
        if form != "html":
            files[f"{name}.pdf"] = pdf_of(page)
    return {**files, NOTES_FILE: NOTES, STAMP: _stamp(scenario, structure or scenario.first_structure)}


def write_pack(folder: Path, files: Mapping[str, str | bytes], *, force: bool) -> tuple[Path, ...]:
    """Write a pack into its folder, and return where its files stand.

    Notes that somebody has typed there are kept, whatever else is written anew; `force` also replaces the same papers in
    another form. Raises OutputError as `write_together` does.
    """
    notes = folder / NOTES_FILE
    kept = {NOTES_FILE: notes.read_bytes()} if notes.is_file() else {}
    own = {f"{Path(name).stem}{ending}" for name in files for ending in (".html", ".pdf")}
    return write_together(folder, {**files, **kept}, force=force, own=own)


def _stamp(scenario: Scenario, structure: str) -> str:
    """Say which pack a folder holds, so that another is not replaced unasked."""
    pack = {
        "papers_of": scenario.id,
        "sha256": scenario.sha256,
        "structure": structure,
        "language": language(),
        "version": VERSION,
    }
    return json.dumps({"exercise": pack}, ensure_ascii=False, indent=1) + "\n"
