"""What stands in the way of a hand-off: the contract between the engine and the open set of barriers.

A lawyer who must approve, a telephone that nobody answers, a form that the other agency cannot read: each is one frozen
value with a pure `judge` that is shown an item and the moment and says one verdict. A barrier never waits; the engine
does.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple, Protocol

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema

from tabletop.model.item import Item
from tabletop.model.selector import EVERYONE, EVERYTHING, Actors, Kinds, Selector
from tabletop.model.verdict import Session, Verdict
from tabletop.model.windows import Windows
from tabletop.model.words import Id, Ids, Words

if TYPE_CHECKING:
    from tabletop.model.actor import Actor
    from tabletop.model.calendar import Clock
    from tabletop.model.information import Information


class Stage(StrEnum):
    """The six questions that every hand-off answers, in this order."""

    willing = "willing"
    """Does the sender think of it, and want to?"""
    allowed = "allowed"
    """May it?"""
    ready = "ready"
    """Is it in the receiver's form?"""
    carried = "carried"
    """Does the channel bring it?"""
    taken_in = "taken_in"
    """Does the receiver get to it?"""
    understood = "understood"
    """Does it mean the same there?"""


STAGES: tuple[Stage, ...] = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Wording:
    """How one cause is spoken of in a debrief."""

    label: str
    """Two or three words for a legend, such as `waiting for approval`."""
    sentence: str
    """A blame-free sentence; may use {sender}, {receiver}, {channel}, {kind} and, for what was held, {wait}."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """All that the debrief says about one kind of barrier."""

    helps: str
    """One sentence: what would help, for the improvement plan."""
    held: Mapping[str, Wording] = field(default_factory=dict)
    """By cause: what is said of an item that was held or queued."""
    stopped: Mapping[str, Wording] = field(default_factory=dict)
    """By cause: what is said of an item that was stopped."""


class Roster(Protocol):
    """Who is on duty: hours less the absences known at this moment."""

    def on_duty(self, actor: str, at: int) -> bool:
        """Tell whether the actor's desk is open and somebody is there at that instant."""

    def next_duty(self, actors: tuple[str, ...], at: int) -> int | None:
        """Return the first instant from `at` on at which all these actors are on duty; None: never."""

    def acting(self, role: str) -> tuple[str, ...]:
        """Return the actors who act for a role now (a deputy stands in for an absent holder)."""


class Moment(NamedTuple):
    """A frozen snapshot of all that a barrier may know when it is asked; times are milliseconds since StartEx."""

    now: int
    """The present instant."""
    since: int
    """When the item arrived at this stage."""
    tries: int
    """Failed tries at this stage so far, of any barrier."""
    bites: int
    """How often this very barrier has held this crossing for a failed try."""
    sender: str
    """The actor who hands on."""
    receiver: str
    """The actor who is to get it."""
    from_actor: Actor
    """The sender's words."""
    to_actor: Actor
    """The receiver's words."""
    information: Information
    """The kind of information, in words."""
    channel: str
    """The channel's id."""
    medium: str
    """How the channel speaks: `voice`, `notes` or `print`."""
    members: tuple[str, ...]
    """The actors whom this link connects."""
    authorised: bool
    """Whether the receiver may have this kind of information."""
    channel_allowed: bool
    """Whether this kind of information may travel over this channel."""
    roster: Roster
    """Who is on duty."""
    down: Windows
    """When the channel is broken, as far as it is known."""
    waiting: int
    """How many items wait at the receiver's desk, those in work not counted."""
    sessions: tuple[int, ...]
    """The starts of this barrier's recurring sessions."""
    claims: Mapping[Hashable, int]
    """How often each claim was made on this barrier and channel."""
    luck: Callable[[str, str, str], float]
    """The keyed draw behind `draw` and `draw_for`."""

    def draw(self, name: str) -> float:
        """Return the uniform number in (0, 1) that belongs to this ask of this barrier under this name."""
        return self.luck(name, "", "")

    def draw_for(self, name: str, who: str, occasion: str) -> float:
        """Return the uniform number that belongs to an actor on an occasion, the same for every item."""
        return self.luck(name, who, occasion)


