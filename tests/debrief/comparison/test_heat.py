from __future__ import annotations

from dataclasses import replace

from tabletop.compare.results import Cell
from tabletop.compare.statistics.choking import desk_curves
from tabletop.compare.statistics.degradation import LoadCurve, LoadPoint, Loss
from tabletop.compare.statistics.intervals import Estimate
from tabletop.compare.statistics.sensitivity import Turn
from tabletop.debrief.comparison.absences import without
from tabletop.debrief.comparison.choking import choke_rows, choking_told
from tabletop.debrief.comparison.grouping import GROUPS
from tabletop.debrief.comparison.heat import TONES, map_field
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.strain import turned
from tabletop.debrief.comparison.view import comparison_view
from tabletop.measures import MAIN, MEASURES
from tests.debrief.comparison.small import analysis, provenance, scenario


def tone(value: float, *, better: bool, clear: bool = True) -> int:
    return map_field(
        Estimate(value, value - 1, value + 1, 9), better=better, clear=clear, most=100, measure=MAIN
    ).tone


def test_shades_grow_with_the_root_of_what_was_gained() -> None:
    assert [tone(each, better=True) for each in (100, 50, 25, 5, 0)] == [TONES, 3, 2, 1, 0]
    assert [tone(-each, better=False) for each in (100, 25)] == [-TONES, -2]


def test_what_is_not_clear_has_no_shade() -> None:
    assert tone(100, better=True, clear=False) == 0


def test_every_measure_stands_in_one_group() -> None:
    grouped = [name for _title, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(MEASURES)


def test_it_is_said_whom_each_structure_can_least_do_without() -> None:
    (seen,) = comparison_view(analysis(), provenance()).scenarios
    says = {str(each.structure): str(each.says) for each in seen.strain.losses}
    assert list(says) == ["Over the office", "One to the next", "All to all"]
    assert all("can least do without" in each or "nobody’s absence" in each for each in says.values())
    assert [str(row.name) for row in seen.strain.away]
    assert all(len(row.fields) == 3 for row in seen.strain.away)


def test_the_answer_names_one_change_and_never_two_at_once() -> None:
    (seen,) = comparison_view(analysis(), provenance()).scenarios
    assert "Agree in advance + Answer the phone" not in str(seen.answer)
    assert "single change" in str(seen.answer)


def test_points_of_a_sweep_are_called_by_the_ends_of_their_paths_and_many_are_counted() -> None:
    labels = Labels(scenario())
    point = Cell(
        "city", "hub", (), "set: actors.school.staff=2; channels.email.delay=1h; actors.city.staff=3"
    )
    assert str(labels.cell(point)) == "Over the office · school.staff = 2 · email.delay = 1h · city.staff = 3"
    many = [Cell("city", "hub", (), f"set: actors.city.staff={n}") for n in range(6)]
    assert str(labels.cells(many[:4])).count("staff") == 4
    assert str(labels.cells(many)).endswith("“Over the office · city.staff = 2” and 3 others")


def test_it_is_said_where_a_guess_turns_the_ranking() -> None:
    turns = (
        Turn("barriers.trust.otherwise", -0.8, 0.001, held_at=0.3, lost_at=0.9),
        Turn("channels.email.delay", 0.6, 0.01, held_at=0.5, lost_at=None),
        Turn("channels.phone.delay", 0.1, 0.7, held_at=0.5, lost_at=0.5),
    )
    assert [turned(each).replace("\u00a0", " ") for each in turns] == [
        "the lead shrinks as it grows; where the lead was lost it lay at 90 % of its range on average, where it was held at 30 %",
        "the lead grows with it",
        "no clear influence",
    ]


def test_it_is_said_whose_desk_chokes_first_and_at_which_load() -> None:
    def under(structure: str, *shares: tuple[float, float]) -> LoadCurve:
        loads = (1.0, 2.0, 4.0)
        desks = [
            (load, dict(zip(("city", "ngo"), both, strict=True)))
            for load, both in zip(loads, shares, strict=True)
        ]
        points = tuple(LoadPoint(load, Estimate(1, 1, 1, 2)) for load in loads)
        return LoadCurve(structure, points, desk_curves(desks))

    found = replace(
        analysis().comparisons[0],
        loads=(
            under("chain", (0.1, 0.1), (0.2, 0.2), (0.4, 0.3)),
            under("hub", (0.3, 0.1), (0.6, 0.2), (0.99, 0.4)),
            under("everyone", (0.9, 0.1), (1.0, 0.2), (1.0, 0.3)),
        ),
    )
    labels = Labels(scenario())
    assert [str(each).replace("\u00a0", " ") for each in choking_told(found, labels)] == [
        "Under “All to all” the desk of “city” chokes with the usual traffic already.",
        "Under “Over the office” the desk of “city” is the first to choke, at about 2.8 times the usual traffic.",
        "Under “One to the next” no desk chokes with up to 4 times the usual traffic.",
    ]
    assert [
        (
            str(each.structure),
            str(each.desk),
            each.at.replace("\u00a0", " "),
            each.between.replace("\u00a0", " "),
        )
        for each in choke_rows(found.loads, labels)
    ] == [
        ("One to the next", "city", "does not, up to 4 ×", ""),
        ("Over the office", "city", "about 2.8 ×", "between 2 × and 4 ×"),
        ("All to all", "city", "at 1 × already", ""),
    ]


def test_the_answer_says_whom_the_best_can_least_do_without_and_who_is_better_then() -> None:
    (comparison,) = analysis().comparisons
    usual = {each.cell.structure: each.taken[MAIN].mean for each in comparison.leads}
    hub, chain = usual["hub"], usual["chain"]
    assert hub is not None
    assert chain is not None

    def loss(structure: str, cost: float) -> Loss:
        return Loss(structure, "city", True, Estimate(cost, cost - 1, cost + 1, 9), clear=True)

    def told(at_hub: float, at_chain: float) -> list[str]:
        found = replace(comparison, losses=(loss("hub", at_hub), loss("chain", at_chain)))
        return [
            str(each).replace("\u00a0", " ")
            for each in without(found, "hub", Labels(scenario()), measure=MAIN)
        ]

    level = chain.value - hub.value
    first = "Of those away in turn, “Over the office” can least do without “city”: with it away, worse by "
    assert [each[: len(first)] for each in told(500 + level, 10)] == [
        first,
        "With “city” away, “One to the next” is clearly better."[: len(first)],
    ]
    assert len(told(500 + level, 499)) == 1
    assert told(5, 500)[0].startswith(first)
    assert len(told(5, 500)) == 1
    assert not list(without(replace(comparison, losses=()), "hub", Labels(scenario()), measure=MAIN))
