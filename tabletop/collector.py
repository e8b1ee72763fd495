"""Python's collector of circular garbage, and when it may rest: like the cleaner who waits until the meeting is over.

A run makes journal entries by the hundred thousand, a large file as many parts of a tree, and neither makes circles.
Looking through them again and again took a third of the time of a run, and a quarter of that of reading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
