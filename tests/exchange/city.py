"""A small scenario with every kind of event, for tests of what goes out and comes in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tabletop.barriers import BARRIERS
from tabletop.model.barrier import BARRIER_KINDS
from tabletop.model.inject import Inject
from tabletop.model.scenario import Scenario

WORDS = """\
tabletop: 1
title: A test
clock: {starts: 2026-03-02 08:00, time_zone: Europe/Skopje, lasts: 40d}

information:
  concern: {title: Concern about a pupil}
  offer: {title: Offer}

actors:
  school: {title: Secondary school, staff: 2}
  city: {title: Municipality}
  police: {}

roles:
  coordinator: {title: Coordinator, held_by: city, needs: [concern]}

channels:
  email: {title: E-mail}
  phone: {}

structures:
  team: {shape: complete, channel: email}
  hub: {shape: star, hub: city, channel: phone}

# What the controllers bring in.
injects:
  # The first thing that happens.
  post:
    at: 1h  # after the opening
    to: school
    brings: concern
    priority: urgent
    title: The post
    # What the players read:
    text: |
      A class teacher shows you a post.
      # not a comment

    notes: |
      Keep calm.

  outage: {at: 2026-03-03 10:00, outage: {channel: email, lasts: 6h}, title: Mail is down}
  follow_up:
    after: post
    wait: {value: {least: 1h, likely: 2h, most: 1d}, guess: up to two days}
    to: [city, coordinator]
    brings: offer
    accuracy: 60%
    only_if: {met: told}

  # Below all of them.

expectations:
  told: {role: coordinator, knows: concern, within: 1d}  # the main thing
"""


def inject(words: Mapping[str, Any]) -> Inject:
    """Return an inject of these words."""
    return Inject.model_validate(words)


def scenario(injects: Mapping[str, Mapping[str, Any]], *, rest: Mapping[str, Any] | None = None) -> Scenario:
    """Return a scenario with three actors and these injects."""
    words = {
        "tabletop": 1,
        "title": "A test",
        "clock": {"starts": "2026-03-02 08:00", "time_zone": "Europe/Skopje", "lasts": "40d"},
        "information": {"concern": {"title": "Concern about a pupil"}, "offer": {"title": "Offer"}},
        "actors": {
            "school": {"title": "Secondary school"},
            "city": {"title": "Municipality"},
            "police": {"title": "Police, prevention unit"},
        },
        "roles": {"coordinator": {"title": "Coordinator", "held_by": "city"}},
        "channels": {"email": {"title": "E-mail"}, "phone": {}},
        "structures": {
            "team": {"shape": "complete", "channel": "email"},
            "hub": {"shape": "star", "hub": "city", "channel": "phone"},
        },
        "expectations": {"told": {"role": "coordinator", "knows": "concern", "within": "1d"}},
        "injects": injects,
        **(rest or {}),
    }
    return Scenario.model_validate(words, context={BARRIER_KINDS: BARRIERS})
