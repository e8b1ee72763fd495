"""The JSON Schema and the reader agree: what one accepts by its structure, the other does too."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tabletop.barriers import BARRIERS
from tabletop.cli.schema import written_schema
from tabletop.errors import ScenarioError
from tabletop.reading import Source, checked
from tabletop.reading.drafts import Draft, first_draft
from tabletop.reading.fields import SECTIONS
from tabletop.reading.nodes import plain
from tabletop.reading.schema import json_schema
from tabletop.reading.schema_examples import EXAMPLES
from tabletop.reading.yaml_guard import guarded_tree
from tests.reading.hostile.city import Case, city
from tests.reading.test_hostile import CASES, RUNTIME, source_of

ROOT = Path(__file__).parents[2]
FILES = [
    *(path for path in sorted((ROOT / "scenarios").rglob("*.yaml")) if path.parent.name != "models"),
    ROOT / "tests" / "scenarios" / "sample.yaml",
]
"""The scenarios that are shipped; the parts in `models` are no whole ones."""
PARTS = sorted((ROOT / "scenarios" / "models").glob("*.yaml"))
MOST_BYTES = 200_000
"""Larger files are about sizes, and a schema has no word for those."""
SMALL = {
    name: case
    for name, case in {**CASES, **RUNTIME}.items()
    if len(case.source) < MOST_BYTES and isinstance(case.source, str)
}


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


def as_json(value: object) -> Any:  # noqa: ANN401 - JSON can be anything
    """Return plain values as JSON has them, with lists for tuples."""
    if isinstance(value, dict):
        return {key: as_json(entry) for key, entry in value.items()}
    return [as_json(item) for item in value] if isinstance(value, tuple) else value


def draft_of(source: Source) -> Draft | None:
    try:
        return first_draft(source)
    except ScenarioError:
        return None


def told_by_schema(text: bytes) -> list[str]:
    tree, _ = guarded_tree(text, "city.yaml")
    return [error.message for error in validator().iter_errors(as_json(plain(tree)))]


def test_it_is_a_schema_of_the_dialect_that_it_names() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_schema_in_the_docs_is_the_one_that_is_printed() -> None:
    """When this fails: `tabletop schema > docs/scenario.schema.json`."""
    assert (ROOT / "docs" / "scenario.schema.json").read_text("utf-8") == written_schema()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_what_is_shipped_fits_it_and_says_where_it_lies(path: Path) -> None:
    text = path.read_bytes()
    assert told_by_schema(text) == []
    first = text.decode().partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=../")
    assert first.endswith("docs/scenario.schema.json")


@pytest.mark.parametrize("path", PARTS, ids=[path.stem for path in PARTS])
def test_a_shipped_part_fits_as_far_as_it_goes(path: Path) -> None:
    """It may leave out what the scenario that uses it says."""
    tree, _ = guarded_tree(path.read_bytes(), path.name)
    errors = validator().iter_errors(as_json(plain(tree)))
    assert [each.message for each in errors if each.validator != "required" or each.path] == []


@pytest.mark.parametrize("case", SMALL.values(), ids=SMALL)
def test_schema_and_reader_agree(case: Case) -> None:
    """What the reader accepts fits; what the models refuse does not, but for what no schema can see."""
    source = source_of(case)
    draft = draft_of(source)
    in_file = guarded_tree(source.content, source.name)[1] if draft else ("unreadable",)
    if in_file or draft is None:
        return
    fits = not told_by_schema(source.content)
    if not draft.problems:
        assert fits
    elif draft.scenario is None:
        assert fits == bool(case.beyond_schema), case.beyond_schema
    else:
        assert not case.beyond_schema


def test_every_key_says_what_it_means() -> None:
    schema = json_schema()
    groups = {"": schema, **schema["$defs"]}
    silent = [
        f"{name}.{key}"
        for name, group in groups.items()
        if not name.startswith("a_") and "additionalProperties" in group
        for key, each in group.get("properties", {}).items()
        if not each.get("description") or not (each.get("title") or name in ("barriers", *BARRIERS))
    ]
    assert [each for each in silent if not each.startswith("actors.")] == []


def test_every_barrier_and_every_part_is_in_it() -> None:
    schema = json_schema()
    assert list(schema["$defs"]["barriers"]["properties"]) == list(BARRIERS)
    assert [part for part in SECTIONS if part not in schema["properties"]] == []
    assert sorted(EXAMPLES) == sorted(SECTIONS)


@pytest.mark.parametrize("part", SECTIONS)
def test_each_example_could_stand_in_a_file(part: str) -> None:
    """By its structure: the names in it need not be those of this city."""
    text = city(f"{part}: {json.dumps(EXAMPLES[part], ensure_ascii=False)}")
    assert told_by_schema(text.encode()) == []
    unknown = [str(each) for each in checked(Source("city", "city.yaml", text.encode()))]
    assert [each for each in unknown if "there is no" not in each] == []


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        ("roles: {lead: {}}", False),
        ("defaults: {roles: {held_by: school}}\nroles: {lead: {}}", True),
        ("defaults: {roles: {held_bi: school}}\nroles: {lead: {held_by: school}}", False),
        ("injects: {event: {to: school, brings: plan}}", False),
        ("defaults: {injects: {at: 1h}}\ninjects: {event: {to: school, brings: plan}}", True),
        ("defaults: {actors: {staff: two}}", False),
        ("defaults: {nobody: {staff: 2}}", False),
        ("defaults: {barriers: {title: x}}\nbarriers: {trust: }", True),
    ],
)
def test_defaults_can_give_what_an_entry_cannot_do_without(fields: str, fits: bool) -> None:  # noqa: FBT001 - the outcome
    parts = fields.split("\n")
    text = city(*parts).encode()
    assert (told_by_schema(text) == []) == fits
    assert (checked(Source("city", "city.yaml", text)) == ()) == fits
