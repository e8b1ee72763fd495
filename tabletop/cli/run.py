"""`tabletop run`: play an exercise and leave its debrief, like the folder a trainer hands out at the hot wash."""

from __future__ import annotations

import shlex
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import click

from tabletop.cli.languages import in_language, say_untranslated, speak
from tabletop.cli.plain import plain
from tabletop.cli.waiting import Waiting, announce
from tabletop.compare.helping import Help, what_would_have_helped
from tabletop.compare.reruns import Rerunning, Reruns
from tabletop.compare.shifts import processes_for
from tabletop.compare.usually import Usual, usually
from tabletop.engine import Exercise
from tabletop.engine import run as play
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, find_source, read, variants

PIPED_WIDTH = 100
"""Columns of the summary when nobody's terminal says how many, and at most."""
TRIED_OVER = 5
"""Over how many re-runs each intervention is tried; `tabletop debrief SCENARIO` takes time for more."""
STEPS = 50
"""In how many steps the exercise is played first, to say how far it has come."""


@click.command()
@click.argument("scenario")
@click.option("--structure", metavar="ID", help="The structure to play; the scenario's first by default.")
@click.option(
    "--intervention",
    "interventions",
    metavar="ID",
    multiple=True,
    help="Switch an intervention on (repeatable).",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The seed of all chance.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The folder to write; named after the run by default."
)
@click.option("--force", is_flag=True, help="Replace another exercise's folder.")
@click.option(
    "--replications",
    type=click.IntRange(1, 100_000),
    default=100,
    show_default=True,
    help="Over how many re-runs 'in n of N' counts.",
)
@click.option("--typical", is_flag=True, help="Debrief the re-run nearest the median instead of the first.")
@in_language
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON instead of the summary.")
def run(
    *,
    scenario: str,
    structure: str | None,
    interventions: tuple[str, ...],
    seed: int,
    out: Path | None,
    force: bool,
    replications: int,
    typical: bool,
    language: str,
    as_json: bool,
) -> None:
    """Run an exercise and write its debrief.

    SCENARIO is a file, or the id of a shipped scenario (see `tabletop list`). The folder gets debrief.html, debrief.md,
    journal.jsonl, exercise.json and a copy of the scenario, so that `tabletop debrief` can make another debrief from it.
    """
    source = find_source(scenario)
    words = read(source, interventions=interventions, language=language)
    conduct = _conducted(source, words, structure, seed=seed, replications=replications, typical=typical)
    record, reruns, gains, usual = conduct
    from tabletop.debrief import provenance, summary, view
    from tabletop.debrief.writing import exercise, write_view

    speak(language, words.language)
    say_untranslated(words, language)
    origin = provenance(record, reruns=replications, command=_command())
    seen = view(record, reruns=reruns, gains=gains, provenance=origin, usual=usual)
    folder = out or _folder(record, reruns)
    files = write_view(
        seen,
        record,
        reruns=reruns,
        gains=gains,
        folder=folder,
        provenance=origin,
        usual=usual,
        source=source,
        force=force,
    )
    if as_json:
        said = exercise(record, reruns=reruns, gains=gains, provenance=origin, usual=usual)
        click.echo(said, nl=False)
    else:
        width = min(PIPED_WIDTH, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)
        click.echo(plain(summary.render(seen, width, files=files[:-1])), nl=False)


def _conducted(
    source: Source, words: Scenario, structure: str | None, *, seed: int, replications: int, typical: bool
) -> tuple[Record, Reruns, Help, tuple[Usual, ...]]:
    """Play the exercise, its re-runs and what would have helped; of all that, what can be done side by side is."""
    began = time.perf_counter()
    record = _first(words, structure, seed)
    pace = time.perf_counter() - began
    announce(f"{replications - 1:,} re-runs", pace * (replications - 1) / processes_for(None))
    rerunning = Rerunning(record, replications, pace=pace)
    told = Waiting("Re-runs played", replications)
    switched = variants(source, words.applied)
    if typical:
        reruns = rerunning.done(told)
        record = play(words, structure, seed=seed, replication=reruns.typical())
        return record, reruns, _helped(record, switched), _usually(reruns, switched)
    gains = _helped(record, switched)
    _make_ready()
    reruns = rerunning.done(told)
    return record, reruns, gains, _usually(reruns, switched)


def _first(words: Scenario, structure: str | None, seed: int) -> Record:
    """Play the exercise once, and say how far it has come when that takes long."""
    exercise = Exercise(words, structure, seed=seed)
    told = Waiting("Played", STEPS)
    for step in range(1, STEPS):
        exercise.advance(words.clock.horizon * step // STEPS)
        told(step)
    return exercise.run()


def _helped(record: Record, switched: Mapping[str, Scenario]) -> Help:
    """Try each change on the exercise, and say how far that has come when it takes long."""
    told = Waiting("Changes tried", len(switched))
    return what_would_have_helped(record, interventions=switched, told=told)


def _usually(reruns: Reruns, switched: Mapping[str, Scenario]) -> tuple[Usual, ...]:
    """Try each intervention on the first re-runs too: what helps in one run may be luck."""
    return usually(reruns, {(id_,): scenario for id_, scenario in switched.items()}, replications=TRIED_OVER)


def _make_ready() -> None:
    """Set up what the debrief will be printed with, as long as other processes still play."""
    from tabletop.debrief import html

    html.make_ready()


def _folder(record: Record, reruns: Reruns) -> Path:
    """Return a folder of its own for each exercise: scenario, structure, interventions, seed."""
    scenario = record.scenario
    parts = [scenario.id, record.structure, *scenario.applied, f"seed{record.seed}"]
    if record.replication:
        parts.append(f"run{record.replication}of{len(reruns)}")
    return Path("runs") / "-".join(parts)


def _command() -> str:
    """Return the command as it was given, for the provenance."""
    return shlex.join(["tabletop", *sys.argv[1:]])
