"""Files that are no tables, or are made to harm: refused with a sentence, never opened further."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any

import openpyxl
import pytest

from tabletop.errors import OutputError, TabletopError, UsageError
from tabletop.exchange import workbook
from tabletop.exchange.comma_separated import read_csv
from tabletop.exchange.headings import column_of
from tabletop.exchange.reading import read_sheet
from tabletop.exchange.sheet import Sheet, SheetError
from tabletop.exchange.workbook import LONGEST_CELL, read_workbook, written_workbook

TEN = datetime(2026, 3, 3, 10, tzinfo=UTC).replace(tzinfo=None)
ROWS = [["Subject", "Notes"], ["a", "=1+1"]]


def csv(content: bytes) -> Sheet:
    return read_csv(content, "m.csv", is_heading=column_of)


def book(*rows: tuple[Any, ...], title: str = "MSEL") -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    made.create_sheet("Second").append(["other", "sheet"])
    paper = io.BytesIO()
    made.save(paper)
    return paper.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same workbook with another part in it."""
    paper = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(paper, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, part)
    return paper.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_codes_of_spreadsheets_are_found(separator: str, code: str) -> None:
    text = (
        f"A title, with a comma\nالموضوع{separator}Event time\n"
        f'"x{separator}\ny"{separator}1h\nz{separator}2h\n'
    )
    rows = csv(text.encode(code)).rows
    assert [number for number, _ in rows] == [1, 2, 3, 5]
    assert rows[2] == (3, (f"x{separator}\ny", "1h"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (
            b"Subject,Notes\n\xe9,x\n",
            "m.csv is not in UTF-8: in a spreadsheet, save it as “CSV UTF-8”, or as .xlsx",
        ),
        (b'Subject,Notes\n"a,b\n', "m.csv cannot be read as comma-separated values: unexpected end of data"),
        (
            b'Subject,Notes\n"a"b,c\n',
            "m.csv cannot be read as comma-separated values: ',' expected after '\"'",
        ),
        (b"Subject" + b"," * 200, "m.csv:1: more than 200 columns"),
        (b"Subject,Notes\n" + b"x" * 1024 * 1025, "field larger than field limit"),
        (b"x" * (20 * 1024 * 1024 + 1), "m.csv is larger than 20 MiB"),
        (b"a\n" * 100_001, "m.csv has more than 100,000 rows"),
    ],
    ids=range(7),
)
def test_what_is_no_table_of_values_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SheetError) as refused:
        csv(content)
    assert what in str(refused.value)


def test_a_workbook_of_excel_is_read_with_its_numbers_dates_and_times() -> None:
    content = book(("Event time", "Subject"), (TEN, 7), (None, None), (timedelta(hours=30), "=1+1"))
    assert read_workbook(content, "m.xlsx").rows == (
        (1, ("Event time", "Subject")),
        (2, (TEN, 7)),
        (4, (timedelta(hours=30),)),
    )


def test_another_sheet_is_read_by_its_name() -> None:
    content = book(("Subject", "Notes"))
    assert read_workbook(content, "m.xlsx", sheet="Second").rows == ((1, ("other", "sheet")),)
    with pytest.raises(UsageError, match=r"m\.xlsx has no sheet 'Third'; it has 'MSEL', 'Second'"):
        read_workbook(content, "m.xlsx", sheet="Third")


def test_a_workbook_that_goes_out_holds_texts_only_and_stands_from_right_to_left_when_asked() -> None:
    content = written_workbook(ROWS, title="A test", about="", right_to_left=True)
    made = openpyxl.load_workbook(io.BytesIO(content))
    (sheet,) = made.worksheets
    cell = sheet["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert (sheet.sheet_view.rightToLeft, sheet.freeze_panes, made.properties.title) == (True, "A2", "A test")


def test_a_text_longer_than_a_cell_is_refused_rather_than_cut() -> None:
    with pytest.raises(
        OutputError, match=r"row 2 has a text of 32,768 letters, and a cell holds 32,767: export it as \.csv"
    ):
        written_workbook([["a"], ["x" * (LONGEST_CELL + 1)]], title="", about="")


BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet>&b;</worksheet>"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "m.xlsx is no workbook; save it as .xlsx or as .csv"),
        (b"PK\x03\x04 nonsense", "m.xlsx is no workbook"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "m.xlsx is no workbook"),
        (with_part(book(), "xl/worksheets/sheet1.xml", BOMB), "m.xlsx declares entities"),
        (
            with_part(book(), "xl/worksheets/sheet1.xml", BOMB.decode().encode("utf-16")),
            "m.xlsx declares entities",
        ),
        (with_part(book(), "xl/workbook.xml", b"<workbook/>"), "m.xlsx cannot be read as a workbook"),
        (with_part(book(), "xl/worksheets/sheet1.xml", b"<worksheet"), "m.xlsx cannot be read as a workbook"),
        (book()[:-30], "m.xlsx is no workbook"),
    ],
    ids=range(8),
)
def test_what_is_no_workbook_or_a_harmful_one_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(SheetError, match=what):
        read_workbook(content, "m.xlsx")


def test_a_workbook_that_would_unfold_beyond_all_measure_is_not_unfolded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "MOST_BYTES_UNFOLDED", 1024 * 1024)
    content = with_part(book(), "xl/worksheets/sheet9.xml", b" " * 1024 * 1024)
    assert len(content) < 20_000
    with pytest.raises(SheetError, match=r"m\.xlsx would unfold to more than"):
        read_workbook(content, "m.xlsx")


def test_what_a_sheet_says_of_its_size_is_not_believed() -> None:
    content = book(("Subject", "Notes"), ("a", "b"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    lying = part.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')
    assert lying != part
    assert len(read_workbook(with_part(content, "xl/worksheets/sheet1.xml", lying), "m.xlsx").rows) == 2


@pytest.mark.parametrize(
    ("ending", "sheet", "what"),
    [
        (".ods", None, "no ending that is read here"),
        ("", None, "no ending"),
        (".csv", "A", "--sheet is for workbooks"),
    ],
)
def test_what_is_asked_wrongly_is_told(ending: str, sheet: str | None, what: str) -> None:
    with pytest.raises(TabletopError, match=what):
        read_sheet(b"", "m", ending=ending, sheet=sheet)
