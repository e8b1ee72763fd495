"""Every shipped exercise is debriefed whole, under each of its structures; `UPDATE_GOLDEN=1 pytest` writes the texts anew."""

from __future__ import annotations

import re

import pytest

from tabletop.debrief import DebriefView, html, markdown, provenance, view
from tabletop.debrief.conduct import conducted
from tabletop.debrief.view import view_of
from tabletop.debrief.words import nearest_language, speaking
from tabletop.engine import run
from tabletop.reading import find_source, load, shipped_ids
from tests.debrief.golden_files import compared
from tests.debrief.html_page import Page

RERUNS = 5
STRUCTURES = [(name, structure) for name in shipped_ids() for structure in load(name).structures]


def debriefed(name: str, structure: str) -> DebriefView:
    """The debrief of a shipped exercise with all that was tried, in the scenario's own language."""
    source = find_source(name)
    conduct = conducted(
        source,
        load(name),
        structure=structure,
        replications=RERUNS,
        changes_over=1,
        command=f"tabletop run {name}",
    )
    with speaking(nearest_language(conduct.record.scenario.language)):
        return view_of(conduct)


@pytest.mark.parametrize(("name", "structure"), STRUCTURES)
def test_a_shipped_exercise_gives_a_whole_page(name: str, structure: str) -> None:
    """Played once under each of its structures, it is told without a gap, and in less than a megabyte."""
    record = run(load(name), structure)
    page = html.render(
        view(record, reruns=None, gains=None, provenance=provenance(record, reruns=0, command=""))
    )
    assert Page(page).wrong == []
    assert len(page.encode()) < 1_000_000
    assert not re.search(r"\bNone\b|Undefined|<(p|li|ul|dd|tbody)>\s*</\1>|“”", page)


@pytest.mark.parametrize("name", shipped_ids())
def test_the_debrief_of_a_shipped_exercise_is_the_golden_one(name: str) -> None:
    seen = debriefed(name, load(name).first_structure)
    page = html.render(seen)
    assert Page(page).wrong == []
    assert len(page.encode()) < 1_000_000
    compared(f"{name}.md", markdown.render(seen))
