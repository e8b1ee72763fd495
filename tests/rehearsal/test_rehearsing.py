"""A rehearsal from beginning to end."""

from __future__ import annotations

import pytest

from tabletop.reading import find_source
from tabletop.rehearsal import FINDERS, Rehearsed, conducts, rehearse
from tabletop.rehearsal.conducts import MOST_PARTS
from tabletop.rehearsal.rehearsal import MOST_RUNS
from tests.rehearsal.scripts import case, rehearsal_of, source_of

TWO_DESKS = """
information: {news: {}, gossip: {}}
actors: {a: {}, b: {}, crowd: {copies: %d}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {post: {}}
structures: {s: {links: [{between: [a, b], channel: post}]}}
injects: {letter: {at: 1h, to: a, brings: news}}
"""


@pytest.fixture(name="kumanovo", scope="module")
def rehearsed_kumanovo() -> Rehearsed:
    return rehearse(find_source("kumanovo_cat"))


def test_the_shipped_scenario_has_nothing_to_mend(kumanovo: Rehearsed) -> None:
    assert [str(each) for each in kumanovo.to_mend] == []
    assert kumanovo.left_out == ()


def test_its_remarks_come_by_finder_and_then_by_line(kumanovo: Rehearsed) -> None:
    order = list(FINDERS)
    places = [(order.index(each.name), each.mark.line, each.mark.column) for each in kumanovo.remarks]
    assert places == sorted(places)
    assert {*kumanovo.to_know} == {*kumanovo.remarks}


def test_it_takes_a_dozen_runs(kumanovo: Rehearsed) -> None:
    assert 4 <= kumanovo.runs <= 4 * MOST_RUNS


def test_the_same_file_is_always_told_the_same() -> None:
    source = source_of(str(case("guess_decides")["has"]))
    assert rehearse(source) == rehearse(source)


def test_a_remark_is_a_line_that_editors_can_jump_to() -> None:
    first = rehearse(source_of(TWO_DESKS % 1)).to_mend[0]
    assert str(first) == "case.yaml:5:25: information.gossip: nobody needs this kind of information"


def test_what_is_too_large_is_read_and_not_played() -> None:
    rehearsed = rehearse(source_of(TWO_DESKS % MOST_PARTS))
    why = f"it has more than {MOST_PARTS:,} actors, injects, tasks and decisions"
    assert (rehearsed.runs, rehearsed.left_out) == (0, (("s", why),))
    assert [each.name for each in rehearsed.remarks] == ["kind_nobody_needs"]


def test_a_flood_is_given_up_in_time() -> None:
    flood = "traffic: {flood: {from: a, to: b, every: 1s, brings: news}}\n"
    rehearsed = rehearse(source_of(TWO_DESKS % 1 + flood))
    assert rehearsed.left_out == (("s", "it is too large for a quick run"),)


def test_long_journals_get_fewer_runs() -> None:
    mail = "traffic: {mail: {from: a, to: b, every: %s, brings: news}}\n"
    few, many = (rehearsal_of(TWO_DESKS % 1 + mail % every) for every in ("1d", "3m"))
    assert (few.replications, many.replications) == (MOST_RUNS, 1)


def test_a_safeguard_is_never_lifted() -> None:
    """Nothing gets past the lawyer, with every other barrier lifted too."""
    text = (
        TWO_DESKS % 1
        + "barriers: {law: {kind: legal_gate, approver: crowd_1, refuses: 100%, protects: law}}\n"
    )
    [run, *_] = rehearsal_of(text).free("s")
    assert run.learning("reader", "news") is None
    assert run.record.scenario.lifted == ()


@pytest.mark.parametrize("name", sorted(FINDERS))
def test_no_finder_claims_anything_of_runs_that_were_not_made(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conducts, "MOST_PARTS", 0)
    rehearsal = rehearsal_of(str(case(name)["has"]))
    assert not any(
        " runs" in each.what or "with the same luck" in each.what for each in FINDERS[name](rehearsal)
    )
    assert rehearsal.count == 0
