"""`tabletop run`: play an exercise and leave its debrief, like the folder a trainer hands out at the hot wash."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from tabletop.cli.plain import plain
from tabletop.compare import Reruns, rerun, what_would_have_helped
from tabletop.debrief import provenance, summary, view
from tabletop.debrief.writing import exercise, write_view
from tabletop.engine import run as play
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, find_source, read

PIPED_WIDTH = 100
"""Columns of the summary when nobody's terminal says how many, and at most."""


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
    as_json: bool,
) -> None:
    """Run an exercise and write its debrief.

    SCENARIO is a file, or the id of a shipped scenario (see `tabletop list`). The folder gets debrief.html, debrief.md,
    journal.jsonl and exercise.json.
    """
    source = find_source(scenario)
    words = read(source, interventions=interventions)
    reruns = rerun(words, structure, seed=seed, replications=replications)
    record = play(words, structure, seed=seed, replication=reruns.typical() if typical else 0)
    gains = what_would_have_helped(record, interventions=_others(source, words))
    origin = provenance(record, reruns=replications, command=_command())
    seen = view(record, reruns=reruns, gains=gains, provenance=origin)
    folder = out or _folder(record, reruns)
    files = write_view(
        seen, record, reruns=reruns, gains=gains, folder=folder, provenance=origin, force=force
    )
    if as_json:
        click.echo(exercise(record, reruns=reruns, gains=gains, provenance=origin), nl=False)
    else:
        width = min(PIPED_WIDTH, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)
        click.echo(plain(summary.render(seen, width, files=files[:-1])), nl=False)


def _others(source: Source, words: Scenario) -> dict[str, Scenario]:
    """Return the scenario with each intervention that is not switched on yet switched on besides."""
    return {
        id_: read(source, interventions=(*words.applied, id_))
        for id_ in words.interventions
        if id_ not in words.applied
    }


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
