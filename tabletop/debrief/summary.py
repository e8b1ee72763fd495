"""The debrief in a screenful, for the terminal: like what a trainer says at the door before handing out the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from tabletop.debrief.sayings import TIED
from tabletop.debrief.text import counted, phrase, plain
from tabletop.debrief.view import DebriefView
from tabletop.debrief.words import _, later, n_, speaking
from tabletop.measures.expectations import Verdict

LEAST_WIDTH = 40
"""Columns below which lines are no longer cut shorter."""
MOST_CAUSES = 3
"""As many causes of delay as are named."""
MOST_BREAKDOWNS = 5
"""As many breakdowns as are named."""


_COUNTED: dict[Verdict, str] = {
    "met": later("{n} met"),
    "late": later("{n} late"),
    "inaccurate": later("{n} inaccurate"),
    "missed": later("{n} missed"),
    "not_called": later("{n} not called for"),
}
"""How many expectations had a verdict, in the order in which they are told."""


def render(view: DebriefView, width: int, *, files: Sequence[Path] = ()) -> str:
    """Return the summary, its lines at most `width` columns wide, with the files that were written."""
    with speaking(view.language):
        blocks = (
            (f"{plain(view.title)} · {plain(view.structure)}", f"{plain(view.marking)} · {view.dates}"),
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
        said = phrase(
            _("{title}: {rating}, {often}"), {"title": row.title, "rating": row.says, "often": row.often}
        )
        yield _line(row.letter if row.letter != "not_rated" else "–", plain(said), room=1)


def _expectations(view: DebriefView) -> Iterator[str]:
    rows = view.front.hopes
    if not rows:
        return
    numbers = Counter(row.verdict for row in rows)
    counts = (
        _(said).replace("{n}", counted(numbers[each])) for each, said in _COUNTED.items() if numbers[each]
    )
    yield _("Expectations: {counts}").replace("{counts}", _(", ").join(counts))
    room = max(len(row.says) for row in rows)
    for row in rows:
        often = _("{title} (met {often})") if row.often else "{title}"
        yield _line(row.says, plain(phrase(often, {"title": row.title, "often": row.often})), room=room)


def _delays(view: DebriefView) -> Iterator[str]:
    rows = view.spent.lost[:MOST_CAUSES]
    if not rows:
        return
    yield _("Costliest causes of delay")
    room = max(len(row.time) for row in rows)
    for row in rows:
        touched = n_("{n} hand-off", "{n} hand-offs", row.handoffs)
        said = phrase(_("{label}, {handoffs}"), {"label": row.label, "handoffs": touched})
        yield _line(row.time, plain(said), room=room)


def _breakdowns(view: DebriefView) -> Iterator[str]:
    cards = view.broken.cards
    if not cards:
        yield _("No hand-off broke down.")
        return
    yield _("Breakdowns")
    for card in cards[:MOST_BREAKDOWNS]:
        yield _line("·", plain(card.what), room=1)
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
