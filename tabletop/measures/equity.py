"""Who waits longest, and whose word counts: between sectors, up and down the levels, and for the community.

The police waited two hours for what they needed and the sports club two weeks; what the club had noticed itself never
reached the conference.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from tabletop.measures.awareness import Need, awareness
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.lineage import leading_on, made_from

COMMUNITY = frozenset([
    "community",
    "civil",
    "society",
    "faith",
    "religious",
    "religion",
    "tribal",
    "elders",
    "family",
    "families",
    "youth",
    "women",
    "sport",
    "sports",
    "neighbourhood",
    "neighborhood",
    "residents",
    "volunteers",
    "culture",
])
"""Words by which a sector is known as the community's, in distinction from authorities and public services.

Sectors are open words, so this list is ours: `civil_society`, `faith`, `youth_work` are the community's, `local_government`,
`police`, `education` and `health` are not.
"""


@dataclass(frozen=True, slots=True)
class Equity:
    """How evenly one exercise served its partners; times are mean milliseconds per need."""

    by_sector: tuple[tuple[str, float], ...]
    """For each sector whose actors hold roles with needs: the mean time without what they needed, in the order declared."""
    across_levels: float | None
    """The same over needs whose kind first came up at another level (vertical); None when there are none."""
    across_sectors: float | None
    """The same over needs whose kind first came up in another sector of the same level (horizontal)."""
    heard: tuple[bool, ...]
    """For each item that the community brought and a decision could be made from: whether one was."""


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def equity(chronicle: Chronicle) -> Equity:
    """Return how evenly an exercise served its partners."""
    needs = awareness(chronicle).counted
    actors = chronicle.scenario.actors
    sectors: dict[str, list[Need]] = {each.sector: [] for each in actors.values() if each.sector}
    for need in needs:
        for sector in _sectors(chronicle, need.role):
            sectors[sector].append(need)
    ways = [(need, _way(chronicle, need)) for need in needs]
    return Equity(
        by_sector=tuple((name, _mean(mine)) for name, mine in sectors.items() if mine),
        across_levels=_mean_of([need for need, way in ways if way == "vertical"]),
        across_sectors=_mean_of([need for need, way in ways if way == "horizontal"]),
        heard=_heard(chronicle),
    )


def is_of_the_community(sector: str) -> bool:
    """Tell whether a sector, an open word such as `civil_society`, is the community's."""
    return not COMMUNITY.isdisjoint(sector.lower().replace("-", "_").split("_"))


def _sectors(chronicle: Chronicle, role: str) -> tuple[str, ...]:
    actors = chronicle.scenario.actors
    return tuple(
        dict.fromkeys(
            sector for actor in chronicle.scenario.actors_named(role) if (sector := actors[actor].sector)
        )
    )


def _way(chronicle: Chronicle, need: Need) -> str:
    """Tell whether what is needed comes from another level, from another sector of the same, or neither."""
    actors = chronicle.scenario.actors
    first = chronicle.first_holders.get(need.kind)
    origin = actors[first] if first else None
    levels = {actors[actor].level for actor in chronicle.scenario.actors_named(need.role)}
    if origin is None or origin.level is None or None in levels:
        return ""
    if origin.level not in levels:
        return "vertical"
    sectors = _sectors(chronicle, need.role)
    return "horizontal" if origin.sector and sectors and origin.sector not in sectors else ""


def _heard(chronicle: Chronicle) -> tuple[bool, ...]:
    scenario = chronicle.scenario
    possible = leading_on(scenario, scenario.decisions.values())
    brought = [
        entry
        for entry in chronicle.brought
        if entry.kind in possible
        and any(is_of_the_community(scenario.actors[actor].sector) for actor in entry.actors)
    ]
    return tuple(
        any(decided.decision in scenario.decisions for decided, _ in made_from(chronicle, entry.origin))
        for entry in brought
    )


def _mean(needs: Iterable[Need]) -> float:
    times = [each.without for each in needs]
    return fsum(times) / len(times)


def _mean_of(needs: list[Need]) -> float | None:
    return _mean(needs) if needs else None
