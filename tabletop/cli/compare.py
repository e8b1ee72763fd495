"""`tabletop compare`: which way of connecting the partners loses least, like a trial with many runs and the same luck."""

from __future__ import annotations

from pathlib import Path

import click

from tabletop.cli.comparing import carry_out
from tabletop.cli.designing import design, designed


@designed
@click.command()
@click.argument("scenarios", nargs=-1, required=True, metavar="SCENARIO...")
@click.option("--jobs", type=click.IntRange(1, 1024), help="Processes; one on each processor by default.")
@click.option("--cluster", metavar="ADDRESS", help="The address of a Dask scheduler, or `local`.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The folder to write; named after it by default."
)
@click.option("--resume", "only", flag_value="missing", help="Go on with a folder that must be there.")
@click.option("--dry-run", "only", flag_value="plan", help="Say what would be played and how long it takes.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def compare(
    ctx: click.Context,
    /,
    *,
    scenarios: tuple[str, ...],
    jobs: int | None,
    cluster: str | None,
    out: Path | None,
    only: str | None,
    as_json: bool,
) -> None:
    """Compare the structures of a scenario over many replications.

    SCENARIO is a file, or the id of a shipped scenario (see `tabletop list`). Everything finished is kept in the folder
    at once: the same command again, or `tabletop resume`, plays only what is missing.
    """
    asked = design(ctx, scenarios)
    carry_out(asked, out=out, jobs=jobs, cluster=cluster, only=only or "", as_json=as_json)
