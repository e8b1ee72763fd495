"""Naughty strings as titles, texts and names of a whole scenario: read as themselves, and harmless on a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.debrief import html
from tabletop.debrief.provenance import provenance
from tabletop.debrief.view import view
from tabletop.debrief.writing import journal_lines
from tabletop.engine import run
from tabletop.model.scenario import Scenario
from tabletop.model.words import ID_PATTERN
from tabletop.reading import Source, checked, read
from tabletop.reading.characters import refused_in
from tests.debrief.html_page import Page
from tests.reading.hostile.city import city

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
NAUGHTY = SHARED / "blns" / "blns.json"
SUITE = SHARED / "yaml-test-suite"

pytestmark = pytest.mark.skipif(
    not (NAUGHTY.is_file() and SUITE.is_dir()),
    reason="the list of naughty strings and the YAML test suite do not lie beside this checkout",
)


def strings() -> list[str]:
    found: list[str] = json.loads(NAUGHTY.read_text("utf-8"))
    assert len(found) == 515
    return [text for text in found if not refused_in(text)]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def texts() -> list[str]:
    """Return the strings, and the documents of the YAML test suite as texts."""
    documents = [path.read_bytes().decode() for path in sorted(SUITE.glob("*.yaml"))]
    assert len(documents) == 402
    return [*strings(), *(each for each in documents if not refused_in(each))]


def full_of_them() -> bytes:
    """Return a city with an inject for each string, as its title, its text and whom it comes from."""
    events = (
        f"  e{number}: {{at: {number}m, title: {text}, text: {text}, from: {text}}}\n"
        for number, text in enumerate(map(quoted, strings()))
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


@pytest.fixture(scope="module")
def crowd() -> Scenario:
    """A city in which each string, and each document of the YAML test suite, is a title, a text and a name."""
    told = texts()
    named = "".join(f"  a{number}: {{title: {quoted(text)}}}\n" for number, text in enumerate(told))
    events = "".join(
        f"  e{number}: {{at: {number}m, to: a{number}, brings: plan, title: {quoted(text)}, text: {quoted(text)}, "
        f"from: {quoted(text)}}}\n"
        for number, text in enumerate(told)
    )
    parts = (
        "structures: {team: {shape: star, hub: office, channel: email}}",
        "actors:\n  school: {}\n  police: {}\n  ngo: {}\n  office: {}\n" + named.rstrip("\n"),
        "injects:\n" + events.rstrip("\n"),
    )
    return read(Source("city", "city.yaml", city(*parts).encode()))


def test_as_titles_texts_and_names_they_arrive_as_they_are(crowd: Scenario) -> None:
    injects = crowd.injects.values()
    assert [(each.title, each.text, each.from_) for each in injects] == [(text,) * 3 for text in texts()]
    assert [actor.title for id_, actor in crowd.actors.items() if id_[0] == "a"] == texts()


def test_the_journal_is_the_same_whatever_anything_is_called(crowd: Scenario) -> None:
    """It names ids only; no text can steer what happens."""
    actors = {id_: actor.model_copy(update={"title": ""}) for id_, actor in crowd.actors.items()}
    bare = {"title": "", "text": "", "from_": ""}
    injects = {id_: inject.model_copy(update=bare) for id_, inject in crowd.injects.items()}
    without = crowd.model_copy(update={"actors": actors, "injects": injects})
    assert list(journal_lines(run(crowd).journal)) == list(journal_lines(run(without).journal))


def test_a_debrief_shows_each_as_it_is_and_none_acts_on_it(crowd: Scenario) -> None:
    record = run(crowd)
    seen = view(record, reruns=None, gains=None, provenance=provenance(record, reruns=0, command="x"))
    page = Page(html.render(seen))
    assert page.wrong == []
    assert [
        tag for tag in page.tags if re.match(r"(script|img|iframe|object|embed|link|form|base) ", tag)
    ] == []
    assert [tag for tag in page.tags if re.search(r" on[a-z]+", tag)] == []
    shown = in_one_line("".join(page.shown))
    assert [text for text in texts() if in_one_line(text) not in shown] == []


def in_one_line(text: str) -> str:
    return " ".join(text.split())


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
