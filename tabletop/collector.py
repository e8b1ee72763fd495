"""Python's collector of circular garbage, and when it may rest: like the cleaner who waits until the meeting is over.

A run makes journal entries by the hundred thousand, a large file as many parts of a tree, and neither makes circles.
Looking through them again and again took a third of the time of a run, and a quarter of that of reading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

EVENTS_BETWEEN = 50_000
"""Events of runs after which their circles are taken away: about a second of playing, in which thirty megabytes gather."""

THINGS_BETWEEN = 50_000
"""Things made by a command, less those that are gone again, between two looks: some five megabytes."""

_played_since = [0]


@contextmanager
def collection_paused() -> Iterator[None]:
    """Let the collector rest meanwhile; it goes on afterwards if it was at work before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def collect_after(events: int) -> None:
    """Take note that so many events were played, and take away what runs have left behind when it is time.

    An exercise and its desks know each other, so that nothing but the collector takes them away, and it has rested.
    """
    _played_since[0] += events
    if _played_since[0] >= EVENTS_BETWEEN:
        _played_since[0] = 0
        gc.collect()


def look_seldom() -> None:
    """Let the collector look only when much has been made: a command is short, and most of what it makes stays.

    By default it looks after every 700 things made, hundreds of times while modules are loaded and a file is read: a
    twelfth of a check.
    """
    gc.set_threshold(THINGS_BETWEEN, 20, 20)


def leave_the_rest() -> None:
    """Let the collector overlook all there is, just before the process ends: the memory goes with the process.

    Else the interpreter looks through everything once more on its way out, a tenth of a check and more of a long run.
    """
    gc.freeze()
