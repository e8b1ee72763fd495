"""`tabletop export`: a scenario's event list as a spreadsheet, a structure as a drawing or a list of links."""

from __future__ import annotations

from pathlib import Path

import click

from tabletop.cli.diagrams import diagram
from tabletop.cli.one_file import write_one
from tabletop.cli.plain import plain
from tabletop.errors import UsageError
from tabletop.exchange.columns import LANGUAGES
from tabletop.exchange.msel import marking
from tabletop.exchange.writing import LISTS, NETWORKS
from tabletop.model.scenario import Scenario
from tabletop.reading import load
from tabletop.structures import as_mermaid, network

_MERMAID = ".mmd"


@click.command()
@click.argument("scenario")
@click.option(
    "--to", "path", metavar="FILE", type=click.Path(path_type=Path), required=True, help="The file to write."
)
@click.option("--structure", metavar="ID", help="Write who is connected to whom under this structure.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of the headings.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def export(*, scenario: str, path: Path, structure: str | None, language: str, force: bool) -> None:
    """Write events or connections for another program.

    The ending of FILE says what is written: .xlsx or .csv the event list (MSEL); .graphml, .dot or .mmd the scenario's
    first structure. With --structure it is that structure, also as .csv. SCENARIO is a file, or the id of a shipped
    scenario.
    """
    words, ending = load(scenario), path.suffix.lower()
    if structure is None and ending in LISTS:
        content: str | bytes = LISTS[ending](words, language)
    elif ending in NETWORKS or ending == _MERMAID:
        content = _network(words, structure or words.first_structure, ending)
    else:
        endings = (*(LISTS if structure is None else ()), *NETWORKS, _MERMAID)
        message = (
            f"{path.name!r} does not say what to write; its ending can be {', '.join(dict.fromkeys(endings))}"
        )
        raise UsageError(message)
    write_one(path, content, force=force)
    click.echo(plain(f"Written: {path}"))


def _network(scenario: Scenario, structure: str, ending: str) -> str | bytes:
    if structure not in scenario.structures:
        message = f"{scenario.id} has no structure {structure!r}; it has {', '.join(scenario.structures)}"
        raise UsageError(message)
    drawn = network(scenario, structure)
    if ending == _MERMAID:
        return plain(f"%% {' '.join(marking(scenario, 'en').split())}\n{as_mermaid(scenario, drawn)}\n")
    return NETWORKS[ending](diagram(scenario, drawn))
