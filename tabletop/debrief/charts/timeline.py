"""The exercise as a score: a line for each partner, bars for what waited there, arrows for what was handed on.

A bar in the school's line shows how long the concern lay there; the arrow down to the police shows when it left; a
bar in the line of the police shows how long it lay on their desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tabletop.debrief.charts.axis import Axis, Tick
from tabletop.debrief.charts.tracks import Tracks
from tabletop.debrief.reasons import Family
from tabletop.debrief.text import Text, counted

HEAD, MARK_ROW, TRACK, FOOT = 22, 18, 14, 8
"""Heights in pixels: of a partner's name, of a row of marks, of a row of bars, and of the space below them."""
BAR = 10
"""The height of a bar, in pixels."""
NUMBER = 2.6
"""Room for a hand-off's number, in percent of the width."""
LETTER = 1.0
"""Room for one letter of a mark's words, in percent of the width."""

Ending = Literal["handed_on", "stopped", "unfinished", "goes_on"]
"""How a hand-off ended; `goes_on` when the picture ends before it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of time spent on one thing."""

    family: Family
    """On what."""
    since: int
    """From when, in milliseconds since StartEx."""
    until: int
    """Until when."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """One hand-off to be drawn."""

    number: int
    """Its number."""
    sender: str
    """From whose line."""
    receiver: str
    """To whose line."""
    since: int
    """When the sender knew."""
    left: int | None
    """When it came to the receiver; None: it never did."""
    at: int
    """When it ended."""
    sending: tuple[Stretch, ...]
    """What it waited for before it came to the receiver."""
    taking: tuple[Stretch, ...]
    """What it waited for at the receiver's desk."""
    ending: Ending
    """How it ended."""
    critical: bool
    """Whether it lies on a critical path."""
    says: Text
    """What a reader is told who points at it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An inject or a decision to be drawn."""

    at: int
    """When."""
    actor: str
    """In whose line."""
    sort: Literal["inject", "decision"]
    """What it is."""
    label: Text
    """What it is called."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of one partner; places are pixels from the top."""

    name: Text
    """Who it is."""
    top: float
    """Where it begins."""
    height: float
    """How high it is."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of waiting: x and width in percent, y in pixels."""

    x: float
    width: float
    y: float
    family: Family
    says: Text
    """What a reader is told who points at it."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A hand-off's way from one line to another: x in percent, y in pixels."""

    x: float
    start: float
    end: float
    critical: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark in its place: x in percent, y in pixels."""

    sort: Literal["inject", "decision", "known", "stopped", "unfinished", "goes_on", "start"]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Note:
    """Words in their place: x in percent, y in pixels."""

    words: Text
    x: float
    y: float
    before: bool
    """Whether the words end at x instead of beginning there."""
    small: bool
    """Whether it is a hand-off's number."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture, every place worked out."""

    height: float
    """In pixels."""
    bar: float
    """The height of a bar, in pixels."""
    ticks: tuple[Tick, ...]
    """The line of time."""
    lanes: tuple[Lane, ...]
    """One for each partner, from the top."""
    bars: tuple[Bar, ...]
    """What waited, where."""
    arrows: tuple[Arrow, ...]
    """What was handed on."""
    signs: tuple[Sign, ...]
    """Where something began, ended or broke down."""
    notes: tuple[Note, ...]
    """Numbers and names."""


