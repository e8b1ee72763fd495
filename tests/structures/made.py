"""Scenarios for tests, with nothing in them but what a structure needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tabletop.barriers import BARRIERS
from tabletop.model.barrier import BARRIER_KINDS
from tabletop.model.scenario import Scenario

CLOCK = {"starts": "2026-03-02 08:00", "time_zone": "UTC", "lasts": "10d"}
INFORMATION = {"concern": {"sensitive": "personal"}, "offer": {}}
CHANNELS: Mapping[str, Mapping[str, Any]] = {"email": {"title": "E-mail"}, "phone": {}, "letter": {}}

SAID: dict[str, dict[str, Any]] = {
    "chain": {},
    "ring": {},
    "star": {"hub": "a2"},
    "y": {},
    "tree": {"root": "a1", "branches": 2},
    "multiscale": {"root": "a1", "branches": 2, "added": 1},
    "core_periphery": {"root": "a1", "branches": 2, "added": 1},
    "local_team": {"root": "a1", "branches": 2, "added": 1},
    "random_interdivisional": {"root": "a1", "branches": 2, "added": 1},
    "random": {"root": "a1", "branches": 2, "added": 1},
    "complete": {},
    "committee": {},
}
"""What each shape must be told besides its members."""


def made(
    actors: Iterable[str] | Mapping[str, Mapping[str, Any]],
    structures: Mapping[str, Mapping[str, Any]],
    *,
    rest: Mapping[str, Any] | None = None,
) -> Scenario:
    """Return a scenario with these actors, structures, and whatever else it says; lists may stand for tuples."""
    words = {
        "tabletop": 1,
        "title": "A test",
        "clock": CLOCK,
        "information": INFORMATION,
        "channels": CHANNELS,
        "actors": actors if isinstance(actors, Mapping) else {actor: {} for actor in actors},
        "structures": structures,
        **(rest or {}),
    }
    return Scenario.model_validate(_in_tuples(words), context={BARRIER_KINDS: BARRIERS})


def _in_tuples(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _in_tuples(each) for key, each in value.items()}
    return tuple(map(_in_tuples, value)) if isinstance(value, list | tuple) else value
