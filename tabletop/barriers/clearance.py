"""Who may have it, and over which channel.

A source's name does not go to everybody, nor by ordinary mail.
"""

from __future__ import annotations

from tabletop.barriers.workaround import WORKED_AROUND, Workaround
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.item import Item
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Held, Passed, Stopped


class Clearance(Barrier):
    """The receiver is not authorised for this information, or the channel is not allowed for it.

    An assessment that names a source may go to the police and not to the committee; a file about a pupil may
    be handed over in a meeting and not by mail. Which is which stands with each kind under `information`:
    `authorised` and `channels`.

    What is in order goes on. For the rest, a version is sent in which only the share `keeps` of the details
    is left; when there is no such version the item is stopped, and the sender knows it. With a `workaround`,
    some items are sent all the same after a wait, in full, which is a breach. A clearance mostly protects
    somebody: `protects` says whom, and then its time is never counted as loss, and it is never lifted. What
    helps is preparation: clear the partners who need it, and keep a version ready that everybody may have.

    Lifted, anything may go to anybody. That is a comparison, not advice, and the breaches are counted.

        barriers:
          clearance:
            kinds: sensitive
            keeps: 50%
            workaround: {chance: 10%, after: 1d}
            protects: source
    """

    kind = "clearance"
    stage = Stage.allowed
    rank = 1
    wordings = Wordings(
        helps="Authorise in advance the partners who need it, and keep a redacted version ready for the others.",
        held={
            "not_authorised": Wording(
                "clearance missing",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait}: there was no clearance for this receiver.",
            ),
            "channel_not_allowed": Wording(
                "no permitted channel",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait}: "
                "it may not travel over {channel}, and there was no other channel.",
            ),
        },
        stopped={
            "not_authorised": Wording(
                "clearance missing",
                "“{kind}” was not released to {receiver}: there was no clearance for this receiver.",
            ),
            "channel_not_allowed": Wording(
                "no permitted channel",
                "“{kind}” was not sent from {sender} to {receiver}: "
                "it may not travel over {channel}, and there was no other channel.",
            ),
        },
    )

    keeps: Share | None = None
    """Share of the details left in a version that may go; left out: there is no such version."""
    workaround: Workaround | None = None
    """How often an item is sent all the same, in full, after a wait; left out: never."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held | Stopped:
        """Pass what is authorised and well carried; redact or stop the rest."""
        if moment.authorised and moment.channel_allowed:
            return PASSED
        because = "channel_not_allowed" if moment.authorised else "not_authorised"
        if self.workaround and moment.draw(WORKED_AROUND) < self.workaround.chance:
            return Held(self.workaround.after, because, then=Passed(breach=WORKED_AROUND, cleared=True))
        if self.keeps is not None:
            return Passed(item=item.losing(self.keeps), cleared=True)
        return Stopped(because, sender_learns_after=0)
