"""Trust that was, or was not, built before the incident.

The police wait another day before they tell civil society, and then another.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tabletop.barriers.pair import Pair, actors_of, first_pair
from tabletop.model.amount import Exactly, PositiveAmount
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import DAY
from tabletop.model.item import Item
from tabletop.model.selector import Selector
from tabletop.model.share import Share
from tabletop.model.verdict import PASSED, Held, Passed, Stopped


class TrustPair(Pair):
    """How readily some senders share with some receivers."""

    shares: Share
    """Chance that one try ends in sharing."""


class Trust(Barrier):
    """Where trust was not built beforehand, sharing takes several tries or does not happen.

    A police officer and a youth organisation that never trained together: the question whether to share comes
    up, is put off to the next day, comes up again, and after some days the matter is left alone.

    Each try ends in sharing with the chance `shares` of the first of the `pairs` that fits, else with
    `otherwise`. A try that fails is followed by another after `hesitates`. When the last of the `tries` has
    failed the item is withheld, and the sender knows it. Trust does not grow within one exercise; it grows
    between exercises, by training and by joint work. No sector is trusted less by default: what differs
    stands in the scenario, with its source or as a guess.

    Lifted, the partners trust each other: everything is shared at the first try.

        barriers:
          trust:
            pairs: [{from: police, to: {sector: civil_society}, shares: 60%}]
            otherwise: 95%
            hesitates: 1d
            tries: 3
    """

    kind = "trust"
    stage = Stage.willing
    rank = 1
    wordings = Wordings(
        helps="Train and work together before an incident, so that the partners know what becomes of what they share.",
        held={
            "hesitation": Wording(
                "trust not built",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait}: "
                "the trust to share it had not been built beforehand.",
            ),
        },
        stopped={
            "withheld": Wording(
                "not shared",
                "“{kind}” was not shared over the link from {sender} to {receiver}: "
                "the trust to share it had not been built beforehand.",
            ),
        },
    )

    pairs: tuple[TrustPair, ...] = ()
    """Pairs of senders and receivers with a level of their own; the first that fits counts."""
    otherwise: Share = 0.95
    """Chance that one try ends in sharing between all others. Default: 95% (a guess)."""
    hesitates: PositiveAmount = Exactly(DAY)
    """Time from a failed try to the next. Default: a day (a guess)."""
    tries: Annotated[int, Field(ge=1)] = 3
    """Tries in all before the item is withheld. Default: 3 (a guess)."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held | Stopped:  # noqa: ARG002 - trust is in people, not items
        """Share with the pair's chance, hesitate, and after the last try withhold."""
        pair = first_pair(self.pairs, moment)
        if moment.draw("shares") < (pair.shares if pair else self.otherwise):
            return PASSED
        if moment.bites + 1 >= self.tries:
            return Stopped("withheld", sender_learns_after=0)
        wait = max(1, self.hesitates.at(moment.draw("hesitates")))
        return Held(wait, "hesitation", failed_try=True)

    def actors_named(self) -> tuple[tuple[tuple[str | int, ...], Selector], ...]:
        """Return whom the pairs name, to be checked by the reader."""
        return actors_of("pairs", self.pairs)
