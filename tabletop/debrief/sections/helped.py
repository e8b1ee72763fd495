"""What would have helped: every change that was tried on this very run, with what it made better and worse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.compare.gains import Gain
from tabletop.debrief.gains import Gains
from tabletop.debrief.sections.overview import Fact
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, named
from tabletop.debrief.words import _, n_

MOST_SHORT = 2
"""As many better verdicts as are told of one change; worse ones are all told."""


@dataclass(frozen=True, slots=True)
class HelpedRow:
    """One change that was tried."""

    what: Text
    """What was changed."""
    turned: tuple[Phrase, ...]
    """The verdicts that came out otherwise, better ones first; what came sooner where none did."""
    without: str
    """How much time without needed information it saved, or added."""
    usually: Text
    """What it gained on average over re-runs; empty when that was not tried."""
    facts: tuple[Fact, ...]
    """Who would do it, and what to do first, where the scenario says."""


@dataclass(frozen=True, slots=True)
class Helped:
    """All that was tried."""

    interventions: tuple[HelpedRow, ...]
    """Interventions switched on one by one, those that helped most first."""
    barriers: tuple[HelpedRow, ...]
    """Barriers lifted one by one, those that helped most first."""


def helped(story: Story, gains: Gains) -> Helped:
    """Return what every single change would have made of this run."""
    tried = gains.help
    if tried is None:
        return Helped((), ())
    return Helped(
        tuple(_row(story, gains, each) for each in sorted(tried.interventions, key=_rank)),
        tuple(_row(story, gains, each) for each in sorted(tried.barriers, key=_rank)),
    )


def _rank(gain: Gain) -> tuple[int, float]:
    return -gain.improved, -gain.saved


def _row(story: Story, gains: Gains, gain: Gain) -> HelpedRow:
    return HelpedRow(
        gains.what(gain),
        tuple(_turned(gains, gain)),
        gains.without(gain),
        gains.on_average(gain.what),
        _facts(story, gain),
    )


def _turned(gains: Gains, gain: Gain) -> Iterator[Phrase]:
    """Give the changes in short: some verdicts that became better, all that became worse, else the greatest in time."""
    if gain.is_nothing:
        yield from gains.told(gain)
        return
    better = sorted((each for each in gain.changes if each.better > 0), key=lambda each: -each.sooner)
    worse = [each for each in gain.changes if each.better < 0]
    timed = sorted(gain.changes, key=lambda each: -abs(each.sooner))
    shown = [*better[:MOST_SHORT], *worse] or timed[:1]
    for change in shown:
        yield gains.change(change)
    more = len(gain.changes) - len(shown)
    if more:
        yield Phrase((n_("{n} more expectation changed.", "{n} more expectations changed.", more),))


def _facts(story: Story, gain: Gain) -> tuple[Fact, ...]:
    words = story.scenario.interventions.get(gain.what[0])
    if words is None:
        return ()
    found = ((_("Who"), named(words.owner)), (_("First step"), named(words.first_step)))
    return tuple(Fact(label, value) for label, value in found if value.text)
