"""The page on benchmarks says how many events a hand-off costs, and that is what it costs."""

from __future__ import annotations

import re

import pytest

from benchmarks import counting, work
from tests.source import ROOT

PAGE = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")


@pytest.mark.parametrize("each", [work.chain(), work.tree()], ids=lambda each: each.name)
def test_the_events_of_a_hand_off_are_those_of_the_page(each: work.Work) -> None:
    found = re.search(rf"^\| {each.name} \| ([0-9.]+) \| ([0-9.]+) \|$", PAGE, re.MULTILINE)
    assert found is not None
    counted = [f"{count(each, 1):.2f}" for count in counting.COUNTS.values()]
    assert list(found.groups()) == counted
