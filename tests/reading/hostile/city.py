"""A small city in which one thing at a time is written wrongly or oddly, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

CITY = {
    "tabletop": "tabletop: 1",
    "title": "title: A city",
    "clock": "clock: {starts: 2026-03-02 08:00, time_zone: Europe/Skopje, lasts: 10d}",
    "information": "information: {concern: {sensitive: personal}, plan: {}}",
    "actors": "actors: {school: {sector: education}, police: {sector: police}, ngo: {}, office: {}}",
    "roles": "roles: {lead: {held_by: school, needs: [concern]}}",
    "channels": "channels: {email: {delay: 1h}, phone: {medium: voice}}",
    "structures": "structures: {team: {links: [{among: [school, police, ngo], channel: email}]}}",
}
"""The parts of a city in order, one line each."""


@dataclass(frozen=True, slots=True)
class Case:
    """One input and its outcome."""

    sentence: str
    """What is to be seen, as one sentence."""
    source: str | bytes
    """The file."""
    told: tuple[str, ...] = ()
    """Every line that is told; none when the file is accepted."""
    beyond_schema: str = ""
    """Why the JSON Schema cannot see what the models refuse; empty when it can."""


def city(*parts: str) -> str:
    """Return the city with other parts, each beginning with its key; a part that it does not have comes last."""
    whole = dict(CITY)
    for part in parts:
        whole[part.partition(":")[0]] = part
    return "\n".join(whole.values()) + "\n"


def clock(fields: str) -> str:
    """Return the city with another clock."""
    return city(f"clock: {{{fields}}}")


def police(fields: str) -> str:
    """Return the city with other fields of the police."""
    return city(f"actors:\n  school: {{}}\n  police: {{{fields}}}\n  ngo: {{}}\n  office: {{}}")


def link(fields: str) -> str:
    """Return the city with one link."""
    return city(f"structures:\n  team:\n    links:\n      - {{{fields}}}")


def shape(fields: str) -> str:
    """Return the city with one shape."""
    return city(f"structures:\n  team: {{{fields}}}")


def email(barriers: str) -> str:
    """Return the city with barriers of its e-mail."""
    return city(f"channels:\n  email:\n    barriers:\n      {barriers}")


def barrier(text: str) -> str:
    """Return the city with one barrier."""
    return city(f"barriers:\n  {text}")


def inject(fields: str) -> str:
    """Return the city with one inject."""
    return city(f"injects:\n  event: {{{fields}}}")


def decision(fields: str) -> str:
    """Return the city with one decision."""
    return city(f"decisions:\n  agree: {{{fields}}}")


def expectation(fields: str) -> str:
    """Return the city with one expectation."""
    return city(f"expectations:\n  warned: {{{fields}}}")


def intervention(fields: str) -> str:
    """Return the city with one intervention."""
    return city(f"interventions:\n  change: {{{fields}}}")


def traffic(fields: str) -> str:
    """Return the city with one stream of traffic."""
    return city(f"traffic:\n  mail: {{{fields}}}")
