"""Areas for improvement: for each hope that was not reached, what was seen, where, why, and what would have helped.

The case conference was two days late; the journal shows six days between two sessions of the case group; that waiting is
the contributing factor; one form for all would have brought it four days sooner. Links and processes are the subjects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.compare.gains import Change, Gain
from tabletop.debrief import reasons
from tabletop.debrief.gains import Gains
from tabletop.debrief.often import Often
from tabletop.debrief.sayings import lasting, moment, share
from tabletop.debrief.sections.objectives import ExpectationRow, expectation_row
from tabletop.debrief.sections.places import where_it_was
from tabletop.debrief.sections.spent import place
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, phrase
from tabletop.debrief.words import _
from tabletop.measures.causes import NO_LOSS
from tabletop.measures.delays import stack
from tabletop.measures.paths import Part, Path
from tabletop.model.expectation import Expectation

MOST_EVIDENCE = 4
"""As many stretches of a critical path as are shown as evidence, the longest of them."""
MOST_INTERVENTIONS, MOST_BARRIERS = 3, 1
"""As many interventions, and as many barriers that could be absent, as are named for one area."""


@dataclass(frozen=True, slots=True)
class Area:
    """One area for improvement."""

    number: int
    """Its number, from 1, by which the improvement plan refers to it."""
    row: ExpectationRow
    """The expectation that was not reached, with how often it was over all re-runs."""
    objective: Text
    """The objective that it speaks to; empty when it speaks to none."""
    observation: Phrase
    """What was seen."""
    evidence: tuple[Phrase, ...]
    """The longest stretches of waiting, with their times in the journal; where that was which was missing."""
    factor: tuple[Phrase, ...]
    """What contributed most; nothing when no waiting was lost."""
    helps: tuple[Phrase, ...]
    """What would have helped, and by how much."""
    no_help: str
    """Why nothing is said of that; empty when something is."""


def areas(story: Story, *, often: Often, gains: Gains) -> tuple[Area, ...]:
    """Return an area for each expectation that was late, inaccurate or missed, in the order declared."""
    poor = [name for name, each in story.outcomes.items() if each.verdict not in ("met", "not_called")]
    return tuple(
        _area(story, name, number=number, often=often, gains=gains) for number, name in enumerate(poor, 1)
    )


def _area(story: Story, name: str, *, number: int, often: Often, gains: Gains) -> Area:
    words = story.scenario.expectations[name]
    # What somebody must not know has no way that should have been shorter, only the link on which it came.
    path = story.paths.get(name) if words.must_not_know is None else None
    helps = tuple(_helps(name, gains))
    nothing = (
        _("It was not tried out for this debrief.")
        if gains.help is None
        else _("No single change that was tried made this better in this run.")
    )
    return Area(
        number=number,
        row=expectation_row(story, name, often=often),
        objective=story.names.objective(words.objective) if words.objective else "",
        observation=_observation(story, name, often),
        evidence=tuple(_evidence(story, path) if path else _leak(story, words)),
        factor=tuple(_factor(story, path)) if path else (),
        helps=helps,
        no_help="" if helps else nothing,
    )


def _observation(story: Story, name: str, often: Often) -> Phrase:
    outcome = story.outcomes[name]
    fields: dict[str, Text | int] = {
        "reached": "" if outcome.at is None else moment(story.clock, outcome.at),
        "due": "" if outcome.due is None else moment(story.clock, outcome.due),
        "late": ""
        if outcome.at is None or outcome.due is None
        else lasting(max(0, outcome.at - outcome.due)),
        "share": share(outcome.accuracy or 0.0),
        "often": often.met(name),
    }
    if story.scenario.expectations[name].must_not_know is not None:
        return phrase(_("It became known there on {reached}."), fields)
    if outcome.verdict == "missed":
        pattern = (
            _("Due {due}; not reached by EndEx.") if outcome.due is not None else _("Not reached by EndEx.")
        )
    elif outcome.verdict == "inaccurate":
        pattern = _("Reached {reached}, with {share} of the details right, which is less than was hoped.")
    else:
        pattern = _("Due {due}; reached {reached}, {late} later.")
    return phrase(pattern, fields)


def _evidence(story: Story, path: Path) -> Iterator[Phrase]:
    """Give the longest stretches of waiting in order of time, then where that was which was missing."""
    waits = [part for part in path.parts if part.cause not in NO_LOSS and part.length]
    longest = sorted(waits, key=lambda part: (-part.length, part.since))[:MOST_EVIDENCE]
    for part in sorted(longest, key=lambda part: part.since):
        yield _stretch(story, part)
    for part in path.parts:
        for each in part.missing:
            yield where_it_was(story, each)


def _leak(story: Story, words: Expectation) -> Iterator[Phrase]:
    """Give the hand-off by which somebody came to know what had to be kept from them."""
    kind, roles = words.must_not_know or "", words.role.roles if words.role else ()
    for role in roles:
        leak = story.chronicle.leak(role, kind)
        handoff = story.chronicle.handoffs.get(leak.known.handoff) if leak else None
        if leak is None or handoff is None:
            continue
        fields: dict[str, Text | int] = {
            "number": handoff.number,
            "sender": story.names.actor(handoff.sender),
            "receiver": story.names.actor(leak.known.actor),
            "channel": story.names.channel(handoff.channel),
            "when": moment(story.clock, leak.at),
        }
        yield phrase(
            _("Hand-off {number}, {sender} → {receiver} over “{channel}”, known there on {when}."), fields
        )


def _stretch(story: Story, part: Part) -> Phrase:
    where = place(story, part)
    fields: dict[str, Text | int] = {
        "since": moment(story.clock, part.since),
        "until": moment(story.clock, part.until),
        "span": lasting(part.length),
        "label": reasons.label(story.names, part.cause),
        "where": where,
        "number": part.handoff,
    }
    if part.handoff:
        return phrase(_("{since} to {until} ({span}), hand-off {number}, {where}: {label}."), fields)
    if str(where):
        return phrase(_("{since} to {until} ({span}), {where}: {label}."), fields)
    return phrase(_("{since} to {until} ({span}): {label}."), fields)


def _factor(story: Story, path: Path) -> Iterator[Phrase]:
    """Give what took most of the time and is no work, with its share, and what the barrier's own page advises.

    Of a decision that waited for its deadline it is what the missing pieces waited for.
    """
    lost = {cause: time for cause, time in stack(path).items() if cause not in NO_LOSS and time}
    missing = [each for part in path.parts for each in part.missing if each.cause]
    if not lost:
        return
    most = max(lost, key=lambda cause: lost[cause])
    fields: dict[str, Text | int] = {
        "span": lasting(lost[most]),
        "share": share(lost[most] / path.length),
        "label": reasons.label(story.names, missing[0].cause if missing else most),
        "kind": story.names.kind(missing[0].kind) if missing else "",
    }
    pattern = (
        _("“{kind}” did not arrive in time: {label}.")
        if missing
        else _("{span}, {share} of the way: {label}.")
    )
    yield phrase(pattern, fields)
    yield from _advice(story, missing[0].cause if missing else most)


def _advice(story: Story, cause: str) -> Iterator[Phrase]:
    if reasons.family(story.names, cause) == "protection":
        yield phrase(_("This is time for protection: what shortens it is preparation, never lifting it."), {})
    advice = reasons.helps(story.names, cause)
    if advice:
        yield Phrase((advice,))


def _helps(name: str, gains: Gains) -> Iterator[Phrase]:
    if gains.help is None:
        return
    for tried, most in ((gains.help.interventions, MOST_INTERVENTIONS), (gains.help.barriers, MOST_BARRIERS)):
        for gain, change in _best(tried, name)[:most]:
            yield phrase(_("{what}: {change}"), {"what": gains.what(gain), "change": gains.came(change)})


def _best(tried: tuple[Gain, ...], name: str) -> list[tuple[Gain, Change]]:
    """Return the changes that made an expectation better or reached sooner, those that helped most first."""
    found = [(gain, change) for gain in tried for change in gain.changes if change.expectation == name]
    good = [
        (gain, change)
        for gain, change in found
        if change.better > 0 or (change.better == 0 and change.sooner > 0)
    ]
    return sorted(good, key=lambda pair: (-pair[1].better, -pair[1].sooner))
