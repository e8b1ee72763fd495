"""What a scenario's summary says to those who take part: all of it but what it keeps for facilitators.

"Two towns hold a football exchange …" stands in everybody's debrief. What comes after it, "For facilitators: in 200
re-runs …", gives away how the structures compare, and stands in the facilitator guide alone.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from tabletop.debrief.text import Prose, prose
from tabletop.debrief.words import _, speaking
from tabletop.model.scenario import Scenario
from tabletop.resources import languages


def for_participants(scenario: Scenario) -> Prose:
    """Return a scenario's summary up to the first line that begins with "For facilitators:".

    Those words may stand in any language that has a catalogue, since a scenario is shown in its author's language.
    """
    lines = scenario.summary.splitlines()
    return prose("\n".join(takewhile(lambda line: not _closed(line).startswith(_begins()), lines)))


@cache
def _begins() -> tuple[str, ...]:
    """Return how a note for facilitators begins, in every language."""
    found = []
    for tag in languages():
        with speaking(tag):
            found.append(_closed(_("For facilitators:")))
    return tuple(found)


def _closed(text: str) -> str:
    """Return a text without spaces and in small letters: French sets one of several spaces before its colon."""
    return "".join(text.split()).casefold()
