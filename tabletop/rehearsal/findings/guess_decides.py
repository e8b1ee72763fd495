"""Guesses that decide the outcome: had one call in two been answered instead of four in five, support came too late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tabletop.measures import Chronicle
from tabletop.measures.expectations import outcomes
from tabletop.measures.ratings import ratings
from tabletop.model.scenario import Guess, Scenario
from tabletop.rehearsal.conducts import conduct
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import listed

MOST_ENTRIES = 40_000
"""Entries of all journals together beyond which the last guesses of a file are not tried."""

_ENDS = re.compile(r"\s*(\S.*?)\s+to\s+(\S.*?)\s*")

_Turn = tuple[str, str, str]
"""What turned, at the low end, at the high end."""


def guess_decides(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the guesses whose low and high end, played with the luck of the first run, end in another verdict or rating."""
    first = rehearsal.first.get(rehearsal.scenario.first_structure)
    if not isinstance(first, Chronicle):
        return
    most = MOST_ENTRIES // (2 * len(first.record.journal))
    ranged = [each for each in rehearsal.scenario.guesses if _ENDS.fullmatch(each.guess)]
    for guess in ranged[:most]:
        turns = _turns(rehearsal, guess)
        if turns:
            yield Finding(
                rehearsal.manuscript.path(guess.path),
                f"is a guess, and it decides: from {guess.guess}, with the same luck, {listed(_said(turns))}",
                "The result is then as much a guess as this number.",
                "ask those who know the work, look for a source, or tell the result for both ends",
                severity="know",
            )


def _turns(rehearsal: Rehearsal, guess: Guess) -> list[_Turn]:
    ends = _ENDS.fullmatch(guess.guess)
    changed = [rehearsal.manuscript.with_value(guess.path, end) for end in ends.groups()] if ends else []
    low, high = (_result(each) for each in changed) if len(changed) == 2 else ({}, {})
    return [(name, low[name], high[name]) for name in low if name in high and low[name] != high[name]]


def _result(scenario: Scenario | None) -> dict[str, str]:
    """Return every rating and every verdict of the first run."""
    played = conduct(scenario, scenario.first_structure) if scenario else None
    if not isinstance(played, Chronicle):
        return {}
    letters = {
        f"the rating of `{name}`": each.letter.replace("_", " ") for name, each in ratings(played).items()
    }
    return {
        **letters,
        **{f"`{name}`": each.verdict.replace("_", " ") for name, each in outcomes(played).items()},
    }


def _said(turns: list[_Turn]) -> list[str]:
    return [f"{name} turns from {low} to {high}" for name, low, high in turns]
