"""The tables of a comparison for other programs: one row for each replication, and what every column means.

`replications.csv` opens in any spreadsheet, in R and in pandas; the codebook beside it says that `staff_hours` is in
hours, how it is found, and that less is better.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO

from tabletop.compare.batch.kept import KeptResults
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.results import Row
from tabletop.measures import MEASURES

Value = str | int | float | None

AT_ONCE = 1_000
"""Rows of a Parquet file that are written together."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    """Its heading."""
    meaning: str
    """What stands in it."""
    unit: str = ""
    """Its unit; empty for words."""
    better: str = ""
    """`less` or `more`; empty when neither is better."""
    reference: str = ""
    """Where it comes from."""


WHICH = (
    Column("run", "twelve letters that stand for this batch; provenance.json says for what"),
    Column("scenario", "the scenario's id"),
    Column("structure", "the structure at StartEx"),
    Column("interventions", "the interventions switched on, joined by +; empty for none"),
    Column("variant", "what else was different, such as `lifted: trust`; empty for nothing"),
    Column("seed", "the seed of all chance"),
    Column(
        "replication", "which replication of the seed, from 0; the same number is the same luck in every cell"
    ),
)
"""The columns with which every row says where it belongs."""


@dataclass(frozen=True, slots=True)
class ReplicationTable:
    """One row for each replication that counts."""

    results: KeptResults
    """What was played."""
    provenance: BatchProvenance
    """Where it comes from."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, in order."""
        paths = dict.fromkeys(path for values in self._settings() for path in values)
        return (
            *WHICH,
            *(Column(f"set.{path}", f"what was set at {path}") for path in paths),
            *(
                Column(each.name, each.formula, each.unit, each.better or "", each.reference)
                for each in MEASURES.values()
            ),
            *(
                Column(f"expectation.{name}", "met, late, inaccurate, missed or not_called")
                for name in self._ids(0)
            ),
            *(Column(f"objective.{name}", "the rating P, S, M or U, or not_rated") for name in self._ids(1)),
        )

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """Yield its rows by cell in the order of the plan, then by replication."""
        names = [each.name for each in self.columns]
        for row in self.results.rows:
            values = self._values(row)
            yield tuple(values.get(name) for name in names)

    def _values(self, row: Row) -> Mapping[str, Value]:
        return {
            **which(row, self.provenance),
            **{f"set.{path}": text for path, text in self._set(row).items()},
            **row.measures,
            **{f"expectation.{name}": verdict for name, verdict in row.expectations.items()},
            **{f"objective.{name}": letter for name, letter in row.ratings.items()},
        }

    def _settings(self) -> Iterable[Mapping[str, str]]:
        return (each for cell, each in self.results.inputs.items() if cell not in self.results.draws)

    def _set(self, row: Row) -> Mapping[str, str]:
        return {} if row.cell in self.results.draws else self.results.inputs.get(row.cell, {})

    def _ids(self, place: int) -> tuple[str, ...]:
        """Return the expectations or objectives of all scenarios, each once."""
        kept = self.results.rows
        found = (kept.ledger.names(case) for case in kept.cases)
        lists = ((each.expectations, each.objectives)[place] for each in found if each is not None)
        return tuple(dict.fromkeys(name for names in lists for name in names))


def which(row: Row, provenance: BatchProvenance) -> Mapping[str, Value]:
    """Return the columns with which a row says where it belongs."""
    cell = row.cell
    values = (provenance.run, cell.scenario, cell.structure, "+".join(cell.interventions), cell.variant)
    return dict(zip((each.name for each in WHICH), (*values, provenance.seed, row.replication), strict=True))


def draw_rows(results: KeptResults, provenance: BatchProvenance) -> Iterator[tuple[Value, ...]]:
    """Yield what was drawn for each guess: run, scenario, draw, path, value as written, place in its range."""
    seen = set()
    for cell, places in results.draws.items():
        drawn = (cell.scenario, cell.variant.partition(": ")[2])
        if drawn not in seen:
            seen.add(drawn)
            for path, place in places.items():
                yield (provenance.run, *drawn, path, results.inputs[cell][path], place)


DRAWN = (
    WHICH[0],
    WHICH[1],
    Column("draw", "the number of the draw, as in `variant` of replications.csv"),
    Column("path", "where the guess stands in the scenario"),
    Column("value", "what was drawn, as a scenario writes it"),
    Column("place", "where in its range it lies, from 0 to 1", "share"),
)
"""The columns of guesses.csv."""


def as_csv(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """Yield a table line by line, its headings first; what there is no value for is empty."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow([each.name for each in columns])
    yield line.getvalue()
    for values in rows:
        line.seek(0)
        line.truncate()
        writer.writerow(values)
        yield line.getvalue()


def write_parquet(table: ReplicationTable, file: IO[bytes]) -> None:
    """Write the replications as Parquet, with the provenance in the file's own notes; needs pyarrow."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    provenance = {f"tabletop.{name}": str(getattr(table.provenance, name)) for name in ("run", "command")}
    numbers = {*MEASURES, "seed", "replication"}
    kinds = {each.name: pa.float64() if each.name in numbers else pa.string() for each in table.columns}
    schema = pa.schema(list(kinds.items()), metadata=provenance)
    rows = table.rows()
    with ParquetWriter(file, schema) as writer:
        while block := list(islice(rows, AT_ONCE)):
            columns = zip(*block, strict=True)
            arrays = [
                pa.array(values, type=kind) for kind, values in zip(kinds.values(), columns, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def has_parquet() -> bool:
    """Tell whether pyarrow is installed."""
    from importlib.util import find_spec

    return find_spec("pyarrow") is not None
