"""Two things done at once: one reads the file aloud while the other already plays it through.

The second process is a copy of this one, so that it needs nothing explained; where copies cannot be made, or it is lost,
the work is done here.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_R = TypeVar("_R")


class Beside(Generic[_R]):
    """A piece of work done by a copy of this process."""

    def __init__(self, work: Callable[[], _R]) -> None:
        """Let a copy of this process begin, when there is one more processor and a copy can be made safely."""
        self._work = work
        self._copy, self._answer = _begun(work) if can_be_shared() else (0, -1)

    def result(self) -> _R:
        """Wait for what came of it; what the copy could not do is done here, and raises here."""
        if not self._copy:
            return self._work()
        with os.fdopen(self._answer, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(self._copy, 0)
        self._copy = 0
        if not answer:
            return self._work()
        found: _R = pickle.loads(answer)  # noqa: S301 - from a copy of this very process
        return found


def can_be_shared() -> bool:
    """Tell whether a copy of this process would do work beside it: another processor, and no other threads here."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors > 1 and hasattr(os, "fork") and threading.active_count() == 1


def _begun(work: Callable[[], object]) -> tuple[int, int]:
    """Make the copy, which writes what came of the work into a pipe and ends; returns its id and the other end."""
    there, here = os.pipe()
    copy = os.fork()
    if copy:
        os.close(here)
        return copy, there
    try:
        os.close(there)
        answer = pickle.dumps(work())
        with os.fdopen(here, "wb") as pipe:
            pipe.write(answer)
    finally:
        # Whatever happened, the copy must not go on as if it were the program itself.
        os._exit(0)
