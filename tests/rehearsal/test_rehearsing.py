"""A rehearsal from beginning to end."""

from __future__ import annotations

import os

import pytest

from tabletop.reading import find_source
from tabletop.rehearsal import FINDERS, Rehearsed, conducts, rehearse
from tabletop.rehearsal import beside as sharing
from tabletop.rehearsal.conducts import MOST_PARTS
from tabletop.rehearsal.findings.guess_decides import tried, with_ends
from tabletop.rehearsal.manuscript import manuscript as manuscript_of
from tabletop.rehearsal.rehearsal import MOST_RUNS, THOROUGH, Rehearsal
from tests.rehearsal.scripts import case, rehearsal_of, said, source_of

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


def test_it_takes_a_few_runs(kumanovo: Rehearsed) -> None:
    """One of each structure, and more where that settles nothing."""
    assert 4 <= kumanovo.runs < 4 * MOST_RUNS


def test_of_many_guesses_the_likeliest_to_decide_are_tried(kumanovo: Rehearsed) -> None:
    tried, of = kumanovo.guesses
    assert 0 < tried < of
    decisive = {each.path for each in kumanovo.remarks if each.name == "guess_decides"}
    assert {"barriers.format_mismatch.work", "barriers.trust.hesitates"} <= decisive


def test_a_thorough_one_tries_every_guess_and_plays_ten_times_as_much() -> None:
    manuscript = rehearsal_of(str(case("guess_decides")["has"])).manuscript
    quick, thorough = Rehearsal(manuscript), Rehearsal(manuscript, thorough=True)
    assert thorough.replications == THOROUGH * quick.replications
    kumanovo = Rehearsal(manuscript_of(find_source("kumanovo_cat")), thorough=True)
    assert tried(kumanovo) == with_ends(kumanovo.scenario)


def test_what_another_process_finds_is_what_is_found_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with one processor says the same."""
    beside = rehearse(find_source("kumanovo_cat"))
    monkeypatch.setattr(sharing, "can_be_shared", lambda: False)
    assert rehearse(find_source("kumanovo_cat")) == beside


def test_what_a_lost_process_leaves_undone_is_done_here() -> None:
    home = os.getpid()

    def answer() -> int:
        if os.getpid() != home:
            os._exit(1)
        return 42

    assert sharing.Beside(answer).result() == 42


def test_what_the_work_raises_comes_through() -> None:
    def refuse() -> int:
        msg = "no"
        raise ValueError(msg)

    with pytest.raises(ValueError, match="no"):
        sharing.Beside(refuse).result()


def test_a_way_longer_than_an_item_may_go_is_found() -> None:
    text = """
information: {news: {}}
actors: {a: {}, crowd: {copies: 1000}, b: {}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {post: {}}
structures: {s: {shape: chain, channel: post}}
injects: {letter: {at: 1h, to: a, brings: news}}
"""
    told = said("never_rests", text)
    far = "under `s` more than 1,000 links lie between `a` and `b`, and an item may cross at most 1,000 links"
    assert f"mend @a, brings: {far}".split(": ", 1)[1] in [each.split(": ", 1)[1] for each in told]
    assert said("never_rests", text.replace("copies: 1000", "copies: 900")) == []


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
