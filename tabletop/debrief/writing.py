"""The folder that a run leaves behind: debrief for people, journal and figures for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from tabletop.compare.helping import Help
from tabletop.compare.reruns import Reruns
from tabletop.compare.usually import Usual
from tabletop.debrief import html, markdown
from tabletop.debrief.keeping import JOURNAL, SCENARIO, STAMP
from tabletop.debrief.provenance import Provenance
from tabletop.debrief.tally import Tally, tally
from tabletop.debrief.view import DebriefView, view
from tabletop.files import Content, write_together
from tabletop.measures.figures import figures, plain
from tabletop.model.journal import ENTRY_TYPES, Journal
from tabletop.model.record import Record
from tabletop.reading import Source

_ENTRY_NAMES = {type_: name for name, type_ in ENTRY_TYPES.items()}


def write(
    record: Record,
    *,
    reruns: Reruns | None,
    gains: Help | None,
    folder: Path,
    provenance: Provenance,
    usual: tuple[Usual, ...] = (),
    source: Source | None = None,
    force: bool = False,
) -> tuple[Path, ...]:
    """Write the debrief of a record into a folder, all files or none, and return where they stand.

    The same inputs give the same bytes; only `written.json` says when. Raises OutputError when the folder holds
    anything else or the disk refuses.
    """
    seen = view(record, reruns=reruns, gains=gains, provenance=provenance, usual=usual)
    return write_view(
        seen,
        record,
        reruns=reruns,
        gains=gains,
        folder=folder,
        provenance=provenance,
        usual=usual,
        source=source,
        force=force,
    )


def write_view(
    seen: DebriefView,
    record: Record,
    *,
    reruns: Reruns | None,
    gains: Help | None,
    folder: Path,
    provenance: Provenance,
    usual: tuple[Usual, ...] = (),
    source: Source | None = None,
    force: bool = False,
) -> tuple[Path, ...]:
    """Do the same for a view that is at hand already.

    With `source` the scenario is kept beside, and the files that it names, so that another debrief can be made later
    from the folder alone.
    """
    contents: dict[str, Content] = {
        "debrief.html": html.render(seen),
        "debrief.md": markdown.render(seen),
        STAMP: exercise(record, reruns=reruns, gains=gains, provenance=provenance, usual=usual),
        JOURNAL: journal_lines(record.journal),
        **({} if source is None else _scenario(source)),
        "written.json": json.dumps({"written": datetime.now(UTC).isoformat(timespec="seconds")}) + "\n",
    }
    return write_together(folder, contents, force=force)


def _scenario(source: Source) -> dict[str, Content]:
    beside = {each.name: each.content for each in source.beside if not each.flaw}
    return {SCENARIO: source.content, **beside}


def exercise(
    record: Record,
    *,
    reruns: Reruns | Tally | None,
    gains: Help | None,
    provenance: Provenance,
    usual: tuple[Usual, ...] = (),
) -> str:
    """Return `exercise.json`: which exercise it was, where the numbers come from, and all figures."""
    document = {
        "exercise": {
            "scenario": provenance.scenario,
            "sha256": provenance.sha256,
            "structure": provenance.structure,
            "interventions": provenance.interventions,
            "seed": provenance.seed,
            "replication": provenance.replication,
        },
        # A journal that was cut short or changed would tell of another exercise beside these figures.
        "journal": {"entries": len(record.journal), "sha256": _hash_of(record)},
        "marking": record.scenario.marking,
        "provenance": asdict(provenance),
        **figures(record),
        "reruns": None if reruns is None else plain(tally(reruns) if isinstance(reruns, Reruns) else reruns),
        "helped": None if gains is None else plain(gains),
        "usually": plain(usual),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _hash_of(record: Record) -> str:
    return sha256("".join(journal_lines(record.journal)).encode()).hexdigest()


def journal_lines(journal: Journal) -> Iterator[str]:
    """Give the journal line by line, each entry as one JSON object that bears its name under `entry`."""
    for entry in journal:
        line = {"entry": _ENTRY_NAMES[type(entry)], **entry._asdict()}
        yield json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n"
