"""The JSON Schema of a scenario file: what an editor needs to offer keys, show what they mean and underline slips.

It is made from the models and the registry of barriers, so that a new field or barrier is in it at once. What one part
of a file says about another (who exists, what waits for what) only `tabletop check` can tell.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tabletop.barriers import BARRIERS
from tabletop.model.actor import Actor
from tabletop.model.barrier import Barrier
from tabletop.model.duration import DURATION_SCHEMA
from tabletop.model.scenario import Scenario
from tabletop.model.selector import KindSelector, Selector
from tabletop.model.structure import Structure
from tabletop.reading.fields import RESERVED, SECTIONS, adapter_of, is_number
from tabletop.reading.limits import MOST_ENTRIES, MOST_FILES_USED
from tabletop.reading.meanings import meanings
from tabletop.reading.schema_examples import EXAMPLES
from tabletop.reading.schema_parts import ID, Schema, schema_of, shared
from tabletop.reading.schema_rules import RULES
from tabletop.reading.uses import BESIDE, SHIPPED
from tabletop.structures import SHAPES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_KIND = "kind"

_UNWRITTEN = ("copy_of", *RESERVED)
"""Fields that the reader sets."""


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a scenario file."""
    defs = _Definitions()
    root = defs.of_model(Scenario)
    properties = root["properties"]
    for part in SECTIONS:
        properties[part]["examples"] = [EXAMPLES[part]] if part in EXAMPLES else []
    properties["texts"] |= {
        "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"},
        "additionalProperties": {"type": "object"},
    }
    properties["defaults"] = _defaults(defs)
    properties["uses"] = _uses()
    defs.found["barriers"] = _barriers(defs)
    return {
        "$schema": DIALECT,
        "title": "tabletop scenario",
        "description": _prose(Scenario),
        "type": "object",
        "properties": properties,
        "required": [key for key in root["required"] if key not in SECTIONS],
        "additionalProperties": False,
        "allOf": [*_strict_unless_defaults(), _whole_unless_it_uses(root["required"])],
        "$defs": dict(sorted(defs.found.items())),
    }


class _Definitions:
    """The models met so far, each described once and referred to by its name."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def refer(self, model: type[BaseModel]) -> Schema:
        """Return a reference to a model, which is described when it is met first."""
        name = _name(model)
        if name not in self.found:
            self.found[name] = {}
            self.found[name] = self.of_model(model)
        return {"$ref": f"#/$defs/{name}"}

    def named(self, name: str, schema: Mapping[str, Any]) -> Schema:
        """Return a reference to a schema such as that of a share, kept under a name."""
        if name not in self.found:
            self.found[name] = dict(schema)
            if name.endswith("amount"):
                self.found[name] |= {"anyOf": [self._of_parts(form) for form in schema["anyOf"]]}
        return {"$ref": f"#/$defs/{name}"}

    def _of_parts(self, form: Schema) -> Schema:
        """Return a form of an amount in which each part may say that it is a guess."""
        if "properties" not in form:
            return form
        part = _or_guess(self.named("a_duration", DURATION_SCHEMA), self)
        return form | {"properties": dict.fromkeys(form["properties"], part)}

    def of_model(self, model: type[BaseModel]) -> Schema:
        """Return the description of a model with all its keys.

        The entries of the scenario's parts take what they need from `defaults` too: what they cannot do without stands
        in the rules of the whole.
        """
        fields = {
            each.alias or name: (name, each)
            for name, each in model.model_fields.items()
            if name not in _UNWRITTEN
        }
        properties = {key: self._property(model, name, each) for key, (name, each) in fields.items()}
        if model is Actor:
            properties |= _short_ways(self)
        if model is Structure:
            properties["shape"] |= {"anyOf": [{"enum": list(SHAPES)}, {"type": "null"}]}
        if issubclass(model, Barrier):
            properties[_KIND] = {
                "const": model.kind,
                "description": "The kind of barrier, when the key is another name.",
            }
        schema: Schema = {
            "title": _in_words(model.__name__),
            "description": _prose(model),
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        return schema if model in ENTRIES else schema | _rules(model)

    def _property(self, model: type[BaseModel], name: str, field: FieldInfo) -> Schema:
        annotation = field.rebuild_annotation()
        is_barriers = name == "barriers"
        schema = {"$ref": "#/$defs/barriers"} if is_barriers else schema_of(annotation, self)
        if is_number(annotation):
            schema = _or_guess(schema, self)
        described = {"title": _in_words(field.alias or name), "description": meanings(model).get(name, "")}
        return {**described, **schema, **_default(field, annotation)}


def _default(field: FieldInfo, annotation: object) -> Schema:
    """Return what holds when a key is left out, in the words of a file; nothing where there is nothing to tell."""
    value = None if field.is_required() else field.get_default(call_default_factory=True)
    if isinstance(value, Enum):
        return {"default": value.name}
    if value in (None, "", (), {}) or isinstance(value, Selector | KindSelector | BaseModel):
        return {}
    return {"default": adapter_of(annotation).dump_python(value, mode="json")}


def _rules(model: type[BaseModel]) -> Schema:
    """Return what a model cannot do without, and what its keys say of each other."""
    required = [each.alias or name for name, each in model.model_fields.items() if each.is_required()]
    return ({"required": required} if required else {}) | RULES.get(model, {})


def _or_guess(schema: Schema, defs: _Definitions) -> Schema:
    """Return a number's schema with the form in which it says that it is a guess, or where it comes from."""
    marked = {
        "type": "object",
        "title": "A value that is a guess, or names its source",
        "properties": {
            "value": schema,
            "guess": {
                "type": "string",
                "description": "Between which ends it lies.",
                "examples": ["5% to 40%"],
            },
            "source": {"type": "string", "description": "Where it comes from."},
        },
        "required": ["value"],
        "anyOf": [{"required": ["guess"]}, {"required": ["source"]}],
        "additionalProperties": False,
    }
    forms = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    if "$ref" in schema:
        marked = defs.named(schema["$ref"].rpartition("/")[2] + "_with_source", marked)
    return {"anyOf": [*forms, marked]}


