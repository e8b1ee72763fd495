"""Measures of how evenly partners were served and how far everything ran over few desks.

`sector_gap_hours` of 300: the worst served sector waited 300 hours longer for each thing it needed than the best.
"""

from __future__ import annotations

from collections.abc import Mapping

from tabletop.measures.chronicle import Chronicle
from tabletop.measures.equity import equity
from tabletop.measures.flows import flows, freeman, gini
from tabletop.measures.measure import OWN, Measure
from tabletop.model.duration import HOUR


def sector_gap(chronicle: Chronicle) -> float | None:
    """Return how much longer the worst served sector waited than the best, in hours; None with fewer than two."""
    means = [mean for _, mean in equity(chronicle).by_sector]
    return (max(means) - min(means)) / HOUR if len(means) > 1 else None


def across_levels(chronicle: Chronicle) -> float | None:
    """Return the mean time without what comes from another level, in hours; None when nothing does."""
    return _hours(equity(chronicle).across_levels)


def across_sectors(chronicle: Chronicle) -> float | None:
    """Return the mean time without what comes from another sector of the same level, in hours; None when nothing does."""
    return _hours(equity(chronicle).across_sectors)


def levels_gap(chronicle: Chronicle) -> float | None:
    """Return how much longer needs wait across levels than across sectors, in hours; None when either has none."""
    vertical, horizontal = equity(chronicle).across_levels, equity(chronicle).across_sectors
    return None if vertical is None or horizontal is None else (vertical - horizontal) / HOUR


def community_heard(chronicle: Chronicle) -> float | None:
    """Return the share of what the community brought that reached a decision; None when it brought nothing."""
    heard = equity(chronicle).heard
    return sum(heard) / len(heard) if heard else None


def flow_freeman(chronicle: Chronicle) -> float | None:
    """Return how far hand-offs ran over one actor, from 0 to 1; None when none was carried."""
    return freeman(tuple(flows(chronicle).values()))


def flow_gini(chronicle: Chronicle) -> float | None:
    """Return how unevenly hand-offs were shared out among the actors, from 0 to 1; None when none was carried."""
    return gini(tuple(flows(chronicle).values()))


def _hours(time: float | None) -> float | None:
    return None if time is None else time / HOUR


EVENNESS: Mapping[str, Measure] = {
    "sector_gap_hours": Measure(
        name="sector_gap_hours",
        title="Worst against best served sector",
        formula="greatest less smallest, over sectors whose actors hold roles with needs, of the mean time without needed "
        "information per need",
        unit="h",
        better="less",
        reference=OWN,
        of=sector_gap,
    ),
    "across_levels_hours": Measure(
        name="across_levels_hours",
        title="Without what comes from another level",
        formula="mean time without needed information over needs whose kind was first held at another level (vertical)",
        unit="h",
        better="less",
        reference=OWN,
        of=across_levels,
    ),
    "across_sectors_hours": Measure(
        name="across_sectors_hours",
        title="Without what comes from another sector",
        formula="the same over needs whose kind was first held in another sector of the same level (horizontal)",
        unit="h",
        better="less",
        reference=OWN,
        of=across_sectors,
    ),
    "levels_gap_hours": Measure(
        name="levels_gap_hours",
        title="Vertical against horizontal",
        formula="across_levels_hours less across_sectors_hours: how much longer what crosses levels takes",
        unit="h",
        better=None,
        reference=OWN,
        of=levels_gap,
    ),
    "community_heard": Measure(
        name="community_heard",
        title="Community’s word that reached a decision",
        formula="share of the items that the community brought, and that a decision could be made from, that a decision was "
        "made from, directly or over tasks",
        unit="share",
        better="more",
        reference=OWN,
        of=community_heard,
    ),
    "flow_centralisation": Measure(
        name="flow_centralisation",
        title="Flow centralisation",
        formula="with f(a) the hand-offs carried that actor a sent or received, n actors and T hand-offs: "
        "sum of max f − f(a), divided by (n − 2)·T; 0 when all have the same part, 1 when one actor is at an end of each",
        unit="share",
        better=None,
        reference="Centralisation of Freeman (1978), over flows in place of links.",
        of=flow_freeman,
    ),
    "flow_gini": Measure(
        name="flow_gini",
        title="Unevenness of flow",
        formula="Gini coefficient of the hand-offs carried that each actor sent or received",
        unit="share",
        better=None,
        reference="Gini (1912).",
        of=flow_gini,
    ),
}
"""The measures of evenness by name, in the order in which tables show them."""
