"""What is played for a design, in which order, and what is refused before anything is played."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.compare.batch.design import Design, command, designed_by, read_design, written
from tabletop.compare.batch.plan import plan_of
from tabletop.errors import ScenarioError, UsageError
from tabletop.reading import Source
from tests.compare.batch.village import VILLAGE, planned

words = st.text("abc_", min_size=1, max_size=5)
designs = st.builds(
    Design,
    scenarios=st.tuples(words),
    structures=st.tuples(words) | st.just(()),
    vary=st.lists(st.tuples(words, st.tuples(words, words)), max_size=2).map(tuple),
    load=st.tuples(st.floats(0.1, 9)) | st.just(()),
    replications=st.integers(1, 99) | st.none(),
    lift=st.sampled_from(["", "each", "pairs"]),
    select=st.sampled_from(["", "best"]),
)


def labels(**asked: object) -> list[str]:
    return [each.cell.label for each in planned(**asked).cases]


@settings(max_examples=30)
@given(designs)
def test_a_design_is_read_back_as_it_was_written(design: Design) -> None:
    assert read_design(written(design)) == design


def test_the_command_says_only_what_decides_the_numbers() -> None:
    asked = designed_by({
        "scenarios": ["flood"],
        "interventions": ["none", "ring"],
        "load": [0.5, 2],
        "seed": 7,
    })
    assert command(asked) == "tabletop compare flood --interventions none,ring --load 0.5,2 --seed 7"
    turned = designed_by({
        "scenarios": ["flood"],
        "vary": [["actors.*.staff", ["1", "2"]]],
        "replications": 9,
    })
    assert command(turned) == "tabletop sweep flood --vary 'actors.*.staff=1,2' --replications 9"


def test_without_a_word_every_structure_is_played_as_it_is() -> None:
    assert labels() == ["hub", "line"]


def test_interventions_are_played_alone_together_and_in_pairs() -> None:
    assert labels(structures=["hub"], interventions=["none", "ring+meet"]) == ["hub", "hub + ring + meet"]
    assert labels(structures=["hub"], interventions=["all"]) == ["hub", "hub + ring", "hub + meet"]
    assert labels(structures=["hub"], interventions=["pairs"])[3:] == ["hub + ring + meet"]


def test_what_is_tried_is_tried_with_the_first_set_of_interventions() -> None:
    asked = labels(
        structures=["line"],
        interventions=["none", "ring"],
        without_actor=["each"],
        without_link=["each"],
        load=[0.5, 1, 2],
        lift="pairs",
    )
    assert asked == [
        "line",
        "line lifted: trust",
        "line lifted: email.lossy_channel",
        "line lifted: trust + email.lossy_channel",
        "line without actor: school",
        "line without actor: city",
        "line without actor: police",
        "line without link: line.0",
        "line without link: line.1",
        "line load: 0.5",
        "line load: 2",
        "line + ring",
    ]


def test_a_sweep_is_a_full_grid_of_every_set_of_interventions() -> None:
    vary = [["actors.*.staff", ["1", "2"]], ["channels.email.delay", ["1h", "2h"]]]
    asked = planned(structures=["hub"], interventions=["none", "ring"], vary=vary)
    assert [each.cell.variant for each in asked.cases][:3] == [
        "set: actors.*.staff=1; channels.email.delay=1h",
        "set: actors.*.staff=1; channels.email.delay=2h",
        "set: actors.*.staff=2; channels.email.delay=1h",
    ]
    assert len(asked.cases) == 8


def test_draws_of_guesses_are_the_same_in_every_structure() -> None:
    asked = planned(guesses=2)
    drawn = [each.change for each in asked.cases]
    assert [each.words for each in drawn] == 2 * ["", "guesses: 0", "guesses: 1"]
    assert drawn[:3] == drawn[3:]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"structures": ["mesh"]}, "has no structure 'mesh'; it has hub, line"),
        ({"interventions": ["pray"]}, "has no intervention 'pray'; it has ring, meet"),
        ({"measure": "luck"}, "there is no measure 'luck'"),
        ({"without_actor": ["mayor"]}, "has no actor 'mayor'"),
        ({"load": [0]}, "--load 0 is no factor"),
        ({"select": "best", "guesses": 3}, "--guesses is none that can be chosen"),
        ({"vary": [["actors.mayor.staff", ["2"]]]}, "leads nowhere"),
        ({"vary": [["actors.*.rooms.*.size", ["2"]]]}, "leads nowhere"),
    ],
)
def test_what_cannot_be_played_is_refused(asked: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        planned(**asked)


def test_a_value_that_cannot_stand_there_is_told_with_its_place() -> None:
    with pytest.raises(
        ScenarioError, match=r"actors.city.staff: expected a whole number of at least 1, got 0"
    ):
        planned(vary=[["actors.city.staff", ["1", "0"]]])


def test_two_scenarios_of_one_name_are_refused() -> None:
    other = Source("village", "elsewhere/village.yaml", VILLAGE.content + b"\n")
    with pytest.raises(UsageError, match="two scenarios are called 'village'"):
        plan_of(designed_by({"scenarios": ["a", "b"]}), (VILLAGE, other))
