"""Whether those who passed something on ever learnt what became of it.

The school reported a concern on Monday; the conference agreed on a plan; did the school hear of the plan? A partner who
never hears back is slower to call the next time.
"""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.measures.chronicle import Chronicle
from tabletop.measures.lineage import leading_on, made_from
from tabletop.model.journal import Injected


@dataclass(frozen=True, slots=True)
class Loop:
    """One item that came into the exercise at one actor, and whether that actor heard back."""

    origin: str
    """The origin of the item."""
    holder: str
    """Who was given it first."""
    since: int
    """When, in milliseconds since StartEx."""
    closed: int | None
    """When the holder, or who acted for a role of its, knew what a decision made from it told; None: never."""
    kind: str
    """Which kind of information told it; empty when none did."""


def loops(chronicle: Chronicle) -> tuple[Loop, ...]:
    """Return a loop for each holder of each item that a decision of the scenario could have told something of."""
    scenario = chronicle.scenario
    possible = leading_on(scenario, (each for each in scenario.decisions.values() if each.tells))
    return tuple(
        _loop(chronicle, entry, holder)
        for entry in chronicle.brought
        if entry.kind in possible
        for holder in entry.actors
    )


def _loop(chronicle: Chronicle, entry: Injected, holder: str) -> Loop:
    told = _told_of(chronicle, entry.origin)
    listeners = _standing_for(chronicle, holder)
    heard = [
        (known.at, known.kind)
        for actor in listeners
        for origin in told
        if (known := chronicle.first_told(actor, origin)) is not None
    ]
    closed, kind = min(heard, default=(None, ""))
    return Loop(entry.origin, holder, entry.at, closed, kind)


def _standing_for(chronicle: Chronicle, holder: str) -> tuple[str, ...]:
    """Return an actor and all who act for a role that it holds."""
    roles = [name for name, role in chronicle.scenario.roles.items() if holder in role.held_by]
    acting = [actor for role in roles for span in chronicle.acting(role) for actor in span.actors]
    return tuple(dict.fromkeys([holder, *acting]))


def _told_of(chronicle: Chronicle, origin: str) -> tuple[str, ...]:
    """Return the origins that decisions told which were made from an item, directly or through other work."""
    decisions = chronicle.scenario.decisions
    made = made_from(chronicle, origin)
    return tuple(each for decided, told in made if decided.decision in decisions for each in told)
