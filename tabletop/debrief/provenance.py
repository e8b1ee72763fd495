"""Where a debrief comes from, so that anybody can make it again: version, scenario, luck, command."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.model.chance import SCHEME
from tabletop.model.record import Record
from tabletop.resources import version


@dataclass(frozen=True, slots=True)
class Provenance:
    """All that decides what is in a debrief; the time of writing is no part of it."""

    version: str
    """The version of tabletop."""
    scenario: str
    """The scenario's id."""
    sha256: str
    """The hash of the scenario's file."""
    structure: str
    """The structure at StartEx."""
    interventions: tuple[str, ...]
    """The interventions switched on."""
    lifted: tuple[str, ...]
    """The barriers lifted by them."""
    seed: int
    """The seed of all chance."""
    replication: int
    """Which replication of that seed was debriefed."""
    reruns: int
    """Over how many re-runs "in n of N" counts; 0 when there were none."""
    chance_scheme: int
    """Which way of drawing random numbers, so that a later one is known from this."""
    command: str
    """The command that was given; empty when it was no command."""


def provenance(record: Record, *, reruns: int, command: str) -> Provenance:
    """Return where the debrief of a record comes from."""
    scenario = record.scenario
    return Provenance(
        version=version(),
        scenario=scenario.id,
        sha256=scenario.sha256,
        structure=record.structure,
        interventions=scenario.applied,
        lifted=scenario.lifted,
        seed=record.seed,
        replication=record.replication,
        reruns=reruns,
        chance_scheme=SCHEME,
        command=command,
    )
