"""What every column of every table means: like the leaf that is pasted into a box of samples.

Whoever opens `handoffs.csv` in ten years reads here that `since_ms` counts from StartEx, in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.batch.tables import Column, as_csv

_HEADS = tuple(
    Column(name, meaning)
    for name, meaning in (
        ("run", "twelve letters that stand for this batch; provenance.json says for what"),
        ("file", "the table"),
        ("column", "its column"),
        ("meaning", "what stands in it, and how it is found"),
        ("unit", "its unit"),
        ("better", "which way is better"),
        ("reference", "where it comes from"),
    )
)


def as_table(tables: Mapping[str, Sequence[Column]], origin: BatchProvenance) -> Iterator[str]:
    """Yield the codebook of some tables as CSV, line by line."""
    return as_csv(
        _HEADS,
        (
            (origin.run, file, each.name, each.meaning, each.unit, each.better, each.reference)
            for file, columns in tables.items()
            for each in columns
        ),
    )


def as_text(tables: Mapping[str, Sequence[Column]], origin: BatchProvenance) -> Iterator[str]:
    """Yield the codebook as Markdown, a heading for each table."""
    yield f"# Codebook\n\nOf batch `{origin.run}`: tabletop {origin.version}, `{origin.command}`.\n\n"
    yield "Units: `h` are hours, `ms` milliseconds, `share` is from 0 to 1. An empty field says that there was nothing to measure.\n"
    for file, columns in tables.items():
        yield f"\n## {file}\n\n| column | meaning | unit | better |\n|---|---|---|---|\n"
        for each in columns:
            yield f"| `{each.name}` | {each.meaning.replace('|', ' ')} | {each.unit} | {each.better} |\n"
