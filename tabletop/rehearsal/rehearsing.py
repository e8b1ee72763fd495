"""A rehearsal from beginning to end: read the file, play it a few times, and write down what would go wrong."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.reading import Source
from tabletop.rehearsal.finding import Remark
from tabletop.rehearsal.findings import FINDERS
from tabletop.rehearsal.manuscript import manuscript
from tabletop.rehearsal.rehearsal import Rehearsal


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What came of a rehearsal."""

    remarks: tuple[Remark, ...]
    """What was found: by finder in the order of FINDERS, then in the order of the file."""
    runs: int
    """How many runs were made of the scenario as it is written, over all its structures."""
    left_out: tuple[tuple[str, str], ...]
    """The structures that were not played, each with the reason."""

    @property
    def to_mend(self) -> tuple[Remark, ...]:
        """What hardly was meant so."""
        return tuple(each for each in self.remarks if each.finding.severity == "mend")

    @property
    def to_know(self) -> tuple[Remark, ...]:
        """What may well be meant so, and a trainer should know."""
        return tuple(each for each in self.remarks if each.finding.severity == "know")


def rehearse(source: Source) -> Rehearsed:
    """Return what a rehearsal of a scenario file finds; raises ScenarioError when the file is not in order."""
    rehearsal = Rehearsal(manuscript(source))
    remarks = [
        remark
        for name in FINDERS
        for remark in sorted(_remarks(rehearsal, name), key=lambda each: (each.mark.line, each.mark.column))
    ]
    left_out = tuple((structure, gone.why) for structure, gone in rehearsal.given_up.items())
    return Rehearsed(tuple(remarks), rehearsal.count, left_out)


def _remarks(rehearsal: Rehearsal, name: str) -> list[Remark]:
    found = FINDERS[name](rehearsal)
    return [Remark(name, each.at or rehearsal.manuscript.mark(each.path), each) for each in found]
