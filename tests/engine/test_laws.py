"""Laws of the engine, tried on generated cities: whatever a trainer writes, these hold."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tabletop.barriers import BARRIERS
from tabletop.engine import Exercise
from tabletop.measures import Chronicle
from tabletop.measures.expectations import outcomes
from tabletop.model.barrier import Barrier, Moment
from tabletop.model.item import Item
from tabletop.model.journal import Ended, HandedOn, Handled, Injected, Journal, Known, Stopped, Unfinished
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.model.verdict import Passed, Session, Verdict
from tests.engine.generated import Tree, read, scenarios
from tests.engine.stories import written

lawful = settings(
    max_examples=int(os.environ.get("LAWS", "25")),
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Enough to meet every barrier beside every effect; `LAWS=2000 pytest tests/engine` looks longer.

A city that breaks a law is shown as it was found: to make it smaller takes minutes.
"""

structures = st.sampled_from(["first", "second"])


def play(scenario: Scenario, structure: str = "first", *, seed: int = 1) -> Record:
    return Exercise(scenario, structure, seed=seed).run()


def ended(journal: Journal) -> list[HandedOn | Stopped | Unfinished]:
    return [entry for entry in journal if isinstance(entry, HandedOn | Stopped | Unfinished)]


@lawful
@given(scenarios, structures)
def test_time_never_goes_back_and_the_last_entry_is_endex(tree: Tree, structure: str) -> None:
    scenario = read(tree)
    times = [entry.at for entry in play(scenario, structure).journal]
    assert times == sorted(times)
    assert play(scenario, structure).journal[-1] == Ended(scenario.clock.horizon)


@lawful
@given(scenarios, structures)
def test_every_hand_off_ends_once_and_its_waits_sum_to_its_length(tree: Tree, structure: str) -> None:
    ends = ended(play(read(tree), structure).journal)
    assert sorted(end.number for end in ends) == list(range(1, len(ends) + 1))
    assert [end for end in ends if sum(time for _, time in end.account) != end.at - end.since] == []
    assert [end for end in ends if any(time <= 0 for _, time in end.account)] == []
    assert [end for end in ends if end.parent >= end.number] == []


@lawful
@given(scenarios, structures)
def test_the_account_of_every_visit_sums_to_its_length(tree: Tree, structure: str) -> None:
    visits = [entry for entry in play(read(tree), structure).journal if isinstance(entry, Handled)]
    stays = [(visit, (visit.shut, visit.absent, visit.queue, visit.handling)) for visit in visits]
    assert [visit for visit, stay in stays if sum(stay) != visit.at - visit.arrived or min(stay) < 0] == []


@lawful
@given(scenarios, structures)
def test_whoever_was_handed_an_item_knows_it_and_only_ever_better(tree: Tree, structure: str) -> None:
    best: dict[tuple[str, str], float] = {}
    for entry in play(read(tree), structure).journal:
        if isinstance(entry, Known):
            assert entry.accuracy > best.get((entry.actor, entry.origin), -1.0)
            best[entry.actor, entry.origin] = entry.accuracy
    handed_on = [end for end in ended(play(read(tree), structure).journal) if isinstance(end, HandedOn)]
    told = [end for end in handed_on if not end.origin.startswith("traffic/")]
    assert [end for end in told if best.get((end.receiver, end.origin), -1.0) < end.accuracy] == []


@lawful
@given(scenarios, structures, st.integers(0, 3))
def test_the_same_seed_gives_the_same_bytes(tree: Tree, structure: str, seed: int) -> None:
    """Though nothing that was made for the first run is there for the second."""
    first, second = (play(read(tree), structure, seed=seed) for _ in range(2))
    assert written(first) == written(second)


@lawful
@given(scenarios, structures, st.lists(st.integers(-1, 5 * 24 * 60), max_size=6))
def test_advancing_in_steps_equals_one_run(tree: Tree, structure: str, cuts: list[int]) -> None:
    """Minutes at which much happens, in any order, some of them past and some after EndEx."""
    exercise = Exercise(read(tree), structure)
    for cut in cuts:
        exercise.advance(cut * 60_000)
    assert written(exercise.run()) == written(play(read(tree), structure))


NEVER_BITES: Tree = {
    "w_unclear": {"kind": "unclear_role", "knows": "100%"},
    "w_trust": {"kind": "trust", "otherwise": "100%"},
    "w_culture": {"kind": "working_culture", "hesitates": "0m"},
    "w_gate": {"kind": "legal_gate", "approver": "actor_0", "agreement": True},
    "w_form": {"kind": "format_mismatch", "from": "actor_0", "to": "actor_0"},
    "w_call": {
        "kind": "unanswered_call",
        "answered": "100%",
        "kinds": "plan",
        "from": "actor_0",
        "to": "actor_0",
    },
    "w_lossy": {"kind": "lossy_channel", "loss": "0%"},
    "w_inbox": {"kind": "full_inbox", "places": 100_000},
    "w_discount": {"kind": "discounting", "chance": "0%"},
    "w_retelling": {"kind": "retelling", "voice": "100%", "notes": "100%", "print": "100%"},
}
"""Barriers that let everything pass as it comes, at every stage."""


