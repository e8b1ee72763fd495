"""Words that scenarios share, though any other could stand in their place: sectors, levels, competencies.

A sector is an open word. `sector: civil_society` is "civil society" in every language that has a catalogue; the word of
an author who writes another, `sector: lighthouse_keeping`, is shown as it is.
"""

from __future__ import annotations

from tabletop.debrief.text import Text, counted, named
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


KEYS = frozenset((
    *(
        later("accuracy"),
        later("accurate"),
        later("added"),
        later("after"),
        later("agenda"),
        later("answered"),
    ),
    *(later("attends"), later("catches"), later("chance"), later("delay"), later("drops"), later("every")),
    *(later("handling"), later("hesitates"), later("inbox"), later("items"), later("keeps"), later("knows")),
    *(later("lasts"), later("loss"), later("misunderstood"), later("notes"), later("notice")),
    *(later("noticed after"), later("otherwise"), later("pairs"), later("places"), later("print")),
    *(later("quorum"), later("redacts"), later("refuses"), later("reminded after"), later("repeat")),
    *(later("shares"), later("staff"), later("takes"), later("tries"), later("try again after")),
    *(
        later("factor for little experience"),
        later("voice"),
        later("wait"),
        later("withholds"),
        later("within"),
        later("work"),
    ),
    *(later("workaround"), later("workload")),
))
"""Keys of a scenario file under which numbers stand that may be guesses, in words."""


_PLAINER = {"unsure": "factor for little experience"}
"""What stands for a key that says too little outside its place in a file."""


def said_key(key: str) -> str:
    """Return a key of a scenario file in words, or a place in a list: "answered", "try again after", "0"."""
    return counted(int(key)) if key.isdecimal() else _(_PLAINER.get(key, key.replace("_", " ")))


def shared(id_: str) -> Text:
    """Return an open word of a scenario, in the language of the debrief where it is one that many scenarios use."""
    words = id_.replace("_", " ")
    return _(words) if words in SHARED else named(words)
