"""All that an exercise gives out: frozen entries in order of time.

"At 10:20 on day 1 the municipality knew of the concern; hand-off 7 to the police waited five hours for an answered
call": measures, debriefs, exports and replays are functions of the journal and the scenario, of nothing else. Times are
whole milliseconds since StartEx.
"""

from __future__ import annotations

from typing import NamedTuple

Account = tuple[tuple[str, int], ...]
"""Where time went: causes with milliseconds, in order, summing exactly to the whole. A cause is one of the plain ones
below or `<barrier address>:<cause>` such as `email.lossy_channel:lost`."""

DELAY = "delay"
"""The channel's own delay."""
SESSION = "session"
"""Sitting in the session in which it was said."""
FALLBACK = "fallback"
"""Before another channel was tried."""
SHUT = "shut"
"""At a desk outside its hours."""
ABSENT = "absent"
"""At a desk whose people were away."""
QUEUE = "queue"
"""Waiting at an open desk."""
HANDLING = "handling"
"""In work at a desk."""
UNDER_WAY = "under_way"
"""The first way was still open when the other had brought it, or the exercise ended."""

NO_ROUTE = "no_route"
"""The cause of a breakdown where no link leads on."""


class Injected(NamedTuple):
    """The exercise control brought something in."""

    at: int
    inject: str
    """The inject's id; `live/<n>` for one given by hand."""
    effect: str
    """One of `brings`, `outage`, `absence`, `surge`, `structure`, `end_link`, `told`; `skipped` if its condition failed."""
    actors: tuple[str, ...] = ()
    """Whom it concerns."""
    kind: str = ""
    """The kind of information it brings."""
    origin: str = ""
    """The origin of the items it brings."""


class HandedOn(NamedTuple):
    """A hand-off ended well: the receiver knows what the sender knew."""

    at: int
    """When the receiver knew (or had handled, for traffic)."""
    number: int
    """The hand-off's number, counted from 1 in order of their beginnings."""
    since: int
    """When the sender knew."""
    sender: str
    receiver: str
    channel: str
    kind: str
    origin: str
    parent: int
    """The hand-off that brought it to the sender; 0 when the sender was the first to know."""
    recipients: tuple[str, ...]
    """The roles and actors it is meant for, here or further on."""
    accuracy: float
    """Share of its details still right when it was understood."""
    repeat: bool
    """Whether the receiver knew this origin already."""
    account: Account
    """Where the time from `since` to `at` went."""


class Stopped(NamedTuple):
    """A hand-off broke down."""

    at: int
    number: int
    since: int
    sender: str
    receiver: str
    channel: str
    """Empty where there was no route."""
    kind: str
    origin: str
    parent: int
    recipients: tuple[str, ...]
    barrier: str
    """The barrier's address; empty where there was no route."""
    because: str
    """The cause in the barrier's words, or `no_route`."""
    sender_learns: int | None
    """When the sender learns of it; None: never."""
    account: Account


class Unfinished(NamedTuple):
    """A hand-off was still under way at EndEx."""

    at: int
    number: int
    since: int
    sender: str
    receiver: str
    channel: str
    kind: str
    origin: str
    parent: int
    recipients: tuple[str, ...]
    account: Account
    """Its last part is what it was waiting for."""


class Handled(NamedTuple):
    """A visit at a desk ended; shut + absent + queue + handling = at - arrived."""

    at: int
    actor: str
    work: str
    """`item`, `repeat`, `workload`, `conversion`, `approval` or `decision`."""
    arrived: int
    handoff: int
    """The hand-off that brought it, or that waits for this work; 0 when there is none."""
    origin: str
    """The item's origin; the decision's id for a decision; empty for routine work."""
    kind: str
    shut: int
    absent: int
    queue: int
    handling: int


class Known(NamedTuple):
    """An actor came to know an item, or a better version of it."""

    at: int
    actor: str
    kind: str
    origin: str
    accuracy: float
    """Share of the details that are right."""
    handoff: int
    """The hand-off that brought it; 0: from an inject or a decision of its own."""


class Decided(NamedTuple):
    """A decision was taken, or a task done."""

    at: int
    decision: str
    actors: tuple[str, ...]
    """Who did the work, in the order in which they finished."""
    ready: int | None
    """When the last of them knew enough to begin; None for one taken at its deadline with too little."""
    due: int | None
    """Its deadline; None when it has none."""
    at_deadline: bool
    """Whether it was taken at the deadline with what was known."""
    missing: tuple[str, ...]
    """Needed kinds that nobody of them knew."""
    quality: float
    """Mean over its needs of the best accuracy known, the unknown counting 0."""


class SessionHeld(NamedTuple):
    """A meeting took place."""

    at: int
    """When it began."""
    ends: int
    channel: str
    barrier: str
    """The address of the barrier that holds it."""
    present: tuple[str, ...]
    extra: bool


class Exposure(NamedTuple):
    """An actor came to know a sensitive kind without needing it."""

    at: int
    actor: str
    kind: str
    origin: str
    handoff: int


class Breach(NamedTuple):
    """A rule on sensitive information was broken."""

    at: int
    actor: str
    """Who got it."""
    kind: str
    origin: str
    because: str
    """`not_authorised`, `channel_not_allowed`, or a barrier's cause such as `worked_around`."""
    handoff: int


class Ended(NamedTuple):
    """EndEx."""

    at: int


Entry = (
    Injected
    | HandedOn
    | Stopped
    | Unfinished
    | Handled
    | Known
    | Decided
    | SessionHeld
    | Exposure
    | Breach
    | Ended
)

ENTRY_TYPES: dict[str, type[Entry]] = {
    "injected": Injected,
    "handed_on": HandedOn,
    "stopped": Stopped,
    "unfinished": Unfinished,
    "handled": Handled,
    "known": Known,
    "decided": Decided,
    "session": SessionHeld,
    "exposure": Exposure,
    "breach": Breach,
    "ended": Ended,
}
"""Entries by the name they bear in `journal.jsonl`."""

Journal = tuple[Entry, ...]
"""The entries of one exercise in order."""
