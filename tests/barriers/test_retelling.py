"""The oracle of the whispers game: what is left of a story after five retellings."""

from __future__ import annotations

import pytest

from tabletop.barriers.retelling import Retelling
from tabletop.model.item import Item
from tabletop.model.verdict import Passed
from tests.barriers.moments import moment


@pytest.mark.parametrize(("medium", "left"), [("voice", 0.025), ("notes", 0.855), ("print", 0.99)])
def test_five_retellings_leave_what_was_left_in_the_experiment(medium: str, left: float) -> None:
    assert told_five_times(medium) == pytest.approx(left, abs=0.005)


@pytest.mark.parametrize(("medium", "kept"), [("voice", 0.48), ("notes", 0.97), ("print", 0.998)])
def test_five_retellings_keep_the_fifth_power_of_one(medium: str, kept: float) -> None:
    assert told_five_times(medium) == pytest.approx(kept**5, rel=1e-14)


def told_five_times(medium: str) -> float:
    item = Item("concern", "inject/post/concern")
    for _ in range(5):
        verdict = Retelling().judge(item, moment(medium=medium))
        assert isinstance(verdict, Passed)
        assert verdict.item is not None
        item = verdict.item
    return item.accuracy
