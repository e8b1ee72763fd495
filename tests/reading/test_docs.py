"""The pages on writing scenarios: what they print works, and what is generated is in step with the models."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tabletop.engine import run
from tabletop.model.journal import Known
from tabletop.reading import Source, checked, read
from tabletop.reading.reference import with_reference
from tabletop.rehearsal import rehearse

DOCS = Path(__file__).parents[2] / "docs"
NAME = "night_bus.yaml"
_BLOCK = re.compile(r"^```(\w+)(?: (\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def blocks(kind: str, label: str = "") -> list[str]:
    page = (DOCS / "writing-a-scenario.md").read_text("utf-8")
    return [found[3] for found in _BLOCK.finditer(page) if (found[1], found[2] or "") == (kind, label)]


def merged(texts: list[str]) -> bytes:
    """Return a file from blocks in which a part that comes again stands for the one before."""
    parts: dict[str, str] = {}
    for text in texts:
        for part in filter(None, _PART.split(text)):
            parts[part.partition(":")[0]] = part.strip("\n") + "\n"
    return "".join(parts.values()).encode()


@cache
def steps() -> tuple[Source, ...]:
    written = blocks("yaml")
    return tuple(Source("night_bus", NAME, merged(written[:count])) for count in range(1, len(written) + 1))


@pytest.mark.parametrize("step", range(len(blocks("yaml"))))
def test_each_step_of_the_tutorial_is_in_order_and_runs(step: int) -> None:
    source = steps()[step]
    assert checked(source) == ()
    scenario = read(source)
    for structure in scenario.structures:
        assert run(scenario, structure).journal


def test_the_tutorial_says_what_happens() -> None:
    """At first nobody needs the report; then the police know it, and youth work never."""

    def knowing(step: int) -> set[str]:
        return {entry.actor for entry in run(read(steps()[step])).journal if isinstance(entry, Known)}

    assert knowing(0) == {"bus_company"}
    assert knowing(1) == {"bus_company", "police"}
    assert knowing(3) == {"bus_company", "police", "youth_work"}


def test_what_the_tutorial_ends_with_has_nothing_to_mend() -> None:
    assert rehearse(steps()[-1]).to_mend == ()


def test_the_slips_of_the_tutorial_are_told_as_it_says() -> None:
    source = Source("night_bus", NAME, merged([*blocks("yaml"), *blocks("yaml", "slip")]))
    assert "\n".join(map(str, checked(source))) == "\n".join(blocks("text")).rstrip("\n")


def test_the_reference_is_in_step() -> None:
    """When this fails: `python -m tabletop.reading.reference`."""
    page = (DOCS / "scenario-format.md").read_text("utf-8")
    assert page == with_reference(page)


def test_every_link_of_the_reference_leads_to_a_heading() -> None:
    page = (DOCS / "scenario-format.md").read_text("utf-8")
    headings = {
        line.lstrip("#").strip().lower().replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    assert sorted({link for link in re.findall(r"\]\(#([^)]+)\)", page) if link not in headings}) == []
