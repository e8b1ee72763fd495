"""The manual page of a barrier, read off the barrier itself: like the label that is sewn into the coat."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from tabletop.model.barrier import Barrier
from tabletop.reading.meanings import meanings

REQUIRED = "must be given"
"""Stands in place of a default where there is none."""


@dataclass(frozen=True, slots=True)
class ManualField:
    """One key that a barrier understands."""

    name: str
    """The key as a scenario writes it."""
    meaning: str
    """What it says, in units that a scenario would use."""
    default: object
    """What holds when it is left out, in the scenario's own words; `must be given` when it cannot be."""


@dataclass(frozen=True, slots=True)
class ManualPage:
    """All there is to know about one kind of barrier before using it."""

    kind: str
    """Its key in a scenario."""
    stage: str
    """The question of a hand-off at which it stands."""
    summary: str
    """One line: the first of the manual."""
    manual: str
    """The whole manual, in paragraphs."""
    fields: tuple[ManualField, ...]
    """Its own keys; those that every barrier takes are in `common_fields`."""


def manual_page(barrier: type[Barrier]) -> ManualPage:
    """The manual page of one kind of barrier, from its docstring and fields."""
    manual = inspect.cleandoc(barrier.__doc__ or "")
    own = (name for name in barrier.model_fields if name not in Barrier.model_fields)
    return ManualPage(
        kind=barrier.kind,
        stage=barrier.stage.value,
        summary=manual.partition("\n")[0],
        manual=manual,
        fields=tuple(_field(barrier, name) for name in own),
    )


def common_fields() -> dict[str, str]:
    """What the keys mean that every barrier takes; left out, it stands in every hand-off's way."""
    return {field.alias or name: meanings(Barrier)[name] for name, field in Barrier.model_fields.items()}


def _field(barrier: type[Barrier], name: str) -> ManualField:
    field = barrier.model_fields[name]
    return ManualField(field.alias or name, meanings(barrier).get(name, ""), _default(field))


def _default(field: FieldInfo) -> object:
    """The default in the words of a scenario: 20% and 2h, not 0.2 and 7200000."""
    if field.is_required():
        return REQUIRED
    adapter: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
    return adapter.dump_python(field.get_default(call_default_factory=True), mode="json")
