from __future__ import annotations

import os
from dataclasses import dataclass

import pytest

from tabletop.compare import shifts
from tabletop.compare.shifts import in_shifts


def square(number: int) -> int:
    return number * number


@dataclass(frozen=True)
class DiesElsewhere:
    """Work that only the process it was made in survives."""

    home: int

    def __call__(self, number: int) -> int:
        if os.getpid() != self.home:
            os._exit(1)
        return square(number)


def refuse(number: int) -> int:
    msg = f"not {number}"
    raise ValueError(msg)


@pytest.mark.parametrize("jobs", [None, 1, 2, 3])
def test_the_results_are_the_same_with_any_number_of_processes(jobs: int | None) -> None:
    assert in_shifts(square, 10, jobs=jobs) == (0, 1, 4, 9, 16, 25, 36, 49, 64, 81)


def test_nothing_to_do_is_nothing_done() -> None:
    assert in_shifts(square, 0, jobs=2) == ()


def test_work_is_shared_when_much_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shifts, "WORTH_SHARING", 0.0)
    monkeypatch.setattr(shifts, "TRIAL", 0.0001)
    assert in_shifts(square, 5000) == tuple(map(square, range(5000)))


def test_what_a_dying_process_leaves_undone_is_done_here() -> None:
    assert in_shifts(DiesElsewhere(os.getpid()), 6, jobs=2) == (0, 1, 4, 9, 16, 25)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_comes_through(jobs: int) -> None:
    with pytest.raises(ValueError, match="not 0"):
        in_shifts(refuse, 2, jobs=jobs)
