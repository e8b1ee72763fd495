"""`tabletop verify`: is a comparison what it says it is, like drawing twenty vouchers from the box and adding them up again."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from tabletop.cli.plain import plain
from tabletop.compare.batch.lacking import Lacking
from tabletop.compare.batch.verify import Checked, DifferenceError
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

    DIR is the folder of a `tabletop compare` or `tabletop sweep`. Exits with 1 when anything differs by a single byte, or
    when the comparison is not finished.
    """
    found = check(folder, sample=sample)
    if as_json:
        figures = {**asdict(found), "finished": found.lacking.finished}
        click.echo(json.dumps(figures, ensure_ascii=False))
    else:
        for line in _lines(found, folder):
            click.echo(plain(line))
    if not found.sound:
        ctx.exit(DifferenceError.exit_code)


def _lines(found: Checked, folder: Path) -> Iterator[str]:
    """Yield what was found, one line each; of a comparison that is not finished first of all that."""
    if not found.lacking.finished:
        yield f"{_unfinished(found.lacking)} Go on with: tabletop resume {shlex.quote(str(folder))}"
    yield from found.differences
    looked = f"{found.replications} replications played again, {found.files} files looked at"
    if found.differences:
        yield f"{looked}: differ"
    elif found.lacking.finished:
        yield f"{looked}: all as they were"
    else:
        yield f"{looked}: what is there is as it was"


def _unfinished(lacking: Lacking) -> str:
    if lacking.there == lacking.asked:
        return f"The comparison is not finished: all {lacking.asked:,} replications are there, but its report is not written."
    of = f"{lacking.asked:,}" if lacking.settled else f"{lacking.asked:,} or more"
    return f"The comparison is not finished: {lacking.there:,} of {of} replications are there."
