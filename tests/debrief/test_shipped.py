"""Every shipped exercise is debriefed whole, under each of its structures; `UPDATE_GOLDEN=1 pytest` writes the texts anew."""

from __future__ import annotations

import re

import pytest

from tabletop.compare import rerun, what_would_have_helped
from tabletop.debrief import DebriefView, html, markdown, provenance, view
from tabletop.engine import run
from tabletop.reading import find_source, load, shipped_ids, variants
from tests.debrief.golden_files import compared
from tests.debrief.html_page import Page

RERUNS = 5
STRUCTURES = [(name, structure) for name in shipped_ids() for structure in load(name).structures]


def debriefed(name: str, structure: str) -> DebriefView:
    scenario = load(name)
    record = run(scenario, structure)
    return view(
        record,
        reruns=rerun(scenario, structure, replications=RERUNS, jobs=1),
        gains=what_would_have_helped(record, interventions=variants(find_source(name))),
        provenance=provenance(record, reruns=RERUNS, command=f"tabletop run {name}"),
    )


@pytest.mark.parametrize(("name", "structure"), STRUCTURES)
def test_a_shipped_exercise_gives_a_whole_page(name: str, structure: str) -> None:
    page = html.render(debriefed(name, structure))
    assert Page(page).wrong == []
    assert len(page) < 1_000_000
    assert not re.search(r"\bNone\b|Undefined|<(p|li|ul|dd|tbody)>\s*</\1>|“”", page)
    assert re.search(rf"in \d+ of {RERUNS} re-runs", page)


@pytest.mark.parametrize("name", shipped_ids())
def test_the_debrief_of_a_shipped_exercise_is_the_golden_one(name: str) -> None:
    compared(f"{name}.md", markdown.render(debriefed(name, load(name).first_structure)))
