"""Two agencies with two forms.

A case note must be typed into a police report, and not all of it has a field there.
"""

from __future__ import annotations

from tabletop.model.amount import Amount, Exactly
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import MINUTE
from tabletop.model.item import Item
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Passed, Queued


class FormatMismatch(Barrier):
    """The sender and the receiver write in different forms, and somebody must convert.

    The school keeps case notes, the police keep reports with other fields and other words for the same thing.
    Before the concern can be handed over it is written again, and what has no field is left out.

    When both actors declare a `form` and the two differ, the item needs `work` at the sender's own desk, in
    its queue and its hours, and the share `keeps` of the details is left. It is converted once for each
    hand-off, however often it is sent. Where an actor declares no form, it reads anything.

    Lifted, there is one form for all.

        actors:
          school: {form: case_note}
          police: {form: police_report}
        barriers:
          format_mismatch: {work: 30m, keeps: 85%}
    """

    kind = "format_mismatch"
    stage = Stage.ready
    wordings = Wordings(
        helps="Agree on one form, and on common terms, for what is handed over most.",
        held={
            "conversion": Wording(
                "converting the form",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} to be written in the form used there.",
            ),
        },
    )

    work: Amount = Exactly(30 * MINUTE)
    """Work at the sender's desk to write one item in the other form. Default: 30 min (a guess)."""
    keeps: Share = 0.9
    """Share of the details that has a place in the other form. Default: 90% (a guess)."""

    def judge(self, item: Item, moment: Moment) -> Passed | Queued:
        """Queue the conversion at the sender's desk when the two forms differ."""
        written, read = moment.from_actor.form, moment.to_actor.form
        if written is None or read is None or written == read:
            return PASSED
        converted = Passed(item=item.losing(self.keeps))
        return Queued(moment.sender, self.work.at(moment.draw("work")), "conversion", converted)
