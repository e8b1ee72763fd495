"""The figures of a network are those of the textbook for the shapes whose figures are known."""

from __future__ import annotations

import pytest

from tabletop.structures import network
from tabletop.structures.figures import NetworkFigures, network_figures
from tests.structures.made import made
from tests.structures.test_shapes import shaped


def test_a_star_hangs_on_its_hub() -> None:
    found = network_figures(shaped("star", number=5))
    assert (found.actors, found.links, found.diameter, found.reach, found.weakest) == (5, 4, 2, 1.0, ("a2",))
    assert (found.density, found.mean_path) == pytest.approx((0.4, 1.6))
    assert (found.degree, found.betweenness, found.closeness) == pytest.approx((1, 1, 1))


def test_where_all_are_linked_nobody_stands_out() -> None:
    found = network_figures(shaped("complete", number=5))
    assert found == NetworkFigures(5, 10, 1.0, 0.0, 0.0, 0.0, 1, 1.0, 1.0, ())


def test_a_chain_of_five_has_the_centralities_of_freeman() -> None:
    """Freeman (1978) gives 0.167 by degree, 0.417 by betweenness and 0.422 by closeness for the chain of five."""
    found = network_figures(shaped("chain", number=5))
    assert (found.degree, found.betweenness, found.closeness) == pytest.approx(
        (1 / 6, 5 / 12, 0.422), abs=6e-4
    )
    assert (found.diameter, found.weakest) == (4, ("a1", "a2", "a3"))


def test_paths_go_with_the_direction_of_links() -> None:
    link = {"from": ("a",), "to": ("b",), "channel": "email"}
    found = network_figures(network(made("abc", {"it": {"links": (link,)}}), "it"))
    assert (found.actors, found.links, found.reach, found.closeness) == (2, 1, 0.5, None)


def test_a_structure_without_links_has_no_figures() -> None:
    found = network_figures(network(made("abc", {"it": {}}), "it"))
    assert found == NetworkFigures(0, 0, None, None, None, None, None, None, None, ())
