"""Which desks choke as traffic grows, by hand and in the networks whose answer is known."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.compare.batch.changes import Load, changed
from tabletop.compare.statistics.choking import CHOKES, Choke, desk_curves
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.measures.load import utilisations
from tabletop.reading import load

FIVE = load("classic/five_networks")
REPLICATIONS = 2


def choke(**shares: float) -> Choke | None:
    """Return where the one desk chokes that was in work for these shares at the loads named, such as `x2`."""
    (found,) = desk_curves([(float(name[1:]), {"city": share}) for name, share in shares.items()])
    return found.chokes


def test_between_two_loads_the_line_through_the_loads_below_says_where() -> None:
    assert choke(x1=0.2, x2=0.4, x8=1.0) == Choke(4.25, 2, 8)


def test_with_one_load_below_the_line_goes_to_the_one_above() -> None:
    assert choke(x1=0.25, x4=1.0) == Choke(3.4, 1, 4)


def test_a_desk_chokes_at_the_least_load_already_or_at_none_that_was_tried() -> None:
    assert choke(x1=0.9, x2=1.0) == Choke(1, None, 1)
    assert choke(x1=0.2, x2=0.4, x4=0.8) is None


def test_who_chokes_first_comes_first_and_then_whoever_is_busiest() -> None:
    found = desk_curves([
        (1, {"idle": 0.1, "late": 0.3, "soon": 0.4, "busy": 0.2}),
        (2, {"idle": 0.2, "late": 0.6, "soon": 0.8, "busy": 0.4}),
        (3, {"idle": 0.3, "late": 0.9, "soon": 1.0, "busy": 0.6}),
    ])
    assert [each.actor for each in found] == ["soon", "late", "busy", "idle"]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_what_is_found_lies_between_the_loads_where_it_began(shares: list[float]) -> None:
    (found,) = desk_curves([(place + 1.0, {"city": each}) for place, each in enumerate(shares)])
    begun = [place + 1.0 for place, each in enumerate(shares) if each >= CHOKES]
    if found.chokes is None:
        assert begun == []
    else:
        assert found.chokes.by == begun[0]
        assert (found.chokes.above or 1) <= found.chokes.at <= found.chokes.by


def busy(structure: str, factor: float) -> Mapping[str, float]:
    """Return how busy each desk is in the mean of a few exercises."""
    scenario = changed(FIVE, Load(factor))
    all_ = [
        utilisations(Chronicle(run(scenario, structure, replication=number)))
        for number in range(REPLICATIONS)
    ]
    return {actor: sum(each[actor] for each in all_) / len(all_) for actor in FIVE.actors}


@pytest.mark.parametrize(("structure", "steps"), [("wheel", 4), ("y", 3.5)])
def test_the_middle_chokes_first_where_theory_says(structure: str, steps: float) -> None:
    """A desk that sees `steps` times what one person writes, one in 20 h, is in work factor × steps / 20 of its time."""
    first, *others = desk_curves([(factor, busy(structure, factor)) for factor in (1, 3, 6)])
    assert first.actor == "c"
    assert first.chokes is not None
    assert first.chokes.at == pytest.approx(CHOKES * 20 / steps, rel=0.05)
    assert all(each.chokes is None or each.chokes.at > first.chokes.at for each in others)
