"""From a field's annotation to its JSON Schema: what an editor may offer at one place of a scenario.

`staff: int >= 1` becomes `{"type": "integer", "minimum": 1}`; a field that takes a time gives the words in which a
time is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from tabletop.model.selector import Actors, Kinds
from tabletop.model.words import ID_PATTERN
from tabletop.model.work import Needs, Who
from tabletop.model.written import Written

Schema = dict[str, Any]
"""One JSON Schema."""

ID: Schema = {"type": "string", "pattern": ID_PATTERN}
IDS: Schema = {"anyOf": [ID, {"type": "array", "items": ID}]}


def _noted_schema(annotation: Any) -> Schema:  # noqa: ANN401 - an annotation can be anything
    """Return the schema that is noted beside a type."""
    return next(note.json_schema or {} for note in get_args(annotation) if isinstance(note, WithJsonSchema))


SHORTER: Mapping[type[BaseModel], Schema] = {Who: IDS, Needs: IDS}
"""Models that can be written shorter, and how."""

_CHOICES = {"an_id": ID, "ids": IDS, "actors": _noted_schema(Actors), "kinds": _noted_schema(Kinds)}
"""Schemas that stand in many places, by the name under which they are described once."""

_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
}
_LIMITS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
    "pattern": "pattern",
}


class Definitions(Protocol):
    """Where what stands in many places is described once."""

    def refer(self, model: type[BaseModel]) -> Schema:
        """Return a reference to a model."""

    def named(self, name: str, schema: Mapping[str, Any]) -> Schema:
        """Return a reference to a schema, which is kept under a name."""


def schema_of(annotation: Any, defs: Definitions) -> Schema:  # noqa: ANN401 - an annotation can be anything
    """Return the JSON Schema of an annotation; raises TypeError for one of which nobody said what it looks like."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _noted(parts[0], parts[1:], defs)
    if origin in (Union, UnionType):
        return _choice([schema_of(part, defs) for part in parts])
    if origin is Literal:
        return {"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)}
    if origin is tuple:
        return {"type": "array", "items": schema_of(parts[0], defs)}
    if origin is Mapping:
        return _mapping(schema_of(parts[0], defs), schema_of(parts[1], defs))
    return _simple(annotation, defs)


def _simple(annotation: Any, defs: Definitions) -> Schema:  # noqa: ANN401 - as above
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        whole = defs.refer(annotation)
        return _choice([shared(SHORTER[annotation], defs), whole]) if annotation in SHORTER else whole
    if annotation in _PLAIN:
        return dict(_PLAIN[annotation])
    msg = f"{annotation} has no JSON Schema: note a WithJsonSchema beside it"
    raise TypeError(msg)


def _noted(annotation: Any, notes: tuple[Any, ...], defs: Definitions) -> Schema:  # noqa: ANN401 - as above
    """Return the schema of an annotation with what is noted beside it."""
    flat = [each for note in notes for each in (note.metadata if isinstance(note, FieldInfo) else (note,))]
    for note in flat:
        if isinstance(note, Written):
            return defs.named(
                f"a_{note.parse.__name__.removeprefix('_').removeprefix('parse_')}", note.schema
            )
        if isinstance(note, WithJsonSchema):
            return shared(dict(note.json_schema or {}), defs)
    schema = schema_of(annotation, defs)
    if get_origin(annotation) is tuple and any(isinstance(note, BeforeValidator) for note in flat):
        return _choice([schema["items"], schema])
    for note in flat:
        schema |= _limits(note, counted=schema.get("type") == "object")
    return shared(schema, defs)


def shared(schema: Schema, defs: Definitions) -> Schema:
    """Return a reference for a schema that stands in many places, and others as they are."""
    name = next((name for name, each in _CHOICES.items() if each == schema), None)
    return schema if name is None else defs.named(name, schema)


def _limits(note: object, *, counted: bool) -> Schema:
    found = {
        word: getattr(note, limit)
        for limit, word in _LIMITS.items()
        if getattr(note, limit, None) is not None
    }
    least = getattr(note, "min_length", None)
    if least is not None:
        found["minProperties" if counted else "minLength"] = least
    return found


def _choice(forms: list[Schema]) -> Schema:
    flat = [each for form in forms for each in (form["anyOf"] if set(form) == {"anyOf"} else [form])]
    return {"anyOf": flat}


def _mapping(keys: Schema, values: Schema) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": values}
    return schema | {"propertyNames": keys} if keys != {"type": "string"} else schema
