"""A village that is played in a millisecond or two, so that thousands of replications fit into a test."""

from __future__ import annotations

from pathlib import Path

from tabletop.compare.batch.cases import Case
from tabletop.compare.batch.changes import Change, Unchanged
from tabletop.compare.batch.design import Design
from tabletop.compare.batch.plan import Plan, plan_of
from tabletop.reading import Source

WORDS = """
tabletop: 1
title: Smoke over the village
clock: {starts: 2026-03-02 08:00, time_zone: Europe/Skopje, lasts: 2d}
information:
  smoke: {}
  names: {sensitive: personal}
  routine: {}
actors:
  school: {hours: Mon-Fri 08:00-15:00, handling: 20m}
  city: {handling: 10m to 40m}
  police: {sector: police, handling: 10m}
roles:
  coordinator: {held_by: city, deputy: school, needs: [smoke, names]}
channels:
  email:
    delay: 1h to 3h
    barriers:
      lossy_channel: {loss: {value: 30%, guess: 10% to 50%}, noticed_after: {value: 6h, guess: 2h to 1d}}
  phone: {delay: 5m}
structures:
  hub: {shape: star, hub: city, channel: email}
  line:
    links:
      - {between: [school, police], channel: email}
      - {between: [police, city], channel: phone}
barriers:
  trust: {kinds: [names], otherwise: 70%, hesitates: 1d, tries: 2}
injects:
  fire: {at: 0h, to: school, brings: smoke}
  call: {at: 2h, to: school, brings: names}
traffic:
  mail: {from: each, to: any_other, every: {on_average: 12h}, brings: routine}
objectives:
  warned: {}
expectations:
  early: {role: coordinator, knows: smoke, within: 4h, objective: warned}
interventions:
  ring: {set: {structures.hub.channel: phone}}
  meet: {lift: [trust]}
"""

VILLAGE = Source("village", "village.yaml", WORDS.encode())
SOURCES = {VILLAGE.sha256: VILLAGE}


def changed(old: str, new: str) -> Source:
    """The village with something else written in one place."""
    assert WORDS.count(old) == 1
    return Source("village", "village.yaml", WORDS.replace(old, new).encode())


def case(
    structure: str = "hub", change: Change | None = None, *, interventions: tuple[str, ...] = ()
) -> Case:
    """One case of the village."""
    return Case(VILLAGE.sha256, VILLAGE.id, structure, interventions, change or Unchanged(), 1)


def planned(**asked: object) -> Plan:
    """The plan of a design for the village."""
    return plan_of(design(**asked), (VILLAGE,))


def design(**asked: object) -> Design:
    """A design for the village."""
    from tabletop.compare.batch.design import designed_by

    return designed_by({"scenarios": ("village.yaml",), **asked})


def written(folder: Path) -> Path:
    """The village as a file."""
    path = folder / "village.yaml"
    path.write_bytes(VILLAGE.content)
    return path
