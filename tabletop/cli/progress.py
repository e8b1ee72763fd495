"""How far a batch has come, on stderr: a bar for somebody at a terminal, a line now and then for a log.

Nothing moves in a pipe: a log of a night's work is a few hundred lines that can be read.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from tabletop.cli.plain import plain
from tabletop.compare.batch.watching import Watch

EVERY = 10.0
"""Seconds between two lines of a log."""

PLAYING, WRITING = "replications", "writing the report"
"""What stands beside the bar while something is played, and when all has been."""

WIDE = 70
"""As many letters as a terminal's lines must have for a bar with words; a narrower one shows bar, count and time alone."""


class Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        """Say it; nothing while it is not known."""
        return Text(f"{task.speed:,.1f} a second" if task.speed else "")


class Bar:
    """A bar that moves, with how many are done, how many there are, how fast it goes and how long it will take."""

    def __init__(self, progress: Progress) -> None:
        """Draw on an open display."""
        self._progress = progress
        self._task = progress.add_task(PLAYING, total=0)
        self._total = self._done = 0

    def expects(self, total: int) -> None:
        """Lengthen the bar."""
        self._total += total
        self._progress.update(self._task, total=self._total, description=PLAYING)

    def done(self, count: int) -> None:
        """Move on."""
        self._done += count
        self._progress.update(
            self._task, completed=self._done, description=PLAYING if self._done < self._total else WRITING
        )

    def note(self, text: str) -> None:
        """Say it above the bar."""
        self._progress.console.print(plain(text), markup=False, highlight=False)


class Lines:
    """A line every ten seconds."""

    def __init__(self) -> None:
        """Begin to count."""
        self._total = self._done = 0
        self._began = self._last = time.monotonic()

    def expects(self, total: int) -> None:
        """Count so many more."""
        self._total += total

    def done(self, count: int) -> None:
        """Say how far it has come when it was long ago that it was said."""
        self._done += count
        now = time.monotonic()
        if now - self._last >= EVERY:
            self._last = now
            rate = self._done / (now - self._began)
            left = (self._total - self._done) / rate
            self.note(
                f"{self._done:,} of {self._total:,} replications, {rate:,.1f} a second, {left:,.0f} s left"
            )

    def note(self, text: str) -> None:
        """Say it on a line of its own."""
        click.echo(plain(text), err=True)


@contextmanager
def shown() -> Iterator[Watch]:
    """Show progress while something is played, in the way that suits where stderr goes."""
    console = Console(stderr=True)
    if not sys.stderr.isatty() or console.is_dumb_terminal:
        yield Lines()
        return
    with Progress(*_columns(console.width), console=console, transient=True) as bar:
        yield Bar(bar)


def _columns(width: int) -> tuple[ProgressColumn, ...]:
    """Return what stands in a line of so many letters."""
    if width < WIDE:
        return BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    return TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn()
