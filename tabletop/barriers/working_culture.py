"""Professions that see the same facts differently.

A social worker's note of a change in a boy is not yet an incident to the police.
"""

from __future__ import annotations

from tabletop.barriers.pair import Pair, actors_of, first_pair
from tabletop.model.amount import Amount, Exactly
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import HOUR
from tabletop.model.item import Item
from tabletop.model.selector import Selector
from tabletop.model.verdict import PASSED, Held, Passed


class CulturePair(Pair):
    """How long matters wait between some senders and some receivers."""

    hesitates: Amount
    """How long an item waits before it is handed on."""


class WorkingCulture(Barrier):
    """What is urgent to one profession does not look urgent to another.

    Social work thinks in cases and months, the police in incidents and hours. A note that "the boy has
    changed" waits on the desk where it is not yet an incident, until it is put into the words of the other
    profession.

    Each item waits once, and then goes on: as long as the first of the `pairs` that fits says, or else,
    between actors of two different sectors, as long as `hesitates` says. Within one sector, and where an
    actor has no sector, nothing waits unless a pair says so.

    Lifted, the partners know each other's ways of working, and nothing waits for that reason.

        barriers:
          working_culture:
            pairs: [{from: {sector: social}, to: {sector: police}, hesitates: 4h to 1d}]
            hesitates: 2h
    """

    kind = "working_culture"
    stage = Stage.willing
    rank = 2
    wordings = Wordings(
        helps="Let the professions visit and train with each other, and agree common words for what is urgent.",
        held={
            "another_profession": Wording(
                "other working culture",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait}: "
                "it was not yet in terms that both professions call urgent.",
            ),
        },
    )

    pairs: tuple[CulturePair, ...] = ()
    """Pairs of senders and receivers with a time of their own; the first that fits counts."""
    hesitates: Amount = Exactly(4 * HOUR)
    """How long an item waits between two different sectors when no pair fits. Default: 4 h (a guess)."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held:  # noqa: ARG002 - it lies between professions, not in items
        """Hold each item once, for as long as these two professions take to see its weight."""
        amount = self._between(moment)
        wait = 0 if amount is None else amount.at(moment.draw("hesitates"))
        return Held(wait, "another_profession", then=PASSED) if wait else PASSED

    def actors_named(self) -> tuple[tuple[tuple[str | int, ...], Selector], ...]:
        """Return whom the pairs name, to be checked by the reader."""
        return actors_of("pairs", self.pairs)

    def _between(self, moment: Moment) -> Amount | None:
        """Return how long an item waits between sender and receiver; None when it does not."""
        pair = first_pair(self.pairs, moment)
        if pair is not None:
            return pair.hesitates
        sectors = {moment.from_actor.sector, moment.to_actor.sector}
        return self.hesitates if len(sectors) == 2 and "" not in sectors else None
