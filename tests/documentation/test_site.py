"""The site: every barrier, measure and scenario has its page, every page has its place, and all of it builds."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from itertools import combinations
from math import inf
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from documentation import writing
from documentation.__main__ import PICTURES
from documentation.card import card, cards
from documentation.formulas import FORMULAS, SIGNS
from documentation.layout import MIDDLE, MOST_ACTORS, layout_of
from documentation.names import ROOMS
from documentation.picture import SIZE, picture
from documentation.reachable import reachable
from documentation.words import plain, prose, table
from tabletop.barriers import BARRIERS
from tabletop.engine import run
from tabletop.measures import Chronicle, measured
from tabletop.measures.awareness import awareness
from tabletop.measures.registry import MEASURES
from tabletop.model.duration import HOUR
from tabletop.reading import load, shipped_ids
from tests.source import ROOT
from tests.structures.made import made

DOCS = ROOT / "docs"
SVG = "{http://www.w3.org/2000/svg}"
pages = cache(writing.pages)


def test_every_barrier_and_every_scenario_has_a_page_and_every_measure_a_definition() -> None:
    written = pages()
    assert {f"barriers/{kind}.md" for kind in BARRIERS} <= set(written)
    assert {f"scenarios/{id_}.md" for id_ in shipped_ids()} <= set(written)
    for measure in MEASURES.values():
        assert f"`{measure.name}`" in written["measures.md"]
        assert measure.formula in written["measures.md"]
    assert all(f"## {room}\n" in written["api.md"] for room in ROOMS)


def test_the_page_of_a_scenario_tells_what_happens_in_order() -> None:
    page = pages()["scenarios/kumanovo_cat.md"]
    happens = page.partition("\n## What happens\n")[2].partition("\n## ")[0]
    rows = [line for line in happens.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(load("kumanovo_cat").injects)
    assert rows[0].startswith("| Mon 5 Oct 08:00 ")
    assert "should not read on" in happens


def test_every_measure_has_a_formula_in_signs_that_the_page_explains() -> None:
    page = pages()["measures.md"]
    assert list(FORMULAS) == list(MEASURES)
    assert all(f"\n{formula}\n" in page for formula in FORMULAS.values())
    used = set(re.findall(r"\b([a-zA-Z])\(", " ".join(FORMULAS.values()))) | set(
        re.findall(r"\b([A-Z])\b", " ".join(FORMULAS.values()))
    )
    assert used <= {*re.findall(r"\b([a-zA-Z])\b", " ".join(SIGNS)), "T"}


def test_the_main_measure_is_what_its_formula_says() -> None:
    """Computed once more from the page's signs, for the shipped exercise."""
    scenario = load("kumanovo_cat")
    needs = awareness(Chronicle(run(scenario, "cat"))).needs
    signs = [(each.exists, each.knows, each.cut) for each in needs if each.exists is not None]
    hours = sum(max(0, min(inf if u is None else u, d) - e) for e, u, d in signs) / HOUR
    figures = measured(Chronicle(run(scenario, "cat")))
    assert figures["time_without_information"] == hours
    assert figures["time_without_information_mean"] == hours / len(signs)


def test_names_for_programs_show_what_each_value_holds_and_can_be_asked() -> None:
    page = pages()["api.md"]
    assert "class Known:\n    at: int\n    actor: str\n    kind: str\n" in page
    assert "| `advance(until)` | Play everything that happens before an instant" in page
    assert "ForwardRef" not in page


def test_every_column_of_a_table_has_a_head() -> None:
    """A reader who hears the page instead of seeing it is told which column a cell is in."""
    written = {**pages(), "validation.md": (DOCS / "validation.md").read_text("utf-8")}
    heads = re.compile(r"^(\|.*\|)\n\|(?: ?---+ ?\|)+$", re.MULTILINE)
    empty = [(place, found[1]) for place, text in written.items() for found in heads.finditer(text)
             if not all(cell.strip() for cell in found[1].strip("|").split("|"))]  # fmt: skip
    assert empty == []


def test_every_page_has_its_place_in_the_contents() -> None:
    placed = re.findall(r"^[\w/-]+$", (DOCS / "index.md").read_text("utf-8"), re.MULTILINE)
    assert {path.stem for path in DOCS.glob("*.md")} - set(placed) == {"index"}
    assert sorted(set(placed)) == sorted(placed)


