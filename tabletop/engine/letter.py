"""An item of traffic on links that nothing stands in the way of.

A routine mail from one office to another waits for nothing but the mail itself and the desks on its way. There are far
more of these than of anything else, so one letter, as one event, goes all the way; what it writes into the journal is
to the letter what a `Handoff` would have written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.desk import Visit
from tabletop.engine.timeline import ORDERS
from tabletop.model.chance import draw
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
    from tabletop.model.item import Item

new = tuple.__new__


class Letter(Visit):
    """Traffic on its way, one link after the other; as an event its arrival, then the end of its handling."""

    is_traffic = True
    is_at_desk = False
    number = 0
    """The number of its present hand-off; 0 before the first."""
    hops = 0
    parent = 0
    """The hand-off that brought it to the present sender."""

    def __init__(self, exercise: Exercise, item: Item, recipients: tuple[str, ...]) -> None:
        """Lie with its sender, who knows it."""
        self.exercise = exercise
        self.item = item
        self.recipients = recipients
        self.key = exercise.key_of(item.origin)
        self.order = ORDERS[item.priority]
        self.turns = Letter.turns
        self.paused = ()
        self.is_paused = False
        self.rank = -item.priority

    def set_out(self, lane: Lane, number: int) -> None:
        """Cross the next link as the hand-off of this number."""
        self.lane = lane
        self.number = number
        self.hops += 1
        self.is_at_desk = self.is_over = False
        timeline = self.exercise.timeline
        self.since = now = timeline.now
        at, prefix, certain = lane.delay_time
        self.due = due = now + (at(draw(prefix, self.key, 0)) if certain is None else certain)
        timeline.at(due, self.order + number, self)

    def happen(self) -> None:
        """Arrive and join the queue; or leave the desk, handled."""
        if self.is_at_desk:
            self.end_of_work()
        else:
            self.is_at_desk = True
            self.started = -1
            self.lane.desk.enter(self, self.rank)

    def work(self) -> int:
        """Return how long the receiver handles it, in milliseconds."""
        at, prefix, certain = self.lane.handling_time
        return at(draw(prefix, self.key, 0)) if certain is None else certain

    def leave(self, stay: Stay) -> None:
        """Enter the hand-off into the journal, and go on."""
        exercise, item, number = self.exercise, self.item, self.number
        sender, receiver, channel, kind = self.lane.facts
        shut, absent, queue, handling = stay
        origin, since, now = item.origin, self.since, exercise.timeline.now
        handled = (now, receiver, "item", self.arrived, number, origin, kind, shut, absent, queue, handling)
        account = ((DELAY, self.due - since), *account_of(stay)) if self.due > since else account_of(stay)
        parent, recipients = self.parent, self.recipients
        handed_on = (
            now,
            number,
            since,
            sender,
            receiver,
            channel,
            kind,
            origin,
            parent,
            recipients,
            item.accuracy,
            False,
            account,
        )
        # `tuple.__new__` makes the same named tuples, without the detour over their own `__new__`.
        exercise.journal += (new(Handled, handled), new(HandedOn, handed_on))
        self.parent = number
        exercise.tellings.forward(self, receiver)

    def _carried(self) -> Account:
        carried = self.due - self.since
        return ((DELAY, carried),) if carried else ()

    def unfinished(self, end: int) -> Unfinished:
        """Return what the journal says of it when the exercise ends first."""
        account: Account = ((DELAY, end - self.since),) if end > self.since else ()
        if self.is_at_desk:
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
