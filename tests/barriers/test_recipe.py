"""The recipe for a new barrier, followed to the letter: its file, its line and its cases, and everything knows it."""

from __future__ import annotations

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.barriers import BARRIERS
from tabletop.cli.group import tabletop
from tabletop.compare.helping import what_would_have_helped
from tabletop.engine import run
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.delays import costliest, delays
from tabletop.model.barrier import Barrier
from tabletop.reading import Source, checked, read
from tabletop.reading.meanings import meanings
from tabletop.reading.reference import with_reference
from tabletop.reading.schema import json_schema
from tests.barriers import cases, test_laws
from tests.barriers.cases import cases_of, written_verdict
from tests.engine.stories import handoffs
from tests.source import ROOT

PAGE = (ROOT / "docs" / "adding-a-barrier.md").read_text("utf-8")
NAME = "tabletop.barriers.locked_gate"


def block(heading: str) -> str:
    """Return the one block of the page that begins so."""
    (found,) = re.findall(rf"^```{heading}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def scenario(name: str) -> Source:
    """The scenario of the page, under a name of its own, since readings are kept by name and content."""
    return Source(name, f"{name}.yaml", block("yaml scenario").encode())


@pytest.fixture
def barrier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Barrier]:
    """The barrier of the recipe, from a file of its own and with its line in the registry."""
    file = tmp_path / "locked_gate.py"
    file.write_text(block("python"), "utf-8")
    spec = spec_from_file_location(NAME, file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, NAME, module)
    spec.loader.exec_module(module)
    (kind, name) = re.findall(r'"(\w+)": (\w+),', block("python line"))[0]
    monkeypatch.setitem(BARRIERS, kind, getattr(module, name))
    (tmp_path / "locked_gate.yaml").write_text(block("yaml cases"), "utf-8")
    monkeypatch.setattr(cases, "FOLDER", tmp_path)
    return BARRIERS[kind]


def test_its_cases_hold_and_show_every_cause(barrier: type[Barrier]) -> None:
    said = cases_of("locked_gate")
    assert [written_verdict(each.barrier.judge(each.item, each.moment)) for each in said] == [
        each.verdict for each in said
    ]
    assert set(barrier.wordings.held) | set(barrier.wordings.stopped) == {"locked"}


def test_it_keeps_the_rules_of_manual_pages_and_wordings(barrier: type[Barrier]) -> None:
    test_laws.test_every_wording_is_short_and_renders(barrier)
    test_laws.test_what_would_help_is_one_sentence_without_a_place_to_fill(barrier)
    test_laws.test_a_manual_page_tells_what_it_is_what_it_does_and_what_lifting_means(barrier)
    test_laws.test_a_manual_page_shows_the_barrier_in_a_scenario(barrier)
    test_laws.test_a_manual_page_explains_every_key_before_its_example(barrier)
    test_laws.test_every_field_is_documented(barrier)


@pytest.mark.usefixtures("barrier")
def test_it_is_in_the_schema_the_reference_and_the_manual() -> None:
    assert {"locked", "comes_back_after"} <= set(json_schema()["$defs"]["locked_gate"]["properties"])
    assert "Chance that one visit finds it locked." in with_reference(
        (ROOT / "docs" / "scenario-format.md").read_text("utf-8")
    )
    page = CliRunner().invoke(tabletop, ["barriers", "locked_gate"]).stdout
    assert "Time from one visit to the next. Default: a day (a guess)." in page


@pytest.mark.usefixtures("barrier")
def test_its_scenario_runs_and_tells_what_it_cost() -> None:
    assert checked(scenario("with_line")) == ()
    record = run(read(scenario("with_line")), seed=3)
    assert handoffs(record) == ["8:00-33:00 town_hall>school: messenger.locked_gate:locked 1440m, delay 60m"]
    (worst, *_) = costliest(delays(Chronicle(record)))
    assert worst.cause == "messenger.locked_gate:locked"
    (gain,) = what_would_have_helped(record).barriers
    assert gain.what == ("messenger.locked_gate",)


def test_without_its_line_there_is_no_such_barrier() -> None:
    assert "locked_gate" not in BARRIERS
    assert "there is no kind of barrier 'locked_gate'" in str(checked(scenario("without_line"))[0])


def test_every_default_says_that_it_is_a_guess_or_where_it_comes_from() -> None:
    """A default that only means `not at all`, `always` or `no limit` needs no source."""
    plain = (0, 1, None, "", ())  # 0% and 100%, false and true among them
    for kind in BARRIERS.values():
        own = {name: field for name, field in kind.model_fields.items() if name not in Barrier.model_fields}
        for name, field in own.items():
            silent = field.is_required() or field.default in plain
            says = meanings(kind)[name]
            assert silent or "a guess)" in says or re.search(r"\b(19|20)\d\d\b", says), f"{kind.kind}.{name}"
