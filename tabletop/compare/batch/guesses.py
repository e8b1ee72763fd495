"""Numbers that are only guessed, drawn from the ranges in which they may lie.

That one mail in 25 is never seen is a guess: it may be one in a hundred or one in ten. A hundred draws of all guesses
at once show in how many of them the hub stays better than the chain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

from tabletop.compare.batch.changes import Draw
from tabletop.model.amount import Spread, parse_amount, write_amount
from tabletop.model.chance import Chance, draw, evenly, text_key
from tabletop.model.scenario import Guess, Scenario
from tabletop.model.share import parse_share, write_share

_RANGE = re.compile(r"\s*(\S.*?)\s+to\s+(\S.*?)\s*")
_FORM = re.compile(r"\{(.*)\}")

Drawn = Callable[[float], str]
"""From a place in a range, 0 to 1, to the text that stands there."""


def drawable(scenario: Scenario) -> tuple[Guess, ...]:
    """Return the guesses that say between which ends they lie; those within interventions are not drawn."""
    return tuple(each for each in scenario.guesses if _drawn(each) is not None)


def draws(scenario: Scenario, *, seed: int, count: int) -> tuple[Draw, ...]:
    """Return so many draws of all guesses of a scenario, each evenly from its range and apart from the others.

    The parts of an amount such as `1h to 6h` grow or shrink alike: from where the least lies at the lower end of the
    range to where the most lies at its upper end.
    """
    return tuple(_draw(drawable(scenario), Chance(seed, number), number) for number in range(count))


def _draw(guesses: tuple[Guess, ...], chance: Chance, number: int) -> Draw:
    prefix = chance.prefix("guess", "")
    places = tuple((each.path, draw(prefix, text_key(each.path), 0)) for each in guesses)
    makers = [_drawn(each) for each in guesses]
    values = tuple(
        (path, maker(place)) for (path, place), maker in zip(places, makers, strict=True) if maker is not None
    )
    return Draw(number, values, places)


def _drawn(guess: Guess) -> Drawn | None:
    """Return how a guess is drawn; None when its range is said in words only."""
    ends = _RANGE.fullmatch(guess.guess)
    if ends is None or guess.path.startswith("interventions."):
        return None
    low, high = ends.groups()
    for form in (_whole, _number, _share, _amount):
        try:
            return form(guess.value, low, high)
        except ValueError:
            continue
    return None


def _whole(value: str, low: str, high: str) -> Drawn:
    int(value)
    first, last = int(low), int(high)
    return lambda place: str(first + min(last - first, int(place * (last - first + 1))))


def _number(value: str, low: str, high: str) -> Drawn:
    float(value)
    first, last = float(low), float(high)
    return lambda place: f"{evenly(place, first, last):.6g}"


def _share(value: str, low: str, high: str) -> Drawn:
    parse_share(value)
    first, last = parse_share(low), parse_share(high)
    return lambda place: write_share(round(evenly(place, first, last), 6))


def _amount(value: str, low: str, high: str) -> Drawn:
    usual = parse_amount(_unfolded(value))
    parts = [getattr(usual, each.name) for each in fields(usual) if each.init]
    if min(parts) <= 0:
        raise ValueError("a part that is nothing does not grow")
    first, last = parse_amount(low).mean / min(parts), parse_amount(high).mean / max(parts)
    return lambda place: _said(usual.scaled(evenly(place, first, last)))


def _said(amount: Spread) -> str:
    said = write_amount(amount)
    if isinstance(said, str):
        return said
    return "{" + ", ".join(f"{name}: {part}" for name, part in said.items()) + "}"


def _unfolded(value: str) -> object:
    """Return the parts of an amount that was written as `{least: 1h, most: 4h}`, or the text."""
    form = _FORM.fullmatch(value)
    if form is None:
        return value
    parts = (part.partition(":") for part in form[1].split(","))
    return {name.strip(): text.strip() for name, _, text in parts}
