"""What was made of a piece of information: the plan of the conference, from the concern of the school and the check.

An item leads on to a decision when somebody decides who knows it, or knows what a task or decision made of it told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from tabletop.measures.chronicle import Chronicle
from tabletop.model.journal import Decided
from tabletop.model.scenario import Scenario
from tabletop.model.work import Decision


def leading_on(scenario: Scenario, decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the kinds from which any of these decisions can be made, directly or over other work."""
    leading = {kind for each in decisions for kind in each.needs.of}
    size = 0
    while size < len(leading):
        size = len(leading)
        for work in scenario.works.values():
            if leading.intersection(work.tells):
                leading.update(work.needs.of)
    return frozenset(leading)


def made_from(chronicle: Chronicle, origin: str) -> Iterator[tuple[Decided, tuple[str, ...]]]:
    """Give each decision and task made from an item, in order of time, with the origins of what it told."""
    made = [origin]
    for decided in sorted(chronicle.decided.values(), key=lambda each: each.at):
        words = chronicle.scenario.works[decided.decision]
        needed = [each for each in made if each.rpartition("/")[2] in words.needs.of]
        if any(_used(chronicle, decided.actors, each, at=decided.at) for each in needed):
            told = tuple(f"decision/{decided.decision}/{kind}" for kind in words.tells)
            made.extend(told)
            yield decided, told


def _used(chronicle: Chronicle, actors: Collection[str], origin: str, *, at: int) -> bool:
    known = [chronicle.first_told(actor, origin) for actor in actors]
    return any(each is not None and each.at <= at for each in known)
