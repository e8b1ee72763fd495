"""`tabletop barriers`: the catalogue and each manual page, read off the registry."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tabletop.barriers import BARRIERS
from tabletop.cli.group import tabletop
from tabletop.cli.manual import ManualField, manual_page


def said(*arguments: str) -> str:
    ended = CliRunner().invoke(tabletop, ["barriers", *arguments])
    assert (ended.exit_code, ended.stderr) == (0, "")
    return ended.stdout


def test_every_barrier_is_listed_with_its_stage() -> None:
    rows = [line.split()[:2] for line in said().splitlines()]
    assert all([kind, barrier.stage.value] in rows for kind, barrier in BARRIERS.items())


@pytest.mark.parametrize("kind", BARRIERS)
def test_a_manual_page_shows_every_key_with_a_meaning(kind: str) -> None:
    page = manual_page(BARRIERS[kind])
    keys = [line.split()[0] for line in said(kind).splitlines() if line.startswith("  ")]
    assert [field.name for field in page.fields if field.name not in keys or not field.meaning] == []


def test_defaults_are_in_the_words_of_a_scenario() -> None:
    hesitates = next(each for each in manual_page(BARRIERS["trust"]).fields if each.name == "hesitates")
    assert (type(hesitates), hesitates.default) == (ManualField, "1d")


def test_json_holds_every_page() -> None:
    pages = json.loads(said("--json"))
    assert [page["kind"] for page in pages["barriers"]] == list(BARRIERS)
    assert "protects" in pages["common_fields"]


def test_an_unknown_barrier_is_refused_with_the_known_ones() -> None:
    ended = CliRunner().invoke(tabletop, ["barriers", "wall"])
    assert (ended.exit_code, ended.stderr.partition(";")[0]) == (2, "Error: there is no barrier 'wall'")
