"""What the keys of one entry say of each other, for editors: `at` or `after`, never both.

The models hold the same rules and tell them in better words; a test proves that they agree.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from tabletop.model.expectation import Expectation
from tabletop.model.inject import Inject
from tabletop.model.intervention import Intervention
from tabletop.model.work import Decision, Task, Who
from tabletop.reading.schema_parts import Schema


def _needs(*keys: str) -> Schema:
    return {"required": list(keys)}


_WORK: Schema = {
    "if": {"properties": {"decides_anyway": {"const": True}}, "required": ["decides_anyway"]},
    "then": _needs("within"),
}

RULES: Mapping[type[BaseModel], Schema] = {
    Who: {"oneOf": [_needs("all"), _needs("any")]},
    Inject: {
        "not": _needs("at", "after"),
        "anyOf": [
            _needs("at"),
            _needs("after"),
            {"properties": {"only_if": _needs("late")}, "required": ["only_if"]},
        ],
        "dependentRequired": {"brings": ["to"], "to": ["brings"]},
    },
    Decision: _WORK,
    Task: _WORK,
    Expectation: {
        "oneOf": [_needs("knows"), _needs("must_not_know"), _needs("decision")],
        "if": _needs("decision"),
        "then": {"not": _needs("role")},
        "else": _needs("role"),
        "not": _needs("within", "before"),
    },
    Intervention: {"anyOf": [_needs("set"), _needs("lift"), _needs("add")]},
}
"""By model: what must stand together, and what must not."""
