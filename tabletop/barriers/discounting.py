"""What comes from some senders counts for less.

A tip from a youth group is read when everything else is done.
"""

from __future__ import annotations

from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.item import Item
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Passed, Stopped


class Discounting(Barrier):
    """The receiver puts what comes from these senders at the back, or leaves it unread.

    Partners who do not see each other's value: what a youth organisation writes is read after everything
    else, and now and then not at all, whatever its priority.

    `from` says whose items it is about; no sector is discounted by default. Of their items a share `chance`
    is discounted. Of those a share `drops` is never read, which the sender does not learn; the others join
    the receiver's queue behind all that wait there, urgent or not, so that the cost shows as time at a busy
    desk and as nothing at an idle one.

    Lifted, everything is taken in its turn, whoever sends it.

        barriers:
          discounting:
            from: {sector: civil_society}
            to: {level: national}
            chance: 80%
            drops: 10%
    """

    kind = "discounting"
    stage = Stage.taken_in
    rank = 1
    wordings = Wordings(
        helps="Show each partner what the others' information has led to, and sort what arrives by content, not by sender.",
        stopped={
            "dropped": Wording(
                "left unread",
                "“{kind}” arrived over the link from {sender} to {receiver} and was sorted out there unread.",
            ),
        },
    )

    chance: Share = 1.0
    """Share of the items of these senders that is discounted."""
    drops: Share = 0.0
    """Share of the discounted items that is never read."""

    def judge(self, item: Item, moment: Moment) -> Passed | Stopped:  # noqa: ARG002 - it looks at senders only
        """Put at the back, or drop, a share of what these senders send."""
        if moment.draw("discounted") >= self.chance:
            return PASSED
        if moment.draw("dropped") < self.drops:
            return Stopped("dropped", sender_learns_after=None)
        return Passed(behind=True)
