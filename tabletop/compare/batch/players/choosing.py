"""Who is called in to play: a cluster where one is named, else as many processes as there are processors."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager

from tabletop.compare.batch.players.alone import Alone
from tabletop.compare.batch.players.cluster import Cluster
from tabletop.compare.batch.players.player import Player
from tabletop.compare.batch.players.processes import Processes
from tabletop.compare.batch.shifts import Sources


def player(sources: Sources, *, jobs: int | None, cluster: str | None) -> AbstractContextManager[Player]:
    """Return who plays; to be sent home when all is done.

    `jobs` is how many processes share the work, None for one on each processor; `cluster` the address of a Dask
    scheduler, or `local`. Raises UsageError for what is no address, and when `distributed` is not installed.
    """
    if cluster is not None:
        return Cluster(sources, cluster)
    count = processors() if jobs is None else jobs
    return Processes(sources, count) if count > 1 else Alone(sources)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
