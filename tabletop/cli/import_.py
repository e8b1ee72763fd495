"""`tabletop import`: an event list that others wrote or corrected, worked into a scenario."""

from __future__ import annotations

from pathlib import Path

import click

from tabletop.cli.belongings import bring_along
from tabletop.cli.console import columns, say
from tabletop.cli.one_file import write_one
from tabletop.cli.plain import plain
from tabletop.cli.preview import changes_in_rows, summary
from tabletop.cli.worked_in import worked_in
from tabletop.errors import UsageError
from tabletop.exchange.entries import entries_of
from tabletop.exchange.merging import merged
from tabletop.exchange.reading import read_sheet
from tabletop.exchange.sheet import MOST_BYTES_OF_A_SHEET
from tabletop.model.scenario import Scenario
from tabletop.reading import find_source, read
from tabletop.reading.characters import refused_in


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into", "scenario", metavar="SCENARIO", required=True, help="The scenario whose events are meant."
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="The file to write; named after the scenario by default."
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook; its first by default.")
@click.option(
    "--brings", metavar="KIND", help="The kind of information where a line says to whom but not what."
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def import_(
    *,
    file: Path,
    scenario: str,
    out: Path | None,
    dry_run: bool,
    sheet: str | None,
    brings: str | None,
    force: bool,
) -> None:
    """Work an event list into a scenario.

    The result is a new scenario file. FILE is an .xlsx or .csv file; its headings may be in English, French or Arabic,
    in any order. Lines are known by their id, or else by their subject. All other parts of the scenario stay as they
    were written. What is not understood is told line by line and left out.
    """
    source = find_source(scenario)
    words = read(source)
    _must_exist(words, brings)
    list_ = read_sheet(_content(file), str(file), ending=file.suffix.lower(), sheet=sheet)
    result = merged(entries_of(list_, words, unsafe=refused_in), words, file=str(file), brings=brings)
    for problem in result.problems:
        click.echo(plain(str(problem)), err=True)
    path = out or Path(f"{words.id}_with_msel.yaml")
    fresh = worked_in(source, result, path)
    if dry_run:
        say(columns(changes_in_rows(result, words), heads=("", "event", "when", "to", "subject")), "")
    else:
        bring_along(source, path.parent)
        write_one(path, fresh.content, force=force)
    say(*summary(result, None if dry_run else path))


def _must_exist(scenario: Scenario, kind: str | None) -> None:
    if kind is not None and kind not in scenario.information:
        message = f"there is no kind of information {kind!r}; there are {', '.join(scenario.information)}"
        raise UsageError(message)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES_OF_A_SHEET + 1)
    except OSError as error:
        message = f"cannot read {str(path)!r}: {error.strerror or error}"
        raise UsageError(message) from error
