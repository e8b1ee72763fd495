"""An audit from beginning to end: read the file, and ask each row what the scenario says to it."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.errors import UsageError
from tabletop.model.scenario import Scenario
from tabletop.reading import Source
from tabletop.rehearsal.audit.audited import Audited
from tabletop.rehearsal.audit.row import Answer
from tabletop.rehearsal.audit.rows import ROWS
from tabletop.rehearsal.manuscript import manuscript
from tabletop.rehearsal.rehearsal import Rehearsal


@dataclass(frozen=True, slots=True)
class Audit:
    """What one scenario says under one structure."""

    scenario: Scenario
    """The words that were looked at."""
    structure: str
    """The structure."""
    answers: tuple[Answer, ...]
    """What it says to each row, in the order of ROWS."""


def audit(source: Source, structure: str | None = None) -> Audit:
    """Return what a scenario says to each row, under a structure (the first when none is named).

    Nothing is played. Raises ScenarioError when the file is not in order, UsageError for an unknown structure.
    """
    rehearsal = Rehearsal(manuscript(source))
    scenario = rehearsal.scenario
    chosen = scenario.first_structure if structure is None else structure
    if chosen not in scenario.structures:
        msg = f"{scenario.id} has no structure {chosen!r}; it has {', '.join(scenario.structures)}"
        raise UsageError(msg)
    audited = Audited(rehearsal, chosen)
    return Audit(scenario, chosen, tuple(_answer(audited, name) for name in ROWS))


def _answer(audited: Audited, name: str) -> Answer:
    row = ROWS[name]
    found = sorted(row.look(audited), key=lambda each: each.side, reverse=True)
    return Answer(name, row, tuple((each, audited.rehearsal.manuscript.mark(each.path)) for each in found))
