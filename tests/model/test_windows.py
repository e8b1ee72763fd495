"""Windows: sorted half-open spans, held against a reference that looks at every single instant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.model.windows import ALWAYS, FOREVER, NEVER, Windows

LIMIT = 40
PAIRS = st.lists(st.tuples(st.integers(0, LIMIT), st.integers(0, LIMIT)), max_size=6)
WINDOWS = PAIRS.map(Windows.of)
INSTANTS = st.integers(0, LIMIT + 5)


def instants(windows: Windows) -> list[int]:
    """All open instants up to a little after the limit."""
    return [t for t in range(LIMIT + 10) if any(start <= t < end for start, end in windows)]


@given(PAIRS)
def test_windows_cover_exactly_their_pairs(pairs: list[tuple[int, int]]) -> None:
    covered = sorted({t for start, end in pairs for t in range(start, end)})
    assert instants(Windows.of(pairs)) == covered


@given(WINDOWS)
def test_the_same_instants_are_the_same_windows(windows: Windows) -> None:
    singly = Windows.of((t, t + 1) for t in reversed(instants(windows)))
    assert (singly, hash(singly)) == (windows, hash(windows))


@given(WINDOWS, INSTANTS)
def test_open_now_and_open_next(windows: Windows, t: int) -> None:
    later = [each for each in instants(windows) if each >= t]
    assert windows.is_open(t) == (t in later)
    assert windows.next_open(t) == (later[0] if later else None)


@given(WINDOWS, INSTANTS, INSTANTS)
def test_open_between_counts_the_open_instants(windows: Windows, a: int, b: int) -> None:
    assert windows.open_between(a, b) == sum(a <= t < b for t in instants(windows))


@given(WINDOWS, INSTANTS, st.integers(1, LIMIT))
def test_work_ends_with_the_last_open_instant_that_it_needs(windows: Windows, t: int, work: int) -> None:
    used = [each for each in instants(windows) if each >= t][:work]
    assert windows.after(t, work) == (used[-1] + 1 if len(used) == work else None)


@given(WINDOWS, INSTANTS)
def test_no_work_needs_an_open_instant(windows: Windows, t: int) -> None:
    assert windows.after(t, 0) == windows.next_open(t)


@given(WINDOWS, WINDOWS)
def test_minus_and_overlap_are_those_of_sets(one: Windows, other: Windows) -> None:
    assert instants(one.minus(other)) == sorted(set(instants(one)) - set(instants(other)))
    assert instants(one.overlap(other)) == sorted(set(instants(one)) & set(instants(other)))


@given(WINDOWS, INSTANTS, INSTANTS)
def test_clipped_keeps_what_lies_within(windows: Windows, a: int, b: int) -> None:
    assert instants(windows.clipped(a, b)) == [t for t in instants(windows) if a <= t < b]


@given(WINDOWS)
def test_always_less_windows_is_when_they_are_shut(windows: Windows) -> None:
    shut = ALWAYS.minus(windows)
    assert instants(shut) == [t for t in range(LIMIT + 10) if not windows.is_open(t)]
    assert ALWAYS.minus(shut) == windows
    assert ALWAYS.overlap(windows) == windows.overlap(ALWAYS) == windows


@given(st.integers(0, 10**12), st.integers(0, 10**9))
def test_always_is_open_at_every_instant(t: int, work: int) -> None:
    assert ALWAYS.is_always
    assert (ALWAYS.is_open(t), ALWAYS.next_open(t), ALWAYS.after(t, work)) == (True, t, t + work)
    assert ALWAYS.open_between(t, t + work) == work


def test_always_begins_at_startex() -> None:
    assert (ALWAYS.is_open(-1), ALWAYS.next_open(-5), ALWAYS.after(-5, 3)) == (False, 0, 3)
    assert ALWAYS.open_between(-5, 3) == 3


def test_always_less_nothing_stays_always_and_less_itself_is_never() -> None:
    assert ALWAYS.minus(NEVER) is ALWAYS
    assert ALWAYS.minus(ALWAYS) == NEVER
    assert ALWAYS.overlap(ALWAYS) is ALWAYS
    assert ALWAYS.minus(Windows((10,), (20,))) == Windows((0, 20), (10, FOREVER))


def test_never_never_opens() -> None:
    assert (NEVER.next_open(0), NEVER.after(0, 0), NEVER.after(0, 1), NEVER.open_between(0, 9)) == (
        None,
        None,
        None,
        0,
    )


def test_work_that_ends_exactly_at_closing_ends_then() -> None:
    desk = Windows((8, 32), (16, 40))
    assert [desk.after(8, work) for work in (7, 8, 9, 16, 17)] == [15, 16, 33, 40, None]


def test_what_comes_at_closing_waits_for_the_opening() -> None:
    desk = Windows((8, 32), (16, 40))
    assert (desk.is_open(8), desk.is_open(16), desk.after(16, 0), desk.after(16, 1)) == (True, False, 32, 33)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [((5,), (5,)), ((5,), (4,)), ((0, 4), (5, 8)), ((0, 5), (5, 8)), ((9, 0), (12, 3)), ((0, 9), (5,))],
)
def test_windows_out_of_order_are_refused(starts: tuple[int, ...], ends: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"windows must be sorted|argument 2 is"):
        Windows(starts, ends)
