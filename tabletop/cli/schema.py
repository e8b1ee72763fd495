"""`tabletop schema`: the shape of a scenario file for editors, like the ruled sheet under a blank page."""

from __future__ import annotations

import json

import click

from tabletop.reading.schema import json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of a scenario file.

    An editor that knows it completes keys, shows what they mean and underlines slips while one writes: keep it as
    scenario.schema.json beside the scenario, whose first line then is
    `# yaml-language-server: $schema=scenario.schema.json`.
    """
    click.echo(written_schema(), nl=False)


def written_schema() -> str:
    """The schema as it is printed, and as it stands in the docs."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"
