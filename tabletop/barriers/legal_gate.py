"""A legal limit that must be kept.

The file goes to the data protection officer before it may go to the youth organisation.
"""

from __future__ import annotations

from tabletop.barriers.pair import Pair, actors_of, first_pair
from tabletop.barriers.workaround import WORKED_AROUND, Workaround
from tabletop.model.amount import Amount, Evenly
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import DAY, HOUR
from tabletop.model.item import Item
from tabletop.model.selector import Selector
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Passed, Queued, Stopped
from tabletop.model.words import Id, Words


class Redaction(Words):
    """How often, and how much, is made unreadable before something is released."""

    chance: Share
    """Share of what is released that is redacted first."""
    keeps: Share
    """Share of the details that is left."""


class LegalGate(Barrier):
    """The law or confidentiality asks for an agreement, or for an approval each time.

    The police may tell a youth organisation about a person only when a data protection officer has read the
    file. She works three mornings a week; she may refuse, or blacken names. The limit is legitimate and
    mostly protects somebody: then `protects: person`, `source` or `law` says so, its time is reported as time
    for protection, and the gate is never lifted. What helps is preparation: an agreement in advance, an
    approver on call, a redacted version ready.

    Where an `agreement` exists the item goes on at once. Elsewhere it joins the queue at the desk of the
    `approver` and needs `work` there. Then a share `refuses` is refused, which the sender learns at once, and
    of the rest some is redacted (`redacts`). When the limits were never `explained`, a share `withholds` is
    not even asked for: people keep back what they might share, agreement or not. With a `workaround`, some
    items go round the gate when they have waited too long, which is a breach.

    Lifted, everything may be shared at once. That is a comparison, not advice.

        barriers:
          police_to_ngo:
            kind: legal_gate
            from: {sector: police}
            to: {sector: civil_society}
            kinds: sensitive
            approver: data_protection_officer
            work: 1h to 2d
            refuses: 20%
            redacts: {chance: 30%, keeps: 60%}
            agreement: [{from: police, to: crisis_line}]
            explained: false
            withholds: 10%
            workaround: {chance: 5%, after: 3d}
            protects: person
    """

    kind = "legal_gate"
    stage = Stage.allowed
    wordings = Wordings(
        helps="Agree in advance what may be shared with whom, explain the limits at the start, and keep an approver on call.",
        held={
            "approval": Wording(
                "waiting for approval",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} for an approval that the rules require.",
            ),
        },
        stopped={
            "refused": Wording(
                "approval refused",
                "“{kind}” was not released to {receiver}: the approval that the rules require was refused.",
            ),
            "withheld": Wording(
                "limits not explained",
                "“{kind}” was kept back on the link from {sender} to {receiver}: "
                "the legal limits had not been explained, so that what may be shared was not clear.",
            ),
        },
    )

    approver: Id
    """The actor, or the role, at whose desk approvals are given."""
    work: Amount = Evenly(HOUR, 2 * DAY)
    """Work for one approval, in the approver's open hours. Default: 1 h to 2 d (a guess)."""
    refuses: Share = 0.0
    """Share of what is asked for that is refused."""
    redacts: Redaction | None = None
    """How much of what is released is redacted; left out: nothing."""
    agreement: bool | tuple[Pair, ...] = False
    """Whether an agreement makes approvals needless: true for all, or the pairs of actors who have one."""
    explained: bool = True
    """Whether the limits were explained to everybody at the start."""
    withholds: Share = 0.1
    """Where they were not: share that is kept back although it might be shared. Default: 10% (a guess)."""
    workaround: Workaround | None = None
    """How often an item goes round the gate after a long wait; left out: never."""

    def judge(self, item: Item, moment: Moment) -> Passed | Queued | Stopped:
        """Pass what an agreement covers; queue the rest at the approver's desk."""
        if not self.explained and moment.draw("withheld") < self.withholds:
            return Stopped("withheld", sender_learns_after=0)
        if self._agreed(moment):
            return PASSED
        impatient = self._impatient(moment)
        return Queued(
            at=(moment.roster.acting(self.approver) or (self.approver,))[0],
            work=self.work.at(moment.draw("work")),
            because="approval",
            then=self._decision(item, moment),
            patience=impatient.after if impatient else None,
            otherwise=Passed(breach=WORKED_AROUND) if impatient else None,
        )

    def desks(self) -> tuple[str, ...]:
        """Return the approver, who may have no other part in the exercise."""
        return (self.approver,)

    def actors_named(self) -> tuple[tuple[tuple[str | int, ...], Selector], ...]:
        """Return who has an agreement, to be checked by the reader."""
        return () if isinstance(self.agreement, bool) else actors_of("agreement", self.agreement)

    def _agreed(self, moment: Moment) -> bool:
        if isinstance(self.agreement, bool):
            return self.agreement
        return first_pair(self.agreement, moment) is not None

    def _decision(self, item: Item, moment: Moment) -> Passed | Stopped:
        if moment.draw("refused") < self.refuses:
            return Stopped("refused", sender_learns_after=0)
        if self.redacts and moment.draw("redacted") < self.redacts.chance:
            return Passed(item=item.losing(self.redacts.keeps))
        return PASSED

    def _impatient(self, moment: Moment) -> Workaround | None:
        if self.workaround and moment.draw(WORKED_AROUND) < self.workaround.chance:
            return self.workaround
        return None
