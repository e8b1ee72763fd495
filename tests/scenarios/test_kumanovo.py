"""The first real exercise: who takes part, what stands in the way, and what difference structures make."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import combinations
from statistics import fmean

import pytest

from tabletop.engine import run
from tabletop.measures.chronicle import Chronicle
from tabletop.measures.expectations import outcomes
from tabletop.measures.ratings import ratings
from tabletop.measures.registry import measured
from tabletop.model.journal import Exposure, HandedOn, Injected, Known, Stopped, Unfinished
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import check, load
from tabletop.resources import shipped

NAME = "kumanovo_cat"
RERUNS = 20
STRUCTURES = ("cat", "hub", "chain", "everyone")
TIPS = ("trained_together", "clear_purpose", "partners_authorised", "common_form", "reviewed_chain")
AVOIDED = re.compile(
    r"radicali[sz]|suspect|extremis|terror|informant|ethnic|muslim|christian|migrant|roma\b", re.IGNORECASE
)


@cache
def scenario(*interventions: str) -> Scenario:
    return load(NAME, interventions=interventions)


@cache
def records(structure: str, *interventions: str) -> tuple[Record, ...]:
    played = scenario(*interventions)
    return tuple(run(played, structure, replication=replication) for replication in range(RERUNS))


def letters(structure: str, objective: str) -> Counter[str]:
    """Return how often an objective was rated how."""
    return Counter(ratings(Chronicle(record))[objective].letter for record in records(structure))


def mean_of(measure: str, structure: str, *interventions: str) -> float:
    values = [measured(Chronicle(record))[measure] for record in records(structure, *interventions)]
    return fmean(value for value in values if value is not None)


def test_it_has_no_problems_with_any_intervention() -> None:
    assert check(NAME) == ()


def test_partners_of_many_sectors_and_two_levels_take_part() -> None:
    actors = scenario().actors.values()
    wanted = {
        "education",
        "social",
        "police",
        "local_government",
        "civil_society",
        "faith",
        "sport",
        "health",
    }
    assert len(actors) >= 8
    assert {actor.sector for actor in actors} >= wanted
    assert {actor.level for actor in actors} == {"local", "national"}


def test_its_structures_are_a_committee_a_hub_a_chain_and_a_list_for_everyone() -> None:
    assert tuple(scenario().structures) == STRUCTURES


@pytest.mark.parametrize("structure", STRUCTURES)
def test_one_run_stays_small(structure: str) -> None:
    most = max(
        sum(isinstance(entry, HandedOn | Stopped | Unfinished) for entry in record.journal)
        for record in records(structure)
    )
    assert most < (300 if structure != "everyone" else 2000)


def test_more_than_six_kinds_of_barrier_bite_in_the_committee() -> None:
    """Each at least once in twenty re-runs; they are declared for the scenario, for channels, an actor and a link."""
    addresses = {
        cause.rpartition(":")[0]
        for record in records("cat")
        for entry in record.journal
        if isinstance(entry, HandedOn | Stopped | Unfinished)
        for cause in (
            [name for name, _ in entry.account]
            + ([f"{entry.barrier}:"] if isinstance(entry, Stopped) else [])
        )
        if ":" in cause
    }
    barriers = [scenario().barrier_at(address) for address in addresses if address]
    kinds = {barrier.kind for barrier in barriers if barrier is not None}
    assert kinds >= {
        "unclear_role",
        "trust",
        "working_culture",
        "legal_gate",
        "format_mismatch",
        "outage",
        "periodic_meeting",
        "unanswered_call",
        "lossy_channel",
    }
    assert {"trust", "email.lossy_channel", "cat.11.is_it_our_business"} <= addresses
    assert "discounting" in scenario().actors["social_work"].barriers


def test_details_are_lost_in_telling_and_in_other_forms() -> None:
    """Heard in the meeting 97 % of the concern is left; written in the form of the police, 85 % of that."""
    accuracies = {
        round(entry.accuracy, 6)
        for record in records("cat")
        for entry in record.journal
        if isinstance(entry, Known) and entry.actor == "police" and entry.origin == "inject/post/concern"
    }
    assert accuracies == {0.97, 0.8245}


def test_one_barrier_protects_the_person_and_one_the_law() -> None:
    email = scenario().channels["email"].barriers
    assert (scenario().barriers["release_to_partners"].protects, email["clearance"].protects) == (
        "person",
        "law",
    )
    assert mean_of("time_for_protection_hours", "cat") > 0


def test_the_events_list_is_complete_and_of_many_kinds() -> None:
    injects = scenario().injects
    effects = {
        name
        for inject in injects.values()
        for name in ("brings", "outage", "absence", "surge")
        if getattr(inject, name)
    }
    empty = [
        (id_, field)
        for id_, inject in injects.items()
        for field in ("title", "injected_by", "mode", "expected", "text", "storyline", "notes")
        if not getattr(inject, field)
    ]
    assert len(injects) >= 12
    assert effects == {"brings", "outage", "absence", "surge"}
    assert any(inject.only_if for inject in injects.values())
    assert any(inject.after for inject in injects.values())
    assert empty == []


def test_the_newspaper_calls_only_when_the_message_is_late() -> None:
    for record in (*records("cat"), *records("hub")):
        late = outcomes(Chronicle(record))["rumour_answered"].verdict != "met"
        called = any(isinstance(entry, Injected) and entry.inject == "press_call" for entry in record.journal)
        assert called == late


def test_the_structures_differ_on_the_objectives() -> None:
    """No two of them are rated alike, and none is best in everything."""
    found = {
        structure: [letters(structure, objective) for objective in scenario().objectives]
        for structure in STRUCTURES
    }
    alike = [(one, other) for one, other in combinations(STRUCTURES, 2) if found[one] == found[other]]
    assert alike == []
    assert letters("everyone", "discretion") == {"U": RERUNS}
    assert letters("cat", "discretion") == {"P": RERUNS}
    assert letters("everyone", "early_picture")["P"] > letters("cat", "early_picture")["P"] > 0
    assert letters("hub", "timely_support")["P"] > letters("chain", "timely_support")["P"]
    assert letters("cat", "calm_town")["P"] > letters("chain", "calm_town")["P"]


def test_telling_everybody_everything_is_quick_and_exposes_people() -> None:
    exposures = {
        structure: fmean(
            sum(isinstance(entry, Exposure) for entry in each.journal) for each in records(structure)
        )
        for structure in STRUCTURES
    }
    assert exposures["everyone"] > 5 * max(exposures["cat"], exposures["hub"], exposures["chain"])
    assert mean_of("pieces_met_hours", "everyone") < mean_of("pieces_met_hours", "cat")


@pytest.mark.parametrize(("tip", "intervention"), list(enumerate(TIPS, start=1)))
def test_each_of_the_five_tips_is_an_intervention_that_shortens_the_time_without_information(
    tip: int, intervention: str
) -> None:
    words = scenario().interventions[intervention]
    assert (words.tip, all((words.summary, words.owner, words.first_step))) == (tip, True)
    before, after = (mean_of("time_without_information", "cat", *names) for names in ((), (intervention,)))
    assert after < before


def test_the_pupil_and_the_family_are_asked_told_and_helped() -> None:
    words = scenario()
    asked = words.tasks["ask_family"].tells["request"], words.tasks["family_answer"].tells["consent"]
    told = {
        each.knows
        for each in words.expectations.values()
        if each.role and "family_contact" in each.role.roles
    }
    assert asked == (("family",), ("coordinator",))
    assert "consent" in words.decisions["case_conference"].needs.of
    assert told == {"plan", "help_started", "answer"}


def test_nobody_is_described_by_what_must_not_be_said() -> None:
    text = (shipped("scenarios") / f"{NAME}.yaml").read_text("utf-8")
    assert AVOIDED.findall(text) == []
    assert "people, places and events are invented" in " ".join(scenario().source.split())


def test_numbers_that_nobody_has_measured_are_marked_as_guesses() -> None:
    guesses = {guess.path for guess in scenario().guesses if guess.guess}
    assert {"barriers.trust.otherwise", "barriers.release_to_partners.refuses"} <= guesses
    assert [guess.path for guess in scenario().guesses if guess.source] == ["barriers.retelling.notes"]
