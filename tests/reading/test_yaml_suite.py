"""The official YAML test suite and a list of naughty strings, where they lie beside the checkout.

A case counts when the reader gives what the suite's JSON says, or refuses it; it may never read it as something else.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tabletop.errors import ScenarioError
from tabletop.reading.characters import refused_in
from tabletop.reading.nodes import plain
from tabletop.reading.yaml_guard import read_tree

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
SUITE = SHARED / "yaml-test-suite"
NAUGHTY = SHARED / "blns" / "blns.json"

READ_THOUGH_WRONG = {"9C9N", "DK95-01", "QB6E", "S98Z", "SU5Z", "X4QW"}
"""Cases with wrong indentation, or a comment that touches what it follows, where the parser is kinder than YAML is."""
READ_OTHERWISE = {"DK95-01", "L24T-01"}
"""Cases whose only difference is a blank line at the end of the file, or a tab inside quotes."""


def cases() -> list[Path]:
    return sorted(SUITE.glob("*.yaml"))


def outcome(source: bytes) -> object:
    try:
        return plain(read_tree(source, "f"))
    except ScenarioError as error:
        return error


def in_order(value: object) -> str:
    return json.dumps(value, sort_keys=True)


@pytest.mark.skipif(not SUITE.is_dir(), reason="the YAML test suite does not lie beside this checkout")
def test_every_case_of_the_suite_is_read_as_it_says_or_refused() -> None:
    read, wrong, otherwise = 0, set(), set()
    for case in cases():
        got = outcome(case.read_bytes())
        expected = case.with_suffix(".json")
        if isinstance(got, ScenarioError):
            continue
        read += 1
        if not expected.exists():
            wrong.add(case.stem)
        elif in_order(got) != in_order(json.loads(expected.read_text("utf-8"))):
            otherwise.add(case.stem)
    assert read >= 70
    assert wrong | otherwise == READ_THOUGH_WRONG | READ_OTHERWISE
    assert otherwise == READ_OTHERWISE


@pytest.mark.skipif(
    not NAUGHTY.is_file(), reason="the list of naughty strings does not lie beside this checkout"
)
def test_every_naughty_string_is_read_as_itself_when_it_can_be_shown() -> None:
    naughty: list[str] = json.loads(NAUGHTY.read_text("utf-8"))
    refused = [text for text in naughty if isinstance(outcome(_quoted(text)), ScenarioError)]
    read = [text for text in naughty if text not in refused]
    assert [outcome(_quoted(text)) for text in read] == [{"title": text} for text in read]
    assert all(refused_in(text) for text in refused)
    assert len(refused) < 20 < len(read)


@pytest.mark.skipif(
    not NAUGHTY.is_file(), reason="the list of naughty strings does not lie beside this checkout"
)
def test_no_naughty_string_without_quotes_does_more_than_be_refused() -> None:
    for text in json.loads(NAUGHTY.read_text("utf-8")):
        assert isinstance(outcome(f"title: {text}".encode()), dict | ScenarioError)
        assert isinstance(outcome(text.encode()), dict | ScenarioError)


def _quoted(text: str) -> bytes:
    return f"title: {json.dumps(text, ensure_ascii=False)}".encode()
