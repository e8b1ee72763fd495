"""What is left of a story when it is told again.

By voice less than half of the details are still right, with notes most, in print nearly all.
"""

from __future__ import annotations

from tabletop.model.amount import Amount, Exactly
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import SECOND
from tabletop.model.item import Item
from tabletop.model.share import Share
from tabletop.model.verdict import Held, Passed


class Retelling(Barrier):
    """Each time something is told again, only a share of its details is still right.

    One shift of doctors hands over twelve patients to the next, and that one to the next: after five rounds
    hardly anything is left of what was only spoken, most of what was noted, and nearly all of what was
    printed.

    At each hop the share of the channel's `medium` is kept: `voice`, `notes` or `print`. Their defaults are
    the fifth roots of what was left after five handovers in an experiment: 2.5%, 85.5% and 99% (Bhabra and
    others 2007, Annals of the Royal College of Surgeons of England 89, 298–300). So five hops by voice keep
    0.48 to the power of 5, exactly.

    `misunderstood` is the chance that a whole message is taken for another, so that nothing of it is right.
    It adds to what is lost in telling, and is 0 unless the scenario says otherwise. For a short message by
    telephone, with `voice: 100%`, 3.5% is what was found: 29 of 822 calls (Barenfanger and others 2004,
    American Journal of Clinical Pathology 121, 801–803).

    `read_back` has the receiver repeat what was said. It costs `takes` and brings back the share `catches` of
    what would be lost, and of the misunderstandings. In print there is nothing to read back.

    Lifted, everything is understood as it was meant.

        barriers:
          retelling: {voice: 48%, notes: 97%, print: 99.8%}
          short_calls:
            kind: retelling
            channel: hotline
            voice: 100%
            misunderstood: 3.5%
            read_back: true
    """

    kind = "retelling"
    stage = Stage.understood
    wordings = Wordings(
        helps="Hand over in writing what must stay exact, and have spoken messages read back.",
        held={
            "read_back": Wording(
                "reading it back",
                "On the link from {sender} to {receiver}, “{kind}” was read back, which took {wait}.",
            ),
        },
    )

    voice: Share = 0.48
    """Share of the details kept when only spoken. Default: 48% (Bhabra 2007: 2.5% after five handovers)."""
    notes: Share = 0.97
    """Share kept when it is spoken and noted. Default: 97% (Bhabra 2007: 85.5% after five handovers)."""
    print: Share = 0.998
    """Share kept when it is handed over in print. Default: 99.8% (Bhabra 2007: 99% after five handovers)."""
    misunderstood: Share = 0.0
    """Chance that nothing of a spoken message is right; 3.5% by telephone (Barenfanger 2004)."""
    read_back: bool = False
    """Whether the receiver repeats what was said."""
    takes: Amount = Exactly(13 * SECOND)
    """Time for reading back. Default: 13 s (Barenfanger 2004: 12.8 s a call)."""
    catches: Share = 1.0
    """Share of what is lost or misunderstood that reading back puts right.

    Default: 100%: all errors found were put right (Barenfanger 2004); that none was missed is a guess."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held:
        """Keep the medium's share of the details; read back, where that is done, at the cost of its time."""
        if moment.medium == "print":
            return Passed(item=item.losing(self.print))
        understood = Passed(item=item.losing(self._kept(moment)))
        wait = self.takes.at(moment.draw("takes")) if self.read_back else 0
        return Held(wait, "read_back", then=understood) if wait else understood

    def _kept(self, moment: Moment) -> float:
        """Return the share of the details that is right in a message that was heard, and perhaps read back."""
        missed = 1.0 - self.catches if self.read_back else 1.0
        if self.misunderstood and moment.draw("misunderstood") < self.misunderstood * missed:
            return 0.0
        told = self.voice if moment.medium == "voice" else self.notes
        return 1.0 - (1.0 - told) * missed if self.read_back else told
