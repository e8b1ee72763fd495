"""What the best costs stands beside who costs least, and nobody is named for what chance may have made."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tabletop.compare.results import Results, Row
from tabletop.compare.statistics.analysis import analyse
from tabletop.debrief.comparison.view import comparison_view
from tabletop.measures import MAIN
from tests.debrief.comparison.small import provenance, results, scenario

PLAIN = tuple(row for row in results().rows if not row.cell.variant and not row.cell.interventions)
LUCK = (3.0, 9.0, 4.0, 12.0, 7.0, 5.0)
LEVEL = (5.0, 6.0, 5.0, 6.0, 5.0, 6.0)
AS_FEW = (6.0, 5.0, 6.0, 5.0, 6.0, 5.6)
MORE = (9.0, 9.5, 9.0, 9.5, 9.0, 9.5)

HUB, CHAIN, EVERYONE = "“Over the office”", "“One to the next”", "“All to all”"


def answer(*, hub: Sequence[float], chain: Sequence[float], everyone: Sequence[float]) -> str:
    """Return the answer where the three differ clearly in time, the hub being best, and so much was exposed under each."""
    exposed = {"hub": hub, "chain": chain, "everyone": everyone}
    hours = {"hub": 100.0, "chain": 200.0, "everyone": 300.0}
    rows = tuple(_row(row, exposed, hours) for row in PLAIN)
    analysis = analyse(Results(rows), {"city": scenario()})
    (seen,) = comparison_view(analysis, provenance()).scenarios
    return str(seen.answer).replace("\u00a0", " ")


def _row(row: Row, exposed: dict[str, Sequence[float]], hours: dict[str, float]) -> Row:
    structure, number = row.cell.structure, row.replication
    sides = {"staff_hours": 10 + LUCK[number] / 10, "exposures": exposed[structure][number]}
    measures = {**row.measures, MAIN: hours[structure] + LUCK[number] * hours[structure] / 100, **sides}
    return Row(row.cell, number, measures, row.expectations, row.ratings, row.learnt, row.censored)


NEEDLESS = "Sensitive things that partners came to know without need: "


@pytest.mark.parametrize(
    ("exposed", "told"),
    [
        ((LEVEL, MORE, MORE), f"{NEEDLESS}5.5 on average, and nowhere fewer."),
        (
            (AS_FEW, LEVEL, MORE),
            f"{NEEDLESS}5.6 on average; there were about as few under {CHAIN}, and nowhere clearly fewer.",
        ),
        ((MORE, LEVEL, MORE), f"{NEEDLESS}9.25 on average; the fewest were 5.5, under {CHAIN}."),
        (
            (MORE, AS_FEW, LEVEL),
            f"{NEEDLESS}9.25 on average; the fewest were 5.5 or not clearly more, under {CHAIN} and {EVERYONE}.",
        ),
    ],
)
def test_the_fewest_are_named_only_where_they_are_clearly_the_fewest(
    exposed: tuple[Sequence[float], ...], told: str
) -> None:
    hub, chain, everyone = exposed
    assert told in answer(hub=hub, chain=chain, everyone=everyone)


def test_what_is_the_same_everywhere_is_said_to_be_about_as_little() -> None:
    assert (
        f"staff hours; it was about as little under {CHAIN} and {EVERYONE}, and nowhere clearly less."
        in answer(hub=LEVEL, chain=MORE, everyone=MORE)
    )


def test_a_difference_of_chance_keeps_nobody_unbeaten() -> None:
    """The chain is slower and exposes 5.5 things instead of 5.6, which is nothing: the hub beats it."""
    assert "Time is not all that counts" not in answer(hub=AS_FEW, chain=LEVEL, everyone=MORE)
    assert f"nothing beats {CHAIN} on time, staff hours and exposure together either" in answer(
        hub=MORE, chain=LEVEL, everyone=MORE
    )