@pytest.mark.parametrize("id_", shipped_ids())
def test_every_structure_of_a_shipped_scenario_has_a_picture_with_everybody(id_: str) -> None:
    layout = layout_of(load(id_))
    for structure in layout.networks:
        drawn = picture(layout, structure)
        svg = ET.fromstring(drawn).find(f".//{SVG}svg")  # noqa: S314 - our own words
        assert svg is not None
        assert len(svg.findall(f"{SVG}text")) == len(layout.actors)
        assert "://" not in drawn.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("id_", shipped_ids())
def test_nobody_stands_where_another_stands_and_names_have_a_row_each(id_: str) -> None:
    layout = layout_of(load(id_))
    spots = [layout.spots[actors[0]] for actors in layout.actors.values()]
    for side in (
        [spot.y for spot in spots if spot.x > MIDDLE],
        [spot.y for spot in spots if spot.x < MIDDLE],
    ):
        assert all(abs(one - other) > 2 * SIZE for one, other in combinations(side, 2))
        assert all(SIZE < y < layout.height - SIZE for y in side)


def test_no_two_channels_of_a_scenario_are_drawn_alike() -> None:
    for id_ in shipped_ids():
        layout = layout_of(load(id_))
        drawn = [(layout.colour(channel), layout.dashes(channel)) for channel in layout.channels]
        assert len(set(drawn)) == len(drawn)


def test_the_cards_of_the_scenarios_are_in_step() -> None:
    """When this fails: `python -m documentation`."""
    drawn = cards()
    assert {path.name for path in PICTURES.iterdir()} == set(drawn)
    for name, text in drawn.items():
        assert (PICTURES / name).read_text("utf-8") == text
        assert ET.fromstring(text).find(f"{SVG}title") is not None  # noqa: S314 - our own words
        assert len(text) < 30_000
        assert "://" not in text.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_survives_whatever_a_title_is() -> None:
    actors = {"a": {"title": '<b> & "quoted"'}, "b": {"title": "مدرسة"}, "c": {"title": "x" * 90}}
    structures = {"it": {"links": [{"from": "a", "to": ["b", "c"], "channel": "email"}]}}
    layout = layout_of(made(actors, structures))
    for drawn in (picture(layout, "it"), card(layout)):
        assert "&lt;b&gt; &amp; &quot;quoted&quot;" in drawn
        assert ET.fromstring(drawn) is not None  # noqa: S314 - our own words


def test_a_crowd_has_no_picture() -> None:
    names = [f"a{number}" for number in range(MOST_ACTORS + 1)]
    layout = layout_of(made(names, {"it": {"shape": "complete", "members": names, "channel": "email"}}))
    assert (picture(layout, "it"), card(layout)) == ("", "")


def test_words_of_an_author_are_not_read_as_markup() -> None:
    assert plain("a *star* [x](y) <b> $1") == "a \\*star\\* \\[x\\]\\(y\\) \\<b\\> \\$1"
    assert table(("a",), [("x | y\nz",)]) == "| a |\n| --- |\n| x \\| y z |\n"
    assert prose("One.\n\n    a: 1\n\n    b: 2\n\nTwo.") == "One.\n\n```yaml\na: 1\n\nb: 2\n```\n\nTwo.\n"


def test_what_scrolls_can_be_reached_by_key_and_a_second_time_changes_nothing() -> None:
    page = '<p class="caption" role="heading"><pre>x</pre><p><img alt="a" src="b.svg" /></p>'
    once = reachable(page)
    assert once.count('tabindex="0"') == 2
    assert 'aria-level="2"' in once
    assert reachable(once) == once


@pytest.mark.slow
@pytest.mark.skipif(find_spec("sphinx") is None, reason="Sphinx is not here; `make docs` fetches it")
def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    arguments = ["-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(DOCS), str(tmp_path)]
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for page in tmp_path.rglob("*.html"):
        loaded = re.findall(
            r'<(?:script|link|img)[^>]+(?:src|href)="(https?:[^"]+)"', page.read_text("utf-8")
        )
        assert loaded == [], page.name
