"""Which time an event has when two columns say it: after StartEx and on the wall.

A list that went out holds both. Who corrects one of them in the spreadsheet changes the event's time; when both are
corrected and disagree, that is told, and the one in which the scenario was written counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.exchange.msel import LOCAL, local_time, point_words
from tabletop.exchange.sheet import Cell, in_text
from tabletop.exchange.times import day_of, on_the_wall, since_start
from tabletop.model.calendar import Clock
from tabletop.model.point import Point, parse_point


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """What the cells of one line say of its time."""

    point: Point | None
    """When; None when nothing is said."""
    doubt: str = ""
    """What is unclear about it; empty when nothing is."""


def time_said(cells: Mapping[str, Cell], clock: Clock, *, usual: Point | None) -> TimeSaid:
    """Return when an event happens by its cells; `usual` is its time in the scenario.

    Raises ValueError, with what would do, for a cell that is not understood or a time before StartEx.
    """
    after = since_start(cells.get("exercise_time"))
    day = day_of(cells["date"]) if in_text(cells.get("date")) else None
    wall = on_the_wall(cells.get("local_time"), clock=clock, day=day)
    elapsed = None if after is None else Point(after=after)
    if wall is None and elapsed is None and day is not None:
        msg = "a date stands without a time"
        raise ValueError(msg)
    said = _of_two(elapsed, wall, clock, usual=usual, local=in_text(cells.get("counts")).strip() == LOCAL)
    if said.point is not None:
        parse_point(point_words(said.point))  # a workbook can hold times that no scenario may
    if said.point is not None and said.point.on(clock) < 0:
        msg = f"lies before StartEx, {local_time(Point(after=0), clock)}"
        raise ValueError(msg)
    same = said.point is not None and usual is not None and _agree(said.point, usual, clock)
    return TimeSaid(usual, said.doubt) if same else said


def _of_two(
    elapsed: Point | None, wall: Point | None, clock: Clock, *, usual: Point | None, local: bool
) -> TimeSaid:
    if elapsed is None or wall is None:
        return TimeSaid(elapsed or wall)
    counts = wall if local else elapsed
    if _agree(elapsed, wall, clock):
        return TimeSaid(counts)
    if usual is not None and _agree(elapsed, usual, clock):
        return TimeSaid(wall)
    if usual is not None and _agree(wall, usual, clock):
        return TimeSaid(elapsed)
    return TimeSaid(counts, f"two times that differ; {local_time(counts, clock)} counts")


def _agree(one: Point, other: Point, clock: Clock) -> bool:
    return one.on(clock) == other.on(clock) or local_time(one, clock) == local_time(other, clock)
