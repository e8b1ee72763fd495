"""A comparison is checked: some replications are played again, and the files are looked at.

Like an auditor who draws twenty vouchers: if these twenty are right to the last digit and no file was touched, the
report can be believed, and if one is not, nothing can.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import Path
from typing import Any

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.folder import PROVENANCE
from tabletop.compare.batch.lacking import Lacking, lacking
from tabletop.compare.batch.ledger import Ledger
from tabletop.compare.batch.origin import asked_in, enter
from tabletop.compare.batch.packing import unpacked
from tabletop.compare.batch.plan import Plan, plan_of
from tabletop.compare.batch.playing import at
from tabletop.compare.batch.shifts import Shift, play
from tabletop.compare.batch.writing import hash_of
from tabletop.errors import TabletopError
from tabletop.model.chance import Chance, draw


class DifferenceError(TabletopError):
    """What was kept is not what comes of playing it, or a file is not as it was written."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what was not as it should be."""

    replications: int
    """How many replications were played again."""
    files: int
    """How many files were looked at."""
    differences: tuple[str, ...]
    """What differs, one line each."""
    lacking: Lacking
    """How much of it is there; a comparison that was broken off is not what it says it is either."""

    @property
    def sound(self) -> bool:
        """Whether nothing differs and nothing is lacking."""
        return self.lacking.finished and not self.differences


def verify(folder: Path, *, sample: int = 20) -> Checked:
    """Play a sample of a folder's replications again and compare; compare all files with the hashes in provenance.json.

    Of a comparison that was broken off, what is there is looked at, and what is lacking is told. The sample is spread over
    all that is there and is the same each time. Raises as `resume` does.
    """
    origin = _origin(folder)
    with at(folder) as ledger:
        design, sources = asked_in(ledger)
        plan = plan_of(design, sources)
        enter(ledger, plan)
        chosen = _sample(ledger, plan, sample)
        different = tuple(line for case, number in chosen for line in _compared(ledger, plan, (case, number)))
        left = lacking(ledger, plan, origin or {})
    files: dict[str, str] = dict((origin or {}).get("files", {}))
    changed = (f"{PROVENANCE} cannot be read",) if origin is None else tuple(_changed(folder, files))
    return Checked(len(chosen), len(files), (*different, *changed), left)


def _sample(ledger: Ledger, plan: Plan, size: int) -> list[tuple[Case, int]]:
    """Return so many finished replications, drawn without looking at what came of them."""
    luck = Chance(plan.design.seed, 0).prefix("verify", "")
    found = (
        (draw(luck, place, number), place, number)
        for place, case in enumerate(plan.cases)
        for number in ledger.done(case)
    )
    return [(plan.cases[place], number) for _, place, number in nsmallest(size, found)]


def _compared(ledger: Ledger, plan: Plan, which: tuple[Case, int]) -> Iterator[str]:
    case, number = which
    played = play(Shift(case, (number,)), plan.sources)
    ((_, line),) = ledger.lines(case, range(number, number + 1))
    if line == played.lines[0]:
        return
    names = ledger.names(case) or played.names
    was = unpacked(line, names, cell=case.cell, replication=number)
    now = unpacked(played.lines[0], played.names, cell=case.cell, replication=number)
    apart = [name for name, value in now.measures.items() if was.measures.get(name) != value]
    said = (
        f"{apart[0]} was {was.measures.get(apart[0])} and is {now.measures[apart[0]]}"
        if apart
        else "its story"
    )
    yield f"replication {number} of {case.cell.label} differs: {said}"


def _origin(folder: Path) -> dict[str, Any] | None:
    """Return what provenance.json says: nothing where it was not written yet, None where it cannot be read."""
    try:
        said = json.loads((folder / PROVENANCE).read_bytes())
    except OSError:
        return {}
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _changed(folder: Path, files: dict[str, str]) -> Iterator[str]:
    for name, expected in files.items():
        found = hash_of(folder / name)
        if found != expected:
            yield f"{name} {'is missing' if found is None else 'is not as it was written'}"
