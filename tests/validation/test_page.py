"""The page on validation is what its figures say, every figure passes, and a moment's play does not contradict it."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from tabletop.reading import load
from validation.experiment import Experiment, Reference
from validation.finding import Finding, finding
from validation.networks import STRUCTURES, product_form, steps
from validation.page import PAGE, written
from validation.playing import findings, kept, play
from validation.registry import EXPERIMENTS

NEAR = 0.12
"""How far, as a share of what is expected, a few re-runs may lie from it."""


def ids(experiments: list[Experiment]) -> list[str]:
    return [each.id for each in experiments]


def test_the_page_is_in_step_with_its_figures_and_with_what_is_known() -> None:
    """When this fails: `make validation`."""
    assert PAGE.read_text("utf-8") == written(kept())


def test_every_figure_of_the_page_passes() -> None:
    figures = kept()
    assert list(figures) == list(EXPERIMENTS)
    failed = [
        (each.id, reference.what)
        for each in EXPERIMENTS.values()
        for reference, found in zip(each.references, figures[each.id], strict=True)
        if not found.agrees_with(reference)
    ]
    assert failed == []


def test_the_page_has_what_a_sceptic_asks_for() -> None:
    """One figure at least for each of the results that the simulator is held to."""
    asked = {
        "mm1", "mm3", "md1", "mg1", "priorities", "tandem", "five_networks_1", "periodic", "office_hours", "vacations",
        "resend", "calls", "join", "k_of_n", "common_symbol", "retelling", "congestion",
    }  # fmt: skip
    assert asked - set(EXPERIMENTS) == set()


def test_each_experiment_names_a_scenario_that_is_there() -> None:
    for each in EXPERIMENTS.values():
        name = each.workload.partition("`")[2].partition("`")[0]
        assert load(name).title, each.id


@pytest.mark.parametrize("experiment", EXPERIMENTS.values(), ids=EXPERIMENTS)
def test_a_few_re_runs_come_near_to_what_is_known(experiment: Experiment) -> None:
    for reference, found in zip(experiment.references, findings(experiment, experiment.quick), strict=True):
        near = NEAR * abs(reference.expected) + reference.give_or_take
        match reference.bound:
            case "at most":
                assert found.mean <= reference.expected, reference.what
            case "at least":
                assert found.mean >= reference.expected, reference.what
            case "is":
                assert abs(found.mean - reference.expected) <= (1e-12 if reference.exact else near), (
                    reference.what
                )


@pytest.mark.slow
def test_all_re_runs_give_the_figures_of_the_page_again() -> None:
    again = play(EXPERIMENTS.values())
    for id_, found in kept().items():
        for before, now in zip(found, again[id_], strict=True):
            assert astuple(now) == pytest.approx(astuple(before), rel=1e-9), id_


def test_the_five_networks_have_the_loads_that_their_shapes_give() -> None:
    """The busiest desk, as so many times what one person writes; and the wheel's delay, worked out by hand."""
    scenario = load("classic/five_networks")
    busiest = {name: round(max(steps(scenario, name).values()), 9) for name in STRUCTURES}
    assert busiest == {"circle": 1.5, "chain": 3, "y": 3.5, "wheel": 4, "all_channel": 1}
    assert product_form("wheel", 4) == pytest.approx((0.8 / 0.2 + 4 * 0.2 / 0.8) / 1)


@pytest.mark.parametrize(
    ("found", "reference", "agrees"),
    [
        (Finding(1.01, 0.02, 9), Reference("a", 1.0), True),
        (Finding(1.03, 0.02, 9), Reference("a wide miss", 1.0), False),
        (Finding(1.03, 0.06, 9), Reference("an interval that proves nothing", 1.0), False),
        (Finding(1.03, 0.02, 9), Reference("an estimate", 1.0, give_or_take=0.02), True),
        (Finding(0.5, 0.0, 1), Reference("exact", 0.5, exact=True), True),
        (Finding(0.5000001, 0.0, 1), Reference("exact", 0.5, exact=True), False),
        (Finding(0.15, 0.04, 9), Reference("a bound", 0.2, bound="at most"), True),
        (Finding(0.17, 0.04, 9), Reference("a bound not quite", 0.2, bound="at most"), False),
        (Finding(0.4, 0.05, 9), Reference("a bound from below", 0.3, bound="at least"), True),
        (Finding(0.3, 0.05, 9), Reference("a bound from below", 0.3, bound="at least"), False),
    ],
    ids=lambda each: each.what if isinstance(each, Reference) else "",
)
def test_when_a_figure_agrees(found: Finding, reference: Reference, agrees: bool) -> None:  # noqa: FBT001 - a case
    assert found.agrees_with(reference) is agrees


def test_an_interval_is_students() -> None:
    """Two values 1 apart: a standard error of one half, times the t of one degree of freedom, 636.6."""
    found = finding([0.0, 1.0])
    assert (found.mean, round(found.reach, 1), found.runs) == (0.5, 318.3, 2)
