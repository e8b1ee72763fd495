"""An entry that speaks of some senders and some receivers: "from the police to civil society, 60%".

Barriers that differ from pair to pair of agencies hold a list of such entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from pydantic import Field

from tabletop.model.actor import Actor
from tabletop.model.barrier import Moment
from tabletop.model.selector import EVERYONE, Actors, Selector
from tabletop.model.words import Words


class Pair(Words):
    """Some senders and some receivers; one direction, so that the way back is a pair of its own."""

    from_: Actors = Field(default=EVERYONE, alias="from")
    """Senders, by id, sector or level; left out: all."""
    to: Actors = EVERYONE
    """Receivers, by id, sector or level; left out: all."""

    def joins(self, moment: Moment) -> bool:
        """Tell whether this hand-off goes from one of the senders to one of the receivers."""
        return _chooses(self.from_, moment.sender, moment.from_actor) and _chooses(
            self.to, moment.receiver, moment.to_actor
        )


P = TypeVar("P", bound=Pair)


def first_pair(pairs: Iterable[P], moment: Moment) -> P | None:
    """Return the first pair that joins sender and receiver, so that the narrow ones are written first."""
    return next((pair for pair in pairs if pair.joins(moment)), None)


def actors_of(key: str, pairs: Iterable[Pair]) -> tuple[tuple[tuple[str | int, ...], Selector], ...]:
    """Return the selectors of a barrier's pairs with their paths, as `Barrier.actors_named` gives them."""
    return tuple(
        ((key, index, side), selector)
        for index, pair in enumerate(pairs)
        for side, selector in (("from", pair.from_), ("to", pair.to))
    )


def _chooses(selector: Selector, name: str, actor: Actor) -> bool:
    return (
        selector.everyone
        or name in selector.ids
        or actor.copy_of in selector.ids
        or actor.sector in selector.sectors
        or actor.level in selector.levels
    )
