"""How far away somebody is: as many links as an item crosses that is handed on hop by hop."""

from __future__ import annotations

import pytest

from tabletop.model.item import Priority
from tabletop.reading import load
from tabletop.rehearsal.distances import Distances
from tabletop.structures import Network, network


def crossed(among: Network, sender: str, target: str, kind: str) -> int | None:
    """Return how many links an item crosses on its way; None when it does not get there."""
    here, links = sender, 0
    while here != target:
        way = among.next_way(here, target, kind, priority=Priority.routine)
        if way is None:
            return None
        here, links = way.receiver, links + 1
    return links


@pytest.mark.parametrize("name", ["kumanovo_cat", "classic/five_networks"])
def test_they_are_as_many_links_as_are_crossed(name: str) -> None:
    scenario = load(name)
    for structure in scenario.structures:
        among = network(scenario, structure)
        distances = Distances(among)
        for kind in scenario.information:
            for target in scenario.actors:
                found = {each: crossed(among, each, target, kind) for each in scenario.actors}
                assert distances.to(target, kind) == {
                    each: far for each, far in found.items() if far is not None
                }
