"""Many small pieces of work done one after the other, or by several processes when that is sooner.

A few re-runs of ten milliseconds are done before a second process has woken up; a hundred of them are worth sharing.
Whoever does the work, the results are the same and in the same order; and whoever has handed it out may do something
else meanwhile, and lend a hand when that is done.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Generic, TypeVar

_R = TypeVar("_R")

WORTH_SHARING = 0.2
"""Seconds of work left from which sharing it pays: a process costs about a tenth of that to start."""
SHIFT = 0.3
"""Seconds of work that a process is given at a time, at most."""
SHIFTS_EACH = 16
"""In how many shifts a process does its part of what is left, so that all end at nearly the same time."""
TRIAL = 0.02
"""Seconds of work done before deciding: by then it has been done once with everything at hand."""
HEARTBEAT = 0.5
"""Seconds between two looks of a process for the one that started it."""
GLANCE = 0.5
"""Seconds between two looks at how far the others have come."""


def in_shifts(work: Callable[[int], _R], count: int, *, jobs: int | None = None) -> tuple[_R, ...]:
    """Return `work(0)`, `work(1)` … `work(count - 1)`, in this order, with at most so many processes.

    With `jobs` None it is begun here, and shared between the processors only when much is left. `work` must be
    picklable and give the same for the same number wherever it is done.
    """
    done, pace = _begin(work, count if jobs is None else 0)
    return UnderWay(work, range(len(done), count), jobs=jobs, done=done, pace=pace).results()


def processes_for(jobs: int | None) -> int:
    """Return how many processes share the work: as many as asked for, or one for each processor of this process."""
    return _processors() if jobs is None else max(1, jobs)


class UnderWay(Generic[_R]):
    """Work that other processes have begun, while this one is free for something else."""

    def __init__(
        self,
        work: Callable[[int], _R],
        numbers: range,
        *,
        jobs: int | None,
        done: Sequence[_R] = (),
        pace: float = 0.0,
    ) -> None:
        """Hand it out, if that pays: `done` is what came of earlier numbers, `pace` the seconds that one takes (0: unknown)."""
        self._work = work
        self._numbers = numbers
        self._done = tuple(done)
        self._pool: ProcessPoolExecutor | None = None
        self._shifts: list[range] = []
        self._left: deque[int] = deque()
        """Places of the shifts that nobody has begun."""
        self._given: dict[int, Future[list[_R]]] = {}
        """By place, what comes of the others."""
        processes = processes_for(jobs)
        if processes > 1 and numbers and (jobs is not None or pace * len(numbers) >= WORTH_SHARING):
            self._hand_out(_shifts(numbers, processes, pace), processes - 1)

    def results(self, told: Callable[[int], None] = lambda _: None) -> tuple[_R, ...]:
        """Lend a hand, and return the results in order; `told` is called now and then with how many there are."""
        if self._pool is None:
            return (*self._done, *self._alone(told))
        is_finished = False
        try:
            self._lend_a_hand(told)
            is_finished = True
            return (
                *self._done,
                *(each for place in range(len(self._shifts)) for each in self._result(place)),
            )
        finally:
            # After an interruption nobody waits for what is still being done.
            self._left.clear()
            self._pool.shutdown(wait=is_finished, cancel_futures=True)

    def _hand_out(self, shifts: list[range], others: int) -> None:
        """Give each process a shift, and one more to lie ready; for each that comes back the next is given."""
        self._pool = ProcessPoolExecutor(others, _context(), _take_up, (self._work,))
        self._shifts = shifts
        self._left.extend(range(len(shifts)))
        for _ in range(others + 1):
            self._give_next()

    def _give_next(self) -> None:
        """Give away the first shift that nobody has begun.

        None is ever taken back: a pool of Python 3.11 that breaks while it holds something cancelled never says so.
        """
        with suppress(IndexError):
            place = self._left.popleft()
            given = self._given[place] = self._submit(self._shifts[place])
            given.add_done_callback(self._came_back)

    def _came_back(self, given: Future[list[_R]]) -> None:
        if not given.cancelled() and not isinstance(given.exception(), BrokenProcessPool):
            self._give_next()

    def _submit(self, shift: range) -> Future[list[_R]]:
        assert self._pool is not None
        try:
            return self._pool.submit(_do, shift)
        except RuntimeError as error:  # it is broken, or closed already
            lost: Future[list[_R]] = Future()
            lost.set_exception(BrokenProcessPool(str(error)))
            return lost

    def _alone(self, told: Callable[[int], None]) -> Iterable[_R]:
        for number in self._numbers:
            told(number)
            yield self._work(number)

    def _lend_a_hand(self, told: Callable[[int], None]) -> None:
        """Do the last shifts that nobody has begun, and then wait for the others."""
        while self._left:
            with suppress(IndexError):
                place = self._left.pop()
                self._given[place] = self._own(self._shifts[place])
                self._tell(told)
        while wait(list(self._given.values()), GLANCE).not_done or len(self._given) < len(self._shifts):
            self._tell(told)

    def _own(self, shift: range) -> Future[list[_R]]:
        """Do a shift here; what it raises is kept until it is its turn."""
        own: Future[list[_R]] = Future()
        try:
            own.set_result([self._work(number) for number in shift])
        except Exception as error:  # noqa: BLE001 - it is raised again in its turn
            own.set_exception(error)
        return own

    def _tell(self, told: Callable[[int], None]) -> None:
        given = dict(self._given)
        told(len(self._done) + sum(len(self._shifts[place]) for place in given if given[place].done()))

    def _result(self, place: int) -> list[_R]:
        """Return what came of a shift; what is lost with a process that dies is done here."""
        try:
            return self._given[place].result()
        except BrokenProcessPool:
            return [self._work(number) for number in self._shifts[place]]


def _begin(work: Callable[[int], _R], count: int) -> tuple[list[_R], float]:
    """Do the first pieces here; returns them, and the seconds that the last one took."""
    done: list[_R] = []
    began = last = time.perf_counter()
    pace = 0.0
    while len(done) < count and last - began < TRIAL:
        done.append(work(len(done)))
        now = time.perf_counter()
        pace, last = now - last, now
    return done, pace


def _shifts(numbers: range, processes: int, pace: float) -> list[range]:
    """Cut the numbers into shifts."""
    size = max(1, len(numbers) // (SHIFTS_EACH * processes))
    if pace:
        size = max(1, min(size, int(SHIFT / pace)))
    return [numbers[start : start + size] for start in range(0, len(numbers), size)]


_work: list[Callable[[int], object]] = []
"""What this process works on: given once, since a scenario is much larger than a number."""


def _take_up(work: Callable[[int], object]) -> None:
    _work[:] = [work]
    # What was there before the work began stays: the collector need not look through it again and again.
    gc.freeze()
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
