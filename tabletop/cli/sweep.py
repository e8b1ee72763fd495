"""`tabletop sweep`: what becomes of it when a value is turned: a meeting every week, every two, every four."""

from __future__ import annotations

from pathlib import Path

import click

from tabletop.cli.comparing import carry_out
from tabletop.cli.designing import design, designed
from tabletop.cli.varying import Varied


@designed
@click.command()
@click.argument("scenarios", nargs=-1, required=True, metavar="SCENARIO...")
@click.option(
    "--vary",
    type=Varied(),
    multiple=True,
    required=True,
    help="A path and its values, such as 'actors.*.staff=1..4' (repeatable: a full grid).",
)
@click.option("--jobs", type=click.IntRange(1, 1024), help="Processes; one on each processor by default.")
@click.option("--cluster", metavar="ADDRESS", help="The address of a Dask scheduler, or `local`.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The folder to write; named after it by default."
)
@click.option("--resume", "only", flag_value="missing", help="Go on with a folder that must be there.")
@click.option("--dry-run", "only", flag_value="plan", help="Say what would be played and how long it takes.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def sweep(
    ctx: click.Context,
    /,
    *,
    scenarios: tuple[str, ...],
    vary: tuple[tuple[str, tuple[str, ...]], ...],
    jobs: int | None,
    cluster: str | None,
    out: Path | None,
    only: str | None,
    as_json: bool,
) -> None:
    """Play a scenario with values turned, over a full grid.

    A path leads to a value of the scenario file, with * for every entry; its values stand behind = with commas between
    them, or as a range of whole numbers such as 1..4.
    """
    asked = design(ctx, scenarios, vary=vary)
    carry_out(asked, out=out, jobs=jobs, cluster=cluster, only=only or "", as_json=as_json)
