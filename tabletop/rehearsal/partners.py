"""Which partners are which, by the sector that a scenario gives them: an open word, in the languages of its authors.

`police`, `gendarmerie`, `شرطة` are security; `civil_society`, `faith`, `youth` stand close to the community.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tabletop.model.scenario import Scenario

SECURITY = frozenset({
    "police",
    "policing",
    "security",
    "law_enforcement",
    "intelligence",
    "military",
    "army",
    "armed_forces",
    "gendarmerie",
    "defence",
    "defense",
    "counterterrorism",
    "counter_terrorism",
    "sécurité",
    "securite",
    "renseignement",
    "armée",
    "شرطة",
    "الشرطة",
    "أمن",
    "الأمن",
    "استخبارات",
})
"""Words of a sector that is security."""

COMMUNITY = frozenset({
    "civil_society",
    "ngo",
    "community",
    "faith",
    "religion",
    "religious",
    "youth",
    "women",
    "sport",
    "sports",
    "culture",
    "tribal",
    "tribe",
    "elders",
    "neighbourhood",
    "neighborhood",
    "association",
    "associations",
    "volunteers",
    "société_civile",
    "associatif",
    "jeunesse",
    "مجتمع_مدني",
    "المجتمع_المدني",
    "شباب",
})
"""Words of a sector that is close to the community."""

CIVIL_SOCIETY = frozenset({
    "civil_society",
    "ngo",
    "ngos",
    "association",
    "associations",
    "volunteers",
    "société_civile",
    "associatif",
    "مجتمع_مدني",
    "المجتمع_المدني",
})
"""Words of a sector that is organised civil society."""


def is_security(scenario: Scenario, actor: str) -> bool:
    """Tell whether an actor's sector is police or other security."""
    return is_of(scenario, actor, SECURITY)


def is_of(scenario: Scenario, actor: str, sectors: Iterable[str]) -> bool:
    """Tell whether an actor's sector, or a word of it, is one of these."""
    sector = re.sub(r"[\s_-]+", "_", scenario.actors[actor].sector.strip().casefold())
    wanted = frozenset(sectors)
    return sector in wanted or not wanted.isdisjoint(sector.split("_"))
