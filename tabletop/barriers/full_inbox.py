"""A desk on which nothing more finds room.

The mailbox is full; the line for callers has ten places.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import PositiveDuration
from tabletop.model.item import Item
from tabletop.model.verdict import PASSED, Held, Passed, Stopped


class FullInbox(Barrier):
    """What arrives when too much waits already is returned.

    A hotline keeps ten callers waiting and no more; a mailbox has a limit; a clerk with forty open files
    sends the forty-first back.

    An item that finds `places` or more items waiting at the receiver's desk is returned; those in work do not
    count. With `try_again_after` it is sent again so much later, and with `tries` the last of so many returns
    ends the hand-off; left out, the first return ends it. The sender always knows. `inbox: 10` on an actor is
    short for this barrier with ten places.

    Lifted, the desk takes in whatever comes, and lets it wait.

        actors:
          hotline:
            staff: 2
            barriers:
              full_inbox: {places: 10, try_again_after: 1h, tries: 5}
    """

    kind = "full_inbox"
    stage = Stage.taken_in
    wordings = Wordings(
        helps="Give the busiest desk more hands or a second desk for what is urgent, and tell less to those who need less.",
        held={
            "returned": Wording(
                "inbox full",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait}: every place before the desk was taken.",
            ),
        },
        stopped={
            "turned_away": Wording(
                "inbox full",
                "“{kind}” was returned on the link from {sender} to {receiver}: every place before the desk was taken.",
            ),
        },
    )

    places: Annotated[int, Field(ge=1)]
    """How many items may wait at the desk, those in work not counted."""
    try_again_after: PositiveDuration | None = None
    """How long until a returned item is sent again; left out: it is not."""
    tries: Annotated[int, Field(ge=1)] | None = None
    """Sendings in all before it is given up; left out: until there is room."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held | Stopped:  # noqa: ARG002 - a place is a place
        """Return what finds all places taken."""
        if moment.waiting < self.places:
            return PASSED
        given_up = self.tries is not None and moment.bites + 1 >= self.tries
        if self.try_again_after is None or given_up:
            return Stopped("turned_away", sender_learns_after=0)
        return Held(self.try_again_after, "returned", failed_try=True)
