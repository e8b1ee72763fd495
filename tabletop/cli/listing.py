"""`tabletop list`: the shipped scenarios, like the shelf in a training centre with a line on each spine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from tabletop.cli.console import columns, say
from tabletop.model.scenario import Scenario
from tabletop.reading import load, shipped_ids


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def list_(*, as_json: bool) -> None:
    """List the shipped scenarios.

    Each with the structures and interventions that can be chosen for a run.
    """
    scenarios = tuple(map(load, shipped_ids()))
    if as_json:
        click.echo(json.dumps([_for_programs(each) for each in scenarios], indent=2, ensure_ascii=False))
        return
    for scenario in scenarios:
        say(f"{scenario.id}: {_on_one_line(scenario.title)}", columns(_rows(scenario)), "")
    say("`tabletop show ID` shows who is connected to whom, `tabletop run ID` runs the exercise.")


def _rows(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    """What can be chosen in a scenario; the word for its sort stands in the first row of each sort."""
    for part in ("structures", "interventions"):
        for number, id_ in enumerate(getattr(scenario, part)):
            yield "" if number else part, id_, _on_one_line(scenario.title_of(part, id_))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _for_programs(scenario: Scenario) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "title": scenario.title,
        "language": scenario.language,
        "structures": {id_: scenario.title_of("structures", id_) for id_ in scenario.structures},
        "interventions": {id_: scenario.title_of("interventions", id_) for id_ in scenario.interventions},
    }
