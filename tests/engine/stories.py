"""Stories: small scenarios as text, played from StartEx to EndEx, and the journal read back in a line or two.

Two desks, a channel of an hour and a post at eight: the story is five lines, and its whole outcome two.
"""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.debrief.writing import journal_lines
from tabletop.engine import Exercise
from tabletop.model.duration import parse_duration
from tabletop.model.item import Priority
from tabletop.model.journal import Decided, HandedOn, Handled, Journal, Known, Stopped, Unfinished
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, read

HEAD = """
tabletop: 1
title: A story
clock: {starts: 2026-03-02 00:00, time_zone: UTC, lasts: 10d}
"""
"""How every story begins: at midnight before a Monday, in a zone where a day is always 24 hours."""


def scenario_of(text: str, *, interventions: tuple[str, ...] = ()) -> Scenario:
    """Return the scenario of a story; one that says nothing of format and clock begins as all stories do."""
    whole = text if text.lstrip().startswith(("{", "tabletop:")) else HEAD + text
    return read(Source("story", "story.yaml", whole.encode()), interventions=interventions)


def play(
    text: str, structure: str | None = None, *, seed: int = 1, interventions: tuple[str, ...] = ()
) -> Record:
    """Play a story from StartEx to EndEx."""
    return Exercise(scenario_of(text, interventions=interventions), structure, seed=seed).run()


def ms(*times: str) -> tuple[int, ...]:
    """Return durations in milliseconds, as journals have them."""
    return tuple(map(parse_duration, times))


def written(record: Record) -> bytes:
    """Return the bytes of a record's `journal.jsonl`."""
    return "".join(journal_lines(record.journal)).encode()


def clock(time: int) -> str:
    """Return a time since StartEx as people say it: `9:30`, `33:00` for nine o'clock on the second day."""
    minutes, rest = divmod(time, 60_000)
    seconds = f":{rest / 1000:06.3f}" if rest else ""
    return f"{minutes // 60}:{minutes % 60:02}{seconds}"


def span(time: int) -> str:
    """Return a length of time in minutes, or in milliseconds when it is no whole number of them."""
    minutes, rest = divmod(time, 60_000)
    return f"{time}ms" if rest else f"{minutes}m"


def account(parts: Sequence[tuple[str, int]]) -> str:
    """Return where time went: `queue 20m, handling 10m`."""
    return ", ".join(f"{cause} {span(time)}" for cause, time in parts)


def handoffs(record: Record) -> list[str]:
    """Return how every hand-off ended, in order: `9:00-10:30 school>police: delay 60m, handling 30m`."""
    return [_handoff(entry) for entry in record.journal if isinstance(entry, HandedOn | Stopped | Unfinished)]


def _handoff(entry: HandedOn | Stopped | Unfinished) -> str:
    times, ends = f"{clock(entry.since)}-{clock(entry.at)}", f"{entry.sender}>{entry.receiver}"
    parts = account(entry.account)
    if isinstance(entry, Stopped):
        how = f"stopped {entry.because}" + (f" after {parts}" if parts else "")
    elif isinstance(entry, Unfinished):
        how = f"unfinished {parts}"
    else:
        how = ("again " if entry.repeat else "") + parts
    return f"{times} {ends}: {how}".rstrip(": ")


def visits(journal: Journal, actor: str) -> list[str]:
    """Return every visit at a desk, in order: `9:00-9:30 item: handling 30m`."""
    return [
        f"{clock(entry.arrived)}-{clock(entry.at)} {entry.work}: {_stay(entry)}".rstrip(": ")
        for entry in journal
        if isinstance(entry, Handled) and entry.actor == actor
    ]


def _stay(entry: Handled) -> str:
    causes = ("shut", "absent", "queue", "handling")
    return account([(cause, getattr(entry, cause)) for cause in causes if getattr(entry, cause)])


def known(record: Record, kind: str = "") -> list[str]:
    """Return who came to know what, in order: `9:30 school news`, with the accuracy when it is not 1."""
    return [
        f"{clock(entry.at)} {entry.actor} {entry.kind}"
        + (f" {entry.accuracy:.4g}" if entry.accuracy != 1 else "")
        for entry in record.journal
        if isinstance(entry, Known) and kind in {"", entry.kind}
    ]


def decided(record: Record) -> list[str]:
    """Return every decision: `12:00 plan by school` with `late`, `at deadline` and what was missing."""
    return [_decision(entry) for entry in record.journal if isinstance(entry, Decided)]


def _decision(entry: Decided) -> str:
    late = " late" if entry.due is not None and entry.at > entry.due else ""
    deadline = " at deadline" if entry.at_deadline else ""
    missing = f" without {', '.join(entry.missing)}" if entry.missing else ""
    quality = f" quality {entry.quality:.4g}" if entry.quality != 1 else ""
    return (
        f"{clock(entry.at)} {entry.decision} by {', '.join(entry.actors)}{late}{deadline}{missing}{quality}"
    )


URGENT = Priority.urgent
