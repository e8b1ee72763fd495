"""Roles that were never agreed.

The concern stays at the school, since nothing says that the youth organisation needs it.
"""

from __future__ import annotations

from tabletop.model.amount import PositiveAmount
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.item import Item
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Held, Passed, Stopped


class UnclearRole(Barrier):
    """Roles were never agreed, so the sender may not know that this receiver needs this.

    A class teacher reports a worrying post to the municipality and does not think of the youth organisation,
    which could offer a place in a group: no list says who needs to hear of what.

    With the chance `knows` the item goes on at once. Otherwise it stays where it is until something reminds
    the sender of the receiver, a question or an agreed list, after `reminded_after`; from then on this sender
    knows that this receiver needs this kind, and nothing of the kind waits again. When nothing ever reminds
    it the hand-off ends there, and the sender does not learn that somebody was left out.

    Lifted, the roles are agreed beforehand: every sender knows at once who needs what.

        barriers:
          unclear_role:
            to: {sector: civil_society}
            knows: 70%
            reminded_after: 2d
    """

    kind = "unclear_role"
    stage = Stage.willing
    wordings = Wordings(
        helps="Agree before the next incident, and write down, which role needs which information.",
        held={
            "unclear": Wording(
                "role unclear",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait}: "
                "no agreed list of roles said that it was needed there.",
            ),
        },
        stopped={
            "never_reminded": Wording(
                "role never clear",
                "“{kind}” did not set out from {sender} to {receiver}: "
                "no agreed list of roles said that it was needed there, and nothing asked for it.",
            ),
        },
    )

    knows: Share = 0.7
    """Share of the items for which the sender knows that the receiver needs them. Default: 70% (a guess)."""
    reminded_after: PositiveAmount | None = None
    """How long until the sender is reminded, asked or told; left out: never."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held | Stopped:
        """Pass what the sender knows to be needed; hold the rest until it is reminded."""
        known = (moment.sender, moment.receiver, item.kind)
        # Who has tried and hesitated has thought of the receiver: it is asked again, and the role stays clear.
        if moment.tries or known in moment.claims or moment.draw("knows") < self.knows:
            return PASSED
        if self.reminded_after is None:
            return Stopped("never_reminded", sender_learns_after=None)
        wait = max(1, self.reminded_after.at(moment.draw("reminded")))
        return Held(wait, "unclear", then=Passed(claim=known))
