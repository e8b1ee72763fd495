"""Every structure of every shipped scenario goes out in four formats, and comes back from the two that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.diagrams import diagram
from tabletop.cli.group import tabletop
from tabletop.exchange.reading import LINKS
from tabletop.exchange.writing import NETWORKS
from tabletop.model.scenario import Scenario
from tabletop.model.structure import Structure
from tabletop.reading import load, shipped_ids
from tabletop.structures import network


def ways(scenario: Scenario, structure: str) -> set[tuple[object, ...]]:
    """Return who reaches whom over what, carrying what, for which priority and with which other way."""
    return {
        (
            way.sender,
            way.receiver,
            way.channel,
            way.link.carries,
            way.link.for_,
            way.link.else_,
            way.link.after,
        )
        for way in network(scenario, structure).ways
    }


@pytest.mark.parametrize("name", shipped_ids())
@pytest.mark.parametrize("ending", sorted(LINKS))
def test_each_structure_comes_back_with_every_way_it_had(name: str, ending: str) -> None:
    scenario = load(name)
    for structure, words in scenario.structures.items():
        written = NETWORKS[ending](diagram(scenario, network(scenario, structure)))
        content = written.encode() if isinstance(written, str) else written
        found = LINKS[ending](content, f"{structure}{ending}")
        assert found.problems == ()
        links = [dict(link.words) for link in found.links]
        read = Structure.model_validate({"links": tuple(links), "sharing": words.sharing})
        back = scenario.model_copy(update={"structures": {**scenario.structures, structure: read}})
        assert ways(back, structure) == ways(scenario, structure)


@pytest.mark.parametrize("ending", ["graphml", "dot", "mmd", "csv"])
def test_the_command_writes_each_structure_in_each_format(ending: str, tmp_path: Path) -> None:
    for structure in load("kumanovo_cat").structures:
        path = tmp_path / f"{structure}.{ending}"
        ended = CliRunner().invoke(
            tabletop, ["export", "kumanovo_cat", "--structure", structure, "--to", str(path)]
        )
        assert (ended.exit_code, ended.stderr) == (0, "")
        assert "EXERCISE" in path.read_text("utf-8")
