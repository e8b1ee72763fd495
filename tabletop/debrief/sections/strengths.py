"""Strengths: what was reached, kept or heard back, each with its place in the journal and how typical it was.

"The coordinator knew of the concern within a day: on Monday at 08:36, hand-off 1, a day before it was due; in 86 of 100
re-runs". What went well is as much a finding as what did not: it is what a city keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.debrief.often import Often
from tabletop.debrief.sayings import lasting, moment, share
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, phrase
from tabletop.debrief.words import _, listing
from tabletop.measures.expectations import Outcome
from tabletop.measures.loops import Loop, loops

LUCKY = 0.5
"""Met in a smaller share of re-runs than this, it was luck rather than a strength of the structure."""


@dataclass(frozen=True, slots=True)
class Strength:
    """One thing that went well."""

    title: Text
    """What it is."""
    evidence: Phrase
    """When and how it came about, from the journal."""
    often: str
    """How often it came out over all re-runs; empty when it was played once, or is not counted."""
    lucky: bool
    """Whether it came out in less than half of the re-runs."""


def strengths(story: Story, often: Often) -> tuple[Strength, ...]:
    """Return what went well: expectations met, decisions taken with all they needed, loops that were closed."""
    met = (name for name, each in story.outcomes.items() if each.verdict == "met")
    return (
        *(_met(story, name, often=often) for name in met),
        *_informed(story),
        *(_heard(story, each) for each in loops(story.chronicle) if each.closed is not None),
    )


def _met(story: Story, name: str, *, often: Often) -> Strength:
    outcome = story.outcomes[name]
    lucky = often.tally is not None and often.tally.judged(name, "met") < LUCKY * often.count
    return Strength(story.names.expectation(name), _reached(story, name, outcome), often.met(name), lucky)


def _reached(story: Story, name: str, outcome: Outcome) -> Phrase:
    clock, path = story.clock, story.paths.get(name)
    if outcome.at is None:
        return phrase(_("The journal has no entry in which this became known where it must not."), {})
    handoff = next((part.handoff for part in reversed(path.parts) if part.handoff), 0) if path else 0
    fields: dict[str, Text | int] = {
        "moment": moment(clock, outcome.at),
        "spare": lasting(outcome.due - outcome.at) if outcome.due is not None else "",
        "handoff": handoff,
        "missing": _missing(story, name),
    }
    if str(fields["missing"]):
        return phrase(_("{moment}; {spare} before it was due, but without {missing}."), fields)
    if outcome.due is None or outcome.due == outcome.at:
        pattern = _("{moment}, by hand-off {handoff}.") if handoff else _("{moment}.")
    elif handoff:
        pattern = _("{moment}, by hand-off {handoff}; {spare} before it was due.")
    else:
        pattern = _("{moment}; {spare} before it was due.")
    return phrase(pattern, fields)


def _missing(story: Story, name: str) -> Text:
    """Return what a decision that was hoped for was taken without; empty when it had all."""
    decided = story.chronicle.decided.get(story.scenario.expectations[name].decision or "")
    return listing(tuple(story.names.kind(each) for each in decided.missing)) if decided else ""


def _informed(story: Story) -> Iterator[Strength]:
    """Give the decisions and tasks that were done knowing everything that they need."""
    asked = {each.decision for each in story.scenario.expectations.values()}
    for name, decided in story.chronicle.decided.items():
        needs = story.scenario.works[name].needs
        if decided.missing or len(needs.of) < 2 or name in asked:
            continue
        fields: dict[str, Text | int] = {
            "work": story.names.work(name),
            "moment": moment(story.clock, decided.at),
            "quality": share(decided.quality),
        }
        title = phrase(_("“{work}” had all that it needed"), fields)
        yield Strength(
            title, phrase(_("{moment}, with {quality} of the details right."), fields), "", lucky=False
        )


def _heard(story: Story, loop: Loop) -> Strength:
    names = story.names
    fields: dict[str, Text | int] = {
        "who": names.actor(loop.holder),
        "what": names.kind(loop.origin.rpartition("/")[2]),
        "told": names.kind(loop.kind),
        "moment": moment(story.clock, loop.closed or 0),
    }
    title = phrase(_("{who} heard what became of “{what}”"), fields)
    return Strength(title, phrase(_("“{told}” was known there on {moment}."), fields), "", lucky=False)
