"""The partners who hold, handle and pass on information, and the roles they play.

A school with one counsellor on weekdays until three is an actor; "the coordinator" is a role that the municipality
holds and the social workers take over when the municipality is away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from tabletop.model.amount import Amount, Exactly, PositiveAmount
from tabletop.model.barrier import Barriers
from tabletop.model.calendar import ALWAYS_OPEN, HoursField
from tabletop.model.named import Level
from tabletop.model.share import Share
from tabletop.model.words import Id, Ids, Words


class Workload(Words):
    """Routine work that the same staff must do besides."""

    every: PositiveAmount
    """Time between two pieces of work, counted in the actor's open hours."""
    takes: Amount
    """How long one takes."""


class Actor(Words):
    """One partner: an agency, an office, an organisation, a community leader."""

    title: str = ""
    """What people call it."""
    sector: str = ""
    """An open word, such as `education` or `police`."""
    level: Level | None = None
    """The tier at which it works."""
    place: str = ""
    """Where it is, in free text."""
    hours: HoursField = ALWAYS_OPEN
    """When its desk is open."""
    staff: int = Field(default=1, ge=1, le=100_000)
    """How many people handle what arrives."""
    handling: Amount = Exactly(0)
    """How long one item takes."""
    unsure: float = Field(default=1.0, gt=0, le=100)
    """Factor on handling for little experience of the subject; 1 is at ease."""
    repeat: Share = 0.1
    """Share of the handling that an item costs which was already known. Default: a tenth (a guess)."""
    form: Id | None = None
    """The form in which it writes and reads."""
    workload: Workload | None = None
    """Routine work for the same staff."""
    inbox: Annotated[int, Field(ge=1)] | None = None
    """How many items may wait; short for the barrier `full_inbox` with that many `places`."""
    barriers: Barriers = {}
    """Barriers of this actor: of sending at the first four stages, of receiving at the last two."""
    copy_of: Id | None = None
    """Set by `copies`: the name under which all numbered copies can be chosen."""


class Role(Words):
    """A part in the response that somebody must play."""

    title: str = ""
    """What people call it."""
    held_by: Ids
    """The actor or actors who hold it."""
    acts: Literal["any", "all"] = "any"
    """Whether one of several holders is enough, or each must know and act."""
    deputy: Ids = ()
    """Who acts, in this order, while a holder is absent."""
    needs: Ids = ()
    """Kinds of information that whoever holds it needs."""

    def naming_each(self, copies: Mapping[str, Sequence[str]]) -> Role:
        """Return the role with each copy named where the name of all of them stands."""
        named = {
            key: tuple(each for name in getattr(self, key) for each in copies.get(name, (name,)))
            for key in ("held_by", "deputy")
        }
        return self.model_copy(update=named)
