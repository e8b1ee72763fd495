"""One exercise as those who write its debrief have it before them: what was measured, and what things are called.

Each measure is taken once, however many sections speak of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tabletop.debrief.naming import Names
from tabletop.measures.awareness import Awareness, awareness
from tabletop.measures.breakdowns import Breakdown, breakdowns
from tabletop.measures.causes import NO_LOSS, protects, totals
from tabletop.measures.chronicle import Chronicle, Handoff
from tabletop.measures.critical import expectation_paths
from tabletop.measures.delays import Delays, delays
from tabletop.measures.expectations import Outcome, outcomes
from tabletop.measures.news import is_repeat, with_news
from tabletop.measures.paths import Path
from tabletop.measures.ratings import Rating, ratings
from tabletop.model.calendar import Clock
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario


@dataclass(frozen=True, eq=False)
class Story:
    """The measures of one record, each taken when it is first asked for."""

    record: Record
    """What was played and what came of it."""

    @property
    def scenario(self) -> Scenario:
        """The words that were played."""
        return self.record.scenario

    @property
    def clock(self) -> Clock:
        """The clock of the exercise."""
        return self.record.scenario.clock

    @cached_property
    def chronicle(self) -> Chronicle:
        """The index over the journal."""
        return Chronicle(self.record)

    @cached_property
    def names(self) -> Names:
        """What things are called."""
        return Names(self.record.scenario)

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """What became of every expectation."""
        return outcomes(self.chronicle)

    @cached_property
    def ratings(self) -> Mapping[str, Rating]:
        """How well each objective was reached."""
        return ratings(self.chronicle)

    @cached_property
    def paths(self) -> Mapping[str, Path]:
        """The critical path of every expectation that has one."""
        return expectation_paths(self.chronicle)

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """What did not get through."""
        return breakdowns(self.chronicle)

    @cached_property
    def delays(self) -> Delays:
        """Where the time of all hand-offs went."""
        return delays(self.chronicle)

    @cached_property
    def awareness(self) -> Awareness:
        """Who knew what they needed, and when."""
        return awareness(self.chronicle)

    @cached_property
    def critical(self) -> frozenset[int]:
        """The numbers of the hand-offs on critical paths, or in which something lay that a decision missed."""
        parts = [part for path in self.paths.values() for part in path.parts]
        held = [where.handoff for part in parts for where in part.missing]
        return frozenset(number for number in (*(part.handoff for part in parts), *held) if number)

    @cached_property
    def told(self) -> tuple[Handoff, ...]:
        """The hand-offs that brought, or would have brought, something new."""
        return tuple(each for each in self.chronicle.story if not is_repeat(self.chronicle, each))

    @cached_property
    def awaited(self) -> frozenset[int]:
        """The numbers of the hand-offs that somebody waited for: what is told apart from them delayed nobody."""
        return frozenset(each.number for each in with_news(self.chronicle))

    def losses(self, handoff: Handoff) -> dict[str, int]:
        """Return what one hand-off lost, by cause: neither work nor protection; nothing when nobody waited for it.

        Over all hand-offs of the story that is the time lost of `delays`.
        """
        if handoff.number not in self.awaited:
            return {}
        # One cause may stand in an account more than once.
        lost = totals((cause, time) for cause, time in handoff.account if cause not in NO_LOSS)
        return {cause: time for cause, time in lost.items() if not protects(self.scenario, cause)}
