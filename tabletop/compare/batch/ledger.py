"""Every finished replication, written down as soon as it is done: like a ship's log, which outlives the ship.

When the power fails after four thousand of ten thousand replications, the four thousand are in the ledger, and the next
attempt plays the other six.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.packing import Names
from tabletop.errors import OutputError, TabletopError

NAME = "ledger.sqlite"
"""The ledger's file in the folder of a comparison."""

AT_ONCE = 500
"""How many lines are read at a time, so that memory does not grow with their number."""

_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""What the database says of a file that is cut short, written over, or none of its own."""


class DamagedLedgerError(TabletopError):
    """The ledger of a folder cannot be read any more: cut short, written over, or no ledger at all."""

    exit_code = 2
    """As for a folder that holds no comparison to go on with: what is asked cannot be done with what lies there."""


# Rows have row ids: without them a line of more than a kilobyte would take a page of four for itself.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (what TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cases (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, names TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS rows (
    of INTEGER NOT NULL REFERENCES cases, replication INTEGER NOT NULL, line TEXT NOT NULL,
    PRIMARY KEY (of, replication));
"""


class Ledger:
    """The finished replications of one folder."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Use a connection whose tables are there; `opened` makes one."""
        self._connection = connection
        self.path = path
        self._ids: dict[str, int] = dict(connection.execute("SELECT key, id FROM cases"))

    def said(self, what: str) -> str | None:
        """Return what was said about the batch under a heading; None when nothing was."""
        found = self._all("SELECT said FROM about WHERE what = ?", (what,))
        return str(found[0][0]) if found else None

    def say(self, about: Mapping[str, str]) -> None:
        """Write down something about the batch under headings."""
        with self._told(), self._connection as connection:
            connection.executemany("REPLACE INTO about VALUES (?, ?)", list(about.items()))

    def keep(self, case: Case, names: Names, lines: Iterable[tuple[int, str]]) -> None:
        """Write down what came of some replications of a case, all of them or none."""
        with self._told(), self._connection as connection:
            of = self._id(case) or self._enter(case, names)
            rows = [(of, replication, line) for replication, line in lines]
            connection.executemany("REPLACE INTO rows VALUES (?, ?, ?)", rows)

    def finished(self, case: Case, among: range) -> int:
        """Return how many replications of a case in a range are done."""
        count = "SELECT count(*) FROM rows WHERE of = ? AND replication >= ? AND replication < ?"
        return int(self._all(count, (self._id(case), among.start, among.stop))[0][0])

    def missing(self, case: Case, among: range) -> tuple[int, ...]:
        """Return the replications of a case in a range that are not done, in order."""
        which = "SELECT replication FROM rows WHERE of = ? AND replication >= ? AND replication < ?"
        found = self._all(which, (self._id(case), among.start, among.stop))
        done = {replication for (replication,) in found}
        return tuple(number for number in among if number not in done)

    def done(self, case: Case) -> list[int]:
        """Return all replications of a case that are done, in order."""
        which = "SELECT replication FROM rows WHERE of = ? ORDER BY replication"
        return [replication for (replication,) in self._all(which, (self._id(case),))]

    def names(self, case: Case) -> Names | None:
        """Return what the numbers of a case's lines stand for; None when nothing of it is done."""
        found = self._all("SELECT names FROM cases WHERE id = ?", (self._id(case),))
        if not found:
            return None
        return Names(**{part: tuple(names) for part, names in json.loads(found[0][0]).items()})

    def lines(self, case: Case, among: range) -> Iterator[tuple[int, str]]:
        """Yield the replications of a case in a range that are done, in order, each with its line."""
        which = (
            "SELECT replication, line FROM rows WHERE of = ? AND replication >= ? AND replication < ? "
            "ORDER BY replication"
        )
        for start in range(among.start, among.stop, AT_ONCE):
            stop = min(start + AT_ONCE, among.stop)
            yield from self._all(which, (self._id(case), start, stop))

    def _all(self, asked: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with self._told():
            return self._connection.execute(asked, values).fetchall()

    def _id(self, case: Case) -> int | None:
        return self._ids.get(case.key)

    def _enter(self, case: Case, names: Names) -> int:
        entered = self._connection.execute(
            "INSERT INTO cases (key, names) VALUES (?, ?)", (case.key, json.dumps(asdict(names)))
        )
        assert entered.lastrowid is not None
        self._ids[case.key] = entered.lastrowid
        return entered.lastrowid

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in one line why nothing more can be written, or read."""
        try:
            yield
        except sqlite3.Error as error:
            raise _told_of(self.path, error) from error


def is_begun(folder: Path) -> bool:
    """Tell whether the ledger of a folder says already what it is for, so that it can be gone on with."""
    try:
        with closing(
            sqlite3.connect(f"{(folder / NAME).absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        ) as ledger:
            return bool(ledger.execute("SELECT count(*) FROM about WHERE what = 'design'").fetchone()[0])
    except sqlite3.Error:
        return False


@contextmanager
def opened(folder: Path) -> Iterator[Ledger]:
    """Open the ledger of a folder, begun when there is none.

    Raises DamagedLedgerError when it is damaged, OutputError when it cannot be used for another reason.
    """
    path = folder / NAME
    try:
        connection = sqlite3.connect(path, timeout=0)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
        ledger = Ledger(connection, path)
    except sqlite3.Error as error:
        raise _told_of(path, error) from error
    try:
        yield ledger
    finally:
        connection.close()


def _told_of(path: Path, error: sqlite3.Error) -> TabletopError:
    """Return what to say of something that the database refuses: its file is damaged, or cannot be used just now."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BROKEN:
        return OutputError(f"cannot use {path}: {error}; what was finished before is kept")
    return DamagedLedgerError(
        f"{path} is damaged ({error}), so that the replications in it cannot be read; "
        f"move {path.parent} away, or begin anew in another folder with --out"
    )
