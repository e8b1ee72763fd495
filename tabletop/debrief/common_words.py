"""Words that scenarios share, though any other could stand in their place: sectors, levels, competencies.

A sector is an open word. `sector: civil_society` is "civil society" in every language that has a catalogue; the word of
an author who writes another, `sector: lighthouse_keeping`, is shown as it is.
"""

from __future__ import annotations

from tabletop.debrief.text import Text, named
from tabletop.debrief.words import _, later

SHARED = frozenset((
    *(later("ambulance"), later("business"), later("civil protection"), later("civil society")),
    *(later("community"), later("county government"), later("culture"), later("education")),
    *(later("faith"), later("family"), later("fire"), later("health"), later("housing"), later("justice")),
    *(later("local government"), later("media"), later("national government"), later("police")),
    *(later("provincial government"), later("security"), later("social"), later("sport")),
    *(later("transport"), later("water"), later("weather"), later("women"), later("youth")),
    *(later("local"), later("provincial"), later("national")),
    *(later("trust"), later("inclusivity"), later("coordination"), later("communication")),
    *(later("capacity"), later("sustainability")),
))
"""The words that the catalogues have, as they stand in English."""


def shared(id_: str) -> Text:
    """Return an open word of a scenario, in the language of the debrief where it is one that many scenarios use."""
    words = id_.replace("_", " ")
    return _(words) if words in SHARED else named(words)
