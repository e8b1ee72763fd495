"""A telephone that rings on an empty desk.

The school calls, calls again, and at the sixth try gives up.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tabletop.barriers.endless import ENDLESS
from tabletop.model.amount import Exactly, PositiveAmount
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import MINUTE
from tabletop.model.item import Item
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Held, Passed, Stopped


class UnansweredCall(Barrier):
    """Both must be there at the same time, and the call must be answered.

    The school closes at three, the counsellor is back at four; and while both are in, the counsellor is on
    another line. A mail waits for its reader, a call does not.

    Nobody calls while the desk of either end is shut or away: the item waits until both are on duty, which is
    no try. Then each call is answered with the chance `answered`. After one that is not, the next is made
    `try_again_after` later. When the last of the `tries` was not answered the hand-off ends, and the sender
    knows it at once. If both are never on duty together before EndEx the item ends as unfinished.

    Lifted, a call is answered at any hour.

        channels:
          phone:
            medium: voice
            barriers:
              unanswered_call: {answered: 60%, try_again_after: 30m, tries: 6}
    """

    kind = "unanswered_call"
    stage = Stage.carried
    rank = 2
    wordings = Wordings(
        helps="Keep a number that is always answered, or a channel beside the telephone that waits for its reader.",
        held={
            "waiting_for_duty": Wording(
                "waiting for duty",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} until both desks were open for a call.",
            ),
            "unanswered": Wording(
                "call not answered",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} over calls that were not answered.",
            ),
        },
        stopped={
            "not_reached": Wording(
                "calls given up",
                "“{kind}” did not cross the link from {sender} to {receiver}: no call over {channel} was answered.",
            ),
        },
    )

    answered: Share = 0.6
    """Chance that one call is answered while both are on duty. Default: 60% (a guess)."""
    try_again_after: PositiveAmount = Exactly(30 * MINUTE)
    """Time from a call that was not answered to the next. Default: 30 min (a guess)."""
    tries: Annotated[int, Field(ge=1)] = 6
    """Calls in all before it is given up. Default: 6 (a guess)."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held | Stopped:  # noqa: ARG002 - a telephone rings for anything
        """Wait until both are on duty, then call until it is answered or the tries are used up."""
        together = moment.roster.next_duty((moment.sender, moment.receiver), moment.now)
        if together != moment.now:
            wait = ENDLESS if together is None else together - moment.now
            return Held(wait, "waiting_for_duty")
        if moment.draw("answered") < self.answered:
            return PASSED
        if moment.bites + 1 >= self.tries:
            return Stopped("not_reached", sender_learns_after=0)
        wait = max(1, self.try_again_after.at(moment.draw("try_again")))
        return Held(wait, "unanswered", failed_try=True)
