"""One thing that is wrong with a structure: its place, what is wrong, and what would do.

`structures.hub.hub: there is no actor 'municipalty' (name an entry of `actors`)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from tabletop.model.scenario import Scenario

Flaw: TypeAlias = tuple[tuple[str | int, ...], str, str]
"""Where in the scenario, what is wrong, and what would do instead."""

_FEW = 6


def in_words(flaw: Flaw) -> str:
    """Return a flaw as one line."""
    path, what, remedy = flaw
    return f"{'.'.join(map(str, path))}: {what} ({remedy})"


def below(path: tuple[str | int, ...], flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """Yield flaws with the path to the part of the scenario in which they were found."""
    for place, what, remedy in flaws:
        yield (*path, *place), what, remedy


def unknown_actors(scenario: Scenario, named: Mapping[str, Iterable[str]]) -> Iterator[Flaw]:
    """Yield the names, by key, that stand for no actor."""
    for key, names in named.items():
        for name in dict.fromkeys(names):
            if not scenario.actors_named(name):
                yield (key,), f"there is no actor {name!r}", "name an entry of `actors`"


def unknown_channels(scenario: Scenario, named: Mapping[str, str | None]) -> Iterator[Flaw]:
    """Yield the names, by key, that are no channel."""
    for key, name in named.items():
        if name is not None and name not in scenario.channels:
            yield (key,), f"there is no channel {name!r}", "name an entry of `channels`"


def listed(names: Iterable[str]) -> str:
    """Return names as a person lists them, of many the first few and how many more there are."""
    names = tuple(names)
    more = len(names) - _FEW
    *most, last = names if more <= 0 else (*names[:_FEW], f"{more:,} more")
    return f"{', '.join(most)} and {last}" if most else last
