"""`tabletop show`: who takes part and who is connected to whom, like the first two sheets of an exercise handbook."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import partial
from textwrap import fill
from typing import Any

import click

from tabletop.cli.console import say
from tabletop.cli.plain import plain
from tabletop.errors import UsageError
from tabletop.model.scenario import Scenario
from tabletop.reading import load
from tabletop.structures import Network, as_mermaid, as_text, network

_WIDEST = 100
"""Columns of what is listed, even on a wide terminal: longer lines are hard to follow."""


@click.command()
@click.argument("scenario")
@click.option("--structure", metavar="ID", help="Show this structure only.")
@click.option("--mermaid", is_flag=True, help="Write the structures as Mermaid flowcharts.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def show(*, scenario: str, structure: str | None, mermaid: bool, as_json: bool) -> None:
    """Show who is connected to whom.

    First come the partners by sector, then each structure. SCENARIO is a file, or the id of a shipped scenario (see `tabletop list`).
    """
    loaded = load(scenario)
    networks = _networks(loaded, structure)
    if as_json:
        click.echo(json.dumps(_for_programs(loaded, networks), indent=2, ensure_ascii=False))
    elif mermaid:
        click.echo("\n\n".join(map(partial(_flowchart, loaded), networks)))
    else:
        say(*_heading(loaded), *_partners(loaded), *map(partial(_drawing, loaded), networks))


def _networks(scenario: Scenario, structure: str | None) -> tuple[Network, ...]:
    """The networks of all structures, or of the one that is asked for."""
    if structure is not None and structure not in scenario.structures:
        message = f"{scenario.id} has no structure {structure!r}; it has {', '.join(scenario.structures)}"
        raise UsageError(message)
    shown = scenario.structures if structure is None else (structure,)
    return tuple(network(scenario, each) for each in shown)


def _heading(scenario: Scenario) -> Iterator[str]:
    yield f"{_on_one_line(scenario.title)} ({scenario.id})"
    yield _on_one_line(scenario.marking)
    if scenario.summary:
        yield f"\n{_on_one_line(scenario.summary)}"
    if scenario.source:
        yield f"\nSource: {_on_one_line(scenario.source)}"
    yield ""


def _partners(scenario: Scenario) -> Iterator[str]:
    """Who takes part, those of a sector under its name."""
    for sector in dict.fromkeys(actor.sector for actor in scenario.actors.values()):
        yield (sector.replace("_", " ") or "no sector").capitalize()
        for id_, actor in scenario.actors.items():
            if actor.sector == sector:
                yield _wrapped(_partner(scenario, id_))


def _partner(scenario: Scenario, id_: str) -> str:
    actor = scenario.actors[id_]
    people = "1 person" if actor.staff == 1 else f"{actor.staff:,} people"
    parts = ", ".join(_parts(scenario, id_)) or "no role"
    return f"{_on_one_line(scenario.title_of('actors', id_))} ({id_}): {people}, {actor.hours}; {parts}"


def _parts(scenario: Scenario, actor: str) -> Iterator[str]:
    """The roles that an actor plays, and those for which it stands in."""
    for id_, role in scenario.roles.items():
        title = _on_one_line(scenario.title_of("roles", id_))
        if actor in role.held_by:
            yield title
        elif actor in role.deputy:
            yield f"{title} (deputy)"


def _drawing(scenario: Scenario, drawn: Network) -> str:
    words = scenario.structures[drawn.structure]
    title = (
        f"\n{_on_one_line(scenario.title_of('structures', drawn.structure))} (structure: {drawn.structure})"
    )
    return "\n".join(
        filter(None, (title, _on_one_line(words.summary), as_text(scenario, drawn, width=_width())))
    )


def _wrapped(line: str) -> str:
    """A line in an indented paragraph; the hours and names in it are not torn apart at their dashes."""
    return fill(
        line,
        _width(),
        initial_indent="  ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)


def _flowchart(scenario: Scenario, drawn: Network) -> str:
    title = _on_one_line(scenario.title_of("structures", drawn.structure))
    return plain(f"%% {drawn.structure}: {title}\n{as_mermaid(scenario, drawn)}")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _for_programs(scenario: Scenario, networks: tuple[Network, ...]) -> dict[str, Any]:
    """All that the text says, for another program; kinds of information are written out."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "marking": scenario.marking,
        "actors": {id_: _actor(scenario, id_) for id_ in scenario.actors},
        "structures": {each.structure: _structure(scenario, each) for each in networks},
    }


def _actor(scenario: Scenario, id_: str) -> dict[str, Any]:
    actor = scenario.actors[id_]
    return {
        "title": scenario.title_of("actors", id_),
        **actor.model_dump(mode="json", include={"sector", "level", "place", "hours", "staff"}),
        "roles": [role for role, words in scenario.roles.items() if id_ in words.held_by],
        "deputy_for": [role for role, words in scenario.roles.items() if id_ in words.deputy],
    }


def _structure(scenario: Scenario, drawn: Network) -> dict[str, Any]:
    words = scenario.structures[drawn.structure]
    return {
        "title": scenario.title_of("structures", drawn.structure),
        "summary": words.summary,
        "sharing": drawn.sharing,
        "ways": _ways(scenario, drawn),
        "mermaid": as_mermaid(scenario, drawn),
    }


def _ways(scenario: Scenario, drawn: Network) -> list[dict[str, Any]]:
    carried = {
        way.address: [kind for kind in scenario.information if drawn.carries(way, kind)]
        for way in drawn.one_way_per_link()
    }
    return [
        {
            "from": way.sender,
            "to": way.receiver,
            "channel": way.channel,
            "carries": carried[way.address],
            "for": None if way.link.for_ is None else way.link.for_.name,
            "else": way.link.else_,
        }
        for way in drawn.ways
    ]
