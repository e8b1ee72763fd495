"""The reference of the scenario file, written from the models: every key, what it takes, what holds without it.

`python -m tabletop.reading.reference` writes it anew into docs/scenario-format.md, between two marks; what people wrote
around it stays.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from tabletop.barriers import BARRIERS
from tabletop.reading import limits
from tabletop.reading.reference_words import takes
from tabletop.reading.schema import json_schema
from tabletop.reading.schema_parts import Schema
from tabletop.resources import shipped

BEGINS, ENDS = "<!-- reference: begins -->", "<!-- reference: ends -->"
"""Between these marks a page is written by the machine."""

_TOP = ("title", "summary", "source", "marking", "language", "sponsor", "contact", "tabletop")
"""Keys of the whole that are one value each."""

_COMMON = ("title", "from", "to", "between", "kinds", "channel", "protects", "kind")
"""Keys that every barrier takes."""


def with_reference(page: str) -> str:
    """Return a page with the reference between its marks written anew."""
    before, _, rest = page.partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    return f"{before}{BEGINS}\n\n{reference()}\n{ENDS}{after}"


def reference() -> str:
    """Return the reference in Markdown."""
    schema = json_schema()
    blocks = [*_whole(schema), *_parts(schema), *_groups(schema), *_barriers(schema), *_limits(), *_example()]
    return "\n\n".join(blocks) + "\n"


def _whole(schema: Schema) -> Iterator[str]:
    yield "## The whole file"
    yield schema["description"]
    properties = schema["properties"]
    unless_used = (each["then"].get("required", []) for each in schema["allOf"])
    needed = {*schema["required"], *chain.from_iterable(unless_used)}
    yield _table({key: properties[key] for key in _TOP}, schema["required"])
    listed = "\n".join(
        f"- [`{key}`](#{key}): {each['description']}{' *Needed.*' if key in needed else ''}"
        for key, each in properties.items()
        if key not in _TOP
    )
    yield f"The parts of a file, in the order in which one usually writes them:\n\n{listed}"


def _parts(schema: Schema) -> Iterator[str]:
    for key, part in schema["properties"].items():
        if key in _TOP or key == "barriers":
            continue
        yield f"## {key}"
        yield part["description"]
        if part.get("examples"):
            yield _yaml({key: part["examples"][0]})
        entry = part.get("additionalProperties", part)
        name = entry.get("$ref", "").rpartition("/")[2] if isinstance(entry, dict) else ""
        if name:
            model = schema["$defs"][name]
            yield f"{model['description']}\n\n{_table(model['properties'], _required(schema, key, model))}"


def _required(schema: Schema, part: str, model: Schema) -> list[str]:
    """Return the keys that an entry of a part cannot do without, unless `defaults` gives them."""
    rules = (each["then"].get("properties", {}).get(part, {}) for each in schema["allOf"])
    strict: list[str] = next((each["additionalProperties"].get("required", []) for each in rules if each), [])
    return [*model.get("required", []), *strict]


def _barriers(schema: Schema) -> Iterator[str]:
    described = schema["$defs"]
    yield "## barriers"
    yield (
        "What can hold, change or stop a hand-off. Barriers stand under `barriers` of the whole scenario, of a channel, an "
        "actor or a link; the key is the barrier's kind, or any other name when `kind` says which. Of barriers with one name "
        "the most specific stands: link, channel, actor, scenario. `tabletop barriers KIND` shows a manual page with an "
        "example. Every barrier takes:"
    )
    common = described[next(iter(BARRIERS))]["properties"]
    yield _table({key: common[key] for key in _COMMON if key != "kind"}, [])
    for kind, barrier in BARRIERS.items():
        words = described[kind]
        yield f"### {kind}"
        own = {key: each for key, each in words["properties"].items() if key not in _COMMON}
        summary = words["description"].partition("\n")[0]
        stage = f"*Stage: {barrier.stage.value.replace('_', ' ')}.*"
        yield f"{summary} {stage}" + (f"\n\n{_table(own, words.get('required', []))}" if own else "")


def _groups(schema: Schema) -> Iterator[str]:
    """Yield the groups of keys that stand inside an entry."""
    described = schema["$defs"]
    entries = {
        part.get("additionalProperties", {}).get("$ref", "")
        for part in schema["properties"].values()
        if isinstance(part.get("additionalProperties"), dict)
    }
    yield "## Groups of keys inside an entry"
    for name, words in described.items():
        if name[0].isupper() and f"#/$defs/{name}" not in entries and name != "Clock":
            yield f"### {words['title']}"
            yield f"{words['description']}\n\n{_table(words['properties'], words.get('required', []))}"


def _limits() -> Iterator[str]:
    yield "## Limits"
    rows = (f"| {value:,} | {prose.partition(chr(10))[0]} |" for value, prose in _constants())
    yield "| at most | of |\n|---:|---|\n" + "\n".join(rows)


def _constants() -> Iterator[tuple[int, str]]:
    """Yield each limit that is one number, with what is said of it."""
    for line, prose in pairwise(ast.parse(inspect.getsource(limits)).body):
        if (
            isinstance(line, ast.Assign)
            and isinstance(line.targets[0], ast.Name)
            and isinstance(prose, ast.Expr)
        ):
            value = getattr(limits, line.targets[0].id)
            if isinstance(value, int):
                yield value, ast.literal_eval(prose.value)


def _example() -> Iterator[str]:
    yield "## A whole example"
    yield (
        "The scenario with which `tabletop new` begins; `tabletop run first_steps` plays it.\n\n```yaml\n"
        + (shipped("scenarios") / "first_steps.yaml").read_text("utf-8")
        + "```"
    )


def _table(properties: Schema, required: list[str]) -> str:
    rows = [
        f"| `{key}` | {takes(each)} | {_default(each, needed=key in required)} | {_cell(each.get('description', ''))} |"
        for key, each in properties.items()
    ]
    return "\n".join(["| key | takes | left out | meaning |", "|---|---|---|---|", *rows])


def _default(schema: Schema, *, needed: bool) -> str:
    if needed:
        return "*needed*"
    if "default" not in schema:
        return ""
    value = schema["default"]
    return f"`{value if isinstance(value, str) else json.dumps(value)}`"


def _cell(prose: str) -> str:
    return " ".join(prose.split()).replace("|", "\\|")


def _yaml(value: Any) -> str:  # noqa: ANN401 - an example can be anything
    """Return an example as one writes it: a line for each entry."""
    lines = [
        f"{part}:\n" + "\n".join(f"  {id_}: {_flow(entry)}" for id_, entry in entries.items())
        if isinstance(entries, dict)
        else f"{part}: {_flow(entries)}"
        for part, entries in value.items()
    ]
    return "```yaml\n" + "\n".join(lines) + "\n```"


def _flow(value: Any) -> str:  # noqa: ANN401 - an example can be anything
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value if isinstance(value, str) else json.dumps(value)


def main() -> None:
    """Write the reference anew into the page that is named, or into the one of this checkout."""
    page = (
        Path(sys.argv[1])
        if len(sys.argv) > 1
        else shipped("scenarios").parent / "docs" / "scenario-format.md"
    )
    page.write_text(with_reference(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
