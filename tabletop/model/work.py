"""Work that information sets off: decisions, tasks, and the traffic that flows all the time.

A case conference needs three pieces of information and two hours; the police look a name up when they are asked; and
all the while everybody mails everybody about other things.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from tabletop.model.amount import Amount, Exactly, PositiveAmount
from tabletop.model.duration import Duration, PositiveDuration
from tabletop.model.item import Priority
from tabletop.model.named import PriorityWord
from tabletop.model.selector import EVERYONE, Actors
from tabletop.model.words import ID_PATTERN, Id, Ids, Words


class Who(Words):
    """One role or several: all of them, or any one."""

    all: Ids = ()
    """Each of these."""
    any: Ids = ()
    """One of these is enough."""

    @model_validator(mode="after")
    def _one_way(self) -> Who:
        if bool(self.all) == bool(self.any):
            msg = "give either `all` or `any`, with at least one role"
            raise ValueError(msg)
        return self

    @property
    def roles(self) -> tuple[str, ...]:
        """All the roles named."""
        return self.all or self.any

    @property
    def mode(self) -> Literal["all", "any"]:
        """Whether each is asked for, or any one."""
        return "all" if self.all else "any"


def _who(value: object) -> object:
    if isinstance(value, str):
        return {"all": (value,)}
    return {"all": value} if isinstance(value, tuple) else value


Roles = Annotated[Who, BeforeValidator(_who)]
"""A field that names roles or actors: one, a list (all of them), `{all: […]}` or `{any: […]}`."""


class Needs(Words):
    """The kinds of information that some work needs."""

    of: Ids = ()
    """The kinds."""
    any: Annotated[int, Field(ge=1)] | None = None
    """How many of them are enough; nothing said means all."""

    @model_validator(mode="after")
    def _possible(self) -> Needs:
        if self.any is not None and self.any > len(self.of):
            msg = f"`any: {self.any}` asks for more kinds than the {len(self.of)} in `of`"
            raise ValueError(msg)
        return self

    @property
    def enough(self) -> int:
        """How many of the kinds are enough."""
        return len(self.of) if self.any is None else self.any


def _needs(value: object) -> object:
    return {"of": value} if isinstance(value, (str, tuple)) else value


def _tells(value: object) -> object:
    if isinstance(value, str):
        return {value: ()}
    if not isinstance(value, tuple):
        return value
    if all(isinstance(each, str) for each in value):
        return dict.fromkeys(value, ())
    msg = "a list names kinds of information only; to say who is told, write `{plan: [school]}`"
    raise ValueError(msg)


_ID: dict[str, Any] = {"type": "string", "pattern": ID_PATTERN}
_IDS: dict[str, Any] = {"anyOf": [_ID, {"type": "array", "items": _ID}]}

Tells = Annotated[
    Mapping[Id, Ids],
    BeforeValidator(_tells),
    WithJsonSchema({"anyOf": [*_IDS["anyOf"], {"type": "object", "additionalProperties": _IDS}]}),
]
"""New kinds of information: one, a list, or a mapping from kind to the roles who are told (none: all who need it)."""


class Decision(Words):
    """Work that is done when those who must do it know what they need."""

    title: str = ""
    """What people call it."""
    by: Roles
    """Whose work it is."""
    needs: Annotated[Needs, BeforeValidator(_needs)] = Needs()
    """What must be known first."""
    takes: Amount = Exactly(0)
    """Work at the desk of whoever acts."""
    priority: PriorityWord = Priority.urgent
    """Its place in the queue of that desk."""
    within: PositiveDuration | None = None
    """How soon; on time means not later."""
    after: Id | None = None
    """The inject from which `within` counts; else the first that brings a needed kind, else StartEx."""
    decides_anyway: bool = False
    """Whether it is taken at the deadline with what is known, unfinished work cut off."""
    tells: Tells = {}
    """What is known once it is taken."""

    @model_validator(mode="after")
    def _deadline_to_decide_at(self) -> Decision:
        if self.decides_anyway and self.within is None:
            msg = "`decides_anyway` needs a deadline: give `within`"
            raise ValueError(msg)
        return self


class Task(Decision):
    """The same for work that is no choice: look up, assess, translate, ask."""


class Traffic(Words):
    """A stream of information that flows all the time."""

    title: str = ""
    """What people call it."""
    from_: Literal["each"] | Actors = Field(alias="from", union_mode="left_to_right")
    """Who sends: `each` actor that is linked in every structure, or those chosen."""
    to: Id | Literal["any_other"]
    """Who receives: one actor or role, or `any_other` by chance."""
    among: Actors = EVERYONE
    """The actors over whom `each` and `any_other` range, when not all."""
    every: PositiveAmount
    """Time between two items of one sender, counted in the sender's open hours."""
    brings: Id
    """The kind of information."""
    priority: PriorityWord | None = None
    """Its priority, when it is not that of its kind."""
    items: Annotated[int, Field(ge=1)] | None = None
    """How many items each sender sends at most."""
    starts: Duration = 0
    """When the stream begins, since StartEx."""
