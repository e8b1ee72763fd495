"""What the exercise control brings in: the master scenario events list (MSEL).

At eight on Monday the school learns of a post; at noon the telephones fail; the coordinator falls ill four hours after
the post. Each is an inject with the fields that exercise planners keep in their spreadsheets.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from tabletop.model.amount import Amount, Exactly, PositiveAmount
from tabletop.model.duration import PositiveDuration
from tabletop.model.item import Priority
from tabletop.model.named import PriorityWord
from tabletop.model.point import PointInTime
from tabletop.model.share import Share
from tabletop.model.words import Id, Ids, Words


class OnlyIf(Words):
    """A condition on what has happened so far."""

    late: Id | None = None
    """An expectation that is late by then. Alone it also says when: as soon as it is late."""
    met: Id | None = None
    """An expectation that is met by then."""


class Outage(Words):
    """A channel fails."""

    channel: Id
    """Which channel."""
    lasts: PositiveDuration
    """How long nothing is carried."""


class Absence(Words):
    """An actor, or some of its staff, is away."""

    actor: Id
    """Who is away."""
    lasts: PositiveDuration
    """How long, in calendar time."""
    staff: Annotated[int, Field(ge=1)] | None = None
    """How many of its people; nothing said means everybody, and deputies act."""


class Surge(Words):
    """More routine work than usual arrives at an actor."""

    actor: Id
    """Whose desk."""
    every: PositiveAmount
    """Time between two pieces of work, counted in the actor's open hours."""
    takes: Amount
    """How long one takes."""
    lasts: PositiveDuration
    """How long the surge goes on."""


class EndOfLink(Words):
    """A connection ends; what is under way still arrives."""

    from_: Id = Field(alias="from")
    """The sender."""
    to: Id
    """The receiver."""
    channel: Id | None = None
    """Which channel; nothing said ends every link that way."""


EFFECTS = ("brings", "outage", "absence", "surge", "structure", "end_link")
"""What an inject can do, by key; without any it is only told to the players."""


class Inject(Words):
    """One entry of the MSEL."""

    at: PointInTime | None = None
    """When: a time since StartEx, or a local date and time."""
    after: Id | None = None
    """The inject or decision that it follows."""
    wait: Amount = Exactly(0)
    """How long after that."""
    only_if: OnlyIf | None = None
    """A condition that is checked when it is due."""
    to: Ids = ()
    """Actors or roles who are given what it brings."""
    brings: Id | None = None
    """The kind of information it brings."""
    accuracy: Share = 1.0
    """Share of its details that are right when it comes."""
    priority: PriorityWord | None = None
    """Its priority, when it is not that of its kind."""
    outage: Outage | None = None
    """A channel that fails."""
    absence: Absence | None = None
    """An actor who is away."""
    surge: Surge | None = None
    """Work that arrives besides."""
    structure: Id | None = None
    """The structure that holds from then on."""
    end_link: EndOfLink | None = None
    """A connection that ends."""
    title: str = ""
    """The event's subject."""
    storyline: str = ""
    """The thread of the story it belongs to."""
    from_: str = Field(default="", alias="from")
    """Whom it comes from in the story (simulated)."""
    injected_by: str = ""
    """The controller who gives it."""
    mode: str = ""
    """How it is given: a call, a letter, a video."""
    expected: str = ""
    """What the players are expected to do."""
    text: str = ""
    """What the players are told."""
    notes: str = ""
    """For the controllers only."""

    @model_validator(mode="after")
    def _says_when(self) -> Inject:
        if self.at is not None and self.after is not None:
            msg = "`at` and `after` both say when; keep one of them"
            raise ValueError(msg)
        if self.at is None and self.after is None and not (self.only_if and self.only_if.late):
            msg = "nothing says when: give `at`, `after`, or `only_if: {late: …}`"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _brings_to_somebody(self) -> Inject:
        if (self.brings is None) != (not self.to):
            msg = "`brings` and `to` go together: what is brought, and to whom"
            raise ValueError(msg)
        return self

    def priority_or(self, usual: Priority) -> Priority:
        """Return its own priority, or the usual one of its kind."""
        return usual if self.priority is None else self.priority
