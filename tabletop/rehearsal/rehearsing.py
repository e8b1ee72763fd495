"""A rehearsal from beginning to end: read the file, play it a few times, and write down what would go wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tabletop.reading import Source
from tabletop.reading.drafts import Draft, first_draft
from tabletop.rehearsal.beside import Beside
from tabletop.rehearsal.finding import Remark
from tabletop.rehearsal.findings import FINDERS
from tabletop.rehearsal.findings.guess_decides import tried, with_ends
from tabletop.rehearsal.manuscript import manuscript_of
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
    guesses: tuple[int, int] = (0, 0)
    """How many guesses were tried, of how many that say between which ends the number lies."""

    @property
    def to_mend(self) -> tuple[Remark, ...]:
        """What hardly was meant so."""
        return tuple(each for each in self.remarks if each.finding.severity == "mend")

    @property
    def to_know(self) -> tuple[Remark, ...]:
        """What may well be meant so, and a trainer should know."""
        return tuple(each for each in self.remarks if each.finding.severity == "know")


APART = ("intervention_never_bites", "guess_decides")
"""The finders that mostly need runs of changed scenarios, about half of all that is played."""


def rehearse(source: Source | Draft, *, thorough: bool = False) -> Rehearsed:
    """Return what a rehearsal of a scenario file finds; raises ScenarioError when the file is not in order.

    It may have been read already. A quick one plays each structure once, and more only where that settles nothing; a
    thorough one plays ten times as much and tries every guess.
    """
    draft = first_draft(source) if isinstance(source, Source) else source
    rehearsal = Rehearsal(manuscript_of(draft), thorough)
    changes = len(rehearsal.scenario.interventions) + len(rehearsal.scenario.guesses)
    beside = Beside(lambda: _found(rehearsal, APART)) if changes >= WORTH_A_COPY else None
    here = _found(rehearsal, tuple(name for name in FINDERS if name not in APART))
    apart = beside.result() if beside is not None else _found(rehearsal, APART)
    remarks = {**here.remarks, **apart.remarks}
    left_out = tuple((structure, gone.why) for structure, gone in rehearsal.given_up.items())
    return Rehearsed(
        tuple(remark for name in FINDERS for remark in remarks[name]),
        len(here.runs | apart.runs),
        left_out,
        apart.guesses,
    )


WORTH_A_COPY = 4
"""Interventions and guesses from which they are played by another process: it costs about as much as one of them."""


class _Found(NamedTuple):
    """What some of the finders found."""

    remarks: dict[str, list[Remark]]
    runs: frozenset[tuple[str, int]]
    """The runs that were made for it, by structure and replication."""
    guesses: tuple[int, int]


def _found(rehearsal: Rehearsal, names: Sequence[str]) -> _Found:
    remarks = {
        name: sorted(_remarks(rehearsal, name), key=lambda each: (each.mark.line, each.mark.column))
        for name in names
    }
    guesses = with_ends(rehearsal.scenario) if "guess_decides" in names else ()
    count = (len(tried(rehearsal)), len(guesses)) if guesses else (0, 0)
    return _Found(remarks, rehearsal.made, count)


def _remarks(rehearsal: Rehearsal, name: str) -> list[Remark]:
    found = FINDERS[name](rehearsal)
    return [Remark(name, each.at or rehearsal.manuscript.mark(each.path), each) for each in found]
