"""What each line of an event list says, in the words of a scenario; what a cell does not say clearly is told, not guessed.

A recipient may stand there by id or by name: `school`, `Secondary school`. A line without an id gets one from its
subject, so that "The post" is `the_post`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tabletop.errors import Problem
from tabletop.exchange.columns import COLUMNS
from tabletop.exchange.headings import found_headings
from tabletop.exchange.identities import identities
from tabletop.exchange.meanings import MEANT, Meanings, meanings
from tabletop.exchange.msel import KEYS, TEXTS, Word, point_words
from tabletop.exchange.sheet import Cell, Sheet, in_text
from tabletop.exchange.timing import time_said
from tabletop.model.scenario import Scenario

_TIMES = ("exercise_time", "local_time", "date", "counts")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an event list, as it is understood."""

    row: int
    """Its line in the file."""
    id: str
    """The inject that it speaks of."""
    said: Mapping[str, Word | None]
    """What it says, by key of an inject; None where it says that there is nothing. What is not said is not there."""


@dataclass(frozen=True, slots=True)
class Entries:
    """An event list, as it is understood."""

    entries: tuple[Entry, ...]
    """Its lines."""
    problems: tuple[Problem, ...]
    """What was not understood, with its place in the file."""


@dataclass(frozen=True, slots=True)
class _Line:
    sheet: Sheet
    row: int
    cells: Mapping[str, Cell]
    places: Mapping[str, int]
    """By column: where it stands, from 0."""

    def problem(self, column: str, what: str, *, remedy: str = "") -> Problem:
        place = self.places.get(column, 0)
        return self.sheet.problem(self.row, place + 1, what, head=COLUMNS[column].headings[0], remedy=remedy)


def entries_of(sheet: Sheet, scenario: Scenario, *, unsafe: Callable[[str], str | None]) -> Entries:
    """Return what an event list says of the injects of a scenario.

    `unsafe` says of a text why it cannot stand in a scenario, or None. Raises SheetError when there are no headings.
    """
    place, columns, problems = found_headings(sheet)
    places = {key: index for index, key in columns.items()}
    lines = tuple(
        _Line(sheet, row, {key: cells[index] for key, index in places.items() if index < len(cells)}, places)
        for row, cells in sheet.rows[place + 1 :]
    )
    named, of_ids = identities([line.cells for line in lines], scenario, has_ids="id" in places)
    found = [*problems, *(line.problem("id", what) for line, what in zip(lines, of_ids, strict=True) if what)]
    pairs = [(id_, line) for id_, line in zip(named, lines, strict=True) if id_]
    reading = _Reading(
        scenario, meanings(scenario, [(id_, line.cells) for id_, line in pairs]), unsafe, found
    )
    return Entries(tuple(Entry(line.row, id_, reading.said(line, id_)) for id_, line in pairs), tuple(found))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One walk over the lines of a list, which notes what it does not understand and goes on."""

    scenario: Scenario
    known: Meanings
    unsafe: Callable[[str], str | None]
    found: list[Problem]

    def said(self, line: _Line, id_: str) -> dict[str, Word | None]:
        said = dict(self._texts(line)) | self._time(line, id_)
        for column in (key for key in MEANT if key in line.places):
            try:
                said |= self.known.words(column, in_text(line.cells.get(column)).strip())
            except ValueError as error:
                self.found.append(line.problem(column, f"{error}"))
        # A list without ids was not made from this scenario: what it leaves empty it does not speak of.
        speaks = "id" in line.places
        return {key: said[key] for key in KEYS if key in said and (speaks or said[key] is not None)}

    def _texts(self, line: _Line) -> Iterator[tuple[str, Word | None]]:
        for column in (key for key in TEXTS if key in line.places):
            text = in_text(line.cells.get(column))
            unsafe = self.unsafe(text)
            if unsafe:
                self.found.append(line.problem(column, unsafe, remedy="remove it"))
            else:
                yield column, text or None

    def _time(self, line: _Line, id_: str) -> dict[str, Word | None]:
        times = [key for key in _TIMES if key in line.places]
        usual = self.scenario.injects.get(id_)
        try:
            said = time_said(line.cells, self.scenario.clock, usual=usual.at if usual else None)
        except (ValueError, OverflowError) as error:
            column = next((key for key in times if in_text(line.cells.get(key))), "local_time")
            self.found.append(line.problem(column, f"{error}"))
            return {}
        if said.doubt:
            self.found.append(line.problem("exercise_time", said.doubt))
        return {"at": point_words(said.point) if said.point else None} if times else {}
