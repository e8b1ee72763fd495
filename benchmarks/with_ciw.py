"""The work in Ciw: desks are nodes with as many servers as they have people, links are nodes with endless servers.

Ciw keeps a record of each visit by itself.
"""

from __future__ import annotations

import math
from statistics import fmean

import ciw  # type: ignore[import-untyped] # ships no types

from benchmarks.work import Source, Work


class Bounded(ciw.dists.Exponential):  # type: ignore[misc] # so this class is unknown
    """Exponential gaps between so many letters, and then no more."""

    def __init__(self, rate: float, letters: int) -> None:
        super().__init__(rate)
        self.left = letters

    def sample(self, t: object = None, ind: object = None) -> float:
        """Return the next gap, without end after the last."""
        if not self.left:
            return math.inf
        self.left -= 1
        return float(super().sample(t, ind))


def play(work: Work, seed: int) -> ciw.Simulation:
    """Play one run and return the simulation, with its records."""
    ciw.seed(seed)
    simulation = ciw.Simulation(_network(work))
    simulation.simulate_until_max_time(math.inf)
    return simulation


def _network(work: Work) -> ciw.network.Network:
    """Return the network as Ciw has it: the desks, then one node for each length of link."""
    links = sorted({link for source in work.sources for way in source.ways for link, _ in way if link})
    means = [desk.handling for desk in work.desks.values()] + links
    keys: list[str | float] = [*work.desks, *links]
    nodes = {key: number for number, key in enumerate(keys, start=1)}
    routes = {_places(source, nodes)[0][0]: source for source in work.sources}
    ways = {node: [places[1:] for places in _places(source, nodes)] for node, source in routes.items()}

    def route(letter: ciw.Individual, _: object) -> list[int]:
        return list(ciw.random_choice(ways[letter.starting_node]))

    return ciw.create_network(
        arrival_distributions=[
            Bounded(1 / routes[node].gap, routes[node].letters) if node in routes else None
            for node in nodes.values()
        ],
        service_distributions=[ciw.dists.Exponential(1 / mean) for mean in means],
        number_of_servers=[desk.staff for desk in work.desks.values()] + [math.inf] * len(links),
        routing=ciw.routing.ProcessBased(route),
    )


def _places(source: Source, nodes: dict[str | float, int]) -> list[list[int]]:
    """Return the nodes on each way of a source, links that take time included."""
    return [[nodes[key] for step in way for key in step if key] for way in source.ways]


def sojourn(simulation: ciw.Simulation) -> float:
    """Return the mean time from a letter's beginning to its end, in hours."""
    began: dict[int, float] = {}
    ended: dict[int, float] = {}
    for record in simulation.get_all_records():
        began[record.id_number] = min(record.arrival_date, began.get(record.id_number, math.inf))
        ended[record.id_number] = max(record.exit_date, ended.get(record.id_number, 0.0))
    return fmean(ended[number] - began[number] for number in began)
