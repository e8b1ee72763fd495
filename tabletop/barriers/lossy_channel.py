"""A channel on which things go missing.

A mail lands in the wrong folder, a letter slips behind a drawer.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import PositiveDuration
from tabletop.model.item import Item
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Held, Passed, Stopped


class LossyChannel(Barrier):
    """Some sendings are lost, and it takes time until somebody notices.

    A mail goes to an old address, a note is put on the wrong pile. Only when no answer has come the next day
    does somebody ask, and it is sent again.

    Each sending is lost with the chance `loss`. A lost one is noticed after `noticed_after`, counted from the
    sending, and is sent again; the channel's own delay is paid once, by the sending that arrives. When it is
    never noticed the hand-off ends there, and the sender goes on believing that it arrived. With `tries`, the
    last of so many lost sendings ends the hand-off, which the sender learns when that loss is noticed.

    Lifted, everything that is sent arrives.

        channels:
          email:
            delay: {half_within: 47m, nine_in_ten_within: 1d}
            barriers:
              lossy_channel: {loss: 2%, noticed_after: 1d}

    The delay of this example is how fast mail is answered where it is answered at all: half within 47
    minutes, nine in ten within a day (Kooti and others 2015, Proceedings of the 24th International Conference
    on World Wide Web).
    """

    kind = "lossy_channel"
    stage = Stage.carried
    rank = 3
    wordings = Wordings(
        helps="Ask for a receipt, so that a loss is noticed within the hour and not the next day.",
        held={
            "lost": Wording(
                "lost, sent again",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} "
                "until its loss on {channel} was noticed and it was sent again.",
            ),
        },
        stopped={
            "never_noticed": Wording(
                "lost unnoticed",
                "“{kind}” was lost on {channel} from {sender} to {receiver}, and nothing in the process would notice it.",
            ),
            "given_up": Wording(
                "lost, given up",
                "“{kind}” was lost on {channel} from {sender} to {receiver} each time that it was sent.",
            ),
        },
    )

    loss: Share = 0.02
    """Chance that one sending is lost. Default: 2% (a guess)."""
    noticed_after: PositiveDuration | None = None
    """How long after the sending a loss is noticed; left out: never."""
    tries: Annotated[int, Field(ge=1)] | None = None
    """Sendings in all before it is given up; left out: until one arrives."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held | Stopped:  # noqa: ARG002 - chance does not read
        """Lose some sendings; hold those until the loss is noticed, when it ever is."""
        if moment.draw("lost") >= self.loss:
            return PASSED
        if self.noticed_after is None:
            return Stopped("never_noticed", sender_learns_after=None)
        if self.tries is not None and moment.bites + 1 >= self.tries:
            return Stopped("given_up", sender_learns_after=self.noticed_after)
        return Held(self.noticed_after, "lost", failed_try=True)
