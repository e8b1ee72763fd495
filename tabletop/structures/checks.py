"""All that is wrong with a structure, told at once: like a reader of plans who asks where the door is.

The scenario's reader tells each with its line and column; who builds a scenario in Python gets them as one error.
"""

from __future__ import annotations

from itertools import islice

from tabletop.model.scenario import Scenario
from tabletop.structures.flaw import Flaw, below
from tabletop.structures.joining import MOST_WAYS, ways_of
from tabletop.structures.link_flaws import flaws_of_link
from tabletop.structures.shape_flaws import flaws_of_shape

TOO_MANY = (
    f"connects its actors in more than {MOST_WAYS:,} ways",
    "link them through a hub or in smaller groups: a star of 3,000 actors has only 5,998 ways",
)
"""What is said of a structure that is too large, and what would do."""


def problems(scenario: Scenario, structure: str) -> tuple[Flaw, ...]:
    """Return all that is wrong with a structure of a scenario, each as (path, what, remedy).

    When there is nothing, `network` can be made of it.
    """
    flaws = problems_of_words(scenario, structure)
    if not flaws and sum(1 for _ in islice(ways_of(scenario, structure), MOST_WAYS + 1)) > MOST_WAYS:
        return ((("structures", structure), *TOO_MANY),)
    return flaws


def problems_of_words(scenario: Scenario, structure: str) -> tuple[Flaw, ...]:
    """Return all that is wrong with a structure but its size, which takes longer to find out."""
    words, path = scenario.structures[structure], ("structures", structure)
    found = list(below(path, flaws_of_shape(scenario, words)))
    for index, link in enumerate(words.links):
        found += below((*path, "links", index), flaws_of_link(scenario, link))
    return tuple(found)
