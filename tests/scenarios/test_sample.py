"""The sample of the format's description: it is in order, it runs, and its four structures are four stories."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.engine import run
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.registry import measured
from tabletop.model.journal import Ended, Known
from tabletop.model.scenario import Scenario
from tabletop.reading import check, load

SAMPLE = str(Path(__file__).parent / "sample.yaml")
STRUCTURES = ("team", "hub", "chain", "everyone")


@pytest.fixture(scope="module")
def sample() -> Scenario:
    return load(SAMPLE)


def test_it_has_no_problems_with_any_intervention() -> None:
    assert check(SAMPLE) == ()


def test_it_passes_a_strict_check() -> None:
    ended = CliRunner().invoke(tabletop, ["check", "--strict", SAMPLE])
    assert (ended.exit_code, "to mend" in ended.stdout) == (0, False)


def test_every_kind_has_a_source_and_a_recipient(sample: Scenario) -> None:
    streams = {stream.brings for stream in sample.traffic.values()}
    brought = {inject.brings for inject in sample.injects.values() if inject.brings}
    told = {kind for work in sample.works.values() for kind in work.tells}
    assert streams | brought | told == set(sample.information)
    assert [kind for kind in brought | told if not sample.who_needs(kind)] == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_it_runs_to_its_end_under_each_structure(sample: Scenario, structure: str) -> None:
    journal = run(sample, structure).journal
    assert journal[-1] == Ended(sample.clock.horizon)
    assert any(isinstance(entry, Known) and entry.actor == "municipality" for entry in journal)


def test_its_four_structures_differ(sample: Scenario) -> None:
    """No two of them leave the same roles without what they need for the same time, or end alike in all measures."""
    assert tuple(sample.structures) == STRUCTURES
    found = {name: measured(Chronicle(run(sample, name))) for name in STRUCTURES}
    without = {name: measures["time_without_information"] for name, measures in found.items()}
    assert [pair for pair in combinations(STRUCTURES, 2) if without[pair[0]] == without[pair[1]]] == []


def test_luck_and_not_the_hour_of_the_day_decides(sample: Scenario) -> None:
    """The same seed gives the same journal, another re-run another."""
    assert run(sample, seed=5) == run(sample, seed=5)
    assert run(sample, seed=5).journal != run(sample, seed=5, replication=1).journal
