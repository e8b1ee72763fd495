"""What a barrier says of an item that stands before it.

A data protection officer who must first read a file says `Queued`; one on holiday says nothing, her desk is shut; a
refusal is `Stopped`. The engine knows these four words and no barrier.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from tabletop.model.item import Item


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting in which an item is said: all who are present hear it when the session ends."""

    starts: int
    """Milliseconds since StartEx."""
    ends: int
    """Milliseconds since StartEx; the hearers know the item from then."""
    present: tuple[str, ...]
    """The actors who sit in it."""
    extra: bool = False
    """Convened for this item alone; the engine then occupies one person of each actor present."""


@dataclass(frozen=True, slots=True)
class Passed:
    """The item goes on."""

    item: Item | None = None
    """The item as it goes on, when it is not the same as it came."""
    claim: Hashable | None = None
    """A mark left for later judgements of the same barrier on the same channel; the engine only counts it."""
    behind: bool = False
    """At the receiver's desk it is put behind everything that waits."""
    session: Session | None = None
    """It was said in this session instead of being delivered to a desk."""
    breach: str = ""
    """Why passing here breaks a rule on sensitive information; empty when it does not."""
    cleared: bool = False
    """It goes on in a version that this receiver may have over this channel, or its breach is said already."""


PASSED = Passed()
"""The item goes on as it is, and nothing is noted: what is said most often."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The item goes no further on this link."""

    because: str
    """One of the causes that the barrier's wordings name."""
    sender_learns_after: int | None = 0
    """Milliseconds until the sender learns of it; None: never."""


@dataclass(frozen=True, slots=True)
class Held:
    """The item waits `wait` milliseconds; then it passes as `then` says, or the stage is asked again."""

    wait: int
    """Milliseconds of calendar time, greater than 0 when the stage is asked again."""
    because: str
    """One of the causes that the barrier's wordings name."""
    then: Passed | None = None
    """What happens after the wait; None: the stage is asked again from its first barrier."""
    failed_try: bool = False
    """This was a try that failed (a lost mail, an unanswered call), not a wait for duty, an outage or a session."""


@dataclass(frozen=True, slots=True)
class Queued:
    """Somebody must work on it first: the item joins the queue at that actor's desk."""

    at: str
    """The actor whose desk does the work."""
    work: int
    """Milliseconds of work."""
    because: str
    """One of the causes that the barrier's wordings name."""
    then: Passed | Stopped
    """What happens when the work is done."""
    patience: int | None = None
    """Milliseconds after which nobody waits for it any longer; None: they wait."""
    otherwise: Passed | Stopped | None = None
    """What happens when the patience ends first."""


Verdict = Passed | Held | Queued | Stopped
