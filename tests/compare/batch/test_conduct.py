"""A plan is played until all that was asked is there, and only what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.compare.batch.conduct import FEWEST, Conducted, Conductor
from tabletop.compare.batch.kept import kept
from tabletop.compare.batch.ledger import opened
from tabletop.compare.batch.plan import OF_A_DRAW, Plan
from tabletop.compare.batch.players.alone import Alone
from tabletop.compare.batch.shifts import Played, SetAside, Shift
from tabletop.compare.batch.watching import Nobody
from tabletop.compare.reruns import rerun
from tabletop.compare.results import Results
from tabletop.engine import run
from tabletop.errors import UsageError
from tabletop.measures import MAIN, Chronicle, measured
from tabletop.reading import read
from tests.compare.batch.village import SOURCES, VILLAGE, case, planned


@pytest.fixture(autouse=True)
def _soon_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that a test can reach."""
    monkeypatch.setattr("tabletop.compare.batch.conduct.MOST", 120)
    monkeypatch.setattr("tabletop.compare.batch.conduct.BLOCK", 20)


class Counting(Alone):
    """Plays alone and counts, giving up the replications that it is told to."""

    def __init__(self, *, deadly: tuple[int, ...] = ()) -> None:
        super().__init__(SOURCES)
        self.played: list[tuple[str, int]] = []
        self._deadly = deadly

    def play(self, shifts: Iterator[Shift]) -> Iterator[Played | SetAside]:
        for shift in shifts:
            well = tuple(number for number in shift.replications if number not in self._deadly)
            self.played += [(shift.case.cell.label, number) for number in well]
            yield from super().play(iter([Shift(shift.case, well)]))
            yield from (
                SetAside(shift.case, number, 3) for number in shift.replications if number not in well
            )


def conducted(plan: Plan, folder: Path, playing: Counting | None = None) -> Conducted:
    with opened(folder) as ledger:
        return Conductor(plan, ledger, playing or Counting()).conduct(Nobody())


def test_each_replication_is_what_a_run_of_it_would_be(tmp_path: Path) -> None:
    plan = planned(structures=["line"], replications=4)
    with opened(tmp_path) as ledger:
        results = kept(Conductor(plan, ledger, Counting()).conduct(Nobody()), ledger)
        again = rerun(read(VILLAGE), "line", replications=4)
        played = [Chronicle(run(read(VILLAGE), "line", replication=number)) for number in range(4)]
        rows = list(results.of(case("line").cell))
        assert [row.measures for row in rows] == [measured(each) for each in played]
        assert [row.ratings for row in rows] == [each.ratings for each in again.runs]
        assert results.values(case("line").cell, MAIN) == again.without()
        in_memory = Results(tuple(results.rows))
        assert in_memory.cells() == results.cells()
        assert in_memory.values(case("line").cell, MAIN) == results.values(case("line").cell, MAIN)
        assert len(results.rows) == 4


def test_all_cells_grow_together_so_that_half_a_batch_can_be_compared(tmp_path: Path) -> None:
    playing = Counting()
    conducted(planned(replications=30), tmp_path, playing)
    assert set(playing.played[:40]) == {(name, number) for name in ("hub", "line") for number in range(20)}


def test_what_is_there_is_not_played_again(tmp_path: Path) -> None:
    conducted(planned(structures=["hub"], replications=5), tmp_path)
    playing = Counting()
    conducted(planned(replications=7), tmp_path, playing)
    assert playing.played == [("hub", 5), ("hub", 6), *(("line", number) for number in range(7))]
    conducted(planned(replications=7), tmp_path, playing := Counting())
    assert playing.played == []


def test_a_wide_precision_needs_few_replications_and_a_narrow_one_more(tmp_path: Path) -> None:
    wide = conducted(planned(precision=0.9), tmp_path)
    narrow = conducted(planned(precision=0.08), tmp_path)
    assert set(wide.counts.values()) == {FEWEST}
    assert FEWEST < min(narrow.counts.values()) == max(narrow.counts.values()) <= 120


def test_precision_asks_for_the_same_when_it_was_broken_off(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    conducted(planned(replications=17), tmp_path / "b")
    fresh, resumed = (conducted(planned(precision=0.1), tmp_path / name) for name in ("a", "b"))
    assert fresh.counts == resumed.counts


def test_draws_of_guesses_are_played_less_often_than_the_scenario_as_it_is(tmp_path: Path) -> None:
    found = conducted(planned(guesses=2, precision=0.9, structures=["hub"]), tmp_path)
    assert list(found.counts.values()) == [FEWEST, OF_A_DRAW, OF_A_DRAW]
    with opened(tmp_path) as ledger:
        results = kept(found, ledger)
        drawn = results.cells()[1]
        assert set(results.draws[drawn]) == {
            "channels.email.barriers.lossy_channel.loss",
            "channels.email.barriers.lossy_channel.noticed_after",
        }
        assert set(results.inputs[drawn]) == set(results.draws[drawn])


def test_a_selection_drops_what_is_clearly_worse_and_counts_what_it_saved(tmp_path: Path) -> None:
    plan = planned(interventions=["all"], select="best", delta=0.5)
    found = conducted(plan, tmp_path)
    assert found.selection is not None
    assert found.selection.decided
    assert found.selection.saved > 0
    assert found.counts[
        case(found.selection.best.structure, interventions=found.selection.best.interventions)
    ] == (max(found.counts.values()))
    assert list(found.counts) == list(plan.cases)


def test_a_selection_that_was_broken_off_comes_to_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    conducted(planned(replications=31), tmp_path / "b")
    fresh, resumed = (conducted(planned(select="best"), tmp_path / name) for name in ("a", "b"))
    assert (fresh.counts, fresh.selection) == (resumed.counts, resumed.selection)


def test_what_was_given_up_in_one_cell_counts_in_none(tmp_path: Path) -> None:
    plan = planned(replications=6)
    with opened(tmp_path) as ledger:
        found = Conductor(plan, ledger, Counting(deadly=(3,))).conduct(Nobody())
        results = kept(found, ledger)
        assert [each.replication for each in found.aside] == [3, 3]
        assert [row.replication for row in results.of(case().cell)] == [0, 1, 2, 4, 5]
        assert len(results.values(case().cell, MAIN)) == 5


def test_a_selection_does_not_wait_for_what_was_given_up(tmp_path: Path) -> None:
    found = conducted(planned(select="best"), tmp_path, Counting(deadly=(3,)))
    assert found.selection is not None
    assert not found.selection.decided


@pytest.mark.parametrize("count", [1, 7])
def test_results_of_a_cell_that_was_not_played_are_empty(tmp_path: Path, count: int) -> None:
    with opened(tmp_path) as ledger:
        plan = planned(structures=["hub"], replications=count)
        results = kept(Conductor(plan, ledger, Counting()).conduct(Nobody()), ledger)
        assert (list(results.of(case("line").cell)), results.values(case("line").cell, MAIN)) == ([], ())


def test_what_never_came_about_never_makes_a_cell_the_best(tmp_path: Path) -> None:
    """Two days stand for never, so that a selection by when all was known is never won by what was never known."""
    found = conducted(planned(select="best", measure="awareness_100", delta=0.5), tmp_path)
    assert found.selection is not None
    means = [*found.selection.means, *(each.mean for each in found.selection.dropped)]
    assert all(4 < each <= 48 for each in means)
    with pytest.raises(UsageError, match="recovery_hours could not be taken in every replication of hub"):
        conducted(planned(select="best", measure="recovery_hours"), tmp_path)