def _short_ways(defs: _Definitions) -> dict[str, Schema]:
    like = "Another actor whose fields it takes, but for those it writes itself."
    copies = "How many numbered actors are made of it; its id then names all of them."
    count = {"type": "integer", "minimum": 1, "maximum": MOST_ENTRIES["actors"]}
    return {
        "like": {"title": "like", "description": like, **shared(ID, defs)},
        "copies": {"title": "copies", "description": copies, **_or_guess(count, defs)},
    }


def _barriers(defs: _Definitions) -> Schema:
    """Return the description of barriers by name: the name is the kind, unless a `kind` is given."""
    kinds = {kind: defs.refer(barrier) for kind, barrier in BARRIERS.items()}
    named = {
        "type": "object",
        "properties": {_KIND: {"enum": list(kinds)}},
        "required": [_KIND],
        "allOf": [
            {"if": {"properties": {_KIND: {"const": kind}}, "required": [_KIND]}, "then": schema}
            for kind, schema in kinds.items()
        ],
    }
    return {
        "title": "barriers",
        "description": inspect.cleandoc(Barrier.__doc__ or ""),
        "type": "object",
        "properties": {
            kind: {
                "description": _prose(BARRIERS[kind]).partition("\n")[0],
                "anyOf": [schema, *_empty(BARRIERS[kind])],
            }
            for kind, schema in kinds.items()
        },
        "propertyNames": shared(ID, defs),
        "additionalProperties": named,
    }


def _empty(barrier: type[Barrier]) -> list[Schema]:
    """Return the form of a barrier of which only the name is written, when all its fields have defaults."""
    return [] if any(each.is_required() for each in barrier.model_fields.values()) else [{"type": "null"}]


def _entry(part: str) -> Any:  # noqa: ANN401 - an annotation can be anything
    return get_args(Scenario.model_fields[part].annotation)[1]


ENTRIES = frozenset(_entry(part) for part in SECTIONS if part != "barriers")
"""The models of the entries of the scenario's parts."""


def _defaults(defs: _Definitions) -> Schema:
    parts = {
        part: defs.refer(_entry(part)) if part != "barriers" else {"type": "object"} for part in SECTIONS
    }
    return {
        "title": "defaults",
        "description": "What the entries of a part have unless they say otherwise.",
        "type": "object",
        "properties": parts,
        "additionalProperties": False,
        "examples": [{"actors": {"hours": "Mon-Fri 08:00-16:00", "handling": "20m"}}],
    }


def _uses() -> Schema:
    return {
        "title": "uses",
        "description": "Files of which it uses the parts: beside the scenario, or shipped with tabletop.",
        "type": "array",
        "items": {
            "anyOf": [{"type": "string", "pattern": f"^{each.pattern}$"} for each in (BESIDE, SHIPPED)]
        },
        "uniqueItems": True,
        "maxItems": MOST_FILES_USED,
        "examples": [["models/city", "our_offices.yaml"]],
    }


def _whole_unless_it_uses(required: list[str]) -> Schema:
    """Return the parts that a scenario cannot do without, unless a file that it uses may bring them."""
    parts = [key for key in required if key in SECTIONS]
    return {"if": {"not": {"required": ["uses"]}}, "then": {"required": parts}}


def _strict_unless_defaults() -> Iterator[Schema]:
    """Yield, for each part, what its entries cannot do without where there are no defaults for them."""
    for part in SECTIONS:
        rules = _rules(_entry(part)) if part != "barriers" else {}
        if rules:
            given = {"required": ["defaults"], "properties": {"defaults": {"required": [part]}}}
            strict = {"properties": {part: {"additionalProperties": rules}}}
            yield {"if": {"not": given}, "then": strict}


def _name(model: type[BaseModel]) -> str:
    """Return a name that no other model has: a barrier's kind, else the class's own."""
    return model.kind if issubclass(model, Barrier) and model is not Barrier else model.__name__


def _prose(model: type[BaseModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "")


def _in_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
