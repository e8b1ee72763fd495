"""What an evaluator takes into the room: one guide for each objective, with what to watch for and the four letters.

"A school hears back: expected within 5 days; watch for: the school tells the coordinator the same day; P, S, M or U".
"""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.common_words import shared
from tabletop.debrief.naming import Names
from tabletop.debrief.sections.objectives import RATINGS
from tabletop.debrief.text import Name, Prose, Text, joined, named, prose
from tabletop.debrief.words import _, later
from tabletop.model.expectation import Expectation, Objective
from tabletop.model.scenario import Scenario

RULES = {
    "P": later(
        "The critical tasks were done, the objective was reached, and no other activity was harmed by the way it was done."
    ),
    "S": later(
        "The objective was reached and nothing was harmed, and there were ways to do it more quickly or with less effort."
    ),
    "M": later(
        "The objective was reached; but other activities were harmed, risk was added, or a plan, a policy or a law was not kept."
    ),
    "U": later("The objective was not reached."),
}
"""When an evaluator gives which letter; after the definitions of the Homeland Security Exercise and Evaluation Program
(HSEEP, 2020), in our words."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One of the four ratings."""

    letter: str
    """P, S, M or U."""
    says: str
    """What it stands for."""
    rule: str
    """When it is given."""


@dataclass(frozen=True, slots=True)
class Hope:
    """One expectation, as an evaluator can see it in the room."""

    title: Text
    """What is hoped."""
    due: Text
    """By when; empty when no deadline is set."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The sheet for one objective."""

    title: Name
    """What the objective says."""
    about: Text
    """Its competency, capability and critical task; empty when it names none."""
    hopes: tuple[Hope, ...]
    """How one sees that it is reached."""
    actions: tuple[Prose, ...]
    """What players are expected to do at the injects from which its expectations count."""


def letters() -> tuple[Letter, ...]:
    """Return the four ratings, the best first."""
    return tuple(Letter(each, _(RATINGS[each]), _(RULES[each])) for each in ("P", "S", "M", "U"))


def guides(scenario: Scenario) -> tuple[Guide, ...]:
    """Return a guide for each objective, in the order of the scenario."""
    return tuple(_guide(scenario, id_, words) for id_, words in scenario.objectives.items())


def _guide(scenario: Scenario, id_: str, words: Objective) -> Guide:
    names = Names(scenario)
    mine = {name: each for name, each in scenario.expectations.items() if each.objective == id_}
    about = (shared(words.competency or ""), named(words.capability), named(words.critical_task))
    begun = dict.fromkeys(inject for each in mine.values() for inject in _begins(scenario, each))
    return Guide(
        names.objective(id_),
        joined([each for each in about if str(each)], by=_(" · ")),
        tuple(Hope(names.expectation(name), names.due(each)) for name, each in mine.items()),
        tuple(prose(scenario.injects[each].expected) for each in begun if scenario.injects[each].expected),
    )


def _begins(scenario: Scenario, words: Expectation) -> tuple[str, ...]:
    """Return the injects from which an expectation counts: the one it names, else those that bring what it hopes for."""
    if words.after in scenario.injects:
        return (words.after,) if words.after else ()
    if words.knows is None:
        return ()
    return tuple(id_ for id_, each in scenario.injects.items() if each.brings == words.knows)