@lawful
@given(scenarios, structures, st.sets(st.sampled_from(sorted(NEVER_BITES)), min_size=1))
def test_a_barrier_that_never_bites_changes_nothing(tree: Tree, structure: str, names: set[str]) -> None:
    """Nor does it matter that letters, which need a free way, must then go as hand-offs."""
    more = {name: NEVER_BITES[name] for name in sorted(names)}
    with_them = {**tree, "barriers": {**tree["barriers"], **more}}
    assert written(play(read(with_them), structure)) == written(play(read(tree), structure))


STRANGER: Tree = {"workload": {"every": {"on_average": "1h"}, "takes": "10m"}, "handling": "1h", "staff": 2}


@lawful
@given(scenarios, structures, st.sampled_from(["first", "last"]))
def test_a_partner_who_has_nothing_to_do_with_it_changes_nobody_elses_times(
    tree: Tree, structure: str, place: str
) -> None:
    actors = tree["actors"]
    larger = {
        **tree,
        "information": {**tree["information"], "gossip": {}},
        "actors": {"stranger": STRANGER, **actors} if place == "first" else {**actors, "stranger": STRANGER},
        "injects": {"talk": {"at": "8h", "to": "stranger", "brings": "gossip"}, **tree["injects"]},
    }
    others = [entry for entry in play(read(larger), structure).journal if "stranger" not in _concerned(entry)]
    assert others == list(play(read(tree), structure).journal)


def _concerned(entry: Any) -> tuple[str, ...]:  # noqa: ANN401 - any entry of the journal
    return (getattr(entry, "actor", ""), *getattr(entry, "actors", ()))


class Bites:
    """Which barriers ever said anything but that an item passes."""

    def __init__(self) -> None:
        self.bitten: dict[int, Barrier] = {}

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        for kind in BARRIERS.values():
            patch.setattr(kind, "judge", self._judging(kind.judge))
            patch.setattr(kind, "regular_session", self._sitting(kind.regular_session))

    def _judging(self, judge: Any) -> Any:  # noqa: ANN401 - any barrier's own judge
        def watched(barrier: Barrier, item: Item, moment: Moment) -> Verdict:
            verdict: Verdict = judge(barrier, item, moment)
            if verdict != Passed():
                self.bitten[id(barrier)] = barrier
            return verdict

        return watched

    def _sitting(self, regular_session: Any) -> Any:  # noqa: ANN401 - any barrier's own session
        def watched(barrier: Barrier, moment: Moment) -> Session | None:
            session: Session | None = regular_session(barrier, moment)
            if session is not None:
                self.bitten[id(barrier)] = barrier
            return session

        return watched


def addresses(scenario: Scenario) -> Iterator[str]:
    yield from scenario.barriers
    for part in (scenario.actors, scenario.channels):
        yield from (f"{id_}.{name}" for id_, words in part.items() for name in words.barriers)
    for id_, structure in scenario.structures.items():
        yield from (f"{id_}.{n}.{name}" for n, link in enumerate(structure.links) for name in link.barriers)


@lawful
@given(scenarios, structures)
def test_lifting_a_barrier_that_never_bit_changes_nothing(tree: Tree, structure: str) -> None:
    scenario, bites = read(tree), Bites()
    with pytest.MonkeyPatch.context() as patch:
        bites.watch(patch)
        before = written(play(scenario, structure))
    idle = tuple(each for each in addresses(scenario) if id(scenario.barrier_at(each)) not in bites.bitten)
    lifted = scenario.model_copy(update={"lifted": idle})
    assert written(play(lifted, structure)) == before


@lawful
@given(scenarios, structures)
def test_what_the_engine_notices_as_late_is_what_the_measures_call_late(tree: Tree, structure: str) -> None:
    """An inject that waits for lateness comes exactly if the expectation was due by EndEx and not met by then."""
    record = play(read(tree), structure)
    watched = tree["injects"]["if_late"]["only_if"]["late"]
    found = outcomes(Chronicle(record))[watched]
    came = [entry.at for entry in record.journal if isinstance(entry, Injected) and entry.inject == "if_late"]
    was_due = found.due is not None and found.due <= record.scenario.clock.horizon
    assert came == ([found.due] if was_due and found.verdict not in {"met", "not_called"} else [])


@lawful
@given(scenarios, structures)
def test_items_stay_as_they_are(tree: Tree, structure: str) -> None:
    """Every item that any barrier was ever shown is still what it was then."""
    seen: list[tuple[Item, tuple[object, ...]]] = []
    with pytest.MonkeyPatch.context() as patch:
        for kind in BARRIERS.values():
            patch.setattr(kind, "judge", _noting(kind.judge, seen))
        play(read(tree), structure)
    assert [item for item, copy in seen if tuple(item) != copy] == []
    assert Counter(type(item) for item, _ in seen).keys() <= {Item}


def _noting(judge: Any, seen: list[tuple[Item, tuple[object, ...]]]) -> Any:  # noqa: ANN401 - any barrier's own judge
    def noted(barrier: Barrier, item: Item, moment: Moment) -> Verdict:
        seen.append((item, tuple(item)))
        verdict: Verdict = judge(barrier, item, moment)
        return verdict

    return noted
