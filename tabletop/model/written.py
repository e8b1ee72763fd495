"""Values that a scenario writes as a few words, such as `2h30m`, `20%` or `Mon-Fri 08:00-16:00`.

A trainer types `lasts: 15d`; the model holds 1,296,000,000 milliseconds; an editor that knows the JSON Schema shows
`15d` as an example, and an exported scenario says `15d` again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """How a field's words become its value and its value becomes words again, as a note in `Annotated`.

    A note equals only itself: a union of types hashes its notes, and a schema has no hash.
    """

    parse: Callable[[object], object]
    """From what the YAML reader gives to the value; raises ValueError with what would do."""
    write: Callable[[Any], object]
    """From the value back to words that `parse` reads."""
    schema: Mapping[str, Any]
    """What the JSON Schema says of the words."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tell pydantic to read with `parse` and to write JSON with `write`."""
        return core_schema.no_info_plain_validator_function(
            self.parse,
            serialization=core_schema.plain_serializer_function_ser_schema(self.write, when_used="json"),
        )

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Give the words' schema in place of the value's."""
        return dict(self.schema)


def in_ascii(text: str) -> str:
    """Return the text with digits and number marks of other scripts as ASCII: Arabic-Indic 20% as `20%`."""
    if text.isascii():
        return text
    marks = {"٪": "%", "٫": ".", "％": "%"}  # noqa: RUF001 - the very marks that are looked for
    return "".join(
        marks.get(each, each) if not each.isdecimal() else str(unicodedata.decimal(each)) for each in text
    )


def refuse_other_digits(text: str) -> None:
    """Raise ValueError that offers the ASCII form when a text holds digits of another script."""
    offered = in_ascii(text)
    if offered != text:
        msg = f"write the digits as in English: {offered}"
        raise ValueError(msg)


def shown(value: object) -> str:
    """Return what was written as an error message should quote it, cut when long; of several parts only their sort."""
    if isinstance(value, Mapping):
        return "keys and values"
    if isinstance(value, tuple | list):
        return "a list"
    text = (
        {True: "true", False: "false", None: "nothing"}.get(value) if isinstance(value, bool | None) else None
    )
    text = text or (repr(value) if isinstance(value, str) else str(value))
    return text if len(text) <= 60 else text[:57] + "…"


def listed(keys: Iterable[object]) -> str:
    """Return keys as an error message should name them: one after the other, cut when long."""
    text = ", ".join(map(str, keys))
    return text if len(text) <= 60 else text[:57] + "…"
