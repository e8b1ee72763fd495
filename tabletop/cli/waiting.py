"""A word on stderr to somebody who waits: nothing for two seconds of work, a line now and then for ten minutes of it."""

from __future__ import annotations

import time

import click

from tabletop.cli.plain import plain
from tabletop.model.duration import SECOND, say_duration

LONG = 10.0
"""Seconds of waiting that are announced, and between two lines."""


class Waiting:
    """Says how far something has come when nothing has been said for long."""

    def __init__(self, what: str, count: int) -> None:
        """Begin to wait for so many of something."""
        self._what, self._count = what, count
        self._last = time.monotonic()

    def __call__(self, done: int, count: int | None = None) -> None:
        """Note how many are done (of how many, if that is known better now), and say so when it is long ago."""
        self._count = self._count if count is None else count
        now = time.monotonic()
        if now - self._last >= LONG:
            self._last = now
            click.echo(plain(f"{self._what}: {done:,} of {self._count:,}"), err=True)


def announce(what: str, seconds: float) -> None:
    """Say how long something will take, when that is long."""
    if seconds > LONG:
        click.echo(plain(f"{what}: about {say_duration(round(seconds) * SECOND)}"), err=True)
