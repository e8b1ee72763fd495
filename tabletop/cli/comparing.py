"""What `compare`, `sweep` and `resume` have in common: somebody plays, somebody may break it off, somebody is told.

Whoever presses Ctrl-C is told at once that nothing is lost and how to go on.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from tabletop.cli.console import columns, say
from tabletop.cli.edge import INTERRUPTED
from tabletop.cli.progress import shown
from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.design import Design
from tabletop.compare.batch.estimate import estimate
from tabletop.compare.batch.figures import figures
from tabletop.compare.batch.kept import KeptResults
from tabletop.compare.batch.lock import BusyError
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.batch.plan import plan
from tabletop.compare.batch.players.choosing import processors
from tabletop.compare.batch.playing import Crew, Finished, holds_one, play_into, resume
from tabletop.errors import OutputError, ScenarioError, UsageError

AFTER = 1.0
"""Seconds after Ctrl-C at which the process ends, whatever it is at: the ledger is whole at every instant."""

REPORT = "comparison.json"
"""The file that `--json` prints."""


def carry_out(
    asked: Design, *, out: Path | None, jobs: int | None, cluster: str | None, only: str, as_json: bool
) -> None:
    """Play what was asked and say what came of it; `only` is `plan` to say what would be done, `missing` to go on."""
    made = plan(asked)
    if only == "plan":
        _tell_plan(asked, jobs=jobs, as_json=as_json)
        return
    folder = out or _folder(made.design, tuple(source.id for source in made.sources.values()))
    if only == "missing" and not holds_one(folder):
        message = f"{folder} holds no comparison to go on with"
        raise UsageError(message)
    with _breaking_off(folder), shown() as watch:
        done = play_into(folder, made, crew=Crew(watch, jobs, cluster), report=report)
    tell(done, as_json=as_json)


def go_on(folder: Path, *, jobs: int | None, cluster: str | None, as_json: bool) -> None:
    """Finish the comparison of a folder and say what came of it."""
    with _breaking_off(folder), shown() as watch:
        done = resume(folder, crew=Crew(watch, jobs, cluster), report=report)
    tell(done, as_json=as_json)


def report(conducted: Conducted, results: KeptResults, origin: BatchProvenance) -> Mapping[str, str]:
    """Return the report of a comparison, by the names of its files."""
    return {REPORT: figures(conducted, results, origin)}


def tell(done: Finished, *, as_json: bool) -> None:
    """Say what came of it; exits with 3 when replications had to be set aside."""
    if as_json:
        click.echo((done.folder / REPORT).read_text("utf-8"), nl=False)
    else:
        _tell_cells(done)
    for each in done.conducted.aside:
        where = f"replication {each.replication} of {each.case.cell.label}"
        click.echo(
            f"Set aside: {where}, which ended {each.deaths} processes; it counts in no cell.", err=True
        )
    if done.conducted.aside:
        raise click.exceptions.Exit(ScenarioError.exit_code)


def _tell_cells(done: Finished) -> None:
    said = json.loads((done.folder / REPORT).read_text("utf-8"))
    measure = done.conducted.plan.design.measure
    rows = [
        (each["label"], f"{each['replications']:,}", _number(each["measures"][measure]))
        for each in said["cells"]
    ]
    say(columns(rows, heads=("cell", "replications", measure)), "", f"Written to {done.folder}")


def _number(mean: float | None) -> str:
    return "–" if mean is None else f"{mean:,.2f}"


def _tell_plan(asked: Design, *, jobs: int | None, as_json: bool) -> None:
    expected = estimate(plan(asked), jobs=jobs or processors())
    figures = {
        name: getattr(expected, name) for name in ("cells", "least", "most", "jobs", "shortest", "longest")
    }
    if as_json:
        click.echo(json.dumps({**figures, "megabytes": expected.megabytes}))
        return
    exact = expected.least == expected.most
    count = f"{expected.most:,}" if exact else f"{expected.least:,} to {expected.most:,}"
    time = _span(expected.longest) if exact else f"{_span(expected.shortest)} to {_span(expected.longest)}"
    say(
        f"{expected.cells:,} cells, {count} replications",
        f"about {time} with {expected.jobs} processes, {expected.megabytes:,.0f} MB at most",
    )


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _folder(asked: Design, ids: tuple[str, ...]) -> Path:
    what = "sweep" if asked.vary else "comparison"
    return Path("runs") / f"{'+'.join(ids)}-{what}-seed{asked.seed}"


@contextmanager
def _breaking_off(folder: Path) -> Iterator[None]:
    """Say how to go on when it is broken off, by somebody or by the disk."""
    how = f"tabletop resume {shlex.quote(str(folder))}"
    try:
        with _at_once(f"Interrupted. What was finished is kept; go on with: {how}"):
            yield
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BusyError:
        raise
    except OutputError as error:
        message = f"{error}; go on with: {how}" if holds_one(folder) else str(error)
        raise OutputError(message) from error


@contextmanager
def _at_once(message: str) -> Iterator[None]:
    """Say a message as soon as Ctrl-C is pressed, and end the process soon after, come what may."""

    def hear(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.write(sys.stderr.fileno(), f"\n{message}\n".encode())
        end: Callable[[], None] = lambda: os._exit(INTERRUPTED)  # noqa: E731 - a timer wants a call without words
        timer = threading.Timer(AFTER, end)
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
