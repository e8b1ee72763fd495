"""`tabletop new`: a scenario to grow from, like a seedling in its pot."""

from __future__ import annotations

import re
from pathlib import Path

import click

from tabletop.cli.belongings import bring_along
from tabletop.cli.one_file import write_one
from tabletop.cli.plain import plain
from tabletop.errors import OutputError, UsageError
from tabletop.model.words import ID_PATTERN
from tabletop.reading import Source, find_source
from tabletop.reading.beginning import begun, suits, value_at
from tabletop.reading.nodes import Path as Place

FIRST_STEPS = "first_steps"
"""The scenario of a city that starts."""

_QUESTIONS: dict[Place, str] = {
    ("title",): "What is the exercise called?",
    ("clock", "time_zone"): "In which time zone does it take place?",
    ("clock", "starts"): "When does it start?",
    ("clock", "lasts"): "How long does it last?",
}


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--from", "source", metavar="SCENARIO", default=FIRST_STEPS, help="Begin with a copy of another scenario."
)
@click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path), help="The file to write (default: ID.yaml)."
)
@click.option("--interactive", is_flag=True, help="Ask for the title, the place in time and the length.")
def new(*, id_: str, source: str, out: Path | None, interactive: bool) -> None:
    """Begin a new scenario.

    Writes ID.yaml: a short scenario with a comment at each part, in order as it is, to be changed bit by bit. ID is a
    name of small letters, digits and _. A file that is there already is never replaced.
    """
    if not re.fullmatch(ID_PATTERN, id_):
        message = (
            f"{id_!r} cannot be an id: it takes small letters a to z, digits and _, and begins with a letter"
        )
        raise UsageError(message)
    model, path = find_source(source), out or Path(f"{id_}.yaml")
    if path.exists():
        message = f"{path} is there already; choose another name"
        raise OutputError(message)
    values: dict[Place, str] = {("title",): id_.replace("_", " ").capitalize()}
    if interactive:
        values = {place: _asked(model, place, values.get(place)) for place in _QUESTIONS}
    # Translations of what is going to be written anew would only be in the way; who adapts another has a use for them.
    text = begun(model, values, keeps_texts=source != FIRST_STEPS)
    text = text.replace(f"tabletop run {model.id} ", f"tabletop run {path} ")
    bring_along(model, path.parent)
    write_one(path, text, force=False)
    click.echo(
        plain(f"Written: {path}\nCheck it with `tabletop check {path}`, run it with `tabletop run {path}`.")
    )
    click.echo("For the help of an editor: tabletop schema > scenario.schema.json")


def _asked(model: Source, place: Place, usual: str | None) -> str:
    """Return the answer to a question, asked until it could stand there."""
    while True:
        answer: str = click.prompt(_QUESTIONS[place], default=usual or value_at(model, place)).strip()
        if suits(model, place, answer):
            return answer
        click.echo(plain(f"{answer!r} cannot stand there; it looks like {value_at(model, place)!r}."))
