"""Hostile and odd files: each has its stated outcome, and none a traceback."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest

from tabletop.engine import run
from tabletop.errors import RunawayError, ScenarioError
from tabletop.model.journal import Ended
from tabletop.reading import Source, checked, read
from tabletop.reading.yaml_guard import read_tree
from tests.reading.hostile import (
    distributions,
    encoding,
    graph,
    injection,
    magnitude,
    paths,
    references,
    runtime,
    semantics,
    syntax,
    types,
    unicode,
    yaml_features,
)
from tests.reading.hostile import time as times
from tests.reading.hostile.city import Case, city, police

SORTS: Mapping[str, tuple[Case, ...]] = {
    "syntax": syntax.CASES,
    "encoding": encoding.CASES,
    "types": types.CASES,
    "references": references.CASES,
    "graph": graph.CASES,
    "semantics": semantics.CASES,
    "distributions": distributions.CASES,
    "magnitude": magnitude.CASES,
    "yaml_features": yaml_features.CASES,
    "unicode": unicode.CASES,
    "injection": injection.CASES,
    "paths": paths.CASES,
    "time": times.CASES,
}
CASES = {f"{sort}: {case.sentence}": case for sort, cases in SORTS.items() for case in cases}
"""Every file that is read; the names tell the sort and what is to be seen."""

RUNTIME = {case.sentence: case for case in runtime.CASES}


def source_of(case: Case) -> Source:
    content = case.source if isinstance(case.source, bytes) else case.source.encode()
    return Source("city", "city.yaml", content)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_outcome_is_as_stated(case: Case) -> None:
    assert tuple(map(str, checked(source_of(case)))) == case.told


@pytest.mark.parametrize("case", RUNTIME.values(), ids=RUNTIME)
def test_what_is_in_order_plays_to_its_end_or_stops_with_a_sentence(case: Case) -> None:
    scenario = read(source_of(case))
    if case.told:
        with pytest.raises(RunawayError, match=case.told[0]):
            run(scenario)
    else:
        assert run(scenario).journal[-1] == Ended(scenario.clock.horizon)


def test_there_are_at_least_250_of_them_and_each_is_named_once() -> None:
    assert len(CASES) + len(RUNTIME) >= 250
    assert len(CASES) == sum(map(len, SORTS.values()))


def test_a_hundred_kilobytes_of_brackets_are_refused_within_50_milliseconds() -> None:
    flood = b"[" * 100_000
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        with pytest.raises(ScenarioError):
            read_tree(flood, "city.yaml")
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.05


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
        "[/]",
        "=cmd|calc",
        "A\u200fcity",
        "منشور مقلق",
        "A {0.__class__} %s",
    ],
)
def test_what_is_accepted_arrives_unchanged(text: str) -> None:
    scenario = read(Source("city", "city.yaml", city(f"title: '{text}'").encode()))
    assert scenario.title == text


def test_a_name_of_a_file_becomes_a_plain_id() -> None:
    """What a file is called goes into the names of other files."""
    from tabletop.reading.library import _id

    assert [_id(stem) for stem in ("flood", "Flood 2026", "..", "<b>", "2026", "تمرين", "a" * 99)] == [
        "flood",
        "flood_2026",
        "scenario",
        "b",
        "scenario_2026",
        "scenario",
        "a" * 63,
    ]


def test_one_slip_does_not_hide_the_next() -> None:
    """What the guard, the models and the look at the whole find is told together."""
    text = police("staff: 010, hours: nine") + "injects: {event: {at: 1h, to: scool, brings: concern}}\n"
    lines = [str(each) for each in checked(Source("city", "city.yaml", text.encode()))]
    assert [line.split(": ")[1] for line in lines] == [
        "actors.police.staff",
        "actors.police.hours",
        "injects.event.to",
    ]
