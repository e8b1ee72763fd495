"""Many small pieces of work done one after the other, or by several processes when that is sooner.

A hundred re-runs of twenty milliseconds are done before a second process has woken up; a hundred of a second each are
worth sharing. Whoever does the work, the results are the same and in the same order.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

_R = TypeVar("_R")

WORTH_SHARING = 1.0
"""Seconds of work left from which sharing it pays: a process costs about a fifth of that to start."""
SHIFT = 0.3
"""Seconds of work that a process is given at a time."""
TRIAL = 0.2
"""Seconds of work done before deciding."""
HEARTBEAT = 0.5
"""Seconds between two looks of a process for the one that started it."""


def in_shifts(work: Callable[[int], _R], count: int, *, jobs: int | None = None) -> tuple[_R, ...]:
    """Return `work(0)`, `work(1)` … `work(count - 1)`, in this order, with at most so many processes.

    With `jobs` None it is begun here, and shared between the processors only when much is left. `work` must be
    picklable and give the same for the same number wherever it is done.
    """
    processes = _processors() if jobs is None else jobs
    if processes <= 1:
        return tuple(map(work, range(count)))
    done, each = _begin(work, count if jobs is None else 0)
    left = range(len(done), count)
    if jobs is None and each * len(left) < WORTH_SHARING:
        return (*done, *map(work, left))
    size = max(1, int(SHIFT / each)) if each else -(-len(left) // (4 * processes))
    shifts = [range(start, min(start + size, count)) for start in left[::size]] if left else []
    return (*done, *_shared(work, shifts, min(processes, len(shifts))))


def _begin(work: Callable[[int], _R], count: int) -> tuple[list[_R], float]:
    """Do the first pieces here; returns them, and the seconds that one takes."""
    done: list[_R] = []
    began = time.perf_counter()
    while len(done) < count and time.perf_counter() - began < TRIAL:
        done.append(work(len(done)))
    return done, (time.perf_counter() - began) / len(done) if done else 0.0


def _shared(work: Callable[[int], _R], shifts: list[range], processes: int) -> Iterable[_R]:
    """Do the shifts in other processes; what is lost with a process that dies is done here."""
    if not shifts:
        return []
    pool = ProcessPoolExecutor(processes, _context(), _take_up, (work,))
    try:
        begun: list[tuple[range, Future[list[_R]] | None]] = [
            (shift, _hand_out(pool, shift)) for shift in shifts
        ]
        return [result for shift, future in begun for result in _result(work, shift, future)]
    finally:
        # After an interruption nobody waits for what is still being done.
        pool.shutdown(wait=False, cancel_futures=True)


def _hand_out(pool: ProcessPoolExecutor, shift: range) -> Future[list[_R]] | None:
    try:
        return pool.submit(_do, shift)
    except BrokenProcessPool:
        return None


def _result(work: Callable[[int], _R], shift: range, future: Future[list[_R]] | None) -> list[_R]:
    try:
        return [work(number) for number in shift] if future is None else future.result()
    except BrokenProcessPool:
        return [work(number) for number in shift]


_work: list[Callable[[int], object]] = []
"""What this process works on: given once, since a scenario is much larger than a number."""


def _take_up(work: Callable[[int], object]) -> None:
    _work[:] = [work]
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()


def _leave_with(parent: int) -> None:
    """End this process when the one that started it is gone, killed perhaps, so that nothing is left behind."""
    while os.getppid() == parent:
        time.sleep(HEARTBEAT)
    os._exit(1)


def _do(shift: range) -> list[_R]:
    return [_work[0](number) for number in shift]  # type: ignore[misc] # what was taken up gives these results


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> multiprocessing.context.BaseContext:
    """Return the quickest safe way to start processes: a fork of this one, unless other threads run in it."""
    methods = multiprocessing.get_all_start_methods()
    if "fork" in methods and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
