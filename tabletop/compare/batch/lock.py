"""One batch in a folder at a time: like a sign on a door that falls off by itself when whoever hung it up has left.

The lock belongs to the process, not to the file: when the process dies, however it dies, the next one may go in.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from tabletop.errors import OutputError

NAME = ".lock"
"""The file that is locked; it says by whom, and stays when nobody holds it."""


class BusyError(OutputError):
    """Somebody else is at work in the folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for this process alone; raises BusyError at once, naming the holder, when another has it."""
    try:
        file = (folder / NAME).open("a+")
    except OSError as error:
        message = f"cannot write {folder}: {error.strerror or error}"
        raise OutputError(message) from error
    with file:
        if not _take(file):
            message = (
                f"{folder} is in use by {_holder(file)}; wait for it, or choose another folder with --out"
            )
            raise BusyError(message)
        _sign(file)
        yield


def _sign(file: IO[str]) -> None:
    file.truncate(0)
    json.dump({"pid": os.getpid(), "started": datetime.now(UTC).isoformat(timespec="seconds")}, file)
    file.flush()


def _holder(file: IO[str]) -> str:
    file.seek(0)
    try:
        said = json.loads(file.read())
        return f"process {said['pid']}, started {said['started']}"
    except (ValueError, KeyError, TypeError):
        return "another process"


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> bool:
        """Lock a byte far behind what is written, so that the others can read who it is."""
        file.seek(1 << 20)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
