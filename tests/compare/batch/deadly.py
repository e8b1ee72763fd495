"""Ways of playing that kill: replication 3 always, replication 4 only as long as its marks are not used up; and none at all."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tabletop.compare.batch.shifts import Played, Shift, Sources, play


def play_deadly(shift: Shift, sources: Sources) -> Played:
    """Play, and die of replication 3 under the hub."""
    if shift.case.structure == "hub" and 3 in shift.replications:
        os.kill(os.getpid(), signal.SIGKILL)
    return play(shift, sources)


def play_until_twice_dead(marks: Path, shift: Shift, sources: Sources) -> Played:
    """Play, and die of replication 4 under the line, but only twice; each death leaves a mark."""
    died = len(list(marks.iterdir()))
    if shift.case.structure == "line" and 4 in shift.replications and died < 2:
        (marks / f"{died}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return play(shift, sources)


def never_begin(*_: object) -> None:
    """End before anything is played."""
    os._exit(1)


def other_code() -> str:
    """The fingerprint of code that is another in each process."""
    return str(os.getpid())
