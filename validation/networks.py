"""Letters that pass many desks: in a row, over a tree, over the five networks of the laboratory."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import permutations
from statistics import fmean

from tabletop.compare.batch.changes import Load, changed
from tabletop.engine import run
from tabletop.model.scenario import Scenario
from tabletop.structures import network
from validation.experiment import Experiment, Reference
from validation.formulas import sojourn
from validation.laboratory import classic, played, sojourns

_SETTLED = 500


def _row(replication: int) -> tuple[float, ...]:
    times = sojourns(played("c5", replication))
    return fmean(times), fmean(times[_SETTLED:])


def _tree(replication: int) -> tuple[float, ...]:
    return (fmean(sojourns(played("t13", replication))),)


_UNDER_WAY = 0.5 + 1 + 2 + 1 + 0.5
_IN_A_ROW = _UNDER_WAY + sum(sojourn(staff, load=0.7, arriving=1) for staff in (1, 2, 3, 2, 1))

STRUCTURES: Mapping[str, str] = {
    "circle": "circle", "chain": "chain", "y": "Y", "wheel": "wheel", "all_channel": "all-channel",
}  # fmt: skip
LOADS = (1, 2, 4)
"""How many times as many letters are written as in the file."""
_WRITTEN, _HANDLED = 1 / 20, 1.0


def steps(scenario: Scenario, structure: str) -> dict[str, float]:
    """Return how many of the letters that one person writes come to each desk, by the ways that letters take."""
    found, shares = network(scenario, structure), dict.fromkeys(scenario.actors, 0.0)
    for sender, receiver in permutations(scenario.actors, 2):
        desk = sender
        while desk != receiver:
            way = found.next_way(desk, receiver, "letter", priority=scenario.information["letter"].priority)
            assert way is not None, "all five can reach each other"
            desk = way.receiver
            shares[desk] += 1 / (len(scenario.actors) - 1)
    return shares


def product_form(structure: str, load: float) -> float:
    """Return the mean delay in the long run: Σ λᵢ/(μ − λᵢ) over desks, by all letters (Jackson 1957, Kelly 1975)."""
    rates = [share * _WRITTEN * load for share in steps(classic("five_networks"), structure).values()]
    return sum(rate / (_HANDLED - rate) for rate in rates) / (len(rates) * _WRITTEN * load)


def _five(load: int, replication: int) -> tuple[float, ...]:
    scenario = changed(classic("five_networks"), Load(load))
    return tuple(fmean(sojourns(run(scenario, name, replication=replication))) for name in STRUCTURES)


def _five_networks(load: int) -> Experiment:
    return Experiment(
        id=f"five_networks_{load}",
        title=f"Five networks of five, {load} × the letters (product form)" if load > 1 else
        "Five networks of five (product form)",
        source="J. R. Jackson (1957); F. P. Kelly (1975); the networks of A. Bavelas (1950) and H. J. Leavitt (1951)",
        workload=f"`classic/five_networks`: each writes {_WRITTEN * load:g} letters an hour to one of the others, "
        "200 days after a warm-up of 30",
        references=tuple(
            Reference(f"mean delay, {title}", product_form(name, load), "h", "Σ λᵢ/(μ − λᵢ) / Σ λ")
            for name, title in STRUCTURES.items()
        ),
        play=partial(_five, load),
        runs=84 if load > 2 else 40,
        quick=2,
    )  # fmt: skip


EXPERIMENTS = (
    Experiment(
        id="tandem",
        title="Five desks in a row (tandem of M/M/c)",
        source="J. R. Jackson, “Networks of waiting lines”, *Operations Research* 5 (1957), 518–521; for the start from "
        "empty desks a separate program",
        workload="`classic/c5`: 2,000 letters over desks with 1, 2, 3, 2 and 1 people, 70 % in work",
        references=(
            Reference("mean delay of all, from an empty start", 18.336, "h", "a separate program", give_or_take=0.006),
            Reference("mean delay after the first 500 letters", _IN_A_ROW, "h", "Σ M/M/c, and the links"),
        ),
        play=_row,
        runs=120,
        quick=3,
    ),
    Experiment(
        id="tree",
        title="A tree of thirteen desks (Jackson network)",
        source="a separate program of 20,000 re-runs; 37.484 h in the long run, by Jackson",
        workload="`classic/t13`: nine leaves with 222 letters each, from an empty start, 70 % in work",
        references=(
            Reference("mean delay", 36.073, "h", "a separate program", give_or_take=0.016),
        ),
        play=_tree,
        runs=100,
        quick=2,
    ),
    *map(_five_networks, LOADS),
)  # fmt: skip
