"""A network in figures, before anybody has sent anything: how dense it is, how far it hangs on one actor, how long its ways are.

A star of ten has a density of 0.2 and a centralisation of 1; the same ten all linked to each other have 1 and 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabletop.structures.network import Network

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class NetworkFigures:
    """The figures of one network; None where there are too few actors or links for one to mean anything."""

    actors: int
    """How many actors it connects."""
    links: int
    """How many pairs of them are linked, in one direction or both."""
    density: float | None
    """Those pairs as a share of all pairs."""
    degree: float | None
    """Centralisation by degree, from 0 (all alike) to 1 (a star), after Freeman (1978)."""
    betweenness: float | None
    """Centralisation by betweenness, the same way."""
    closeness: float | None
    """Centralisation by closeness, the same way; None when some cannot reach others."""
    diameter: int | None
    """The most hand-offs that any actor needs to reach another that it can reach."""
    mean_path: float | None
    """The mean number of hand-offs over ordered pairs of which the first can reach the second."""
    reach: float | None
    """The share of ordered pairs of which the first can reach the second."""
    weakest: tuple[str, ...]
    """Actors without whom some others could no longer reach each other, in the order of their first links."""


def network_figures(network: Network) -> NetworkFigures:
    """Return a network in figures.

    Centralities take a link in either direction as a link; paths go with the direction. What a link carries, and its
    channel, are left out: these figures say who is connected, the simulation says how well.
    """
    import networkx as nx

    directed = nx.DiGraph((way.sender, way.receiver) for way in network.ways)
    linked = directed.to_undirected()
    n, paths = len(linked), _lengths(directed)
    return NetworkFigures(
        actors=n,
        links=linked.number_of_edges(),
        density=nx.density(linked) if n > 1 else None,
        degree=_centralisation(nx.degree_centrality(linked), most=n - 2),
        betweenness=_centralisation(nx.betweenness_centrality(linked), most=n - 1),
        closeness=_closeness(linked),
        diameter=max(paths, default=None),
        mean_path=sum(paths) / len(paths) if paths else None,
        reach=len(paths) / (n * (n - 1)) if n > 1 else None,
        weakest=_cut(linked),
    )


def _lengths(directed: nx.DiGraph[str]) -> list[int]:
    import networkx as nx

    return [
        hops
        for sender, reached in nx.all_pairs_shortest_path_length(directed)
        for receiver, hops in reached.items()
        if receiver != sender
    ]


def _closeness(linked: nx.Graph[str]) -> float | None:
    """The sum for a star of n is (n − 1)(n − 2) / (2n − 3) in networkx's normalised closeness."""
    import networkx as nx

    n = len(linked)
    if n < 3 or not nx.is_connected(linked):
        return None
    return _centralisation(nx.closeness_centrality(linked), most=(n - 1) * (n - 2) / (2 * n - 3))


def _centralisation(centrality: Mapping[str, float], *, most: float) -> float | None:
    """Return how far the most central stands out: 1 for a star, whose sum of distances to it is `most`."""
    if len(centrality) < 3:
        return None
    top = max(centrality.values())
    return sum(top - each for each in centrality.values()) / most


def _cut(linked: nx.Graph[str]) -> tuple[str, ...]:
    import networkx as nx

    cut = set(nx.articulation_points(linked))
    return tuple(actor for actor in linked if actor in cut)
