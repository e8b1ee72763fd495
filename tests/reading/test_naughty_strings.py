"""Naughty strings as titles, texts and names of a whole scenario: read as themselves, and harmless on a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.model.words import ID_PATTERN
from tabletop.reading import Source, checked, read
from tabletop.reading.characters import refused_in
from tests.reading.hostile.city import city

NAUGHTY = Path(__file__).parents[2].parent / "shared" / "data" / "blns" / "blns.json"

pytestmark = pytest.mark.skipif(
    not NAUGHTY.is_file(), reason="the list of naughty strings does not lie beside this checkout"
)


def strings() -> list[str]:
    found: list[str] = json.loads(NAUGHTY.read_text("utf-8"))
    return [text for text in found if not refused_in(text)]


def full_of_them() -> bytes:
    """Return a city with an inject for each string, as its title, its text and whom it comes from."""
    events = (
        f"  e{number}: {{at: {number}m, title: {quoted}, text: {quoted}, from: {quoted}}}\n"
        for number, quoted in enumerate(json.dumps(text, ensure_ascii=False) for text in strings())
    )
    return city("injects:\n" + "".join(events).rstrip("\n")).encode()


def test_each_arrives_as_it_is() -> None:
    injects = read(Source("city", "city.yaml", full_of_them())).injects
    assert [(each.title, each.text, each.from_) for each in injects.values()] == [
        (text,) * 3 for text in strings()
    ]


def test_none_can_be_a_name_unless_it_is_a_plain_one() -> None:
    for text in strings():
        named = city(f"roles: {{{json.dumps(text, ensure_ascii=False)}: {{held_by: school}}}}")
        problems = checked(Source("city", "city.yaml", named.encode()))
        assert bool(problems) == (re.fullmatch(ID_PATTERN, text) is None), text
        assert all(str(problem).isprintable() for problem in problems)


def test_a_page_shows_them_and_none_acts_on_it(tmp_path: Path) -> None:
    path = tmp_path / "city.yaml"
    path.write_bytes(full_of_them())
    out = tmp_path / "out"
    ended = CliRunner().invoke(tabletop, ["run", str(path), "--out", str(out)])
    assert (ended.exit_code, ended.stderr) == (0, "")
    page = (out / "debrief.html").read_text("utf-8")
    active = [
        text for text in strings() if re.search(r"<\s*(script|img|svg|iframe|body|a\s)", text, re.IGNORECASE)
    ]
    assert len(active) > 50
    assert [text for text in active if text in page] == []
