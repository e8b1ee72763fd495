"""Five ways of connecting five people against the theory of queueing networks.

Letters begin at random, are routed by fixed ways, and are handled in exponential times, first come first served, at
every desk that receives them: a network of Kelly (1975), whose desks are in the long run like M/M/1 queues that know
nothing of each other. With λᵢ letters an hour at desk i, which handles μ, the mean delay is the sum of λᵢ/(μ − λᵢ) by
all letters an hour (Little 1961).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations, product

import networkx as nx
import pytest

from tabletop.compare.batch.changes import Load, changed
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.measures.load import busiest
from tabletop.measures.routine import routine_hours
from tabletop.structures import network
from tests.oracles.laboratory import Estimate, classic

HANDLED = 1.0
"""Letters that a desk handles in an hour, μ."""
WRITTEN = 1 / 20
"""Letters that each of the five writes in an hour."""
LOADS = (1, 2, 4)
"""How many times as many are written."""
STRUCTURES = ("circle", "chain", "y", "wheel", "all_channel")

FIVE = classic("five_networks")


def arriving(structure: str) -> dict[str, float]:
    """Return how many letters come to each desk, as so many times what one person writes."""
    linked = nx.DiGraph((way.sender, way.receiver) for way in network(FIVE, structure).ways)
    shares = dict.fromkeys(FIVE.actors, 0.0)
    for sender, receiver in permutations(FIVE.actors, 2):
        (way,) = nx.all_shortest_paths(
            linked, sender, receiver
        )  # one only: there is no tie in any of the five
        for desk in way[1:]:  # who writes does not handle
            shares[desk] += 1 / (len(FIVE.actors) - 1)
    return shares


def truth(structure: str, load: float) -> float:
    """Return the mean delay of a letter in the long run, in hours."""
    written = WRITTEN * load
    rates = [share * written for share in arriving(structure).values()]
    return sum(rate / (HANDLED - rate) for rate in rates) / (len(rates) * written)


def played(structure: str, load: float, runs: int) -> list[float]:
    """Return the mean delay in each re-run, the first thirty days left out."""
    scenario = changed(FIVE, Load(load))
    found = (routine_hours(Chronicle(run(scenario, structure, replication=n))) for n in range(runs))
    return [each for each in found if each is not None]


def order(delays: dict[str, float], among: Iterable[str] = ("wheel", "y", "chain")) -> list[str]:
    """Return the networks from the quickest to the slowest."""
    return sorted(among, key=delays.__getitem__)


def test_the_theory_gives_what_is_known_of_the_five() -> None:
    assert {name: round(max(arriving(name).values()), 9) for name in STRUCTURES} == {
        "circle": 1.5,
        "chain": 3,
        "y": 3.5,
        "wheel": 4,
        "all_channel": 1,
    }
    steps = {name: sum(arriving(name).values()) / 5 for name in STRUCTURES}
    assert steps == pytest.approx({"circle": 1.5, "chain": 2, "y": 1.8, "wheel": 1.6, "all_channel": 1})


def test_the_summary_of_the_scenario_says_what_the_theory_says() -> None:
    summary = " ".join(FIVE.summary.split())
    for structure, load in product(STRUCTURES, LOADS):
        assert f"{truth(structure, load):.4f}".rstrip("0").rstrip(".") in summary
    for structure in STRUCTURES:
        assert f"{round(1 / WRITTEN / max(arriving(structure).values()), 1):g}" in summary


@pytest.mark.parametrize("structure", STRUCTURES)
def test_few_letters_take_as_long_as_the_theory_says(structure: str) -> None:
    assert Estimate.of(played(structure, 1, runs=8)).agrees_with(truth(structure, 1))


def test_with_few_letters_the_wheel_is_quickest_and_with_many_the_order_is_turned_round() -> None:
    """The same luck in all three, so that a few re-runs tell."""
    few, many = (
        {name: sum(played(name, load, runs=5)) for name in ("wheel", "y", "chain")} for load in (1, 4)
    )
    assert order(few) == ["wheel", "y", "chain"]
    assert order(many) == ["chain", "y", "wheel"]


@pytest.mark.slow
@pytest.mark.parametrize(("structure", "load"), list(product(STRUCTURES, LOADS)))
def test_at_three_loads_letters_take_as_long_as_the_theory_says(structure: str, load: float) -> None:
    runs = 120 if load > 2 and structure == "wheel" else 40
    assert Estimate.of(played(structure, load, runs=runs)).agrees_with(truth(structure, load))


@pytest.mark.slow
def test_no_hour_is_left_first_in_the_wheel_then_the_y_the_chain_the_circle_and_the_all_channel() -> None:
    """The first of growing loads at which the busiest desk is in work nearly all of its time."""

    def full_at(structure: str) -> float | None:
        for load in (4, 5.3, 6, 7, 14, 21):
            if busiest(Chronicle(run(changed(FIVE, Load(load)), structure))) > 0.97:
                return load
        return None

    assert {name: full_at(name) for name in STRUCTURES} == {
        "wheel": 5.3,
        "y": 6,
        "chain": 7,
        "circle": 14,
        "all_channel": 21,
    }
