"""Small closed sets of words that several parts of a scenario use.

`priority: urgent` stands in an inject, a kind of information and a link; it means the same in each.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import PlainValidator, WithJsonSchema

from tabletop.model.item import Priority

Level = Literal["local", "provincial", "national"]
"""The tier of government or society at which an actor works."""

Medium = Literal["voice", "notes", "print"]
"""How a channel speaks, which decides how many details survive a retelling."""


def _priority(value: object) -> Priority:
    if isinstance(value, Priority):
        return value
    if isinstance(value, str) and value in Priority.__members__:
        return Priority[value]
    msg = f"expected `routine` or `urgent`, got {value!r}"
    raise ValueError(msg)


PriorityWord = Annotated[
    Priority, PlainValidator(_priority), WithJsonSchema({"enum": [each.name for each in Priority]})
]
"""A field that says `routine` or `urgent`."""
