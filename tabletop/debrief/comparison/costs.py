"""What the best cost in staff hours and exposure, in plain words, and who cost least where that is more than chance.

"It cost 58.2 staff hours; the least was 12.4, under “Mailing list”." A least that chance alone could have made is not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.compare.results import Cell
from tabletop.compare.statistics.analysis import CellFigures, Comparison
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import number
from tabletop.debrief.text import Phrase, Text, phrase
from tabletop.debrief.words import _


@dataclass(frozen=True, slots=True)
class Least:
    """Where a measure of which less is better was least, as far as that can be told."""

    mine: float
    """How much it was under the structure that is best."""
    value: float
    """The least mean."""
    cells: tuple[Cell, ...]
    """Where it was least, and where it is not clearly more."""


def costs(comparison: Comparison, best: CellFigures, labels: Labels) -> Iterator[Phrase]:
    """Say that time is not all that counts: what the best cost, who cost least, and what else nothing beats."""
    hours = least_of(comparison, best, "staff_hours")
    if hours is not None:
        yield phrase(_hours(hours, best.cell), _fields(hours, best.cell, labels))
    exposed = least_of(comparison, best, "exposures")
    if exposed is not None and _any_exposed(comparison):
        yield phrase(_exposed(exposed, best.cell), _fields(exposed, best.cell, labels))
    yield from _all_three(comparison, best.cell, labels)


def least_of(comparison: Comparison, best: CellFigures, measure: str) -> Least | None:
    """Return where a measure was least by the rule of all verdicts; None where it could not be taken under the best."""
    means = {each.cell: found.value for each in comparison.leads if (found := each.taken[measure].mean)}
    level = tuple(each.cell for each in comparison.sides[measure] if each.verdict != "clearly_worse")
    if best.cell not in means or not level:
        return None
    return Least(means[best.cell], min(means.values()), level)


def _any_exposed(comparison: Comparison) -> bool:
    return any(found.value for each in comparison.leads if (found := each.taken["exposures"].mean))


def _fields(least: Least, best: Cell, labels: Labels) -> dict[str, Text | int]:
    others = [each for each in least.cells if each != best]
    named = {"others": labels.cells(others), "other": labels.cell(others[0])} if others else {}
    return {"mine": number(least.mine), "least": number(least.value), **named}


def _hours(least: Least, best: Cell) -> str:
    if least.cells == (best,):
        return _("It cost {mine} staff hours, and nothing cost less.")
    if best in least.cells:
        return _(
            "It cost {mine} staff hours; it was about as little under {others}, and nowhere clearly less."
        )
    if len(least.cells) == 1:
        return _("It cost {mine} staff hours; the least was {least}, under “{other}”.")
    return _("It cost {mine} staff hours; the least was {least} or not clearly more, under {others}.")


def _exposed(least: Least, best: Cell) -> str:
    if least.cells == (best,):
        return _(
            "Sensitive things that partners came to know without need: {mine} on average, and nowhere fewer."
        )
    if best in least.cells:
        return _(
            "Sensitive things that partners came to know without need: {mine} on average; there were about as few under {others}, and nowhere clearly fewer."
        )
    if len(least.cells) == 1:
        return _(
            "Sensitive things that partners came to know without need: {mine} on average; the fewest were {least}, under “{other}”."
        )
    return _(
        "Sensitive things that partners came to know without need: {mine} on average; the fewest were {least} or not clearly more, under {others}."
    )


def _all_three(comparison: Comparison, best: Cell, labels: Labels) -> Iterator[Phrase]:
    standings = {each.cell: each for each in comparison.standings}
    mine = standings.get(best)
    rest = [each.cell for each in comparison.standings if each.unbeaten and each.cell != best]
    if mine is not None and mine.beaten_by:
        pattern = _(
            "Time is not all that counts: of time, staff hours and exposure, {others} came out clearly better on at least one, and clearly worse on none."
        )
        yield phrase(pattern, {"others": labels.cells(mine.beaten_by)})
    elif rest:
        pattern = _(
            "Time is not all that counts: nothing beats {others} on time, staff hours and exposure together either."
        )
        yield phrase(pattern, {"others": labels.cells(rest)})
