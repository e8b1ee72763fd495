"""Whoever plays, and whoever dies over it, what comes of it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tabletop.compare.batch.players import processes
from tabletop.compare.batch.players.alone import Alone
from tabletop.compare.batch.players.choosing import player
from tabletop.compare.batch.players.cluster import Cluster, is_there
from tabletop.compare.batch.players.player import NobodyPlaysError, Player
from tabletop.compare.batch.players.processes import Processes
from tabletop.compare.batch.shifts import Played, SetAside, Shift
from tabletop.errors import UsageError
from tests.compare.batch.deadly import never_begin, other_code, play_deadly, play_until_twice_dead
from tests.compare.batch.village import SOURCES, case

needs_dask = pytest.mark.skipif(not is_there(), reason="Dask's `distributed` is not installed")


def shifts() -> Iterator[Shift]:
    for structure in ("hub", "line"):
        for start in range(0, 8, 2):
            yield Shift(case(structure), (start, start + 1))


def lines(playing: Player) -> tuple[dict[tuple[str, int], str], list[SetAside]]:
    found: dict[tuple[str, int], str] = {}
    aside: list[SetAside] = []
    for each in playing.play(shifts()):
        if isinstance(each, Played):
            numbers = zip(each.shift.replications, each.lines, strict=True)
            found |= {(each.shift.case.structure, number): line for number, line in numbers}
        else:
            aside.append(each)
    return found, aside


@pytest.fixture(scope="module")
def expected() -> dict[tuple[str, int], str]:
    return lines(Alone(SOURCES))[0]


def test_one_process_plays_everything_in_order(expected: dict[tuple[str, int], str]) -> None:
    assert list(expected) == [(name, number) for name in ("hub", "line") for number in range(8)]


def test_two_processes_find_the_same(expected: dict[tuple[str, int], str]) -> None:
    with Processes(SOURCES, 2) as playing:
        assert lines(playing) == (expected, [])


@needs_dask
@pytest.mark.slow
def test_a_cluster_finds_the_same(expected: dict[tuple[str, int], str]) -> None:
    with Cluster(SOURCES, "local") as playing:
        assert lines(playing) == (expected, [])


def test_a_process_that_dies_twice_changes_nothing(
    expected: dict[tuple[str, int], str], tmp_path: Path
) -> None:
    with Processes(SOURCES, 2, how=partial(play_until_twice_dead, tmp_path)) as playing:
        assert lines(playing) == (expected, [])
    assert len(list(tmp_path.iterdir())) == 2


def test_a_fork_server_that_was_killed_is_started_anew(expected: dict[tuple[str, int], str]) -> None:
    with Processes(SOURCES, 2) as playing:
        lines(playing)
        processes._start_nobody()
    with Processes(SOURCES, 2) as playing:
        assert lines(playing) == (expected, [])


@pytest.mark.parametrize(
    ("what", "other", "said"),
    [
        (
            "_begin",
            never_begin,
            r"no process can be started to play \(.*\); play in this one alone with --jobs 1",
        ),
        ("fingerprint", other_code, "tabletop itself was changed while it was at work; start it again"),
    ],
)
def test_processes_that_cannot_play_are_told_and_nothing_is_set_aside(
    monkeypatch: pytest.MonkeyPatch, what: str, other: object, said: str
) -> None:
    monkeypatch.setattr(processes, what, other)
    with Processes(SOURCES, 2) as playing, pytest.raises(NobodyPlaysError, match=said):
        lines(playing)


def test_a_replication_that_kills_three_times_is_set_aside_and_all_others_are_played(
    expected: dict[tuple[str, int], str],
) -> None:
    with Processes(SOURCES, 2, how=play_deadly) as playing:
        found, aside = lines(playing)
    assert aside == [SetAside(case("hub"), 3, 3)]
    assert found == {which: line for which, line in expected.items() if which != ("hub", 3)}


@needs_dask
@pytest.mark.slow
def test_a_cluster_sets_it_aside_too(expected: dict[tuple[str, int], str]) -> None:
    with Cluster(SOURCES, "local", how=play_deadly) as playing:
        found, aside = lines(playing)
    assert aside == [SetAside(case("hub"), 3, 3)]
    assert found == {which: line for which, line in expected.items() if which != ("hub", 3)}


@needs_dask
def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tabletop.compare.batch.players.cluster.ANSWERS_WITHIN", 1)
    with (
        Cluster(SOURCES, "tcp://127.0.0.1:1") as playing,
        pytest.raises(UsageError, match="no scheduler answers"),
    ):
        list(playing.play(shifts()))


def test_who_plays_follows_from_what_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(player(SOURCES, jobs=1, cluster=None), Alone)
    assert isinstance(player(SOURCES, jobs=2, cluster=None), Processes)
    monkeypatch.setattr("tabletop.compare.batch.players.cluster.is_there", lambda: False)
    with pytest.raises(UsageError, match=r"pip install 'tabletop\[distributed\]'"):
        player(SOURCES, jobs=None, cluster="local")
    with pytest.raises(UsageError, match="such as tcp://scheduler:8786"):
        player(SOURCES, jobs=None, cluster="nowhere")
