"""An item of traffic on links that nothing stands in the way of.

A routine mail from one office to another waits for nothing but the mail itself and the desks on its way. There are far
more of these than of anything else, so one letter, as one event, goes all the way; what it writes into the journal is
to the letter what a `Handoff` would have written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.desk import Visit
from tabletop.engine.timeline import ORDERS
from tabletop.model.journal import (
    ABSENT,
    DELAY,
    HANDLING,
    QUEUE,
    SHUT,
    Account,
    HandedOn,
    Handled,
    Unfinished,
)

if TYPE_CHECKING:
    from tabletop.engine.desk import Stay
    from tabletop.engine.exercise import Exercise
    from tabletop.engine.lane import Lane
    from tabletop.engine.trip import Leg
    from tabletop.model.item import Item

new = tuple.__new__


class Letter(Visit):
    """Traffic on its way, one link after the other; as an event its arrival, then the end of its handling."""

    is_traffic = True
    lane: Lane
    """Over which it goes, or whose desk it lies on."""
    number = 0
    """The number of its present hand-off; 0 before the first."""
    hops = 0

    def __init__(self, exercise: Exercise, item: Item, recipients: tuple[str, ...], *, key: int) -> None:
        """Lie with its sender, who knows it; `key` is the number under which its origin enters draws."""
        self._ok = True
        self.tellings = exercise.tellings
        self.timeline = exercise.timeline
        self.write = exercise.journal.append
        self.item = item
        self.origin = item.origin
        self.accuracy = item.accuracy
        self.recipients = recipients
        self.key = key
        self.rank = -item.priority
        self.order = ORDERS[item.priority]
        self.legs: list[Leg] = []
        """What lies ahead of it, the next one last; empty when that is to be found out."""
        self.ends_here = False
        """Whether it has nothing to do, as things stand, but to arrive at the end of those legs."""
        self.parent = 0
        """The hand-off that brought it to the present sender."""

    def set_out(self) -> None:
        """Cross the next link."""
        tellings, timeline = self.tellings, self.timeline
        self.lane, self.recipients, delay, self.amount = self.legs.pop()
        tellings.begun = self.number = number = tellings.begun + 1
        self.since = now = timeline.now
        self.delay = delay
        self.callbacks = self.lane.desk.arrivals
        timeline.at(now + delay, self.order + number, self)

    def leave(self, stay: Stay) -> None:
        """Enter the hand-off into the journal, and go on."""
        number, since, delay, origin = self.number, self.since, self.delay, self.origin
        sender, receiver, channel, kind = self.lane.facts
        shut, absent, queue, handling = stay
        now = self.timeline.now
        if shut or absent or not handling:
            account = (*self._carried(), *account_of(stay))
        elif delay and queue:
            account = ((DELAY, delay), (QUEUE, queue), (HANDLING, handling))
        elif delay:
            account = ((DELAY, delay), (HANDLING, handling))
        else:
            account = ((QUEUE, queue), (HANDLING, handling)) if queue else ((HANDLING, handling),)
        work = (now, receiver, "item", self.arrived, number, origin, kind, shut, absent, queue, handling)
        told = (now, number, since, sender, receiver, channel, kind, origin,
                self.parent, self.recipients, self.accuracy, False, account)  # fmt: skip
        write = self.write
        # `tuple.__new__` makes the same named tuples, without the detour over their own `__new__`.
        write(new(Handled, work))
        write(new(HandedOn, told))
        self.parent = number
        if self.legs:
            # As in `set_out`, less a call: most hand-offs are followed by another.
            self.lane, self.recipients, delay, self.amount = self.legs.pop()
            tellings, timeline = self.tellings, self.timeline
            tellings.begun = self.number = number = tellings.begun + 1
            self.since = now
            self.delay = delay
            self.callbacks = self.lane.desk.arrivals
            timeline.at(now + delay, self.order + number, self)
        elif self.ends_here:
            self.tellings.arrived(self)
        else:
            self.tellings.forward(self, receiver)

    def _carried(self) -> Account:
        return ((DELAY, self.delay),) if self.delay else ()

    def unfinished(self, end: int) -> Unfinished:
        """Return what the journal says of it when the exercise ends first."""
        account: Account = ((DELAY, end - self.since),) if end > self.since else ()
        if self.since + self.delay <= end:
            account = (*self._carried(), *account_of(self.desk.stay(self, end)))
        facts = (self.number, self.since, *self.lane.facts, self.item.origin, self.parent, self.recipients)
        return Unfinished(end, *facts, account)

    def named(self) -> str:
        """Say which item of traffic this is."""
        sender, receiver, channel, _ = self.lane.facts
        return f"the hand-off of {self.item.origin} from {sender} to {receiver} over {channel}"


def account_of(stay: Stay) -> Account:
    """Return the account of a stay at a desk, without the causes that took no time."""
    shut, absent, queue, handling = stay
    if shut or absent:
        causes = ((SHUT, shut), (ABSENT, absent), (QUEUE, queue), (HANDLING, handling))
        return tuple(cause for cause in causes if cause[1])
    if queue:
        return ((QUEUE, queue), (HANDLING, handling)) if handling else ((QUEUE, queue),)
    return ((HANDLING, handling),) if handling else ()
