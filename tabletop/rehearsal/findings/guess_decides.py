"""Guesses that decide the outcome: had one call in two been answered instead of four in five, support came too late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tabletop.measures import Chronicle
from tabletop.measures.causes import address_of
from tabletop.measures.expectations import outcomes
from tabletop.measures.ratings import ratings
from tabletop.measures.whereabouts import stopped_by
from tabletop.model.journal import Stopped
from tabletop.model.scenario import Guess, Scenario
from tabletop.rehearsal.conducts import conduct
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import listed

MOST_ENTRIES = 6_000
"""Entries of all journals together beyond which no more guesses are tried: about a fifth of a second of playing."""

_ENDS = re.compile(r"\s*(\S.*?)\s+to\s+(\S.*?)\s*")

_Turn = tuple[str, str, str]
"""What turned, at the low end, at the high end."""


def guess_decides(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the guesses whose low and high end, played with the luck of the first run, end in another verdict or rating.

    Of many guesses, a quick rehearsal tries those of the barriers that cost most time in that run.
    """
    for guess in tried(rehearsal):
        turns = _turns(rehearsal, guess)
        if turns:
            yield Finding(
                rehearsal.manuscript.path(guess.path),
                f"is a guess, and it decides: from {guess.guess}, with the same luck, {listed(_said(turns))}",
                "The result is then as much a guess as this number.",
                "ask those who know the work, look for a source, or tell the result for both ends",
                severity="know",
            )


def with_ends(scenario: Scenario) -> tuple[Guess, ...]:
    """Return the guesses that say between which ends the number lies."""
    return tuple(each for each in scenario.guesses if _ENDS.fullmatch(each.guess))


def tried(rehearsal: Rehearsal) -> tuple[Guess, ...]:
    """Return the guesses that are tried, in the order of the file."""
    first = rehearsal.runs_of(rehearsal.scenario.first_structure).first
    if not isinstance(first, Chronicle):
        return ()
    guesses = with_ends(rehearsal.scenario)
    most = MOST_ENTRIES * rehearsal.effort // (2 * len(first.record.journal))
    costs = _costs(rehearsal, first)
    dearest = sorted(guesses, key=lambda each: -_cost(each, costs))[:most]
    return tuple(each for each in guesses if each in dearest)


def _costs(rehearsal: Rehearsal, run: Chronicle) -> Mapping[str, int]:
    """Return by the dotted path of each barrier what it cost in a run: the time it held, and the rest for what it stopped."""
    held: dict[str, int] = {}
    for handoff in run.story:
        for cause, time in handoff.account:
            held[address_of(cause)] = held.get(address_of(cause), 0) + time
        if isinstance(handoff, Stopped):
            address = address_of(stopped_by(handoff))
            held[address] = held.get(address, 0) + run.end - handoff.at
    return {".".join(map(str, path)): held.get(address, 0) for address, path, _ in rehearsal.barriers}


def _cost(guess: Guess, costs: Mapping[str, int]) -> int:
    return max((cost for path, cost in costs.items() if guess.path.startswith(f"{path}.")), default=0)


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