class Barrier(Words):
    """Something that can hold, change or stop a hand-off."""

    kind: ClassVar[str]
    """Its YAML key."""
    stage: ClassVar[Stage]
    """When it stands in the way."""
    wordings: ClassVar[Wordings]
    """What the debrief says of it."""
    rank: ClassVar[int] = 0
    """Its place among the barriers of its stage; the lower is asked first."""

    title: str = ""
    """What this scenario calls it, for the debrief."""
    from_: Actors = Field(default=EVERYONE, alias="from")
    """Senders it applies to."""
    to: Actors = EVERYONE
    """Receivers it applies to."""
    between: Actors = EVERYONE
    """Both ends must be among these."""
    kinds: Kinds = EVERYTHING
    """Kinds of information it applies to."""
    channel: Ids = ()
    """Channels it applies to; none named means all."""
    protects: Literal["person", "source", "law"] | None = None
    """Whom it protects. A safeguard's time is never counted as loss, and it is never lifted."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - pydantic's own signature
        """Refuse a barrier that forgot its kind, stage, wordings or manual page."""
        super().__pydantic_init_subclass__(**kwargs)
        missing = [name for name in ("kind", "stage", "wordings") if name not in vars(cls)]
        if missing or not cls.__doc__:
            msg = f"the barrier {cls.__name__} lacks {', '.join(missing) or 'its docstring'}"
            raise TypeError(msg)

    @abstractmethod
    def judge(self, item: Item, moment: Moment) -> Verdict:
        """Say what happens to the item; a pure function of its arguments."""

    def desks(self) -> tuple[str, ...]:
        """Return the actors whose desks do work for it, such as an approver."""
        return ()

    def actors_named(self) -> tuple[tuple[tuple[str | int, ...], Selector], ...]:
        """Return the selectors among its own fields, each with its path below the barrier, to be checked by the reader."""
        return ()

    def session_starts(self, clock: Clock) -> tuple[int, ...]:  # noqa: ARG002 - most barriers hold no sessions
        """Return the starts of the sessions that this barrier holds whether or not anything waits."""
        return ()

    def regular_session(self, moment: Moment) -> Session | None:  # noqa: ARG002 - most barriers hold no sessions
        """Return the session that opens at `moment.now`, None when it does not take place; no item is at hand."""
        return None


BARRIER_KINDS = "barrier_kinds"
"""The key of the validation context under which the reader puts the registry of barriers."""


def _read_barrier(value: object, info: ValidationInfo) -> Barrier:
    if isinstance(value, Barrier):
        return value
    kinds: Mapping[str, type[Barrier]] = (info.context or {}).get(BARRIER_KINDS, {})
    if not isinstance(value, Mapping):
        msg = "expected the barrier's fields in { }"
        raise ValueError(msg)
    fields = dict(value)
    kind = fields.pop("kind")
    if kind not in kinds:
        msg = f"there is no kind of barrier {kind!r}; there are {', '.join(kinds)}"
        raise ValueError(msg)
    return kinds[kind].model_validate(fields, context=info.context)


def _name_kinds(value: object) -> object:
    """Let an entry's key be its kind, and an empty entry mean all defaults."""
    if not isinstance(value, Mapping):
        return value
    return {
        name: {"kind": name, **(entry or {})} if entry is None or isinstance(entry, Mapping) else entry
        for name, entry in value.items()
    }


Barriers = Annotated[
    Mapping[
        Id,
        Annotated[Barrier, PlainValidator(_read_barrier), WithJsonSchema({"type": ["object", "null"]})],
    ],
    BeforeValidator(_name_kinds),
]
"""Barriers by name; an entry's key is also its kind unless it gives a `kind`."""
