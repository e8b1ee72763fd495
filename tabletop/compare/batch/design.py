"""What a comparison is asked to find out, in a form that can be written down and taken up again by somebody else.

"Both structures, with and without the weekly meeting, a thousand replications, seed 7": from this and the files of the
scenarios follows every number of the report.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal

from pydantic import TypeAdapter

from tabletop.measures import MAIN

LIFTS = ("each", "pairs")
"""What can be said of lifting: each barrier alone, or each two of them besides."""


@dataclass(frozen=True, slots=True)
class Design:
    """All that decides what is played and reported; who plays it and where it is written is no part of it."""

    scenarios: tuple[str, ...]
    """The scenarios as they were named."""
    structures: tuple[str, ...] = ()
    """The structures to compare; none named means all."""
    interventions: tuple[str, ...] = ("none",)
    """Sets of interventions: ids, several joined by `+`, or `none`, `all` (each alone) and `pairs` (each two besides)."""
    vary: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Paths of the scenario with the values that stand there in turn: a full grid."""
    without_actor: tuple[str, ...] = ()
    """Actors that are away in turn, or `each`."""
    without_link: tuple[str, ...] = ()
    """Links, by address, by which nothing goes in turn, or `each`."""
    load: tuple[float, ...] = ()
    """Factors on the traffic; 1 is the scenario as it is."""
    lift: Literal["", "each", "pairs"] = ""
    """Whether each barrier is lifted in turn, or each two of them besides."""
    guesses: int = 0
    """How often all guesses are drawn anew."""
    replications: int | None = None
    """How often each cell is played; None lets the precision decide."""
    precision: float | None = None
    """How wide, as a share of its mean, half the 95 % interval of the measure may be; None for 5 % when nothing is said."""
    select: Literal["", "best"] = ""
    """Whether the best cell is looked for with a guarantee instead of playing all equally often."""
    delta: float = 0.05
    """The difference, as a share of the best, that one does not care about in a selection."""
    confidence: float = 0.95
    """The probability with which a selection finds the best."""
    measure: str = MAIN
    """The measure by which precision and selection go."""
    seed: int = 1
    """The seed of all chance."""
    traces: int = 0
    """Of how many replications of each cell the whole journal is kept."""
    language: str = ""
    """The language of the report; the scenarios' own when none is asked for."""


_READER = TypeAdapter(Design)


def written(design: Design) -> str:
    """Return a design as JSON."""
    return json.dumps(asdict(design))


def read_design(text: str) -> Design:
    """Return the design that was written."""
    return _READER.validate_json(text)


def designed_by(said: Mapping[str, object]) -> Design:
    """Return the design of what was said about it; what was not said is as usual."""
    return _READER.validate_python(said)


def command(design: Design) -> str:
    """Return the command by which anybody gets the same numbers, whatever was typed, whoever played it."""
    usual = Design(design.scenarios)
    words = ["tabletop", "sweep" if design.vary else "compare", *design.scenarios]
    for field in fields(design):
        value = getattr(design, field.name)
        if field.name != "scenarios" and value != getattr(usual, field.name):
            words += _option(f"--{field.name.replace('_', '-')}", value)
    return shlex.join(words)


def _option(name: str, value: object) -> Iterator[str]:
    if name == "--vary" and isinstance(value, tuple):
        for path, values in value:
            yield from (name, f"{path}={','.join(values)}")
        return
    yield name
    yield ",".join(_said(each) for each in value) if isinstance(value, tuple) else _said(value)


def _said(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)
