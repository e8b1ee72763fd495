"""The edge where errors become messages: like a receptionist, who never shows a visitor the plumbing.

How `tabletop` ends, for scripts that ask: 0 done; 1 stopped by a closed pipe, or `check --strict` or `verify` found
what is to be mended; 2 asked wrongly; 3 the scenario has mistakes, or replications were set aside; 70 a mistake of ours;
71 nobody is left to play; 74 could not write; 130 interrupted.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import click

from tabletop.cli.plain import plain
from tabletop.cli.starting import INTERRUPTED
from tabletop.errors import OutputError, ScenarioError, TabletopError

OURS = 70
"""Exit code for a mistake in tabletop itself, after the convention of sysexits.h."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says when what is printed has nowhere to go."""


@contextmanager
def edge(*, debug: bool) -> Iterator[None]:
    """Turn whatever goes wrong inside into one message on stderr and an exit code, never a traceback.

    With `debug` an unexpected error shows its traceback too. A closed pipe is left to click, which is quiet.
    """
    try:
        yield
    except TabletopError as error:
        _say(str(error) if isinstance(error, ScenarioError) else f"Error: {error}")
        raise click.exceptions.Exit(error.exit_code) from error
    except (KeyboardInterrupt, click.Abort) as error:
        _say("Interrupted.")
        raise click.exceptions.Exit(INTERRUPTED) from error
    except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
        raise
    except OSError as error:
        if error.errno not in NO_ROOM:
            _confess(error, debug=debug)
            raise click.exceptions.Exit(OURS) from error
        _say(f"Error: cannot write the output: {error.strerror}")
        raise click.exceptions.Exit(OutputError.exit_code) from error
    except Exception as error:
        _confess(error, debug=debug)
        raise click.exceptions.Exit(OURS) from error


def _confess(error: Exception, *, debug: bool) -> None:
    if debug:
        _say("".join(traceback.format_exception(error)).rstrip())
    how = "" if debug else "run it again as `tabletop --debug …` and "
    _say(
        f"tabletop made a mistake ({type(error).__name__}: {error}): {how}report it with the scenario, please."
    )


def _say(message: str) -> None:
    click.echo(plain(message), err=True)
