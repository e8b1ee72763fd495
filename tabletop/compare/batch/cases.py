"""One thing to play again and again: which file, which structure, what is switched on, what is changed, which luck.

A case is small and says everything in words, so that it can be sent to another process or another machine, which plays
it to the last millisecond as it would have been played here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache

from tabletop.compare.batch.changes import Change, changed, settings_of
from tabletop.compare.results import Cell
from tabletop.model.chance import SCHEME
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, read
from tabletop.resources import fingerprint, version

_MOST_KEYS = 4096
MOST_KEPT = 64
"""How many scenarios a process keeps ready, each with another change."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is the same in all replications of a cell, in a form that can be sent anywhere."""

    sha256: str
    """The hash of the scenario's file."""
    scenario: str
    """The scenario's id."""
    structure: str
    """The structure at StartEx."""
    interventions: tuple[str, ...]
    """The interventions switched on."""
    change: Change
    """What else is different."""
    seed: int
    """The seed of all chance."""

    @property
    def cell(self) -> Cell:
        """The column of the comparison that it fills."""
        return Cell(self.scenario, self.structure, self.interventions, self.change.words)

    @property
    def key(self) -> str:
        """The hash of all that decides what comes of it: the case, the chance scheme, and the code that plays it."""
        return _key(self)


@lru_cache(maxsize=_MOST_KEYS)
def _key(case: Case) -> str:
    words = {**asdict(case), "change": case.change.words, "set": settings_of(case.change)}
    return hashlib.sha256(json.dumps([words, SCHEME, version(), fingerprint()]).encode()).hexdigest()


@lru_cache(maxsize=MOST_KEPT)
def scenario_of(source: Source, case: Case) -> Scenario:
    """Return the scenario that a case plays, made once while it is in use; raises as reading does."""
    return changed(_read(source, case.interventions, tuple(settings_of(case.change).items())), case.change)


@lru_cache(maxsize=MOST_KEPT)
def _read(source: Source, interventions: tuple[str, ...], settings: tuple[tuple[str, str], ...]) -> Scenario:
    return read(source, interventions=interventions, settings=dict(settings))
