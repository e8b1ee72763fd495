"""Evaluators' notes are read from whatever spreadsheet they kept, and every slip is told at once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tabletop.debrief.observed.notes import RoomNote
from tabletop.debrief.observed.reading import read_notes
from tabletop.debrief.words import _, speaking
from tabletop.errors import ScenarioError, UsageError
from tabletop.model.duration import DAY, HOUR, MINUTE
from tabletop.resources import languages
from tests.debrief.tiny import scenario

GOOD = """time,role,observation,expected action seen,rating,quote allowed
2026-03-02 10:20,coordinator,Rang the school back at once,yes,S,yes
1d 2h,Secondary school,Asked who else should know,partly,,no
,police,Said nothing,no,U,
"""


def noted(folder: Path, text: str, name: str = "notes.csv") -> tuple[RoomNote, ...]:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_notes(path, scenario()).lines


def test_the_six_columns_are_read(tmp_path: Path) -> None:
    assert noted(tmp_path, GOOD) == (
        RoomNote(
            2 * HOUR + 20 * MINUTE,
            "coordinator",
            "Rang the school back at once",
            "yes",
            "S",
            quote=True,
            objective="",
        ),
        RoomNote(
            DAY + 2 * HOUR, "school", "Asked who else should know", "partly", "", quote=False, objective=""
        ),
        RoomNote(None, "police", "Said nothing", "no", "U", quote=False, objective=""),
    )


@pytest.mark.parametrize(
    "head",
    [
        "When;Who;What was seen;Expected?;Evaluator's rating;May be quoted",
        "Heure;Rôle;Constat;Action attendue vue;Évaluation;Citation autorisée",
        "الوقت;الدور;الملاحظة;الإجراء المتوقع;التقييم;اقتباس",
        "TIME ;ROLE (player) ;Observation: ;expected action seen (yes/partly/no);Rating (P/S/M/U);Quote allowed (yes/no)",
    ],
)
def test_headings_are_forgiven(tmp_path: Path, head: str) -> None:
    (line,) = noted(tmp_path, f"{head}\n10:20;Coordinator;Rang back;yes;p;y\n")
    assert line == RoomNote(
        2 * HOUR + 20 * MINUTE, "coordinator", "Rang back", "yes", "P", quote=True, objective=""
    )


def test_lines_above_the_headings_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    text = "Observation sheet\n\n" + GOOD.replace("\n1d", "\n,,,,,\n1d")
    assert len(noted(tmp_path, text)) == 3


def test_a_workbook_is_read_alike(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in ("time", "role", "observation", "quote"), ("10:20", "youth", "=1+1", "no"):
        book.active.append(list(row))
    book.active["C2"].data_type = "s"
    paper = io.BytesIO()
    book.save(paper)
    (tmp_path / "notes.xlsx").write_bytes(paper.getvalue())
    (line,) = read_notes(tmp_path / "notes.xlsx", scenario()).lines
    assert (line.role, line.text, line.quote) == ("youth", "=1+1", False)


def test_every_slip_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = (
        "time,role,observation,seen,rating,quote,objective\n"
        "soon,coordinator,one,yes,S,yes,timely\n"
        "10:00,coordnator,two,mostly,Q,perhaps,\n"
        "10:00,,three,,,,late\n"
    )
    with pytest.raises(ScenarioError) as caught:
        noted(tmp_path, text)
    lines = [str(each).removeprefix(f"{tmp_path}/") for each in caught.value.problems]
    assert [line.partition(" ")[0] for line in lines] == [
        "notes.csv:2:1:",
        "notes.csv:3:2:",
        "notes.csv:3:4:",
        "notes.csv:3:5:",
        "notes.csv:3:6:",
        "notes.csv:4:2:",
        "notes.csv:4:7:",
    ]
    assert "there is no role 'coordnator' in this scenario (did you mean 'coordinator'?)" in lines[1]
    assert "expected one of yes, partly, no, got 'mostly'" in lines[2]


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("notes.csv", "one,two\n1,2\n", "no line of headings with a role and an observation"),
        ("notes.ods", GOOD, "no ending that is read here"),
        ("notes.xlsx", GOOD, "is no workbook"),
    ],
)
def test_what_is_no_sheet_of_notes_is_refused(tmp_path: Path, name: str, text: str, what: str) -> None:
    with pytest.raises(Exception, match=what):
        noted(tmp_path, text, name)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read .*nowhere\.csv"):
        read_notes(tmp_path / "nowhere.csv", scenario())


@pytest.mark.parametrize("language", languages())
def test_our_own_observation_sheet_is_understood_in_every_language(tmp_path: Path, language: str) -> None:
    """The sheet that a trainer prints is the one that comes back, typed in."""
    with speaking(language):
        own = ("Time", "Role", "Observation", "Expected action seen", "Rating", "Quote allowed")
        head = ";".join(_(word) for word in own)
    (line,) = noted(tmp_path, f"{head}\n10:20;coordinator;Rang back;yes;S;yes\n")
    assert (line.role, line.text, line.seen, line.rating, line.quote) == (
        "coordinator",
        "Rang back",
        "yes",
        "S",
        True,
    )
    assert line.at == 2 * HOUR + 20 * MINUTE
