"""How much of an organisation's mail passes its most loaded office, with links added to a hierarchy and without.

After P. S. Dodds, D. J. Watts and C. F. Sabel (2003): people write mostly to people near them. Whoever passes a message
on knows only where everybody stands in the hierarchy and who their own neighbours are, and gives it to the neighbour
who stands nearest to the addressee.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from math import exp, sqrt

from tabletop.model.chance import Chance, draw
from tabletop.model.item import Priority
from tabletop.model.scenario import Scenario
from tabletop.structures import Network, network
from validation.experiment import Experiment, Reference
from validation.laboratory import classic

BRANCHES = 5
WITH_LINKS = ("multiscale", "core_periphery", "local_team", "random_interdivisional", "random")
_MESSAGES = 5_000
"""Messages for each network; the paper has 10,000."""
_SPREAD = 1.0
"""ξ of the paper: how much further apart two stand who write to each other e times more rarely."""


def below(level: int, levels: int) -> list[tuple[int, int, float]]:
    """Return to whom an office of a level writes: so many steps up, so many down, with which weight."""
    found = []
    for up in range(level + 1):
        for down in range(levels - level + up):
            others = BRANCHES**down if up == 0 or down == 0 else (BRANCHES - 1) * BRANCHES ** (down - 1)
            apart = sqrt(max(0, up * up + down * down - 2))
            if up + down:
                found.append((up, down, others * exp(-apart / _SPREAD)))
    return found


def level_of(office: int) -> int:
    """Return how many steps an office is below the top, office 0; offices are numbered row by row."""
    level = 0
    while office:
        office, level = (office - 1) // BRANCHES, level + 1
    return level


def top_share(levels: int) -> float:
    """Return what share of all messages passes the top of the bare hierarchy without beginning or ending there."""
    offices = [int(BRANCHES**level) for level in range(levels)]
    share = 0.0
    for level in range(1, levels):
        weights = below(level, levels)
        passing = sum(weight for up, down, weight in weights if up == level and down)
        share += offices[level] * passing / sum(weight for _, _, weight in weights)
    return share / sum(offices)


def _messages(replication: int, levels: int) -> Iterator[tuple[int, int]]:
    """Yield who writes to whom: everybody equally often, to others by how far apart they stand."""
    chance = Chance(2003, replication)
    who, how_far, down_to = (chance.prefix("message", what) for what in ("who", "how_far", "down_to"))
    number = sum(BRANCHES**level for level in range(levels))
    weights = [below(level, levels) for level in range(levels)]
    for message in range(_MESSAGES):
        sender = int(draw(who, message, 0) * number)
        choices = weights[level_of(sender)]
        ends = list(accumulate(weight for _, _, weight in choices))
        drawn = draw(how_far, message, 0) * ends[-1]
        up, down, _ = choices[next(place for place, end in enumerate(ends) if drawn < end)]
        steps = [draw(down_to, message, step) for step in range(down)]
        yield sender, _reached(sender, up, steps)


def _reached(sender: int, up: int, steps: Sequence[float]) -> int:
    """Return who is so many steps up and then down, first of all into another branch."""
    came_from, office = -1, sender
    for _ in range(up):
        came_from, office = office, (office - 1) // BRANCHES
    for step in steps:
        children = [
            child
            for child in range(BRANCHES * office + 1, BRANCHES * office + BRANCHES + 1)
            if child != came_from
        ]
        came_from, office = -1, children[int(step * len(children))]
    return office


def apart(one: int, other: int) -> int:
    """Return over how many links of the bare hierarchy two offices reach each other."""
    steps = 0
    while one != other:
        one, other = (other, (one - 1) // BRANCHES) if one > other else (one, (other - 1) // BRANCHES)
        steps += 1
    return steps


_Onwards = Callable[[int, int], int]


def by_neighbours(found: Network, number: dict[str, int]) -> _Onwards:
    """Return the paper's way to pass on: to the neighbour nearest to the addressee in the hierarchy."""
    neighbours: list[list[int]] = [[] for _ in number]
    for way in found.ways:
        neighbours[number[way.sender]].append(number[way.receiver])

    def onwards(office: int, target: int) -> int:
        return min(neighbours[office], key=lambda neighbour: apart(neighbour, target))

    return onwards


