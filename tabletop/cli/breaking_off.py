"""Ctrl-C, a full disk, a lost cluster while a comparison is played: whoever breaks it off is told at once how to go on."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from tabletop.cli.starting import INTERRUPTED
from tabletop.compare.batch.ledger import is_begun
from tabletop.compare.batch.lock import BusyError
from tabletop.compare.batch.players.player import NobodyPlaysError
from tabletop.errors import OutputError

AFTER = 1.0
"""Seconds after Ctrl-C at which the process ends, whatever it is at: the ledger is whole at every instant."""


@contextmanager
def breaking_off(folder: Path) -> Iterator[None]:
    """Say how to go on when it is broken off, by somebody or by the disk."""
    how = f"tabletop resume {shlex.quote(str(folder))}"
    try:
        with _at_once(f"Interrupted. What was finished is kept; go on with: {how}"):
            yield
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BusyError:
        raise
    except (OutputError, NobodyPlaysError) as error:
        message = f"{error}; go on with: {how}" if is_begun(folder) else str(error)
        raise type(error)(message) from error


@contextmanager
def _at_once(message: str) -> Iterator[None]:
    """Say a message as soon as Ctrl-C is pressed, and end the process soon after, come what may."""

    def hear(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.write(sys.stderr.fileno(), f"\n{message}\n".encode())
        timer = threading.Timer(AFTER, os._exit, (INTERRUPTED,))
        timer.daemon = True
        timer.start()
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
