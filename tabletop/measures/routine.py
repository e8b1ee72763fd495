"""How long everyday traffic was on its way: the letters, calls and questions that have nothing to do with the incident.

Through the hub a routine letter took four hours, since all of them crossed one desk; directly it took one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum

from tabletop.measures.chronicle import TRAFFIC, Chronicle
from tabletop.measures.measure import Measure
from tabletop.model.duration import HOUR
from tabletop.model.journal import HandedOn


def journeys(chronicle: Chronicle) -> Iterator[int]:
    """Give for each item of traffic that reached whom it was for how long that took, in milliseconds.

    It counts from its sending, if that was not before `clock.measure_from`, until it was handled there. What had not
    arrived by EndEx is left out.
    """
    start = chronicle.scenario.clock.measure_from
    sent: dict[str, int] = {}
    arrived = set()
    for each in chronicle.handoffs.values():
        origin = each.origin
        if not origin.startswith(TRAFFIC):
            continue
        begun = sent.setdefault(origin, each.since)
        if begun < start or origin in arrived or not isinstance(each, HandedOn):
            continue
        if any(each.receiver in chronicle.people_of(name) for name in each.recipients):
            arrived.add(origin)
            yield each.at - begun


def routine_hours(chronicle: Chronicle) -> float | None:
    """Return the mean time that an item of traffic took, in hours; None when none arrived."""
    found = list(journeys(chronicle))
    return fsum(found) / len(found) / HOUR if found else None


ROUTINE: Mapping[str, Measure] = {
    "routine_hours": Measure(
        name="routine_hours",
        title="Time of everyday traffic",
        formula="mean over items of traffic, sent from `clock.measure_from` on and arrived by EndEx, of the time from sending "
        "until the one they were for had handled them",
        unit="h",
        better="less",
        reference="Sojourn time in a network of queues, as in Jackson (1957).",
        of=routine_hours,
    ),
}
"""The measures of everyday traffic by name, in the order in which tables show them."""
