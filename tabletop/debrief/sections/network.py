"""The network in use: how much went between whom, and the links and desks where most time was lost.

Between the club and the municipality went three hand-offs, and two days were lost there: bottleneck A.
"""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.charts.bars import letters
from tabletop.debrief.charts.web import Strand, Web, web
from tabletop.debrief.sayings import briefly
from tabletop.debrief.sections.competencies import BUSY
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Phrase, Text, phrase
from tabletop.debrief.words import _, listing, n_
from tabletop.measures.chronicle import Handoff
from tabletop.measures.load import loads

MOST_BOTTLENECKS = 5
"""As many bottlenecks as are marked."""
MOST_ROWS = 120
"""As many links as the table tells one by one."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What went from one partner to another."""

    sender: Name
    """From whom."""
    receiver: Name
    """To whom."""
    handoffs: int
    """How many hand-offs, repeats among them."""
    lost: str
    """How much time was lost on them; a dash when none was."""
    mostly: Text
    """What took most of that time; empty when none was lost."""
    mark: str
    """The letter of the bottleneck that it belongs to; empty when to none."""


@dataclass(frozen=True, slots=True)
class Used:
    """The network as it was used."""

    chart: Web | None
    """The picture; None when nothing was handed on."""
    rows: tuple[LinkRow, ...]
    """Every direction in which something was handed on, those that lost most first."""
    notes: tuple[Phrase, ...]
    """What the picture leaves out, and whose desk had no room left."""


def used(story: Story) -> Used:
    """Return what went between whom, routine traffic left out."""
    ways: dict[tuple[str, str], list[Handoff]] = {}
    for each in story.chronicle.story:
        if each.receiver:
            ways.setdefault((each.sender, each.receiver), []).append(each)
    if not ways:
        return Used(None, (), ())
    lost = {way: sum(sum(story.losses(each).values()) for each in mine) for way, mine in ways.items()}
    marks = _marks(lost)
    busy = tuple(each.actor for each in loads(story.chronicle) if (each.utilisation or 0.0) > BUSY)
    chart = web(_partners(story), _strands(story, ways, marks), busy=frozenset(busy))
    order = sorted(ways, key=lambda way: (-lost[way], -len(ways[way])))
    rows = tuple(_row(story, way, ways[way], mark=marks.get(frozenset(way), "")) for way in order[:MOST_ROWS])
    return Used(chart, rows, tuple(_notes(story, chart, busy=busy, more=len(order) - len(rows))))


def _marks(lost: dict[tuple[str, str], int]) -> dict[frozenset[str], str]:
    """Return the letters of the pairs of partners between whom most time was lost."""
    pairs: dict[frozenset[str], int] = {}
    for way, time in lost.items():
        pairs[frozenset(way)] = pairs.get(frozenset(way), 0) + time
    worst = sorted((pair for pair in pairs if pairs[pair]), key=lambda pair: (-pairs[pair], sorted(pair)))
    worst = worst[:MOST_BOTTLENECKS]
    return dict(zip(worst, letters(len(worst)), strict=True))


def _partners(story: Story) -> list[tuple[str, Text]]:
    return [(actor, story.names.actor(actor)) for actor in story.scenario.actors]


def _strands(
    story: Story, ways: dict[tuple[str, str], list[Handoff]], marks: dict[frozenset[str], str]
) -> list[Strand]:
    place = {actor: number for number, actor in enumerate(story.scenario.actors)}
    counts: dict[tuple[str, str], int] = {}
    for way, mine in ways.items():
        one, other = sorted(way, key=lambda actor: place[actor])
        counts[one, other] = counts.get((one, other), 0) + len(mine)
    return [Strand(*pair, count, marks.get(frozenset(pair), "")) for pair, count in counts.items()]


def _row(story: Story, way: tuple[str, str], mine: list[Handoff], *, mark: str) -> LinkRow:
    causes: dict[str, int] = {}
    for each in mine:
        for cause, time in story.losses(each).items():
            causes[cause] = causes.get(cause, 0) + time
    most = max(causes, key=lambda cause: causes[cause], default="")
    return LinkRow(
        story.names.actor(way[0]),
        story.names.actor(way[1]),
        len(mine),
        briefly(sum(causes.values())) if causes else "–",
        reasons.label(story.names, most) if most else "",
        mark,
    )


def _notes(story: Story, chart: Web, *, busy: tuple[str, ...], more: int) -> list[Phrase]:
    found = []
    if busy:
        who = listing(tuple(story.names.actor(each) for each in busy))
        found.append(phrase(_("No room left at the desk of: {who}."), {"who": who}))
    if not all(each.shows for each in chart.threads):
        found.append(
            phrase(_("Numbers stand on the busiest lines and on the bottlenecks; the table has all."), {})
        )
    if chart.left_out:
        lines = n_("{n} line", "{n} lines", chart.left_out)
        found.append(
            phrase(_("Left out of the picture: {lines} with the fewest hand-offs."), {"lines": lines})
        )
    if more:
        found.append(
            Phrase((n_("{n} more link is in journal.jsonl.", "{n} more links are in journal.jsonl.", more),))
        )
    return found
