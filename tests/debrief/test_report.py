"""Each section of the after-action report says what the journal says."""

from __future__ import annotations

import re

import pytest

from tabletop.compare.gains import Gain
from tabletop.compare.usually import Usual
from tabletop.debrief.gains import Gains
from tabletop.debrief.often import Often, interval
from tabletop.debrief.sayings import briefly, lasting, moment
from tabletop.debrief.sections.areas import areas
from tabletop.debrief.sections.competencies import competencies
from tabletop.debrief.sections.front import three
from tabletop.debrief.sections.matrix import matrix, state_of
from tabletop.debrief.sections.network import used
from tabletop.debrief.sections.overview import facts
from tabletop.debrief.sections.plan import Action, Plan, ranked
from tabletop.debrief.sections.strengths import strengths
from tabletop.debrief.story import Story
from tabletop.debrief.tally import Tally
from tabletop.debrief.text import Name
from tabletop.engine import run
from tabletop.measures.causes import NO_LOSS
from tabletop.model.journal import HandedOn
from tabletop.reading import load
from tests.debrief.told import conduct, report, story

STRUCTURES = ("cat", "hub", "everyone")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_every_expectation_called_for_is_a_strength_or_an_area(structure: str) -> None:
    seen, outcomes = report(structure), story(structure).outcomes
    poor = [name for name, each in outcomes.items() if each.verdict not in {"met", "not_called"}]
    assert [area.row.id for area in seen.areas] == poor
    met = [name for name, each in outcomes.items() if each.verdict == "met"]
    titles = [str(story(structure).names.expectation(name)) for name in met]
    assert [str(each.title) for each in seen.strengths][: len(met)] == titles


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_evidence_of_an_area_lies_on_its_critical_path(structure: str) -> None:
    told = story(structure)
    kept = [name for name, words in told.scenario.expectations.items() if words.must_not_know]
    for area in (each for each in report(structure).areas if each.row.id not in kept):
        path = told.paths[area.row.id]
        waits = [part for part in path.parts if part.cause not in NO_LOSS and part.length]
        longest = sorted(waits, key=lambda part: (-part.length, part.since))[:4]
        begins = [moment(told.clock, part.since) for part in sorted(longest, key=lambda part: part.since)]
        said = [str(each) for each in area.evidence[: len(begins)]]
        assert all(each.startswith(time) for each, time in zip(said, begins, strict=True))


def test_an_area_names_what_would_have_helped_with_the_gain_of_that_very_change() -> None:
    seen, gains = report(), conduct().gains
    assert gains is not None
    held = next(area for area in seen.areas if area.row.id == "assessed")
    common = next(each for each in gains.interventions if each.what == ("common_form",))
    change = next(each for each in common.changes if each.expectation == "assessed")
    assert f"One form for all: {lasting(change.sooner)} sooner, met instead of late." in map(str, held.helps)


def test_without_anything_tried_the_areas_and_the_plan_say_so() -> None:
    told = story()
    found = areas(told, often=Often(None), gains=Gains(told.names, None))
    assert {area.no_help for area in found} == {"It was not tried out for this debrief."}
    assert all(area.row.often == "" for area in found)


def test_a_decision_taken_without_a_piece_is_no_unmixed_strength() -> None:
    for each in strengths(story("hub"), Often(None)):
        decided = [
            name
            for name in story("hub").chronicle.decided
            if str(story("hub").names.work(name)) in str(each.title)
        ]
        for name in decided:
            missing = story("hub").chronicle.decided[name].missing
            assert not missing or "but without" in str(each.evidence)


def test_the_plan_is_ranked_by_the_places_in_this_run_and_on_average() -> None:
    one, two, three_ = (
        Gain((name,), (), {"time_without_information": (100.0, 100.0 - saved)})
        for name, saved in (("one", 30.0), ("two", 20.0), ("three", 10.0))
    )
    usual: dict[tuple[str, ...], Usual] = {
        (name,): Usual((name,), 5, saved, 3, 0)
        for name, saved in (("one", 1.0), ("two", 9.0), ("three", 5.0))
    }
    assert [each.what for each in ranked((one, two, three_), usual)] == [("two",), ("one",), ("three",)]
    assert [each.what for each in ranked((three_, one, two), {})] == [("one",), ("two",), ("three",)]


def test_page_one_always_has_the_change_that_saved_most_time() -> None:
    rows = [Action(name, name, "", "", "", Name(""), Name("")) for name in ("a", "b", "c", "d")]
    plan = Plan(tuple(rows[:3]), (rows[3],), "", "", rows[3])
    assert [str(each.what) for each in three(plan)] == ["a", "b", "d"]
    assert [str(each.what) for each in three(Plan((), (rows[3],), "", "", rows[3]))] == ["d"]


def test_page_one_has_five_things() -> None:
    front = report().front
    assert len(front.objectives) == len(story().scenario.objectives)
    assert len(front.pieces) == 1
    assert len(front.changes) == 3
    assert all(each.owner.text and each.first_step.text for each in front.changes)
    assert front.longest
    assert front.unknown


def test_the_interval_of_a_share_is_wilsons() -> None:
    """63 of 100: from 53.2 % to 71.8 %, as in the tables."""
    assert interval(63, 100) == pytest.approx((0.5322, 0.7182), abs=5e-4)
    assert interval(0, 100)[0] == 0.0
    assert interval(100, 100)[1] == 1.0


