"""Several processes play side by side, and nothing is lost when one of them dies.

A process killed for want of memory takes its whole pool with it; a new pool is made, what was in play is played again
one replication at a time, and a replication that has killed three times is set aside.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from tabletop.compare.batch.players.player import Bench, NobodyPlaysError
from tabletop.compare.batch.shifts import Played, Playing, SetAside, Shift, Sources, play
from tabletop.resources import fingerprint

WAITING = 2
"""Shifts handed out for each process, so that none waits for the next."""
ATTEMPTS = 3
"""How often it is tried to start processes."""
PAUSE = 0.5
"""Seconds between two attempts: a fork server that was killed takes a moment to be gone."""

_NOT_STARTED = (BrokenProcessPool, EOFError, OSError)
"""What starting a process raises: it died at once, the fork server died (killed, or for want of memory), or no more may be."""


class Processes:
    """Plays in so many processes."""

    def __init__(self, sources: Sources, jobs: int, *, how: Playing = play) -> None:
        """Know the scenario files; nobody is called in yet."""
        self._sources = dict(sources)
        self._how = how
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self._send_home()

    def play(self, shifts: Iterator[Shift]) -> Iterator[Played | SetAside]:
        """Yield what came of the shifts, each when it is done."""
        bench = Bench(shifts)
        out: dict[Future[Played], Shift] = {}
        while self._hand_out(out, bench):
            done, _ = wait(out, return_when=FIRST_COMPLETED)
            ended = {future: out.pop(future) for future in done}
            yield from (future.result() for future in ended if not _is_broken(future))
            broken = [shift for future, shift in ended.items() if _is_broken(future)]
            if broken:
                self._send_home()
                yield from bench.died([*broken, *out.values()], beside=0)
                out.clear()

    def _hand_out(self, out: dict[Future[Played], Shift], bench: Bench) -> bool:
        """Hand out as much as there are hands for; returns whether anything is out."""
        while (shift := bench.next(in_play=len(out), hands=WAITING * self._jobs)) is not None:
            pool = self._pool or self._call_in()
            out[_submitted(pool, self._how, shift)] = shift
        return bool(out)

    def _call_in(self) -> ProcessPoolExecutor:
        """Return a pool of which one process has said that it is ready.

        One that cannot even be started must not count as killed by what it would have played. Raises NobodyPlaysError
        when none can be started several times over, or when the code that it would play with is not ours any more.
        """
        why = ""
        for _ in range(ATTEMPTS):
            self._pool = ProcessPoolExecutor(self._jobs, _context(), _begin, (self._sources,))
            try:
                theirs = self._pool.submit(fingerprint).result()
            except _NOT_STARTED as error:
                why = str(error)
                self._send_home()
                time.sleep(PAUSE)
                continue
            except KeyboardInterrupt:
                _start_nobody()
                raise
            if theirs != fingerprint():
                raise NobodyPlaysError("tabletop itself was changed while it was at work; start it again")
            return self._pool
        message = f"no process can be started to play ({why}); play in this one alone with --jobs 1"
        raise NobodyPlaysError(message)

    def _send_home(self) -> None:
        """End all processes now, whatever they are at: what they have not brought back is played again."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((pool._processes or {}).values())  # noqa: SLF001 - the pool has no way to stop what is running
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()


def _submitted(pool: ProcessPoolExecutor, how: Playing, shift: Shift) -> Future[Played]:
    """Hand a shift to a pool; one that is broken, or cannot start the process it needs, gives it back broken."""
    try:
        return pool.submit(_play, how, shift)
    except _NOT_STARTED as error:
        broken: Future[Played] = Future()
        broken.set_exception(BrokenProcessPool(str(error)))
        return broken


def _is_broken(future: Future[Played]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


_sources: dict[str, Sources] = {}


def _begin(sources: Sources) -> None:
    """Make a process ready: Ctrl-C is for its parent to hear, and it does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _sources["here"] = sources


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _play(how: Playing, shift: Shift) -> Played:
    return how(shift, _sources["here"])


def _context() -> multiprocessing.context.BaseContext:
    """Return a way to start processes that inherits nothing of this one, its lock on the folder least of all."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    _ready_to_fork()
    return context


def _start_nobody() -> None:
    """End the fork server, so that it starts nobody any more for a command that is ending: he would find nothing there."""
    from multiprocessing import forkserver

    server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]  # noqa: SLF001 - it cannot be told to stop
    if server is not None:
        with suppress(ProcessLookupError):
            os.kill(server, signal.SIGKILL)


def _ready_to_fork() -> None:
    """Start the fork server, unless it runs, so that Ctrl-C reaches neither it nor what it forks, from the first moment."""
    from multiprocessing import forkserver, resource_tracker  # not everywhere are there such

    resource_tracker.ensure_running()  # in starting, it would lift the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
