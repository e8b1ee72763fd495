"""`tabletop check`: every mistake of a scenario file, and then what would go wrong, before anybody plays it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from tabletop.cli import remarks
from tabletop.cli.plain import plain
from tabletop.errors import Problem, ScenarioError
from tabletop.reading import examined, find_source

if TYPE_CHECKING:
    from tabletop.reading.drafts import Draft
    from tabletop.rehearsal import Rehearsed

SCHEMA_VERSION = 1
"""The version of what `--json` prints."""
FINDINGS = 1
"""Exit code when `--strict` is asked for and there is something to mend."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--no-rehearsal", is_flag=True, help="Look for mistakes only, and play nothing.")
@click.option("--thorough", is_flag=True, help="Rehearse with ten times as many runs, and try every guess.")
@click.option("--strict", is_flag=True, help="End with 1 when the rehearsal finds something to mend.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
@click.pass_context
def check(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    no_rehearsal: bool,
    thorough: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Check scenario files and say every mistake.

    FILE is a file, or the id of a shipped scenario. Each mistake is one line, `file:line:column: path: what (what would
    do)`; with any, it ends with 3. A file without mistakes is rehearsed: a few quick runs, and what would go wrong, why it
    matters and what to try.
    """
    problems: dict[str, tuple[Problem, ...]] = {}
    rehearsed: dict[str, Rehearsed] = {}
    for name in files:
        problems[name], draft = examined(find_source(name))
        if draft and not problems[name] and not no_rehearsal:
            rehearsed[name] = _rehearsed(draft, thorough=thorough)
        if not as_json:
            told = remarks.as_text(name, rehearsed[name]) if name in rehearsed else f"{name}: in order"
            click.echo(plain("\n".join(map(str, problems[name])) or told))
    if as_json:
        _print_json(problems, rehearsed)
    if any(problems.values()):
        ctx.exit(ScenarioError.exit_code)
    if strict and any(each.to_mend for each in rehearsed.values()):
        ctx.exit(FINDINGS)


def _rehearsed(draft: Draft, *, thorough: bool) -> Rehearsed:
    """Rehearse a file that is in order; who asks for no rehearsal does not wait for the engine to be loaded."""
    from tabletop.rehearsal import rehearse

    return rehearse(draft, thorough=thorough)


def _print_json(problems: Mapping[str, tuple[Problem, ...]], rehearsed: Mapping[str, Rehearsed]) -> None:
    slots = ("file", "line", "column", "path", "what", "remedy")
    document = {
        "version": SCHEMA_VERSION,
        "problems": [
            {slot: getattr(problem, slot) for slot in slots} for each in problems.values() for problem in each
        ],
        "rehearsals": [remarks.for_programs(name, each) for name, each in rehearsed.items()],
    }
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))