def test_how_typical_counts_the_same_verdict_over_the_reruns() -> None:
    tally = conduct().tally
    assert tally is not None
    for row, (name, outcome) in zip(report().typical.rows, story().outcomes.items(), strict=True):
        times = tally.judged(name, outcome.verdict)
        assert row.same == f"in {times} of {tally.count} re-runs"


def test_the_median_and_the_range_of_the_main_measure_are_those_of_the_reruns() -> None:
    tally = conduct().tally
    assert isinstance(tally, Tally)
    said = str(report().typical.place)
    assert lasting(round(min(tally.main) * 3_600_000)) in said
    assert f"of {tally.count} had more" in said


@pytest.mark.parametrize("name", ["kumanovo_cat", "young_person", "major_incident"])
def test_the_links_of_the_network_lost_as_much_as_all_handoffs_together(name: str) -> None:
    """A second report of what its receiver knew delays nobody, in the table no more than in the total."""
    words = load(name)
    for structure in words.structures:
        told = Story(run(words, structure))
        ways: dict[tuple[str, str], int] = {}
        for each in told.chronicle.story:
            way = (str(told.names.actor(each.sender)), str(told.names.actor(each.receiver)))
            ways[way] = ways.get(way, 0) + sum(told.losses(each).values())
        assert sum(ways.values()) == told.delays.lost
        rows = used(told).rows
        assert [row.lost for row in rows] == [
            briefly(lost) if (lost := ways[str(row.sender), str(row.receiver)]) else "–" for row in rows
        ]


def test_the_range_over_all_reruns_is_said_in_whole_sentences() -> None:
    said = str(report().typical.place).replace("\u00a0", " ")
    assert re.search(
        r"\. In half of all re-runs it was at most .+, and in all of them between .+ and .+; ", said
    )


@pytest.mark.parametrize(
    ("better", "worse", "said"),
    [
        (2, 1, "on average over 5 re-runs; more expectations met in 2 of 5, fewer in 1"),
        (1, 0, "on average over 5 re-runs; more expectations met in 1 of 5"),
        (0, 0, "on average over 5 re-runs"),
    ],
)
def test_a_change_says_in_how_many_of_the_reruns_more_was_met(better: int, worse: int, said: str) -> None:
    usual = Usual(("one",), 5, 3.0, better, worse)
    gains = Gains(story().names, None, {usual.what: usual})
    assert str(gains.on_average(("one",))).endswith(said)


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_network_counts_every_handoff_of_the_story_once(structure: str) -> None:
    told = story(structure)
    seen = used(told)
    pairs = {(each.sender, each.receiver) for each in told.chronicle.story if each.receiver}
    assert len(seen.rows) == min(len(pairs), 120)
    assert sum(row.handoffs for row in seen.rows) <= sum(bool(each.receiver) for each in told.chronicle.story)
    assert seen.chart is not None
    assert sum(thread.count for thread in seen.chart.threads) <= len(told.chronicle.story)
    assert {row.mark for row in seen.rows if row.mark} == {
        each.mark for each in seen.chart.threads if each.mark
    }


def test_a_bottleneck_is_where_most_time_was_lost() -> None:
    told = story()
    lost: dict[frozenset[str], int] = {}
    for each in told.chronicle.story:
        pair = frozenset((str(told.names.actor(each.sender)), str(told.names.actor(each.receiver))))
        lost[pair] = lost.get(pair, 0) + sum(told.losses(each).values())
    worst = max(lost, key=lambda pair: lost[pair])
    rows = [row for row in used(told).rows if row.mark == "A"]
    assert {frozenset((row.sender.text, row.receiver.text)) for row in rows} == {worst}


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_matrix_says_what_the_needs_say(structure: str) -> None:
    told = story(structure)
    seen = matrix(told)
    assert seen is not None
    fields = [field for row in seen.rows for field in row.fields if field.state is not None]
    assert len(fields) == len(told.awareness.needs)
    assert sorted(str(field.state) for field in fields) == sorted(
        state_of(told, need) for need in told.awareness.needs
    )


def test_what_came_after_the_decision_was_taken_without_it_came_too_late() -> None:
    needs = {(need.role, need.kind): need for need in story().awareness.needs}
    assert story().chronicle.decided["case_conference"].missing == ("assessment",)
    assert state_of(story(), needs["coordinator", "assessment"]) == "later"


def test_each_of_the_six_competencies_has_measured_indicators_and_no_score() -> None:
    rows = competencies(story())
    titles = ["Trust", "Inclusivity", "Coordination", "Communication", "Capacity", "Sustainability"]
    assert [row.title for row in rows] == titles
    assert all(row.indicators for row in rows)
    assert all(str(one.value) and one.formula for row in rows for one in row.indicators)


def test_hesitation_is_counted_from_the_accounts() -> None:
    told = story()
    spans = [
        time
        for each in told.told
        for cause, time in each.account
        if time and cause.partition(":")[0] == "trust" and isinstance(each, HandedOn)
    ]
    said = str(competencies(told)[0].indicators[0].value)
    assert f"{briefly(sum(spans))} in all" in said


@pytest.mark.parametrize("name", ["major_incident", "river_basin"])
def test_the_overview_says_nothing_that_the_scenario_does_not(name: str) -> None:
    """No mission area stands in a scenario: an explosion and a flood were called prevention."""
    words = load(name)
    said = {each.label: str(each.value) for each in facts(Story(run(words, words.first_structure)))}
    assert said.keys() <= {
        *("Exercise", "Dates", "Scope", "Core capabilities", "Objectives", "Switched on", "Sponsor"),
        *("Point of contact", "Source"),
    }
    assert "Prevention" not in said.values()
