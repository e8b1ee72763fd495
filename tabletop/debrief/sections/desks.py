"""Desks and their load: how busy each was, and how long information lay there."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.sayings import briefly, share
from tabletop.debrief.sections.competencies import BUSY
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Text, phrase
from tabletop.debrief.words import _
from tabletop.measures.load import Load, loads, staff_time


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One desk."""

    actor: Name
    """Whose desk."""
    visits: int
    """How many pieces of work it finished."""
    left: int
    """How many were still there at EndEx."""
    wait: str
    """How long one waited on average before work on it began; a dash when there was none."""
    queue: int
    """The most that waited at once."""
    busy: str
    """Share of its staffed time in work; a dash when it had none."""
    width: float
    """The same in percent, at most 100, for the bar."""
    full: bool
    """Whether it had no room left."""


@dataclass(frozen=True, slots=True)
class Desks:
    """All desks that had work."""

    rows: tuple[DeskRow, ...]
    """The busiest first."""
    idle: int
    """How many desks had nothing to do."""
    note: Text
    """From which load on a desk counts as having no room left, and why."""
    staff: str
    """Staff time that coordinating cost in all."""


def desks(story: Story) -> Desks:
    """Return the load of every desk that had work."""
    found = loads(story.chronicle)
    used = [each for each in found if each.visits or each.left]
    used.sort(key=lambda each: -(each.utilisation or 0.0))
    rows = tuple(_row(story, each) for each in used)
    note = phrase(
        _(
            "The broken line marks {share}: from there on a desk counts as having no room left, and queues grow quickly."
        ),
        {"share": share(BUSY)},
    )
    return Desks(rows, len(found) - len(rows), note, briefly(staff_time(story.chronicle)))


def _row(story: Story, load: Load) -> DeskRow:
    busy = load.utilisation
    return DeskRow(
        story.names.actor(load.actor),
        load.visits,
        load.left,
        "–" if load.mean_wait is None else briefly(round(load.mean_wait)),
        load.longest_queue,
        "–" if busy is None else share(busy),
        0.0 if busy is None else min(100.0, 100 * busy),
        busy is not None and busy > BUSY,
    )
