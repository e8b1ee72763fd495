"""Guesses that decide the outcome: had one call in two been answered instead of four in five, support came too late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tabletop.measures import Chronicle
from tabletop.measures.causes import address_of
from tabletop.measures.critical import expectation_paths
from tabletop.measures.expectations import outcomes
from tabletop.measures.ratings import ratings
from tabletop.model.duration import parse_duration
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

    Of many guesses, a quick rehearsal tries those that are likeliest to decide by what they cost in that run.
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
    if len(guesses) <= most:
        return guesses
    costs = _costs(rehearsal, first)
    likeliest = sorted(guesses, key=lambda each: _chance_to_decide(each, costs), reverse=True)[:most]
    return tuple(each for each in guesses if each in likeliest)


def _costs(rehearsal: Rehearsal, run: Chronicle) -> Mapping[str, int]:
    """Return by the dotted path of each barrier what it cost on the way to what was expected in a run, in milliseconds."""
    held: dict[str, int] = {}
    for way in expectation_paths(run).values():
        for part in way.parts:
            address = address_of(part.detail or part.cause)
            held[address] = held.get(address, 0) + part.length
    return {".".join(map(str, path)): held.get(address, 0) for address, path, _ in rehearsal.barriers}


def _chance_to_decide(guess: Guess, costs: Mapping[str, int]) -> tuple[bool, bool, int]:
    """Return what makes one guess likelier to decide than another: the greater goes first.

    A barrier that cost time on the way to what was expected decides before others, and a guess of how long it holds
    before one of how often, which acts only where the luck of a try lies between its ends.
    """
    cost = max((cost for path, cost in costs.items() if guess.path.startswith(f"{path}.")), default=0)
    return cost > 0, _is_time(guess), cost


def _is_time(guess: Guess) -> bool:
    try:
        ends = _ENDS.fullmatch(guess.guess)
        return ends is not None and all(parse_duration(end) >= 0 for end in ends.groups())
    except ValueError:
        return False


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
