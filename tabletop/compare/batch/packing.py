"""One finished replication as a line of text, and back: small enough to send and to keep by the hundred thousand.

The names of measures, expectations and needs are the same for every replication of a cell, so they are kept once; a
line is only the numbers in their order.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tabletop.compare.results import Cell, Row
from tabletop.measures import MEASURES, Chronicle, measured
from tabletop.measures.awareness import awareness
from tabletop.measures.expectations import outcomes
from tabletop.measures.load import utilisations
from tabletop.measures.ratings import ratings
from tabletop.model.scenario import Scenario

FORMAT = 2
"""Which form lines have: it grows with every change of what stands in them. Since the second, desks do."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers of a line stand for, in their order."""

    measures: tuple[str, ...]
    """Measures of the registry."""
    expectations: tuple[str, ...]
    """Expectations, by id."""
    objectives: tuple[str, ...]
    """Objectives, by id."""
    needs: tuple[str, ...]
    """Needs, as `role:kind`."""
    desks: tuple[str, ...] = ()
    """Actors, whose desks were in work for a share of their staffed time."""


def names_of(scenario: Scenario) -> Names:
    """Return what the lines of a scenario's replications are made of."""
    needs = tuple(f"{role}:{kind}" for role, kinds in scenario.needs.items() for kind in kinds)
    return Names(
        tuple(MEASURES),
        tuple(scenario.expectations),
        tuple(scenario.objectives),
        needs,
        tuple(scenario.actors),
    )


def packed(chronicle: Chronicle) -> str:
    """Return the line of one replication: the same text wherever it was played."""
    verdicts, letters = outcomes(chronicle), ratings(chronicle)
    needs = [
        None
        if each.exists is None
        else (None if each.knows is None else each.knows - each.exists, max(0, each.cut - each.exists))
        for each in awareness(chronicle).needs
    ]
    line = (
        list(measured(chronicle).values()),
        [each.verdict for each in verdicts.values()],
        [each.letter for each in letters.values()],
        needs,
        [round(1000 * each) for each in utilisations(chronicle).values()],
    )
    return json.dumps(line, separators=(",", ":"), allow_nan=False)


def unpacked(line: str, names: Names, *, cell: Cell, replication: int) -> Row:
    """Return the row that a line says."""
    measures, verdicts, letters, needs, desks = json.loads(line)
    known = {name: each for name, each in zip(names.needs, needs, strict=True) if each is not None}
    return Row(
        cell,
        replication,
        measures=dict(zip(names.measures, measures, strict=True)),
        expectations=dict(zip(names.expectations, verdicts, strict=True)),
        ratings=dict(zip(names.objectives, letters, strict=True)),
        learnt={name: after for name, (after, _) in known.items()},
        censored={name: watched for name, (_, watched) in known.items()},
        desks=dict(zip(names.desks, desks, strict=True)),
    )


def measures_in(line: str) -> list[float | None]:
    """Return only the measures of a line, in the order of their names."""
    found: list[float | None] = json.loads(line[1 : line.index("]") + 1])
    return found
