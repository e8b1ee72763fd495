"""`tabletop pack`: what a trainer prints before an exercise, like the box that is carried into the room."""

from __future__ import annotations

from pathlib import Path

import click

from tabletop.cli.languages import in_language, say_untranslated, speak
from tabletop.reading import find_source, read

FORMS = ("html", "pdf", "both")
"""The forms in which the papers can be written."""


@click.command()
@click.argument("scenario")
@click.option(
    "--structure", metavar="ID", help="The structure that is played; the scenario's first by default."
)
@in_language
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="html", show_default=True, help="The form."
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="The folder; named after the scenario by default."
)
@click.option("--force", is_flag=True, help="Replace papers that are there; typed notes are kept.")
def pack(
    *, scenario: str, structure: str | None, language: str, form: str, out: Path | None, force: bool
) -> None:
    """Write what is printed before an exercise.

    SCENARIO is a file, or the id of a shipped scenario. The folder gets the situation manual for players, the
    facilitator guide with the list of events, inject cards, role cards, evaluation guides, an observation sheet (and
    notes.csv to type it into), a feedback form, the ground rules and the sheet to sign. PDF needs `tabletop[pdf]`.
    """
    source = find_source(scenario)
    words = read(source, language=language)
    speak(language, words.language)
    say_untranslated(words, language)
    from tabletop.debrief.pack.folder import papers, write_pack  # after speak: it takes a moment

    folder = out or Path(f"{words.id}-pack")
    for path in write_pack(folder, papers(words, structure, form=form), force=force):
        click.echo(f"{path}")