def timeline(
    axis: Axis, lanes: Sequence[tuple[str, Text]], *, crossings: Sequence[Crossing], marks: Sequence[Mark]
) -> Timeline:
    """Return the picture of these hand-offs and marks on the lines of these partners (id and name), from the top."""
    signed = {actor: Tracks() for actor, _ in lanes}
    rows = {actor: Tracks() for actor, _ in lanes}
    placed = [(mark, signed[mark.actor].place(*_reach(axis, mark))) for mark in marks]
    routes = [(each, *_places(axis, each, rows)) for each in crossings]
    laid = _laid(lanes, signed=signed, rows=rows)
    tops = {actor: lane.top + HEAD for (actor, _), lane in zip(lanes, laid, strict=True)}
    ground = {actor: top + MARK_ROW * len(signed[actor]) + TRACK // 2 for actor, top in tops.items()}
    drawn = [
        _drawn(axis, each, start=ground[each.sender] + TRACK * out, end=_end(ground, each, into))
        for each, out, into in routes
    ]
    signs = [_signed(axis, mark, y=tops[mark.actor] + MARK_ROW * row + MARK_ROW // 2) for mark, row in placed]
    return Timeline(
        height=sum(lane.height for lane in laid),
        bar=float(BAR),
        ticks=axis.ticks,
        lanes=laid,
        bars=tuple(bar for each in drawn for bar in each.bars),
        arrows=tuple(arrow for each in drawn for arrow in each.arrows),
        signs=(*(sign for each in drawn for sign in each.signs), *(sign for sign, _ in signs)),
        notes=(*(each.note for each in drawn), *(note for _, note in signs)),
    )


def _laid(
    lanes: Sequence[tuple[str, Text]], *, signed: dict[str, Tracks], rows: dict[str, Tracks]
) -> tuple[Lane, ...]:
    """Return the lines one below the other, each as high as its rows need."""
    laid: list[Lane] = []
    top = 0
    for actor, name in lanes:
        height = HEAD + MARK_ROW * len(signed[actor]) + TRACK * len(rows[actor]) + FOOT
        laid.append(Lane(name, float(top), float(height)))
        top += height
    return tuple(laid)


def _end(ground: dict[str, float], each: Crossing, row: int) -> float:
    """Return how far down a hand-off ends; one that never came to a receiver ends where it began."""
    return 0.0 if each.left is None else ground[each.receiver] + TRACK * row


def _reach(axis: Axis, mark: Mark) -> tuple[float, float]:
    """Return from where to where a mark and its words reach."""
    x, room = axis.x(mark.at), 2 + LETTER * len(str(mark.label))
    return (x - 1, x + room) if x + room <= 100 else (x - room, x + 1)


def _places(axis: Axis, each: Crossing, rows: dict[str, Tracks]) -> tuple[int, int]:
    """Return in which row of the sender, and of the receiver, a hand-off is drawn."""
    end = axis.x(each.at)
    if each.left is None:
        return rows[each.sender].place(axis.x(each.since) - 1, end + NUMBER), 0
    left = axis.x(each.left)
    out = rows[each.sender].place(axis.x(each.since) - 1, left + 1)
    return out, rows[each.receiver].place(left - 1, end + NUMBER)


@dataclass(frozen=True, slots=True)
class _Drawn:
    bars: tuple[Bar, ...]
    arrows: tuple[Arrow, ...]
    signs: tuple[Sign, ...]
    note: Note


def _drawn(axis: Axis, each: Crossing, *, start: float, end: float) -> _Drawn:
    last = axis.x(each.at)
    y = start if each.left is None else end
    ending: Literal["known", "stopped", "unfinished", "goes_on"] = (
        "known" if each.ending == "handed_on" else each.ending
    )
    tip = end - BAR / 2 if start < end else end + BAR / 2
    arrows = () if each.left is None else (Arrow(axis.x(each.left), start, tip, each.critical),)
    bars = (*_bars(axis, each, each.sending, y=start), *_bars(axis, each, each.taking, y=end))
    before = last + NUMBER > 100
    note = Note(counted(each.number), last - 1 if before else last + 1, y, before, small=True)
    return _Drawn(bars, arrows, (Sign("start", axis.x(each.since), start), Sign(ending, last, y)), note)


def _bars(axis: Axis, each: Crossing, stretches: Iterable[Stretch], *, y: float) -> tuple[Bar, ...]:
    return tuple(
        Bar(axis.x(one.since), axis.x(one.until) - axis.x(one.since), y - BAR / 2, one.family, each.says)
        for one in stretches
    )


def _signed(axis: Axis, mark: Mark, *, y: float) -> tuple[Sign, Note]:
    x, (since, _) = axis.x(mark.at), _reach(axis, mark)
    before = since < x - 1
    return Sign(mark.sort, x, y), Note(mark.label, x - 1 if before else x + 1, y, before, small=False)
