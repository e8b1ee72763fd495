"""Several measures, several changes, several loads, several guesses: what each adds up to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.degradation import load_curve, losses
from tabletop.compare.statistics.effects import effects
from tabletop.compare.statistics.pareto import SIDES, unbeaten
from tabletop.compare.statistics.sensitivity import robustness
from tabletop.compare.statistics.sweeping import main_effects
from tabletop.measures import MAIN
from tests.compare.statistics.rows import cell, played

LUCK = [3.0, 9, 4, 12, 7, 5, 10, 6]
_, STAFF, EXPOSED = SIDES


def sides(structure: str, *, time: float, staff: float, exposed: float) -> Column:
    """Return a column whose means lie so far above common luck."""
    measures = {
        STAFF: [staff + each / 10 for each in LUCK],
        EXPOSED: [exposed + each / 20 for each in LUCK],
    }
    return played(cell(structure), [time + each for each in LUCK], measures=measures)


def test_what_another_is_no_worse_than_on_all_and_clearly_better_on_one_is_beaten() -> None:
    quick = sides("quick", time=10, staff=50, exposed=9)
    thrifty = sides("thrifty", time=30, staff=20, exposed=3)
    poor = sides("poor", time=31, staff=20, exposed=3)
    found = unbeaten([quick, thrifty, poor])
    assert [(each.cell.structure, [by.structure for by in each.beaten_by]) for each in found] == [
        ("quick", []),
        ("thrifty", []),
        ("poor", ["thrifty"]),
    ]


def test_chance_alone_beats_nobody() -> None:
    one = played(cell("one"), LUCK, measures={STAFF: LUCK, EXPOSED: LUCK})
    other = played(
        cell("other"),
        [each + 0.1 * (-1) ** place + 0.01 for place, each in enumerate(LUCK)],
        measures={STAFF: LUCK, EXPOSED: LUCK},
    )
    assert all(each.unbeaten for each in unbeaten([one, other]))


def test_a_difference_that_is_no_more_than_chance_keeps_nobody_from_beating() -> None:
    """5.67 things exposed instead of 5.63, more in one half of the replications and fewer in the other, are level."""
    swift = sides("swift", time=10, staff=20, exposed=5)
    luck = [5 + each / 20 + (0.5 if place % 2 else -0.53) for place, each in enumerate(LUCK)]
    measures = {STAFF: [20 + each / 10 for each in LUCK], EXPOSED: luck}
    slow = played(cell("slow"), [30 + each for each in LUCK], measures=measures)
    found = unbeaten([swift, slow])
    assert found[1].means[2] < found[0].means[2]
    assert [[by.structure for by in each.beaten_by] for each in found] == [[], ["swift"]]


def test_one_replication_beats_nobody() -> None:
    few = {STAFF: [1.0], EXPOSED: [1.0]}
    assert all(
        each.unbeaten
        for each in unbeaten([played(cell("a"), [1.0], measures=few), played(cell("b"), [9.0], measures=few)])
    )


def test_changes_are_ranked_by_what_they_gain_and_pairs_by_what_they_add() -> None:
    base = played(cell("hub"), [100 + each for each in LUCK])
    form = played(cell("hub", "form"), [80 + each * 1.1 for each in LUCK])
    calls = played(cell("hub", variant="lifted: phone.unanswered_call"), [90 + each * 0.9 for each in LUCK])
    worse = played(cell("hub", "meeting"), [130 + each * 1.2 for each in LUCK])
    both = played(cell("hub", "form", "meeting"), [95 + each for each in LUCK])
    found = effects(base, [form, calls, worse, both], MAIN)
    assert [each.what for each in found] == [
        ("form",),
        ("phone.unanswered_call",),
        ("form", "meeting"),
        ("meeting",),
    ]
    assert [each.clear for each in found] == [True] * 4
    assert found[0].gain.value == pytest.approx(20 - 0.7)
    assert found[2].beyond is not None
    assert found[2].beyond.value == pytest.approx(80 + 130 - 100 - 95 + 0.3 * 7)
    assert found[0].beyond is None


def test_load_bends_a_hub_and_shows_whose_desk_chokes() -> None:
    def at(variant: str, mean: float, busy: float) -> Column:
        bare = played(cell("hub", variant=variant), [mean, mean + 2])
        return replace(bare, desks={"school": busy / 4, "city": busy})

    found = load_curve(
        [at("load: 4", 90, 1.0), at("", 10, 0.3), at("load: 2", 20, 0.6), at("without actor: a", 1, 1)], MAIN
    )
    assert found is not None
    assert [(each.factor, each.estimate.value) for each in found.loads] == [(1, 11), (2, 21), (4, 91)]
    assert [(each.actor, each.shares) for each in found.desks] == [
        ("city", (0.3, 0.6, 1.0)),
        ("school", (0.075, 0.15, 0.25)),
    ]
    first, second = (each.chokes for each in found.desks)
    assert first is not None
    assert (round(first.at, 9), first.above, first.by, second) == (round(2 + 0.25 / 0.3, 9), 2, 4, None)
    assert load_curve([played(cell("hub"), [1, 2])], MAIN) is None


def test_the_dearest_loss_comes_first() -> None:
    base = played(cell("hub"), LUCK)
    gone = {
        "without actor: school": [each + 1 + 0.1 * each for each in LUCK],
        "without actor: city": [each * 4 + 50 for each in LUCK],
        "without link: hub.0": LUCK,
    }
    columns = [played(cell("hub", variant=name), values) for name, values in gone.items()]
    found = losses(base, columns, MAIN)
    assert [(each.what, each.is_actor, each.clear) for each in found] == [
        ("city", True, True),
        ("school", True, True),
        ("hub.0", False, False),
    ]


def test_a_ranking_that_hangs_on_one_guess() -> None:
    """The team is best unless calls are answered seldom: the lead grows with that guess, and with no other."""
    answered = [place / 20 for place in range(20)]
    noise = [(place * 7 % 20) / 20 for place in range(20)]
    drawn = [{"team": 10 - 8 * place, "hub": 5.0} for place in answered]
    guesses = [{"answered": one, "noise": other} for one, other in zip(answered, noise, strict=True)]
    found = robustness({"team": 3.0, "hub": 5.0}, drawn, guesses, sign=1)
    assert found is not None
    assert (found.draws, found.best, found.best_in) == (20, "team", (("team", 7), ("hub", 13)))
    assert found.stays_best.value == found.same_order.value == 7 / 20
    assert found.turns[0].path == "answered"
    assert found.turns[0].correlation == pytest.approx(1)
    assert found.turns[0].p < 0.001
    assert found.turns[1].p > 0.05
    assert found.turns[0].held_at == pytest.approx(sum(range(13, 20)) / 7 / 20)
    assert found.turns[0].lost_at == pytest.approx(sum(range(13)) / 13 / 20)


def test_without_rivals_or_draws_there_is_no_ranking_to_hold() -> None:
    assert robustness({"team": 1.0}, [{"team": 1.0}], [{}], sign=1) is None
    assert robustness({"team": 1.0, "hub": 2.0}, [], [], sign=1) is None
    few = robustness({"team": 1.0, "hub": 2.0}, [{"team": 1.0, "hub": 3.0}], [{"a": 0.1}], sign=1)
    assert few is not None
    assert few.turns == ()


def test_main_effects_average_over_the_rest_of_the_grid() -> None:
    grid = {("1w", "1"): 10.0, ("1w", "2"): 6.0, ("4w", "1"): 30.0, ("4w", "2"): 22.0}
    columns = [
        played(cell("hub", variant=f"set: every={every}; staff={staff}"), [base, base + 2])
        for (every, staff), base in grid.items()
    ]
    found = main_effects(columns, MAIN)
    assert [
        (each.path, each.value, each.estimate.value, each.change and each.change.value) for each in found
    ] == [("every", "1w", 9, None), ("every", "4w", 27, 18), ("staff", "1", 21, None), ("staff", "2", 15, -6)]
    assert main_effects([played(cell("hub"), [1, 2])], MAIN) == ()