def by_routes(found: Network, number: dict[str, int]) -> _Onwards:
    """Return the engine's way to pass on: along a route with fewest hops, as if everybody knew every link."""
    names = list(number)

    def onwards(office: int, target: int) -> int:
        way = found.next_way(names[office], names[target], "message", priority=Priority.routine)
        assert way is not None, "every office can be reached"
        return number[way.receiver]

    return onwards


@cache
def organisation(levels: int) -> Scenario:
    """Return `classic/organisation`, or its upper levels alone."""
    scenario = classic("organisation")
    number = sum(BRANCHES**level for level in range(levels))
    actors = dict(list(scenario.actors.items())[:number])
    return scenario.model_copy(update={"actors": actors})


def largest_share(
    structure: str, replication: int, *, levels: int, pass_on: Callable[[Network, dict[str, int]], _Onwards]
) -> float:
    """Return what share of the messages the office passes on that passes on most."""
    scenario = organisation(levels)
    words = scenario.structures[structure]
    if words.added is not None:
        words = words.model_copy(update={"seed": replication, "added": len(scenario.actors)})
        scenario = scenario.model_copy(update={"structures": {structure: words}})
    number = {actor: index for index, actor in enumerate(scenario.actors)}
    onwards = pass_on(network(scenario, structure), number)
    load: Counter[int] = Counter()
    for sender, target in _messages(replication, levels):
        office = onwards(sender, target)
        while office != target:
            load[office] += 1
            office = onwards(office, target)
    return max(load.values()) / _MESSAGES


def _of_neighbours(replication: int) -> tuple[float, ...]:
    shares = [
        largest_share(name, replication, levels=6, pass_on=by_neighbours) for name in ("tree", *WITH_LINKS)
    ]
    return shares[0], *(share / shares[0] for share in shares[1:])


def _of_routes(replication: int) -> tuple[float, ...]:
    shares = [
        largest_share(name, replication, levels=5, pass_on=by_routes)
        for name in ("tree", "multiscale", "random")
    ]
    return shares[0], *(share / shares[0] for share in shares[1:])


_PAPER = (
    "P. S. Dodds, D. J. Watts and C. F. Sabel, “Information exchange and the robustness of organizational networks”, "
    "*Proceedings of the National Academy of Sciences* 100 (2003), 12516–12521"
)
_FRACTION, _NO_FRACTION = 1 / 5, 1 / 3
"""What we take for relief and for none; the paper shows curves, and one cannot read digits off them."""

EXPERIMENTS = (
    Experiment(
        id="congestion",
        title="Links added to a hierarchy relieve the most loaded office, where they cross levels and branches",
        source=_PAPER,
        workload="`classic/organisation`: b = 5, L = 6, m = N links added, ξ = 1, λ and ζ as in the paper; in each of the "
        "re-runs other links and 5,000 other messages",
        references=(
            Reference("share of the top, bare hierarchy", top_share(6), "", "counted"),
            Reference("multiscale, as a share of that", _FRACTION, "", "a fraction", bound="at most"),
            Reference("core-periphery", _FRACTION, "", "a fraction", bound="at most"),
            Reference("local team", _NO_FRACTION, "", "no such relief", bound="at least"),
            Reference("random interdivisional", _NO_FRACTION, "", "no such relief", bound="at least"),
            Reference("random", _NO_FRACTION, "", "no such relief", bound="at least"),
        ),
        play=_of_neighbours,
        runs=12,
        quick=1,
    ),
    Experiment(
        id="congestion_by_routes",
        title="The same when everybody knows every link, as the engine’s routes do",
        source="none: it shows on what the paper’s finding about random links rests",
        workload="`classic/organisation`, its upper five levels; messages take routes of fewest hops",
        references=(
            Reference("share of the top, bare hierarchy", top_share(5), "", "counted"),
            Reference("multiscale, as a share of that", _NO_FRACTION, "", "a fraction", bound="at most"),
            Reference("random", _NO_FRACTION, "", "a fraction too", bound="at most"),
        ),
        play=_of_routes,
        runs=8,
        quick=1,
    ),
)  # fmt: skip
