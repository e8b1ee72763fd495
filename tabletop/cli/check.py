"""`tabletop check`: every mistake of a scenario file, in place and with what would do, before anybody plays it."""

from __future__ import annotations

import json

import click

from tabletop.cli.plain import plain
from tabletop.errors import ScenarioError
from tabletop.reading import check as problems_of

SCHEMA_VERSION = 1
"""The version of what `--json` prints."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
@click.pass_context
def check(ctx: click.Context, *, files: tuple[str, ...], as_json: bool) -> None:
    """Check scenario files and say every mistake.

    FILE is a file, or the id of a shipped scenario. Each mistake is one line, `file:line:column: path: what (what would
    do)`. Exits with 3 when there is any.
    """
    problems = {name: problems_of(name) for name in files}
    found = sum(map(len, problems.values()))
    if as_json:
        listed = [
            {slot: getattr(problem, slot) for slot in ("file", "line", "column", "path", "what", "remedy")}
            for each in problems.values()
            for problem in each
        ]
        click.echo(json.dumps({"version": SCHEMA_VERSION, "problems": listed}, ensure_ascii=False, indent=1))
    else:
        for name, each in problems.items():
            click.echo("\n".join(plain(str(problem)) for problem in each) or f"{plain(name)}: in order")
    if found:
        ctx.exit(ScenarioError.exit_code)
