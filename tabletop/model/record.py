"""The record of one exercise: what was played, with which luck, and all that came of it.

`run(load("kumanovo_cat"), structure="hub", seed=7)` gives a record; measures and debriefs are functions of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.model.journal import Journal
from tabletop.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Record:
    """One conduct of a scenario."""

    scenario: Scenario
    """The words, interventions already switched on."""
    structure: str
    """The structure at StartEx."""
    seed: int
    """The seed of all chance."""
    replication: int
    """Which replication of that seed."""
    journal: Journal
    """All that happened, in order."""
