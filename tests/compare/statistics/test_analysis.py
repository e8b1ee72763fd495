"""One analysis of a small comparison that was really played."""

from __future__ import annotations

from math import fsum

import pytest

from tabletop.compare.results import Results
from tabletop.compare.statistics.analysis import Analysis, Comparison, analyse
from tabletop.compare.statistics.pareto import SIDES
from tabletop.measures import MAIN, MEASURES
from tests.debrief.comparison.small import DRAWS, REPLICATIONS, SETS, STRUCTURES, analysis, results, scenario


@pytest.fixture(scope="module")
def found() -> Comparison:
    (only,) = analysis().comparisons
    return only


def test_the_structures_as_they_are_are_compared(found: Comparison) -> None:
    assert [each.cell.label for each in found.leads] == list(STRUCTURES)
    assert [each.cell for each in found.places] == [each.cell for each in found.leads]
    assert sum(each.verdict == "best" for each in found.places) == 1
    assert all(each.count == REPLICATIONS for each in found.leads)
    assert all(list(each.taken) == list(MEASURES) for each in found.leads)


def test_means_are_those_of_the_rows(found: Comparison) -> None:
    for each in found.leads:
        values = [value for value in results().values(each.cell, MAIN) if value is not None]
        taken = each.taken[MAIN].mean
        assert taken is not None
        assert taken.value == pytest.approx(fsum(values) / len(values))


def test_every_change_tried_has_an_effect_under_every_structure(found: Comparison) -> None:
    tried = {(each.structure, each.what) for each in found.effects}
    switched = [each for each in SETS if each]
    expected = {(name, what) for name in STRUCTURES for what in (*switched, ("email.lossy_channel",))}
    assert tried == expected
    pairs = [each for each in found.effects if len(each.what) == 2]
    assert all(each.beyond is not None for each in pairs)


def test_strain_is_looked_at_structure_by_structure(found: Comparison) -> None:
    assert [each.structure for each in found.loads] == list(STRUCTURES)
    assert all([load.factor for load in each.loads] == [0.5, 1, 2] for each in found.loads)
    away = [(each.structure, each.what) for each in found.losses if each.is_actor]
    assert sorted(away) == sorted((name, who) for name in STRUCTURES for who in ("ngo", "city"))
    assert sum(not each.is_actor for each in found.losses) == len(STRUCTURES)


def test_all_draws_count_and_none_is_shown_as_a_cell(found: Comparison) -> None:
    assert found.robustness is not None
    assert found.robustness.draws == DRAWS
    assert sum(count for _, count in found.robustness.best_in) == DRAWS
    assert not any("guesses" in each.cell.variant for each in found.others)
    assert len(found.others) == len(STRUCTURES) * (len(SETS) - 1 + 6)


def test_needs_that_differ_most_come_first_and_all_have_a_curve(found: Comparison) -> None:
    spreads = [each.spread for each in found.needs]
    assert spreads == sorted(spreads, reverse=True)
    assert {f"{each.role}:{each.kind}" for each in found.needs} >= {"coordinator:concern", "referrer:plan"}


def test_several_measures_stand_side_by_side(found: Comparison) -> None:
    assert all(len(each.means) == len(SIDES) for each in found.standings)
    assert any(each.unbeaten for each in found.standings)
    assert found.saving is not None
    assert [name for name, _ in found.networks] == list(STRUCTURES)


def test_what_is_switched_on_everywhere_is_the_base_of_everything() -> None:
    rows = tuple(row for row in results().rows if "agreed" in row.cell.interventions and not row.cell.variant)
    made: Analysis = analyse(Results(rows), {"city": scenario()})
    assert [each.cell.interventions for each in made.comparisons[0].leads] == [("agreed",)] * len(STRUCTURES)


def test_nothing_is_found_out_from_nothing() -> None:
    assert analyse(Results(()), {"city": scenario()}).comparisons == ()
