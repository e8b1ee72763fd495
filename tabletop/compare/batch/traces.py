"""The first replications of each cell in full: every entry of the journal, every hand-off, who knew what when.

A network analyst wants edges with times: from the school to the office, sent at 40 minutes, known at three hours, two of
them in a queue. They are played once more for it, since the same luck gives the same journal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tabletop.compare.batch.cases import Case, scenario_of
from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.batch.tables import WHICH, Column, Value, as_csv, which
from tabletop.compare.batch.writing import Writer, pieces
from tabletop.compare.results import Row
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.measures.awareness import awareness
from tabletop.measures.causes import address_of, totals
from tabletop.measures.chronicle import Handoff
from tabletop.model.journal import (
    ABSENT,
    DELAY,
    ENTRY_TYPES,
    FALLBACK,
    HANDLING,
    QUEUE,
    SESSION,
    SHUT,
    UNDER_WAY,
    HandedOn,
    Journal,
    Stopped,
)
from tabletop.model.record import Record

_NAMES = {type_: name for name, type_ in ENTRY_TYPES.items()}
_PLAIN = (DELAY, SESSION, FALLBACK, SHUT, ABSENT, QUEUE, HANDLING, UNDER_WAY)

HANDOFFS = (
    *WHICH,
    Column("handoff", "the hand-off's number, in order of beginning"),
    Column("since_ms", "when the sender knew, from StartEx", "ms"),
    Column("at_ms", "when the receiver knew, or it ended otherwise, from StartEx", "ms"),
    Column("sender", "who handed on"),
    Column("receiver", "to whom"),
    Column("channel", "by which way; empty where there was no route"),
    Column("kind", "the kind of information"),
    Column("origin", "the item: where it came from"),
    Column("parent", "the hand-off that brought it to the sender; 0 when the sender was the first to know"),
    Column("ended", "handed_on, stopped or unfinished"),
    Column("because", "what stopped it"),
    Column("accuracy", "share of its details still right when it was understood", "share"),
    Column("repeat", "whether the receiver knew it already"),
    *(Column(f"{cause}_ms", f"time of the cause `{cause}`", "ms") for cause in _PLAIN),
    Column("barriers_ms", "time at barriers", "ms"),
    Column("waits", "all causes with their milliseconds, as a JSON object"),
)
"""The columns of handoffs.csv."""

AWARENESS = (
    *WHICH,
    Column("role", "the role, or actor, that needs it"),
    Column("kind", "the kind of information"),
    Column("exists_ms", "when the kind came to exist, from StartEx", "ms"),
    Column("knows_ms", "when the role knew, from StartEx; empty for never", "ms"),
    Column("watched_until_ms", "when waiting stops being counted: the deadline, else EndEx", "ms"),
    Column("accuracy", "share of details right when it first knew", "share"),
    Column("share_known", "share of all needs known at that instant, this one among them", "share"),
)
"""The columns of awareness.csv, its rows in order of `knows_ms`."""


_Telling = Callable[[Mapping[str, Value], Chronicle], Iterator[tuple[Value, ...]]]


@dataclass(frozen=True, slots=True)
class Traces:
    """The replications that are told in full."""

    conducted: Conducted
    """What was played."""
    provenance: BatchProvenance
    """Where it comes from."""

    def writers(self) -> Mapping[str, Writer]:
        """Return the files: a journal for each replication, and one table each of hand-offs and of awareness."""
        if not self.conducted.plan.design.traces:
            return {}
        journals = {
            f"journals/{_slug(place, case)}/{replication}.jsonl": _lines(self, case, replication)
            for place, case, replication in self._which()
        }
        return {
            **{name: pieces(lines) for name, lines in journals.items()},
            "handoffs.csv": pieces(as_csv(HANDOFFS, self._rows(_handoffs))),
            "awareness.csv": pieces(as_csv(AWARENESS, self._rows(_needs))),
        }

    def _rows(self, told: _Telling) -> Iterator[tuple[Value, ...]]:
        return (row for belongs, chronicle in self.records() for row in told(belongs, chronicle))

    def records(self) -> Iterator[tuple[Mapping[str, Value], Chronicle]]:
        """Yield where each replication belongs and what happened in it."""
        for _, case, replication in self._which():
            row = Row(case.cell, replication, {}, {}, {}, {}, {})
            yield which(row, self.provenance), Chronicle(self.record(case, replication))

    def record(self, case: Case, replication: int) -> Record:
        """Return the record of one replication, played once more."""
        scenario = scenario_of(self.conducted.plan.sources[case.sha256], case)
        return run(scenario, case.structure, seed=case.seed, replication=replication)

    def _which(self) -> Iterator[tuple[int, Case, int]]:
        first = self.conducted.plan.design.traces
        for place, (case, count) in enumerate(self.conducted.counts.items()):
            for replication in range(min(first, count)):
                if replication not in self.conducted.missing:
                    yield place, case, replication


def journal_lines(journal: Journal) -> Iterator[str]:
    """Yield a journal line by line, each entry as one JSON object that bears its name under `entry`."""
    for entry in journal:
        line = {"entry": _NAMES[type(entry)], **entry._asdict()}
        yield json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n"


def _lines(traces: Traces, case: Case, replication: int) -> Iterator[str]:
    """Yield the lines of a journal, where it comes from before all others; it is played when the second is asked for."""
    about = {"version": traces.provenance.version, "command": traces.provenance.command}
    place = which(Row(case.cell, replication, {}, {}, {}, {}, {}), traces.provenance)
    yield json.dumps({"entry": "provenance", **place, **about}, ensure_ascii=False) + "\n"
    yield from journal_lines(traces.record(case, replication).journal)


def _slug(place: int, case: Case) -> str:
    """Return a folder's name for a cell: its place, which is its own, and what it is, which can be read."""
    words = re.sub(r"[^a-z0-9_]+", "-", f"{case.scenario} {case.cell.label}".lower()).strip("-")
    return f"{place:04}-{words[:80]}"


