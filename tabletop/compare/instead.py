"""What an item waited for instead, where lifting one barrier changed nothing.

The mail came at once, and then lay until Tuesday's session like the one that had been lost for a day: the session is
what it waited for instead.
"""

from __future__ import annotations

from tabletop.measures import Chronicle
from tabletop.measures.causes import address_of, totals
from tabletop.measures.chronicle import Handoff
from tabletop.measures.critical import expectation_paths
from tabletop.measures.paths import Part
from tabletop.measures.whereabouts import stopped_by
from tabletop.model.journal import HANDLING, Stopped

Crossing = tuple[str, str, str]


def instead_of(address: str, before: Chronicle, after: Chronicle) -> tuple[str, ...]:
    """Return the causes that grew where a barrier had bitten and was lifted, the most first.

    They are looked for on the critical paths on which the barrier bit, else in the hand-offs in which it did. What
    stopped an item then counts for most of all.
    """
    return _on_paths(address, before, after) or _in_handoffs(address, before, after)


def _on_paths(address: str, before: Chronicle, after: Chronicle) -> tuple[str, ...]:
    was, became = expectation_paths(before), expectation_paths(after)
    bitten = [name for name, path in was.items() if any(_is_of(address, part) for part in path.parts)]
    old = totals(_piece(part) for name in bitten for part in was[name].parts)
    new = totals(_piece(part) for name in bitten if name in became for part in became[name].parts)
    return _grown(old, new)


def _in_handoffs(address: str, before: Chronicle, after: Chronicle) -> tuple[str, ...]:
    bitten = [each for each in before.story if any(address_of(cause) == address for cause in _causes(each))]
    crossings = {_crossing(each) for each in bitten}
    then = [each for each in after.story if _crossing(each) in crossings]
    stopped = tuple(dict.fromkeys(stopped_by(each) for each in then if isinstance(each, Stopped)))
    old = totals(piece for each in bitten for piece in each.account)
    return tuple(
        dict.fromkeys((*stopped, *_grown(old, totals(piece for each in then for piece in each.account))))
    )


def _grown(old: dict[str, int], new: dict[str, int]) -> tuple[str, ...]:
    more = {cause: time - old.get(cause, 0) for cause, time in new.items() if cause != HANDLING}
    return tuple(
        sorted((cause for cause, time in more.items() if time > 0), key=lambda cause: (-more[cause], cause))
    )


def _piece(part: Part) -> tuple[str, int]:
    return part.detail or part.cause, part.length


def _is_of(address: str, part: Part) -> bool:
    return address in (address_of(part.cause), address_of(part.detail))


def _causes(handoff: Handoff) -> list[str]:
    stops = [stopped_by(handoff)] if isinstance(handoff, Stopped) else []
    return [*stops, *(cause for cause, _ in handoff.account)]


def _crossing(handoff: Handoff) -> Crossing:
    return handoff.origin, handoff.sender, handoff.receiver
