"""The reference work C5 and T13 as other simulation libraries would have it written.

Each function plays one replication and returns the mean sojourn in hours, so that nobody is fast by doing less.
C5: a source and five desks in a row. T13: a tree of thirteen desks with three branches each, leaf to leaf.
"""

from __future__ import annotations

import random
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import simpy


@dataclass(frozen=True)
class Chain:
    """C5: items arrive at rate 1 and pass five desks over five links; times in hours."""

    items: int = 2_000
    staff: tuple[int, ...] = (1, 2, 3, 2, 1)
    handling: tuple[float, ...] = (0.7, 1.4, 2.1, 1.4, 0.7)
    links: tuple[float, ...] = (0.5, 1.0, 2.0, 1.0, 0.5)


@dataclass(frozen=True)
class Tree:
    """T13: every leaf sends items to other leaves, which climb to the common ancestor and down again."""

    items: int = 2_000
    leaves: int = 9
    staff: tuple[int, int, int] = (3, 2, 1)
    """At the root, at a middle desk, at a leaf."""
    handling: tuple[float, float, float] = (0.0, 0.0, 0.0)
    link: float = 1.0
    gap: float = 1.0

    def path(self, sender: int, receiver: int) -> tuple[tuple[int, int], ...]:
        """Return the desks (level, number) that an item from one leaf to another passes."""
        low, high = sender // 3, receiver // 3
        if low == high:
            return ((1, low), (2, receiver))
        return ((1, low), (0, 0), (1, high), (2, receiver))


def simpy_chain(chain: Chain, seed: int) -> float:
    """Play C5 as SimPy's documentation teaches: a process for each item, a Resource for each desk."""
    env, luck = simpy.Environment(), random.Random(seed)
    desks = [simpy.Resource(env, capacity=staff) for staff in chain.staff]
    steps = [
        (desk, link, handling)
        for desk, link, handling in zip(desks, chain.links, chain.handling, strict=True)
    ]
    return _play(env, luck, gap=1.0, paths=(steps for _ in range(chain.items)))


def simpy_tree(tree: Tree, seed: int) -> float:
    """Play T13 in the same way."""
    env, luck = simpy.Environment(), random.Random(seed)
    counts = (1, 3, tree.leaves)
    desks = [
        [simpy.Resource(env, capacity=tree.staff[level]) for _ in range(count)]
        for level, count in enumerate(counts)
    ]

    def paths() -> Generator[list[tuple[simpy.Resource, float, float]], None, None]:
        for _ in range(tree.items):
            sender, receiver = luck.sample(range(tree.leaves), 2)
            path = tree.path(sender, receiver)
            yield [(desks[level][number], tree.link, tree.handling[level]) for level, number in path]

    return _play(env, luck, gap=tree.gap, paths=paths())


def _play(env: simpy.Environment, luck: random.Random, *, gap: float, paths: Any) -> float:
    sojourns: list[float] = []

    def item(steps: Sequence[tuple[simpy.Resource, float, float]]) -> Generator[simpy.Event, Any, None]:
        began = env.now
        for desk, link, handling in steps:
            yield env.timeout(luck.expovariate(1 / link))
            with desk.request() as turn:
                yield turn
                yield env.timeout(luck.expovariate(1 / handling))
        sojourns.append(env.now - began)

    def source() -> Generator[simpy.Event, Any, None]:
        for steps in paths:
            yield env.timeout(luck.expovariate(1 / gap))
            env.process(item(steps))

    env.process(source())
    env.run()
    return sum(sojourns) / len(sojourns)


def ciw_chain(chain: Chain, seed: int) -> float:
    """Play C5 in Ciw: each link is a node with endless servers, each desk a node with its staff."""
    import ciw

    ciw.seed(seed)
    exponential = ciw.dists.Exponential
    nodes = 2 * len(chain.staff)
    services = [
        exponential(1 / mean) for pair in zip(chain.links, chain.handling, strict=True) for mean in pair
    ]
    servers = [count for staff in chain.staff for count in (float("inf"), staff)]
    routing = [[1.0 if column == row + 1 else 0.0 for column in range(nodes)] for row in range(nodes)]
    network = ciw.create_network(
        arrival_distributions=[exponential(1.0)] + [None] * (nodes - 1),
        service_distributions=services,
        number_of_servers=servers,
        routing=routing,
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(chain.items, method="Finish")
    visits: dict[int, list[Any]] = {}
    for record in simulation.get_all_records():
        visits.setdefault(record.id_number, []).append(record)
    sojourns = [
        max(record.exit_date for record in records) - min(record.arrival_date for record in records)
        for records in visits.values()
        if any(record.node == nodes for record in records)
    ]
    return sum(sojourns) / len(sojourns)
