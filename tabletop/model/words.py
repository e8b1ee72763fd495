"""The base of everything that can stand in a scenario file.

A unit of a scenario such as `channels: {email: {delay: 1h}}` becomes one frozen value whose fields are its keys; a key
that is not a field is an error, and no text is ever taken for a number.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

ID_PATTERN = r"^[a-z][a-z0-9_]{0,62}$"
"""What an id may look like: it becomes a file name, a column and an anchor, so it stays plain."""


class Words(BaseModel):
    """A frozen group of keys of the scenario file; unknown keys are refused."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        # A model is made ready when it first reads something, which most barriers of the registry never do, and what
        # the fields mean is read off the source only when somebody asks (reading/meanings.py): a third of the start.
        defer_build=True,
    )


Id = Annotated[str, Field(pattern=ID_PATTERN, examples=["police"])]
"""A name by which other parts of the scenario refer to this one."""


def _one_or_several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_several),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": ID_PATTERN},
                {"type": "array", "items": {"type": "string", "pattern": ID_PATTERN}},
            ],
        },
    ),
]
"""One id or a list of ids."""
