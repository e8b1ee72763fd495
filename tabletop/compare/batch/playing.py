"""A comparison from the question to the folder: begun, taken up again, or found to be done already.

`compare` and `resume` both end here: the second only knows the question from the folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tabletop.compare.batch import ledger as ledgers
from tabletop.compare.batch.conduct import Conducted, Conductor
from tabletop.compare.batch.folder import Report, write_folder
from tabletop.compare.batch.kept import kept
from tabletop.compare.batch.ledger import Ledger, opened
from tabletop.compare.batch.lock import NAME as LOCK
from tabletop.compare.batch.lock import locked
from tabletop.compare.batch.origin import BatchProvenance, asked_in, enter, provenance
from tabletop.compare.batch.plan import Plan, plan_of
from tabletop.compare.batch.players.choosing import player
from tabletop.compare.batch.settled import seal, sealed_files
from tabletop.compare.batch.watching import Watch
from tabletop.errors import OutputError, UsageError


@dataclass(frozen=True, slots=True)
class Crew:
    """Who plays, and who watches; neither changes a number."""

    watch: Watch
    """Who is told how far it has come."""
    jobs: int | None = None
    """How many processes; None for one on each processor."""
    cluster: str | None = None
    """The address of a Dask scheduler, or `local`."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A comparison that is done."""

    folder: Path
    """Where it lies."""
    conducted: Conducted
    """What was played."""
    provenance: BatchProvenance
    """Where it comes from."""
    files: tuple[str, ...]
    """The files in the folder, the report first."""
    untouched: bool = False
    """Whether all was there already, so that nothing was played and nothing written."""


def play_into(folder: Path, plan: Plan, *, crew: Crew, report: Report) -> Finished:
    """Play what is missing of a plan and write its folder.

    Raises BusyError when another process is at work there, UsageError when the folder holds another comparison, and
    OutputError when the disk refuses; what was finished before is kept then.
    """
    _ready(folder)
    with locked(folder), opened(folder) as ledger:
        enter(ledger, plan)
        return _finish(folder, plan, ledger=ledger, crew=crew, report=report)


def resume(folder: Path, *, crew: Crew, report: Report, language: str = "") -> Finished:
    """Play what is missing of the comparison that a folder holds; raises as `play_into` does.

    `language` has the report written in another language than before.
    """
    with at(folder) as ledger:
        design, sources = asked_in(ledger)
        plan = plan_of(replace(design, language=language or design.language), sources)
        enter(ledger, plan)
        return _finish(folder, plan, ledger=ledger, crew=crew, report=report)


@contextmanager
def at(folder: Path) -> Iterator[Ledger]:
    """Hold a folder and its ledger; raises UsageError when it holds no comparison."""
    if not holds_one(folder):
        message = f"{folder} holds no comparison; begin one with `tabletop compare … --out {folder}`"
        raise UsageError(message)
    with locked(folder), opened(folder) as ledger:
        yield ledger


def holds_one(folder: Path) -> bool:
    """Tell whether a comparison was begun in a folder."""
    return (folder / ledgers.NAME).is_file()


def _finish(folder: Path, plan: Plan, *, ledger: Ledger, crew: Crew, report: Report) -> Finished:
    with player(plan.sources, jobs=crew.jobs, cluster=crew.cluster) as playing:
        conducted = Conductor(plan, ledger, playing).conduct(crew.watch)
    origin = provenance(conducted)
    there = sealed_files(ledger, conducted)
    if there:
        return Finished(folder, conducted, origin, there, untouched=True)
    files = write_folder(folder, conducted, kept(conducted, ledger), origin=origin, report=report)
    seal(ledger, conducted)
    return Finished(folder, conducted, origin, files)


def _ready(folder: Path) -> None:
    """Make the folder; refuse one that holds anything but a comparison."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        foreign = sorted(each.name for each in folder.iterdir() if each.name != LOCK)
    except OSError as error:
        message = f"cannot write {folder}: {error.strerror or error}"
        raise OutputError(message) from error
    if foreign and not holds_one(folder):
        message = f"{folder} holds other files ({foreign[0]}); choose a folder of its own with --out"
        raise OutputError(message)
