"""How far a batch has come, on a terminal as it is: wide, narrow, without colours, or able to do nothing but print."""

from __future__ import annotations

import os
import re
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tabletop.cli.progress import Bar, Lines, shown
from tabletop.compare.batch.watching import Watch

PATIENCE = 0.2
"""Seconds after which nothing more is taken to come."""

HIDDEN, SHOWN, COLOUR = "\x1b[?25l", "\x1b[?25h", "\x1b[3"


@contextmanager
def terminal(columns: int, monkeypatch: pytest.MonkeyPatch, kind: str = "xterm-256color") -> Iterator[int]:
    """Make stderr a terminal of so many columns, and give the end at which what it shows can be read."""
    ours, theirs = os.openpty()
    monkeypatch.setenv("COLUMNS", str(columns))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", kind)
    with os.fdopen(theirs, "w") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        yield ours
    os.close(ours)


def seen_on(screen: int) -> str:
    """Return all that has come to the terminal; it may come in several pieces."""
    sys.stderr.flush()
    pieces = []
    while select.select([screen], [], [], PATIENCE)[0]:
        pieces.append(os.read(screen, 1 << 16))
    return b"".join(pieces).decode()


def moved(watch: Watch) -> None:
    watch.expects(120)
    watch.done(30)


def broken_off() -> None:
    with shown() as watch:
        moved(watch)
        raise KeyboardInterrupt


def lines(text: str) -> list[str]:
    """Return what stood on the terminal, line by line, without what steers it."""
    return [
        each.strip() for each in re.split(r"[\r\n]+", re.sub(r"\x1b\[[0-9;?]*\w", "", text)) if each.strip()
    ]


@pytest.mark.parametrize(("columns", "words"), [(80, "replications"), (40, "")])
def test_a_bar_fits_on_one_line_however_narrow_the_terminal(
    columns: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with terminal(columns, monkeypatch) as screen:
        with shown() as watch:
            assert isinstance(watch, Bar)
            moved(watch)
        text = seen_on(screen)
    assert lines(text)
    assert all("/120" in each or "0/0" in each for each in lines(text))
    assert max(len(each) for each in lines(text)) <= columns
    assert all(each.startswith(words) for each in lines(text))
    assert ("replications" in text) is bool(words)
    assert text.rindex(SHOWN) > text.rindex(HIDDEN)


def test_whoever_wants_no_colours_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(80, monkeypatch) as screen:
        monkeypatch.setenv("NO_COLOR", "1")
        with shown() as watch:
            moved(watch)
        assert COLOUR not in seen_on(screen)


def test_the_cursor_is_there_again_after_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(80, monkeypatch) as screen:
        with pytest.raises(KeyboardInterrupt):
            broken_off()
        text = seen_on(screen)
    assert text.rindex(SHOWN) > text.rindex(HIDDEN)


def test_a_terminal_that_can_only_print_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(80, monkeypatch, "dumb") as screen:
        with shown() as watch:
            assert isinstance(watch, Lines)
            moved(watch)
            watch.note("A word.")
        assert seen_on(screen) == "A word.\r\n"
