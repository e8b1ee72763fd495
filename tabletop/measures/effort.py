"""What staff time went into: handling, converting, approving, deciding, sitting in meetings.

Of the 137 hours that the team's three weeks cost, 80 were spent in sessions; through the hub it is all handling.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tabletop.measures.chronicle import Chronicle
from tabletop.model.journal import Handled, SessionHeld

HANDLING, CONVERSION, APPROVAL, DECISION, MEETING = (
    "handling",
    "conversion",
    "approval",
    "decision",
    "meeting",
)

_SORTS: Mapping[str, str] = {
    "item": HANDLING,
    "repeat": HANDLING,
    "conversion": CONVERSION,
    "approval": APPROVAL,
    "decision": DECISION,
}
"""Sorts of effort by the work of a visit; routine workload is none."""


@lru_cache(maxsize=1)  # several measures ask for it of the same exercise
def effort(chronicle: Chronicle) -> Mapping[str, int]:
    """Return the staff time by sort, in milliseconds of one person; the sum is the staff time in all."""
    spent = dict.fromkeys((HANDLING, CONVERSION, APPROVAL, DECISION, MEETING), 0)
    for visit in chronicle.of(Handled):
        if visit.work in _SORTS:
            spent[_SORTS[visit.work]] += visit.handling
    spent[MEETING] = sum((held.ends - held.at) * len(held.present) for held in chronicle.of(SessionHeld))
    return spent
