"""What a key takes, said in a few words: "a whole number of at least 1" for a schema with an integer in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tabletop.reading.schema_parts import Schema

_NAMES: Mapping[str, str] = {
    "an_id": "an id",
    "ids": "ids",
    "actors": "actors",
    "kinds": "kinds",
    "a_amount": "an amount of time",
    "a_positive_amount": "an amount of time",
    "a_positive_duration": "a duration",
    "a_horizon": "a duration",
    "a_day": "a date",
    "a_local": "a date and time",
    "a_weekly": "a day and time",
    "a_zone": "a time zone",
    "a_hours": "hours",
    "a_links_file": "a file beside the scenario",
    "barriers": "[barriers](#barriers)",
}
"""How the schemas that stand in many places are called; others by their own names."""

_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "keys and values",
}
_BOUNDS = {
    "minimum": "of at least",
    "exclusiveMinimum": "above",
    "maximum": "of at most",
    "exclusiveMaximum": "below",
}


def takes(schema: Schema) -> str:
    """Return what a key takes; that a number may say that it is a guess goes without saying."""
    return " or ".join(dict.fromkeys(each for each in _forms(schema) if each)) or "anything"


def link_to(title: str) -> str:
    """Return a link to a heading of the same page."""
    return f"[{title}](#{title.replace(' ', '-')})"


def _forms(schema: Schema) -> Iterator[str]:
    if "anyOf" in schema:
        for form in schema["anyOf"]:
            yield from _forms(form)
    elif "enum" in schema:
        yield "one of " + ", ".join(f"`{each}`" for each in schema["enum"])
    elif "const" in schema:
        yield f"`{schema['const']}`"
    elif "$ref" in schema:
        yield _named(schema["$ref"].rpartition("/")[2])
    elif schema.get("title", "").startswith("A value that is a guess"):
        return
    else:
        yield _typed(schema)


def _named(name: str) -> str:
    if name.endswith("_with_source"):
        return ""
    if name[0].isupper():
        return link_to("".join(f" {each.lower()}" if each.isupper() else each for each in name).strip())
    return _NAMES.get(name, name.replace("_", " "))


def _typed(schema: Schema) -> str:
    kind = schema.get("type")
    if kind == "null":
        return ""
    if kind == "array":
        return f"a list, each {takes(schema['items'])}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"{takes(schema['additionalProperties'])}, by id"
    bounds = " and ".join(f"{words} {schema[key]:,g}" for key, words in _BOUNDS.items() if key in schema)
    if {"minimum", "maximum"} <= set(schema):
        bounds = f"from {schema['minimum']:,} to {schema['maximum']:,}"
    return f"{_TYPES.get(str(kind), '')} {bounds}".strip()
