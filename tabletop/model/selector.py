"""Who or what a part of the scenario applies to.

`to: {sector: civil_society}`, `from: police`, `kinds: sensitive`: the words by which a barrier chooses its hand-offs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from tabletop.model.words import ID_PATTERN

SENSITIVE = "sensitive"
"""The word that chooses every kind of information marked as sensitive."""


@dataclass(frozen=True, slots=True)
class Selector:
    """A choice of actors by id (of actors or roles), sector or level; nothing said chooses all."""

    ids: tuple[str, ...] = ()
    """Actors or roles by name."""
    sectors: tuple[str, ...] = ()
    """Every actor of these sectors."""
    levels: tuple[str, ...] = ()
    """Every actor of these levels."""

    @property
    def everyone(self) -> bool:
        """Whether nothing is said, so that all are chosen."""
        return not (self.ids or self.sectors or self.levels)


@dataclass(frozen=True, slots=True)
class KindSelector:
    """A choice of kinds of information by id, or all the sensitive ones; nothing said chooses all."""

    ids: tuple[str, ...] = ()
    """Kinds by name."""
    sensitive: bool = False
    """Every kind marked as sensitive."""

    @property
    def everything(self) -> bool:
        """Whether nothing is said, so that all are chosen."""
        return not (self.ids or self.sensitive)

    def chooses(self, kind: str, *, sensitive: bool) -> bool:
        """Tell whether a kind of information is chosen."""
        return self.everything or kind in self.ids or (self.sensitive and sensitive)


EVERYONE = Selector()
EVERYTHING = KindSelector()


def _texts(value: object, what: str) -> tuple[str, ...]:
    values = (value,) if isinstance(value, str) else value
    if isinstance(values, tuple) and values and all(isinstance(each, str) for each in values):
        return values
    msg = f"expected {what} or a list of them"
    raise ValueError(msg)


def _selector(value: object) -> Selector:
    if isinstance(value, Selector):
        return value
    if not isinstance(value, Mapping):
        return Selector(ids=_texts(value, "an id, {sector: …}, {level: …}"))
    unknown = [key for key in value if key not in ("sector", "level")]
    if unknown or not value:
        msg = f"expected {{sector: …}} or {{level: …}}, got the key {str(next(iter(unknown), ''))!r}"
        raise ValueError(msg)
    sectors = _texts(value["sector"], "a sector") if "sector" in value else ()
    levels = _texts(value["level"], "a level") if "level" in value else ()
    return Selector(sectors=sectors, levels=levels)


def _kind_selector(value: object) -> KindSelector:
    if isinstance(value, KindSelector):
        return value
    ids = _texts(value, "the id of a kind of information, `sensitive`,")
    return KindSelector(tuple(each for each in ids if each != SENSITIVE), SENSITIVE in ids)


_ID: dict[str, Any] = {"type": "string", "pattern": ID_PATTERN}
_WORDS: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

Actors = Annotated[
    Selector,
    PlainValidator(_selector),
    WithJsonSchema(
        {
            "anyOf": [
                _ID,
                {"type": "array", "items": _ID, "minItems": 1},
                {
                    "type": "object",
                    "properties": {"sector": _WORDS, "level": _WORDS},
                    "minProperties": 1,
                    "additionalProperties": False,
                },
            ],
        },
    ),
]
"""A field that chooses actors."""

Kinds = Annotated[
    KindSelector,
    PlainValidator(_kind_selector),
    WithJsonSchema({"anyOf": [_ID, {"type": "array", "items": _ID, "minItems": 1}]}),
]
"""A field that chooses kinds of information."""
