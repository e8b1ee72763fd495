"""The page on mechanisms: no row is empty, everything it names is there, and tips do what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.util import find_spec

import pytest
from pydantic import BaseModel

from tabletop.barriers import BARRIERS
from tabletop.measures.registry import MEASURES
from tabletop.model.actor import Actor
from tabletop.model.inject import Inject
from tabletop.model.intervention import Intervention
from tabletop.model.scenario import Scenario
from tabletop.model.structure import Structure
from tabletop.model.work import Decision
from tabletop.reading import load, shipped_ids
from tabletop.rehearsal import FINDERS
from tabletop.rehearsal.audit import ROWS
from tests.source import ROOT

PAGE = (ROOT / "docs" / "mechanisms.md").read_text("utf-8")

MODELS: Mapping[str, type[BaseModel]] = {
    **{model.__name__: model for model in (Actor, Decision, Inject, Intervention, Scenario, Structure)},
    **{barrier.__name__: barrier for barrier in BARRIERS.values()},
}


def has_key(name: str) -> bool:
    model, _, key = name.partition(".")
    return any(key in {field, each.alias} for field, each in MODELS[model].model_fields.items())


def has_intervention(name: str) -> bool:
    scenario, _, id_ = name.partition(".")
    return id_ in load(scenario).interventions


KNOWN: Mapping[str, Callable[[str], bool]] = {
    "barrier": BARRIERS.__contains__,
    "measure": MEASURES.__contains__,
    "audit": ROWS.__contains__,
    "finding": FINDERS.__contains__,
    "key": has_key,
    "intervention": has_intervention,
    "scenario": lambda name: name in shipped_ids(),
    "module": lambda name: find_spec(name) is not None,
}


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its heads."""
    _, _, below = PAGE.partition(f"\n## {heading}\n")
    lines = [line for line in below.partition("\n## ")[0].splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:] if "---" not in line]


HEADINGS = ("Barriers", "Tips", "Lessons", "Functions of a platform", "Also in the guide")


@pytest.mark.parametrize(("heading", "least"), list(zip(HEADINGS, (8, 5, 10, 6, 4), strict=True)))
def test_no_row_is_empty_and_each_names_what_carries_it(heading: str, least: int) -> None:
    found = rows(heading)
    assert len(found) >= least
    for cells in found:
        assert all(cells), cells
        assert re.search(r"`(?:barrier|measure|audit|finding|key|intervention|scenario):", " ".join(cells)), (
            cells
        )


def test_everything_named_is_there() -> None:
    named = re.findall(r"`(\w+):([\w.]+)`", PAGE)
    assert len(named) > 60
    assert [f"{sort}:{name}" for sort, name in named if not KNOWN[sort](name)] == []


def test_every_barrier_and_every_row_of_the_audit_has_a_place() -> None:
    named = set(re.findall(r"`(\w+:[\w.]+)`", PAGE))
    wanted = {f"barrier:{kind}" for kind in BARRIERS} | {f"audit:{name}" for name in ROWS}
    tips = {f"audit:{name}" for name, row in ROWS.items() if row.group == "tip"}
    assert wanted - tips - named == set()


def test_lessons_and_functions_stand_in_the_order_of_the_audit() -> None:
    def audited(heading: str) -> list[str]:
        return [re.findall(r"`audit:(\w+)`", " ".join(cells))[0] for cells in rows(heading)]

    assert audited("Lessons") == [name for name, row in ROWS.items() if row.group == "lesson"]
    assert audited("Functions of a platform") == [
        name for name, row in ROWS.items() if row.group == "function"
    ]


@pytest.mark.parametrize("cells", rows("Tips"), ids=lambda cells: cells[0][:30])
def test_a_tip_changes_what_the_page_says_and_says_why_that_much(cells: list[str]) -> None:
    tip, named, changes, why = cells
    (name,) = re.findall(r"`intervention:([\w.]+)`", named)
    intervention = load(name.partition(".")[0]).interventions[name.partition(".")[2]]
    assert intervention.tip == int(tip[0])
    said = " ".join(changes.replace("`", "").split())
    for path, value in intervention.set.items():
        assert path in said, path
        assert str(value).lower() in said.lower(), value
    for lifted in (*intervention.lift, *intervention.add):
        assert lifted in said, lifted
    assert why.startswith(("a guess", "by meaning", "measured"))


@pytest.mark.parametrize("scenario", ["kumanovo_cat", "viral_video", "young_person"])
def test_all_five_tips_can_be_switched_on(scenario: str) -> None:
    assert {each.tip for each in load(scenario).interventions.values()} >= {1, 2, 3, 4, 5}
