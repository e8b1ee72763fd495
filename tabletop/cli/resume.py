"""`tabletop resume`: a comparison that was broken off is finished, like a book put down at a page that is marked."""

from __future__ import annotations

from pathlib import Path

import click

from tabletop.cli.comparing import go_on
from tabletop.cli.languages import in_language


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Processes; one on each processor by default.")
@click.option("--cluster", metavar="ADDRESS", help="The address of a Dask scheduler, or `local`.")
@in_language
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def resume(*, folder: Path, jobs: int | None, cluster: str | None, language: str, as_json: bool) -> None:
    """Go on with a comparison that was broken off.

    DIR is the folder of a `tabletop compare` or `tabletop sweep`. Only what is missing is played; the files are the same
    as if it had never been broken off.
    """
    go_on(folder, jobs=jobs, cluster=cluster, language=language, as_json=as_json)
