"""`tabletop debrief`: the report of an exercise for one reader, in one language and form, from the folder that a run left."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from tabletop.cli.languages import in_language, say_untranslated, speak
from tabletop.cli.one_file import write_one
from tabletop.debrief.conduct import CHANGES_OVER, Conduct, conducted
from tabletop.debrief.keeping import is_run_folder, kept
from tabletop.debrief.observed.notes import Notes
from tabletop.debrief.printing import FORMATS, Format, documents
from tabletop.reading import find_source, read
from tabletop.resources import ENGLISH

RERUNS = 200
"""Over how many re-runs 'in n of N' counts when a scenario is run for its debrief alone."""


@click.command()
@click.argument("what", metavar="RUN_DIR|SCENARIO")
@click.option(
    "--for", "reader", metavar="ROLE|all", help="A sheet for one role, or for each; else the whole report."
)
@in_language
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="html", show_default=True, help="The form."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The file, or for several the folder; named after the run by default.",
)
@click.option(
    "--observed", type=click.Path(path_type=Path), help="What evaluators noted in the room (.csv or .xlsx)."
)
@click.option("--structure", metavar="ID", help="For a SCENARIO: the structure to play.")
@click.option(
    "--seed", type=int, default=1, show_default=True, help="For a SCENARIO: the seed of all chance."
)
@click.option(
    "--replications",
    type=click.IntRange(1, 100_000),
    default=RERUNS,
    show_default=True,
    help="For a SCENARIO: over how many re-runs 'in n of N' counts.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def debrief(
    *,
    what: str,
    reader: str | None,
    language: str,
    form: Format,
    out: Path | None,
    observed: Path | None,
    structure: str | None,
    seed: int,
    replications: int,
    force: bool,
) -> None:
    """Write the debrief of an exercise.

    RUN_DIR is a folder that `tabletop run` left: nothing is played again. SCENARIO is a file, or the id of a shipped
    scenario; it is run first, with more re-runs than `tabletop run` takes time for.
    """
    folder = Path(what)
    if is_run_folder(folder):
        conduct = kept(folder, language=language)
    else:
        conduct = _played(what, structure, language=language, seed=seed, replications=replications)
    tongue = speak(language, conduct.record.scenario.language)
    say_untranslated(conduct.record.scenario, language)
    notes = None if observed is None else _noted(observed, conduct)
    written = documents(conduct, form=form, reader=reader, notes=notes)
    for path, content in _placed(conduct, written, form=form, language=tongue, out=out).items():
        write_one(path, content, force=force)
        click.echo(f"{path}")


def _played(name: str, structure: str | None, *, language: str, seed: int, replications: int) -> Conduct:
    source = find_source(name)
    return conducted(
        source,
        read(source, language=language),
        structure=structure,
        seed=seed,
        replications=replications,
        changes_over=min(CHANGES_OVER, replications),
        command=shlex.join(["tabletop", *sys.argv[1:]]),
    )


def _noted(path: Path, conduct: Conduct) -> Notes:
    from tabletop.debrief.observed.reading import (
        read_notes,  # brings spreadsheets, which most debriefs do without
    )

    return read_notes(path, conduct.record.scenario)


def _placed(
    conduct: Conduct, written: Mapping[str, str | bytes], *, form: Format, language: str, out: Path | None
) -> dict[Path, str | bytes]:
    """Return what is to be written where: one file as named, several into a folder, each under its role's name."""
    origin = conduct.provenance
    tongue = "" if language == ENGLISH else f".{language}"
    whole = "-".join([origin.scenario, origin.structure, *origin.interventions, f"seed{origin.seed}"])
    placed: dict[Path, str | bytes] = {}
    for role, content in written.items():
        name = f"{whole}-{role or 'debrief'}{tongue}.{form}"
        if out is None:
            placed[Path(name)] = content
        elif len(written) > 1 or out.is_dir() or not out.suffix:
            placed[out / name] = content
        else:
            placed[out] = content
    return placed
