"""What the city could change: an overlay on the scenario that can be switched on and measured.

"Agree in advance what may be shared" sets the lawyer's work from two days to an hour; "one form for all" lifts a
barrier; "the school rings the coordinator" adds a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from tabletop.model.words import Words


def _lifts(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class Intervention(Words):
    """A change by path: values that are set, barriers that are lifted, entries that are added."""

    title: str = ""
    """What people call it."""
    summary: str = ""
    """Why it should help."""
    tip: Annotated[int, Field(ge=1, le=5)] | None = None
    """Which of the five tips for information-sharing systems it carries out."""
    owner: str = ""
    """Who would do it."""
    first_step: str = ""
    """What to do first."""
    set: Annotated[Mapping[str, Any], PlainValidator(lambda value: value)] = {}
    """New values by dotted path, such as `barriers.trust.otherwise: 99%`."""
    lift: Annotated[tuple[str, ...], BeforeValidator(_lifts)] = ()
    """Barriers that fall away: a scenario entry's key, `email.lossy_channel`, or a kind."""
    add: Annotated[Mapping[str, Any], PlainValidator(lambda value: value)] = {}
    """Entries appended to lists by dotted path, such as `structures.team.links: […]`."""

    @model_validator(mode="after")
    def _changes_something(self) -> Intervention:
        if not (self.set or self.lift or self.add):
            msg = "changes nothing: give `set`, `lift` or `add`"
            raise ValueError(msg)
        return self