def _handoffs(belongs: Mapping[str, Value], chronicle: Chronicle) -> Iterator[tuple[Value, ...]]:
    for handoff in chronicle.handoffs.values():
        waits = totals(handoff.account)
        yield (
            *belongs.values(),
            *(handoff.number, handoff.since, handoff.at, handoff.sender, handoff.receiver, handoff.channel),
            *(handoff.kind, handoff.origin, handoff.parent, *_end(handoff)),
            *(waits.get(cause, 0) for cause in _PLAIN),
            sum(time for cause, time in waits.items() if address_of(cause)),
            json.dumps(waits),
        )


def _end(handoff: Handoff) -> tuple[Value, ...]:
    """Return how a hand-off ended, why, how accurately, and whether it was a repeat."""
    if isinstance(handoff, HandedOn):
        return "handed_on", "", handoff.accuracy, str(handoff.repeat).lower()
    if isinstance(handoff, Stopped):
        return "stopped", ":".join(filter(None, (handoff.barrier, handoff.because))), None, None
    return "unfinished", "", None, None


def _needs(belongs: Mapping[str, Value], chronicle: Chronicle) -> Iterator[tuple[Value, ...]]:
    aware = awareness(chronicle)
    known = dict(aware.curve)
    for need in sorted(aware.counted, key=lambda each: (each.knows is None, each.knows or 0)):
        share = None if need.knows is None else known[need.knows]
        values = (need.role, need.kind, need.exists, need.knows, need.cut, need.accuracy, share)
        yield (*belongs.values(), *values)


TABLES: Mapping[str, tuple[Column, ...]] = {"handoffs.csv": HANDOFFS, "awareness.csv": AWARENESS}
"""The tables of traced replications, with their columns."""
