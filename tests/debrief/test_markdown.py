"""The debrief of the small exercise, as a whole; `UPDATE_GOLDEN=1 pytest` writes it anew."""

from __future__ import annotations

from pathlib import Path

from tabletop.debrief import summary
from tabletop.debrief.markdown import render
from tests.debrief.golden_files import compared
from tests.debrief.tiny import record, seen


def test_the_markdown_is_the_golden_one() -> None:
    compared("tiny.md", render(seen(record())))


def test_the_summary_is_the_golden_one() -> None:
    compared("tiny.txt", summary.render(seen(record()), 72, files=(Path("runs/tiny/debrief.html"),)))


def test_no_line_of_the_summary_is_wider_than_asked() -> None:
    for width in (40, 60, 100):
        lines = summary.render(seen(record()), width).splitlines()
        assert max(len(line) for line in lines) <= width
