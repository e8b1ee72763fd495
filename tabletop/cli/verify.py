"""`tabletop verify`: is a comparison what it says it is, like drawing twenty vouchers from the box and adding them up again."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from tabletop.cli.plain import plain
from tabletop.compare.batch.verify import DifferenceError
from tabletop.compare.batch.verify import verify as check


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--sample",
    type=click.IntRange(1, 1_000_000),
    default=20,
    show_default=True,
    help="How many replications are played again.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
@click.pass_context
def verify(ctx: click.Context, /, *, folder: Path, sample: int, as_json: bool) -> None:
    """Play a sample of a comparison again and look at its files.

    DIR is the folder of a `tabletop compare` or `tabletop sweep`. Exits with 1 when anything differs by a single byte.
    """
    found = check(folder, sample=sample)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
    else:
        for line in found.differences:
            click.echo(plain(line))
        said = "differ" if found.differences else "all as they were"
        click.echo(f"{found.replications} replications played again, {found.files} files looked at: {said}")
    if found.differences:
        ctx.exit(DifferenceError.exit_code)
