"""Evaluators' notes read from a spreadsheet: forgiving about headings, strict about what a cell says, all slips at once.

`Time;Who;What was seen;Expected?;Rating;Quote ok` is understood as well as the headings of our own observation sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from tabletop.debrief.observed.notes import Mark, Notes, RoomNote, Seen
from tabletop.errors import Problem, ScenarioError, UsageError
from tabletop.exchange.comma_separated import read_csv
from tabletop.exchange.headings import simplified
from tabletop.exchange.sheet import MOST_BYTES_OF_A_SHEET, Cell, Sheet, in_text
from tabletop.exchange.times import on_the_wall
from tabletop.exchange.workbook import read_workbook
from tabletop.model.scenario import Scenario
from tabletop.reading.nearest import nearest

Column = Literal["time", "role", "text", "seen", "rating", "quote", "objective"]

HEADINGS: Mapping[Column, tuple[str, ...]] = {
    "time": ("time", "when", "at", "event time", "clock", "heure", "temps", "quand", "الوقت", "متى"),
    "role": (
        *("role", "who", "player", "partner", "actor", "observed role", "position"),
        *("rôle", "qui", "joueur", "partenaire", "الدور", "من", "الجهة", "اللاعب"),
    ),
    "text": (
        *("observation", "observed", "what", "what was observed", "what was seen", "note", "notes", "text"),
        *("remarque", "constat", "ce qui a été observé", "الملاحظة", "ملاحظة", "ما لوحظ"),
    ),
    "seen": (
        *(
            "expected action seen",
            "expected",
            "seen",
            "expected action",
            "expected action observed",
            "as expected",
        ),
        *(
            "action attendue",
            "action attendue vue",
            "action attendue observée",
            "vu",
            "الإجراء المتوقع",
            "هل شوهد الإجراء المتوقع",
            "شوهد الإجراء المتوقع",
            "شوهد",
        ),
    ),
    "rating": (
        *(
            "rating",
            "evaluator s rating",
            "evaluators rating",
            "evaluator rating",
            "p s m u",
            "mark",
            "score",
        ),
        *(
            "évaluation",
            "appréciation",
            "note de l évaluateur",
            "التقييم",
            "التقدير",
            "تقييم المقيّم",
            "تقدير المقيم",
        ),
    ),
    "quote": (
        *("quote allowed", "quote", "may be quoted", "quote ok", "quotable", "quote allowed yes no"),
        *("citation autorisée", "citation permise", "citable", "يسمح بالاقتباس", "الاقتباس مسموح", "اقتباس"),
    ),
    "objective": ("objective", "exercise objective", "goal", "objectif", "الهدف"),
}
"""What each column may be called; compared without case, accents and punctuation."""

_YES = ("yes", "y", "true", "1", "x", "oui", "o", "نعم")
_NO = ("no", "n", "false", "0", "non", "لا")
_SEEN: Mapping[Seen, tuple[str, ...]] = {
    "yes": (*_YES, "full", "fully"),
    "partly": (
        "partly",
        "partial",
        "partially",
        "p",
        "some",
        "en partie",
        "partiellement",
        "جزئيا",
        "إلى حد ما",
    ),
    "no": (*_NO, "not seen"),
}
_RATINGS: Mapping[Mark, tuple[str, ...]] = {
    "P": ("p", "performed", "performed without challenges"),
    "S": ("s", "some", "performed with some challenges"),
    "M": ("m", "major", "performed with major challenges"),
    "U": ("u", "unable", "unable to be performed"),
}
_SEARCHED = 20

_W = TypeVar("_W", bound=str)


def read_notes(path: Path, scenario: Scenario) -> Notes:
    """Return the notes of a file.

    Raises UsageError when it is no spreadsheet that can be read, and ScenarioError with every slip at once, each with
    its file, line and column.
    """
    sheet = _sheet(path)
    place, columns = _headings(sheet)
    clerk = _Clerk(sheet, columns, scenario)
    found = [note for number, row in sheet.rows[place + 1 :] if (note := clerk.note(number, row)) is not None]
    if clerk.slips:
        raise ScenarioError(tuple(clerk.slips))
    late = max((each.at for each in found if each.at is not None), default=0) + 1
    return Notes(tuple(sorted(found, key=lambda each: late if each.at is None else each.at)))


def _sheet(path: Path) -> Sheet:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES_OF_A_SHEET + 1)
    except OSError as error:
        msg = f"cannot read {path}: {error.strerror or error}"
        raise UsageError(msg) from error
    if path.suffix.lower() == ".xlsx":
        return read_workbook(content, str(path))
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return read_csv(content, str(path), is_heading=_column)
    msg = f"{path} has no ending that is read here; there are .csv and .xlsx"
    raise UsageError(msg)


@cache
def _meanings() -> Mapping[str, Column]:
    return {simplified(name): key for key, names in HEADINGS.items() for name in names}


def _column(heading: str) -> Column | None:
    said = simplified(heading)
    return _meanings().get(said) or _meanings().get(simplified(heading.partition("(")[0]))


def _headings(sheet: Sheet) -> tuple[int, Mapping[Column, int]]:
    """Return the place of the line of headings, and where each column stands; raises UsageError when there is none."""
    best: tuple[int, dict[Column, int]] = (0, {})
    for place, (_, row) in enumerate(sheet.rows[:_SEARCHED]):
        found: dict[Column, int] = {}
        for index, cell in enumerate(row):
            meant = _column(cell) if isinstance(cell, str) else None
            if meant is not None:
                found.setdefault(meant, index)
        best = (place, found) if len(found) > len(best[1]) else best
    missing = [name for name in ("role", "text") if name not in best[1]]
    if missing:
        msg = (
            f"{sheet.name} has no line of headings with a role and an observation; expected: time, role, observation, "
            "expected action seen, rating, quote allowed"
        )
        raise UsageError(msg)
    return best


class _Clerk:
    """Reads one line after the other, and writes down every slip."""

    def __init__(self, sheet: Sheet, columns: Mapping[Column, int], scenario: Scenario) -> None:
        self.slips: list[Problem] = []
        self._sheet, self._columns, self._scenario = sheet, columns, scenario

    def note(self, number: int, row: Sequence[Cell]) -> RoomNote | None:
        """Return the note of one line; None for one without any words, or with a slip that makes it useless."""
        cells = {key: row[index] for key, index in self._columns.items() if index < len(row)}
        if not any(in_text(cell).strip() for cell in cells.values()):
            return None
        line = _Line(number, cells)
        role = self._who(line)
        return RoomNote(
            at=self._time(line),
            role=role,
            text=in_text(cells.get("text")).strip(),
            seen=self._word(line, "seen", _SEEN),
            rating=self._word(line, "rating", _RATINGS),
            quote=self._word(line, "quote", {"yes": _YES, "no": _NO}) == "yes",
            objective=self._objective(line),
        )

    def _slip(self, line: _Line, key: Column, what: str, *, remedy: str = "") -> None:
        self.slips.append(
            self._sheet.problem(line.number, self._columns[key] + 1, what, head=key, remedy=remedy)
        )

    def _time(self, line: _Line) -> int | None:
        try:
            point = on_the_wall(line.cells.get("time"), clock=self._scenario.clock)
        except ValueError as error:
            self._slip(line, "time", str(error))
            return None
        return None if point is None else point.on(self._scenario.clock)

    def _who(self, line: _Line) -> str:
        names = {
            **_called(self._scenario.actors),
            **_called(self._scenario.roles),
        }
        return self._known(line, "role", names, must=True)

    def _objective(self, line: _Line) -> str:
        return self._known(line, "objective", _called(self._scenario.objectives), must=False)

    def _known(self, line: _Line, key: Column, names: Mapping[str, str], *, must: bool) -> str:
        """Return the id of what a cell names, by its id or title."""
        written = in_text(line.cells.get(key)).strip()
        if written and simplified(written) in names:
            return names[simplified(written)]
        if written:
            meant = nearest(simplified(written), names)
            known = ", ".join(dict.fromkeys(names.values()))
            remedy = (
                f"did you mean {names[meant]!r}?"
                if meant
                else f"there are {known}"
                if known
                else "leave it empty"
            )
            self._slip(line, key, f"there is no {key} {written[:60]!r} in this scenario", remedy=remedy)
        elif must:
            self._slip(
                line, key, "nothing says who was observed", remedy="name a role or a partner of the scenario"
            )
        return ""

    def _word(self, line: _Line, key: Column, words: Mapping[_W, tuple[str, ...]]) -> _W | Literal[""]:
        written = simplified(in_text(line.cells.get(key)))
        if not written:
            return ""
        for meaning, names in words.items():
            if written in {simplified(name) for name in names}:
                return meaning
        expected = ", ".join(words)
        self._slip(line, key, f"expected one of {expected}, got {in_text(line.cells.get(key))[:40]!r}")
        return ""


class _Line:
    """One line of the sheet, with its cells by column."""

    def __init__(self, number: int, cells: Mapping[Column, Cell]) -> None:
        self.number, self.cells = number, cells


def _called(entries: Mapping[str, object]) -> dict[str, str]:
    """Return ids by what they are called: by the id, and by the title."""

    def names() -> Iterator[tuple[str, str]]:
        for id_, entry in entries.items():
            yield simplified(str(getattr(entry, "title", "") or id_)), id_
            yield simplified(id_), id_

    return dict(names())
