"""Objectives with their ratings, and what became of each expectation behind them."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.common_words import shared
from tabletop.debrief.gains import VERDICTS
from tabletop.debrief.often import Often
from tabletop.debrief.sayings import briefly, moment, share
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Text, joined, named, phrase
from tabletop.debrief.words import _, later
from tabletop.measures.expectations import Outcome, Verdict
from tabletop.measures.ratings import Letter

RATINGS: dict[Letter, str] = {
    "P": later("performed without challenges"),
    "S": later("performed with some challenges"),
    "M": later("performed with major challenges"),
    "U": later("unable to be performed"),
    "not_rated": later("not rated"),
}
"""What the letters mean, in the exercise field's own words."""


@dataclass(frozen=True, slots=True)
class ExpectationRow:
    """One expectation."""

    id: str
    """Its id, which other sections refer to."""
    title: Text
    """What was hoped."""
    verdict: Verdict
    """What became of it."""
    says: str
    """The same in words."""
    reached: Text
    """When it was reached, after how long and how accurately."""
    due: str
    """By when; a dash when it had no deadline."""
    often: str
    """How often it was met over all re-runs; empty when there were none."""


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """One objective; or, without a title, the expectations that speak to none."""

    title: Name
    """What it says."""
    about: Text
    """Its competency, capability and critical task; empty when it names none."""
    letter: Letter
    """Its rating."""
    says: str
    """What the rating means."""
    often: str
    """How often it was rated so over all re-runs."""
    spread: Text
    """How often each rating came out; empty when it was never otherwise."""
    expectations: tuple[ExpectationRow, ...]
    """The expectations that speak to it."""


@dataclass(frozen=True, slots=True)
class Objectives:
    """What the exercise was for, and what came of it."""

    rows: tuple[ObjectiveRow, ...]
    """The objectives, in the order declared."""
    others: tuple[ExpectationRow, ...]
    """Expectations that speak to no objective."""


def objectives(story: Story, often: Often) -> Objectives:
    """Return the objectives with their ratings and expectations."""
    rows = {name: expectation_row(story, name, often=often) for name in story.outcomes}
    words = story.scenario.expectations
    return Objectives(
        tuple(_row(story, name, rows=rows, often=often) for name in story.ratings),
        tuple(row for name, row in rows.items() if words[name].objective is None),
    )


def _row(story: Story, name: str, *, rows: dict[str, ExpectationRow], often: Often) -> ObjectiveRow:
    words, letter = story.scenario.objectives[name], story.ratings[name].letter
    about = [shared(words.competency or ""), named(words.capability), named(words.critical_task)]
    mine = (row for id_, row in rows.items() if story.scenario.expectations[id_].objective == name)
    return ObjectiveRow(
        title=story.names.objective(name),
        about=joined([each for each in about if str(each)], by=" · "),
        letter=letter,
        says=_(RATINGS[letter]),
        often=often.rated(name, letter),
        spread=often.ratings_of(name),
        expectations=tuple(mine),
    )


def expectation_row(story: Story, name: str, *, often: Often) -> ExpectationRow:
    """Return what became of one expectation."""
    outcome = story.outcomes[name]
    return ExpectationRow(
        id=name,
        title=story.names.expectation(name),
        verdict=outcome.verdict,
        says=verdict_of(story, name),
        reached=_reached(story, name, outcome),
        due="–" if outcome.due is None else moment(story.clock, outcome.due),
        often=often.met(name),
    )


def verdict_of(story: Story, name: str) -> str:
    """Return the verdict in words; what must not be known is kept or not, rather than met or missed."""
    verdict = story.outcomes[name].verdict
    if story.scenario.expectations[name].must_not_know is None or verdict == "not_called":
        return _(VERDICTS[verdict])
    return _("kept") if verdict == "met" else _("not kept")


def _reached(story: Story, name: str, outcome: Outcome) -> Text:
    words = story.scenario.expectations[name]
    if outcome.verdict == "not_called":
        return _("its clock never started")
    if words.must_not_know is not None and outcome.at is None:
        return _("did not come to know it")
    if outcome.at is None:
        return _("not by EndEx")
    fields: dict[str, Text | int] = {
        "moment": moment(story.clock, outcome.at),
        "span": briefly(outcome.at - outcome.since),
        "share": "" if outcome.accuracy is None else share(outcome.accuracy),
    }
    if words.accurate or outcome.verdict == "inaccurate":
        return phrase(_("{moment}, after {span}, {share} of the details right"), fields)
    return phrase(_("{moment}, after {span}"), fields)
