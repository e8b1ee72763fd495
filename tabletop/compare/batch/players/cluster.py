"""A cluster plays: many machines, or two processes of this one to try it out, by way of Dask's `distributed`.

A university has forty machines that stand idle at night: one of them is told the address of the others' scheduler. Over
the wire go the words of each scenario once, and then a few numbers for each replication.
"""

from __future__ import annotations

import logging
import re
import signal
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from tabletop.compare.batch.players.player import Bench, NobodyPlaysError
from tabletop.compare.batch.shifts import Played, Playing, SetAside, Shift, Sources, play
from tabletop.errors import UsageError
from tabletop.model.chance import SCHEME
from tabletop.resources import fingerprint, version

_Foreign = Any
"""What `distributed` gives out, which it does not type."""

LOCAL = "local"
"""The address that stands for workers on this machine."""

LOCAL_WORKERS = 2
"""How many workers a local cluster has."""

WAITING = 2
"""Shifts handed out for each worker, so that none waits for the next."""

COUNTED_EVERY = 5.0
"""Seconds between two counts of the workers, which may come and go."""

ANSWERS_WITHIN = 10
"""Seconds within which a scheduler must answer."""


THERE_WITHIN = 60
"""Seconds within which a worker must have come to the scheduler."""

_ADDRESS = re.compile(r"([a-z]+://)?[^\s/]+:\d{1,5}")


class Cluster:
    """Plays on the workers of a cluster."""

    def __init__(self, sources: Sources, address: str, *, how: Playing = play) -> None:
        """Know the scenario files and where the scheduler is; nobody is called yet.

        Raises UsageError for what is no address, and when `distributed` is not installed.
        """
        if address != LOCAL and not _ADDRESS.fullmatch(address):
            message = f"--cluster takes `local` or an address such as tcp://scheduler:8786, got {address!r}"
            raise UsageError(message)
        if not is_there():
            raise UsageError("--cluster needs Dask: pip install 'tabletop[distributed]'")
        self._sources = dict(sources)
        self._how = how
        self._address = address
        self._cluster: _Foreign = None
        self._client: _Foreign = None
        self._hands, self._counted = WAITING, -COUNTED_EVERY

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(Exception):  # the workers of a lost cluster cannot be told to stop
            if self._client is not None:
                self._client.close(timeout=1)
            if self._cluster is not None:
                self._cluster.close(timeout=1)

    def play(self, shifts: Iterator[Shift]) -> Iterator[Played | SetAside]:
        """Yield what came of the shifts, each when it is done.

        Raises UsageError when the scheduler does not answer, or its workers would play otherwise, NobodyPlaysError when
        there are no workers or the scheduler is lost.
        """
        from distributed import as_completed

        if self._client is None:
            self._call()
            _must_be_there(self._client)
            _must_agree(self._client)
        files = self._client.submit(
            _the_same, self._sources, pure=False
        )  # a task is done again when it is lost
        bench, finished = Bench(shifts), as_completed(loop=self._client.loop)  # type: ignore[no-untyped-call] # not typed there
        out: dict[object, Shift] = {}
        while self._hand_out(out, bench, files=files, finished=finished):
            future = next(finished)
            shift = out.pop(future)
            with _still_there():
                played = _result(future)
            if played is None:
                yield from bench.died([shift], beside=len(out))
            else:
                yield played

    def _hand_out(
        self, out: dict[object, Shift], bench: Bench, *, files: _Foreign, finished: _Foreign
    ) -> bool:
        """Hand out as much as there are hands for; returns whether anything is out."""
        how = _Agreeing(self._how, _who_we_are())
        with _still_there():
            self._count()
            while (shift := bench.next(in_play=len(out), hands=self._hands)) is not None:
                future = self._client.submit(how, shift, files, pure=False)
                out[future] = shift
                finished.add(future)
        return bool(out)

    def _count(self) -> None:
        """Count hands now and then: to ask the scheduler after every shift would take longer than to hand one out."""
        now = time.monotonic()
        if now - self._counted >= COUNTED_EVERY:
            self._hands, self._counted = WAITING * max(1, sum(self._client.nthreads().values())), now

    def _call(self) -> None:
        import dask
        from distributed import Client, LocalCluster

        # What is lost, and how to go on, is said once and by us.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        new_client: _Foreign = Client
        new_cluster: _Foreign = LocalCluster
        if self._address != LOCAL:
            try:
                self._client = new_client(self._address, timeout=ANSWERS_WITHIN, set_as_default=False)
            except (OSError, ValueError) as error:
                message = f"no scheduler answers at {self._address}: {error}"
                raise UsageError(message) from error
            return
        # Of a worker that dies we want to hear at once: what is played again, and how often, is for us to say.
        dask.config.set({"distributed.scheduler.allowed-failures": 0})
        self._cluster = new_cluster(
            n_workers=LOCAL_WORKERS,
            threads_per_worker=1,
            processes=True,
            dashboard_address=":0",
            preload=[__name__],
            silence_logs=logging.CRITICAL,
        )
        self._client = new_client(self._cluster, set_as_default=False)


def _result(future: _Foreign) -> Played | None:
    """Return what a task gave, None when its worker died of it."""
    from distributed.scheduler import KilledWorker

    try:
        played: Played = future.result()
    except KilledWorker:
        return None
    return played


@contextmanager
def _still_there() -> Iterator[None]:
    """Raise NobodyPlaysError when the scheduler is lost meanwhile: its tasks are cancelled, or nothing answers."""
    try:
        yield
    except (CancelledError, OSError) as error:
        why = f": {error}" if isinstance(error, OSError) else ""
        message = f"the scheduler of the cluster is lost{why}"
        raise NobodyPlaysError(message) from error


@dataclass(frozen=True, slots=True)
class _Agreeing:
    """Plays on a worker, unless the worker came later and has another tabletop than whoever asks."""

    how: Playing
    asked_by: str

    def __call__(self, shift: Shift, sources: Sources) -> Played:
        if self.asked_by != _who_we_are():
            message = f"a worker has another tabletop ({_who_we_are()}, here it is {self.asked_by}); install the same there"
            raise UsageError(message)
        return self.how(shift, sources)


def _the_same(sources: Sources) -> Sources:
    return sources


def dask_setup(worker: object) -> None:  # noqa: ARG001 - the name and the parameter are Dask's
    """Make a local worker ready: Ctrl-C is for its parent to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def is_there() -> bool:
    """Tell whether `distributed` is installed."""
    return find_spec("distributed") is not None


def _must_be_there(client: _Foreign) -> None:
    """Wait a little for a worker."""
    try:
        client.wait_for_workers(1, timeout=THERE_WITHIN)
    except TimeoutError as error:
        message = f"no worker has come to the scheduler within {THERE_WITHIN} s; start one with `dask worker`"
        raise NobodyPlaysError(message) from error


def _must_agree(client: _Foreign) -> None:
    """Refuse workers on which another tabletop is installed."""
    ours = _who_we_are()
    for worker, theirs in client.run(_who_we_are).items():
        if theirs != ours:
            message = f"the worker {worker} has another tabletop ({theirs}, here it is {ours}); install the same there"
            raise UsageError(message)


def _who_we_are() -> str:
    return f"{version()}, code {fingerprint()}, chance scheme {SCHEME}"
