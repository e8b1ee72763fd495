"""Tables as workbooks (.xlsx), made and read by openpyxl, which is imported only when a workbook is asked for.

Every cell is written as text and marked as such, so that `=1+1` in a teacher's note is never calculated. A workbook
that comes in is looked through before it is opened: one that would unfold to gigabytes is refused.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tabletop.errors import OutputError, TabletopError, UsageError
from tabletop.exchange.comma_separated import FORMULA
from tabletop.exchange.sheet import (
    MOST_BYTES_OF_A_SHEET,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Sheet,
    SheetError,
    filled,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LONGEST_CELL = 32_767
"""Letters that one cell of a workbook can hold."""

MOST_BYTES_UNFOLDED = 200 * 1024 * 1024
"""Bytes of all parts of a workbook together."""

_WIDEST, _NARROWEST = 60, 8
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")


def written_workbook(
    rows: Sequence[Sequence[str]], *, title: str, about: str, right_to_left: bool = False
) -> bytes:
    """Return rows, the first of them the headings, as a workbook of one sheet; the same rows give the same bytes.

    Raises OutputError for a text that is longer than a cell can be.
    """
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.workbook import Workbook

    # All is looked at before the first is written: a workbook left half written leaves a file behind.
    safe = [[_in_cell(text, row=number) for text in row] for number, row in enumerate(rows, start=1)]
    book = Workbook(write_only=True)
    book.properties.title, book.properties.description, book.properties.creator = title, about, "tabletop"
    sheet: Any = book.create_sheet("MSEL")
    sheet.sheet_view.rightToLeft = right_to_left
    sheet.freeze_panes = "A2"
    for letter, width in _widths(rows):
        sheet.column_dimensions[letter].width = width
    top, heading = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for row in safe:
        cells = [WriteOnlyCell(sheet, value=text) for text in row]
        for cell, text in zip(cells, row, strict=True):
            cell.data_type, cell.quotePrefix, cell.alignment = "s", FORMULA.match(text) is not None, top
            if row is safe[0]:
                cell.font = heading
        sheet.append(cells)
    return _steady(book)


def _in_cell(text: str, *, row: int) -> str:
    """Return a text as a cell holds it, with what XML cannot hold as workbooks write it."""
    safe = _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    if len(safe) > LONGEST_CELL:
        msg = f"row {row} has a text of {len(safe):,} letters, and a cell holds {LONGEST_CELL:,}: export it as .csv"
        raise OutputError(msg)
    return safe


def _widths(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, int]]:
    from openpyxl.utils import get_column_letter

    for index, column in enumerate(zip(*rows, strict=True), start=1):
        longest = max(len(line) for text in column for line in text.split("\n"))
        yield get_column_letter(index), min(max(longest + 2, _NARROWEST), _WIDEST)


def _steady(book: Workbook) -> bytes:
    """Return a workbook's bytes without the moment at which it was written."""
    first, steady = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as parts, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return steady.getvalue()


def read_workbook(content: bytes, name: str, *, sheet: str | None = None) -> Sheet:
    """Return one sheet of a workbook, the first unless another is named; of formulas, their last values.

    Raises SheetError when it is no workbook or too large, and UsageError when it has no such sheet.
    """
    _look_through(content, name)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that openpyxl leaves out, such as drop-down lists
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return filled(_rows(_chosen(book, name, sheet)), name)
        except TabletopError:
            raise
        except Exception as error:
            msg = f"{name} cannot be read as a workbook ({type(error).__name__}: {error})"
            raise SheetError(msg) from error


def _chosen(book: Workbook, name: str, sheet: str | None) -> Any:  # noqa: ANN401 - its published types know no such sheet
    sheets = {each.title: each for each in book.worksheets}
    if sheet is not None and sheet not in sheets:
        msg = f"{name} has no sheet {sheet!r}; it has {', '.join(map(repr, sheets))}"
        raise UsageError(msg)
    return sheets[sheet] if sheet else book.worksheets[0]


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[Cell, ...]]]:  # noqa: ANN401 - as above
    sheet.reset_dimensions()  # what a file says of its own size need not be true
    rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
    for number, row in enumerate(rows, start=1):
        yield number, tuple(_unescaped(cell) if isinstance(cell, str) else cell for cell in row)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: found[0] if found[1][0] in "dD" else chr(int(found[1], 16)), text)


def _look_through(content: bytes, name: str) -> None:
    """Raise SheetError for what is no archive, would unfold beyond all measure, or declares entities."""
    if len(content) > MOST_BYTES_OF_A_SHEET:
        msg = f"{name} is larger than {MOST_BYTES_OF_A_SHEET // 1024**2} MiB"
        raise SheetError(msg)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES_UNFOLDED:
                msg = f"{name} would unfold to more than {MOST_BYTES_UNFOLDED // 1024**2} MiB"
                raise SheetError(msg)
            texts = [part for part in archive.namelist() if part.endswith((".xml", ".rels"))]
            declares = any(_declares(archive.read(part)) for part in texts)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        msg = f"{name} is no workbook; save it as .xlsx or as .csv"
        raise SheetError(msg) from error
    if declares:
        msg = f"{name} declares entities, which no spreadsheet does; it is not opened"
        raise SheetError(msg)


def _declares(xml: bytes) -> bool:
    """Tell whether a part declares a type or entities, or is in an encoding that could hide that it does."""
    return (
        _DECLARATION.search(xml) is not None
        or b"\x00" in xml[:4]
        or xml.startswith((b"\xff\xfe", b"\xfe\xff"))
    )
