"""Measures of where time and staff hours went, how busy the busiest desk was and how soon disturbances were overcome.

`lost_carried_hours` of 1,200 beside `lost_queue_hours` of 40: it is the channels that need mending, not the desks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import fsum

from tabletop.measures import effort as sorts
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.effort import effort
from tabletop.measures.load import busiest
from tabletop.measures.losses import Place, losses
from tabletop.measures.measure import OWN, Measure
from tabletop.measures.recovery import recoveries
from tabletop.model.duration import HOUR


def recovery(chronicle: Chronicle) -> float | None:
    """Return how long it took to catch up after a disturbance, in hours; None when there was none."""
    found = recoveries(chronicle)
    return fsum(found) / len(found) / HOUR if found else None


def _lost(place: Place) -> Callable[[Chronicle], float]:
    return lambda chronicle: losses(chronicle)[place] / HOUR


def _spent(sort: str) -> Callable[[Chronicle], float]:
    return lambda chronicle: effort(chronicle)[sort] / HOUR


def _part(name: str, title: str, *, formula: str, of: Callable[[Chronicle], float]) -> Measure:
    """Return a measure in hours, of which less is better."""
    return Measure(name=name, title=title, formula=formula, unit="h", better="less", reference=OWN, of=of)


_PARTS = (
    _part(
        "lost_willing_hours",
        "Lost before it was sent on",
        formula="the part of the time lost at barriers of the stage “willing”",
        of=_lost("willing"),
    ),
    _part(
        "lost_allowed_hours",
        "Lost until it was allowed",
        formula="the part of the time lost at barriers of the stage “allowed” that are no safeguards",
        of=_lost("allowed"),
    ),
    _part(
        "lost_form_hours",
        "Lost on form and meaning",
        formula="the part of the time lost at barriers of the stages “ready” and “understood”",
        of=_lost("form"),
    ),
    _part(
        "lost_carried_hours",
        "Lost on the way",
        formula="the part of the time lost at barriers of the stage “carried”, in the channel’s own delay, and before another "
        "channel was tried",
        of=_lost("carried"),
    ),
    _part(
        "lost_queue_hours",
        "Lost in queues",
        formula="the part of the time lost waiting at an open desk, or at barriers of the stage “taken in”",
        of=_lost("queue"),
    ),
    _part(
        "lost_shut_hours",
        "Lost at desks shut or empty",
        formula="the part of the time lost at desks outside their hours or while nobody was there",
        of=_lost("shut"),
    ),
    _part(
        "staff_handling_hours",
        "Staff hours, handling",
        formula="the part of the staff hours spent on handling items, repeats among them",
        of=_spent(sorts.HANDLING),
    ),
    _part(
        "staff_conversion_hours",
        "Staff hours, conversion",
        formula="the part of the staff hours spent on converting from one form to another",
        of=_spent(sorts.CONVERSION),
    ),
    _part(
        "staff_approval_hours",
        "Staff hours, approvals",
        formula="the part of the staff hours spent on approvals",
        of=_spent(sorts.APPROVAL),
    ),
    _part(
        "staff_decision_hours",
        "Staff hours, decisions",
        formula="the part of the staff hours spent on decisions and tasks",
        of=_spent(sorts.DECISION),
    ),
    _part(
        "staff_meeting_hours",
        "Staff hours, meetings",
        formula="the part of the staff hours spent in sessions: their length times those present",
        of=_spent(sorts.MEETING),
    ),
)

SPENDING: Mapping[str, Measure] = {
    **{each.name: each for each in _PARTS},
    "busiest_desk": Measure(
        name="busiest_desk",
        title="Busiest desk",
        formula="the greatest share, over desks, of the staffed time that was spent in work, routine work included",
        unit="share",
        better="less",
        reference="Utilisation, as in Kleinrock (1975); towards 1 queues grow without bound.",
        of=busiest,
    ),
    "recovery_hours": Measure(
        name="recovery_hours",
        title="Catching up after a disturbance",
        formula="mean over outages and absences that ended before EndEx of the time from their end until the last of what had "
        "waited for it was over, EndEx standing for never, 0 where nothing had waited",
        unit="h",
        better="less",
        reference="Time to recovery as a side of resilience, after Bruneau and others (2003).",
        of=recovery,
    ),
}
"""The measures of spending by name, in the order in which tables show them."""
