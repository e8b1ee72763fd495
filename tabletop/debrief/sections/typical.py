"""How typical this run was: beside each verdict how often the same came out with other luck, with an interval.

"In 63 of 100 runs the decision came late (53 % to 72 %)." A debrief that told one run alone would teach an anecdote.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from tabletop.debrief.often import Often, between
from tabletop.debrief.sayings import lasting, often
from tabletop.debrief.sections.objectives import verdict_of
from tabletop.debrief.story import Story
from tabletop.debrief.tally import Tally
from tabletop.debrief.text import Phrase, Text, phrase
from tabletop.debrief.words import _
from tabletop.measures.expectations import Verdict
from tabletop.model.duration import HOUR


@dataclass(frozen=True, slots=True)
class TypicalRow:
    """One expectation, and how often the same came out."""

    title: Text
    """What was hoped."""
    verdict: Verdict
    """What became of it in this run."""
    says: str
    """The same in words."""
    same: str
    """How often that verdict came out over all re-runs."""
    interval: Phrase
    """In which share of all possible runs it lies, 95 times in 100."""
    usual: bool
    """Whether no other verdict came out more often."""


@dataclass(frozen=True, slots=True)
class Typical:
    """How typical the run was."""

    rows: tuple[TypicalRow, ...]
    """Every expectation that was called for; none when it was played once."""
    place: Phrase | None
    """Where the main measure of this run lies among the re-runs."""


def typical(story: Story, often_: Often) -> Typical:
    """Return how often each verdict of this run came out over all re-runs."""
    tally = often_.tally
    if tally is None:
        return Typical((), None)
    called = [name for name, each in story.outcomes.items() if each.verdict != "not_called"]
    return Typical(tuple(_row(story, name, tally) for name in called), _place(story, tally))


def _row(story: Story, name: str, tally: Tally) -> TypicalRow:
    verdict = story.outcomes[name].verdict
    times = tally.judged(name, verdict)
    most = max(tally.expectations.get(name, {}).values(), default=0)
    return TypicalRow(
        story.names.expectation(name),
        verdict,
        verdict_of(story, name),
        often(times, tally.count),
        between(times, tally.count),
        times == most,
    )


def _place(story: Story, tally: Tally) -> Phrase | None:
    if not tally.main or story.awareness.mean_without is None:
        return None
    mine = story.awareness.without
    fields: dict[str, Text | int] = {
        "mine": lasting(mine),
        "middle": lasting(round(median(tally.main) * HOUR)),
        "least": lasting(round(min(tally.main) * HOUR)),
        "most": lasting(round(max(tally.main) * HOUR)),
        "more": sum(each * HOUR > mine for each in tally.main),
        "count": len(tally.main),
    }
    return phrase(
        _(
            "Time without needed information was {mine} in this run. In half of all re-runs it was at most {middle}, "
            "and in all of them between {least} and {most}; {more} of {count} had more than this run."
        ),
        fields,
    )
