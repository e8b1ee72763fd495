"""The critical path: what the time was spent on, from the start of the clock to the end, without a gap.

Twenty minutes at the school's own desk, a day of mail, five hours until the coordinator's desk opened, two hours for
the conference: the parts of a path sum to the whole to the millisecond, so that no delay can hide between two of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from tabletop.measures.whereabouts import Whereabouts

WAITED_FOR_THE_DEADLINE = "waited_for_the_deadline"
"""A decision was taken at its deadline, with less than it needed."""
OTHER_NEEDS = "other_needs"
"""A decision waited for something else that it needed and that had not come up yet."""
NOT_YET = "not_yet"
"""What was to be known had not come up yet."""
STOOD_IN = "stood_in"
"""Somebody knew, but did not act for the role yet."""
STOPPED = "stopped"
"""After a hand-off had been stopped: nothing brought it any further."""
NOT_HANDED_ON = "not_handed_on"
"""Known to somebody who did not hand it on to those it was wanted by."""
FIRST_DESK = "first_desk"
"""Brought by an inject, and not handled yet at the first desk."""
NOT_DONE = "not_done"
"""All that was needed was known, but the work was not done."""

Step = Literal["inject", "handoff", "decision", "waiting"]
"""What a part belongs to: the visit of an inject at the first desk, a hand-off, the work of a decision or task, or
none of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a critical path; times are milliseconds since StartEx."""

    cause: str
    """What the time was spent on: a cause of an account, or one of this module's."""
    since: int
    """From when."""
    until: int
    """Until when; later than `since`."""
    step: Step = "waiting"
    """What it belongs to."""
    sender: str = ""
    """Who handed on, or held it."""
    receiver: str = ""
    """Who was to get it, or whose desk it was at."""
    channel: str = ""
    """The channel of the hand-off."""
    kind: str = ""
    """The kind of information that was on its way, or waited for."""
    origin: str = ""
    """The origin of the item; the id of the decision for a decision's work."""
    handoff: int = 0
    """The hand-off's number; 0 when it was none."""
    detail: str = ""
    """For `stopped`: what stopped it, as a cause of an account."""
    missing: tuple[Whereabouts, ...] = ()
    """What was missing, and where it was at the end of this part."""

    @property
    def length(self) -> int:
        """How long it took, in milliseconds."""
        return self.until - self.since


@dataclass(frozen=True, slots=True)
class Path:
    """The critical path of an expectation or a decision."""

    since: int
    """The start of the clock, in milliseconds since StartEx."""
    until: int
    """When it was reached, or EndEx."""
    reached: bool
    """Whether it ended well: known, or decided."""
    parts: tuple[Part, ...]
    """What the time was spent on, in order, from `since` to `until` without gap."""

    @property
    def length(self) -> int:
        """How long it took in all, in milliseconds: the sum of its parts."""
        return self.until - self.since


def joined(parts: Iterable[Part], *, until: int, otherwise: Part) -> tuple[Part, ...]:
    """Return parts that lead up to an instant: cut there, and filled with `otherwise` where they end before."""
    line = clipped(parts, since=-1, until=until)
    end = line[-1].until if line else otherwise.since
    return (*line, replace(otherwise, since=end, until=until)) if end < until else line


def clipped(parts: Iterable[Part], *, since: int, until: int) -> tuple[Part, ...]:
    """Return what of the parts lies between two instants."""
    inside = (part for part in parts if part.since < until and since < part.until)
    return tuple(
        part
        if since <= part.since and part.until <= until
        else replace(part, since=max(part.since, since), until=min(part.until, until))
        for part in inside
    )


def framed(parts: Iterable[Part], *, since: int, until: int) -> tuple[Part, ...]:
    """Return the parts of a path from the start of the clock: cut there, or filled when they begin after it."""
    line = clipped(parts, since=since, until=until)
    first = line[0].since if line else until
    if first <= since:
        return line
    decision = any(part.step == "decision" or part.missing for part in line)
    kind = next((part.kind for part in line if part.kind), "")
    return (Part(OTHER_NEEDS if decision else NOT_YET, since, first, kind=kind), *line)
