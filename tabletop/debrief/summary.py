"""The debrief in a screenful, for the terminal: like what a trainer says at the door before handing out the paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from tabletop.debrief.gains import VERDICTS
from tabletop.debrief.sayings import TIED
from tabletop.debrief.sections.objectives import ExpectationRow, ObjectiveRow
from tabletop.debrief.view import DebriefView
from tabletop.debrief.words import _, n_
from tabletop.measures.expectations import Verdict

LEAST_WIDTH = 40
"""Columns below which lines are no longer cut shorter."""
MOST_CAUSES = 3
"""As many causes of delay as are named."""
MOST_BREAKDOWNS = 5
"""As many breakdowns as are named."""


def render(view: DebriefView, width: int, *, files: Sequence[Path] = ()) -> str:
    """Return the summary, its lines at most `width` columns wide, with the files that were written."""
    blocks = (
        (f"{view.title} · {view.structure}", f"{view.marking} · {view.dates}"),
        tuple(_objectives(view)),
        tuple(_expectations(view)),
        tuple(_delays(view)),
        tuple(_breakdowns(view)),
        tuple(_files(files)),
    )
    wide = max(width, LEAST_WIDTH)
    said = "\n\n".join("\n".join(_fitted(line, wide) for line in block) for block in blocks if block)
    return said.replace(TIED, " ") + "\n"


def _objectives(view: DebriefView) -> Iterator[str]:
    if view.objectives.rows:
        yield _("Objectives")
    for row in view.objectives.rows:
        yield _line(row.letter if row.letter != "not_rated" else "–", f"{row.title}: {_rated(row)}", room=1)


def _rated(row: ObjectiveRow) -> str:
    return f"{row.says}, {row.often}"


def _expectations(view: DebriefView) -> Iterator[str]:
    rows = view.front.hopes
    if not rows:
        return
    order: tuple[Verdict, ...] = ("met", "late", "inaccurate", "missed", "not_called")
    counts = {each: sum(row.verdict == each for row in rows) for each in order}
    yield f"{_('Expectations')}: " + ", ".join(f"{n} {_(VERDICTS[each])}" for each, n in counts.items() if n)
    room = max(len(row.says) for row in rows)
    for row in rows:
        yield _line(row.says, f"{row.title}{_how_often(row)}", room=room)


def _how_often(row: ExpectationRow) -> str:
    return f" ({_('met')} {row.often})" if row.often else ""


def _delays(view: DebriefView) -> Iterator[str]:
    rows = view.spent.lost[:MOST_CAUSES]
    if not rows:
        return
    yield _("Costliest causes of delay")
    room = max(len(row.time) for row in rows)
    for row in rows:
        touched = n_("{n} hand-off", "{n} hand-offs", row.handoffs)
        yield _line(row.time, f"{row.label}, {touched}", room=room)


def _breakdowns(view: DebriefView) -> Iterator[str]:
    cards = view.broken.cards
    if not cards:
        yield _("No hand-off broke down.")
        return
    yield _("Breakdowns")
    for card in cards[:MOST_BREAKDOWNS]:
        yield _line("·", str(card.what), room=1)
    if len(cards) > MOST_BREAKDOWNS:
        yield _line("·", n_("{n} more", "{n} more", len(cards) - MOST_BREAKDOWNS), room=1)


def _files(files: Sequence[Path]) -> Iterator[str]:
    if files:
        yield _("Written")
    for path in files:
        yield f"  {path}"


def _line(head: str, text: str, *, room: int) -> str:
    return f"  {head:<{room}}  {text}"


def _fitted(line: str, width: int) -> str:
    """Return a line cut into several where it is too long, those after the first under its text."""
    if len(line) <= width:
        return line
    body = line.lstrip(" ")
    after_head = body.find("  ")
    indent = len(line) - len(body)
    hang = indent + after_head + 2 if 0 <= after_head < width // 3 else indent + 2
    while 0 < hang < len(line) and line[hang] == " ":
        hang += 1
    return "\n".join(
        wrap(line, width, subsequent_indent=" " * hang, break_on_hyphens=False, drop_whitespace=True)
    )
