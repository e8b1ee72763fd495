"""The folder that a comparison leaves behind: report, tables, codebook, journals, and where all of it comes from.

Everything in it but `written.json` and the ledger is the same, byte for byte, whoever played it and however often it was
broken off.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tabletop.compare.batch import codebook
from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.design import written
from tabletop.compare.batch.kept import KeptResults
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.batch.tables import (
    DRAWN,
    Column,
    ReplicationTable,
    as_csv,
    draw_rows,
    has_parquet,
    write_parquet,
)
from tabletop.compare.batch.traces import TABLES, Traces
from tabletop.compare.batch.writing import Writer, pieces, write_all

PROVENANCE = "provenance.json"
"""The file that says where all others come from, with the hash of each."""

Report = Callable[[Conducted, KeptResults, BatchProvenance], Mapping[str, str]]
"""Makes the report: texts by the name of their file."""


def write_folder(
    folder: Path, conducted: Conducted, results: KeptResults, *, origin: BatchProvenance, report: Report
) -> tuple[str, ...]:
    """Write all files of a comparison, whole or not at all, and return their names, the report first.

    Files of an earlier, larger comparison in the same folder are removed. Raises OutputError when the disk refuses.
    """
    texts = report(conducted, results, origin)
    contents = {name: pieces((text,)) for name, text in texts.items()} | _tables(conducted, results, origin)
    before = set(_files(folder))
    hashes = write_all(folder, contents)
    said = {
        **asdict(origin),
        "run": origin.run,
        "design": json.loads(written(conducted.plan.design)),
        "set_aside": [
            {"cell": each.case.cell.label, "replication": each.replication, "deaths": each.deaths}
            for each in conducted.aside
        ],
        "files": hashes,
    }
    when = {"written": datetime.now(UTC).isoformat(timespec="seconds")}
    write_all(folder, {PROVENANCE: _json(said), "written.json": _json(when)})
    for name in sorted(before - set(hashes)):
        (folder / name).unlink(missing_ok=True)
    return tuple(contents)


def _tables(conducted: Conducted, results: KeptResults, origin: BatchProvenance) -> dict[str, Writer]:
    table = ReplicationTable(results, origin)
    columns: dict[str, tuple[Column, ...]] = {"replications.csv": table.columns}
    contents = {"replications.csv": pieces(as_csv(table.columns, table.rows()))}
    if has_parquet():
        contents["replications.parquet"] = partial(write_parquet, table)
    if results.draws:
        columns["guesses.csv"] = DRAWN
        contents["guesses.csv"] = pieces(as_csv(DRAWN, draw_rows(results, origin)))
    if conducted.plan.design.traces:
        columns |= TABLES
    books = {"codebook.csv": codebook.as_table, "codebook.md": codebook.as_text}
    return {
        **contents,
        **Traces(conducted, origin).writers(),
        **{name: pieces(book(columns, origin)) for name, book in books.items()},
    }


def _files(folder: Path) -> tuple[str, ...]:
    """Return the files that the comparison before this one left, by its own account."""
    try:
        said = json.loads((folder / PROVENANCE).read_bytes())
    except (OSError, ValueError):
        return ()
    names = said.get("files", {}) if isinstance(said, dict) else {}
    return tuple(name for name in names if isinstance(name, str) and _is_below(name))


def _is_below(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _json(said: Mapping[str, object]) -> Writer:
    return pieces((json.dumps(said, ensure_ascii=False, indent=1) + "\n",))
