"""Tables as comma-separated values, safe to open in a spreadsheet: what begins like a formula goes out behind a quote.

`=1+1` is written as `'=1+1`, which every spreadsheet shows as a text, and comes back as `=1+1`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tabletop.exchange.sheet import MOST_BYTES_OF_A_SHEET, MOST_COLUMNS, Cell, Sheet, SheetError, filled

FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - spreadsheets read wide signs as formulas too
"""How a text begins that a spreadsheet might run, or that already has quotes in front of such a beginning."""

_SEPARATORS = ",;\t"
_LONGEST_FIELD = 1024 * 1024
_BEGINNING, _LINES = 20_000, 30


def written_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as UTF-8 with a byte order mark, by which spreadsheets know the letters."""
    paper = io.StringIO(newline="")
    writer = csv.writer(paper, lineterminator="\r\n")
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return paper.getvalue().encode("utf-8-sig")


def read_csv(content: bytes, name: str, *, is_heading: Callable[[str], object]) -> Sheet:
    """Return the table of comma-, semicolon- or tab-separated values; raises SheetError when it is none.

    `is_heading` knows the headings, by which the separator is found.
    """
    if len(content) > MOST_BYTES_OF_A_SHEET:
        msg = f"{name} is larger than {MOST_BYTES_OF_A_SHEET // 1024**2} MiB"
        raise SheetError(msg)
    text = _decoded(content, name)
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        return filled(_rows(text, name, _separator(text, is_heading)), name)
    except csv.Error as error:
        msg = f"{name} cannot be read as comma-separated values: {error}"
        raise SheetError(msg) from error


def guarded(text: str) -> str:
    """Return a text with a quote in front when a spreadsheet might run it."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return what was guarded as it was."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _rows(text: str, name: str, separator: str) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    for row in reader:
        if len(row) > MOST_COLUMNS:
            msg = f"{name}:{number}: more than {MOST_COLUMNS} columns"
            raise SheetError(msg)
        yield number, tuple(unguarded(cell) for cell in row)
        number = reader.line_num + 1


def _separator(text: str, is_heading: Callable[[str], object]) -> str:
    """Return the sign that parts most headings in one of the first lines: French spreadsheets write semicolons."""
    lines = [line.replace('"', "").strip() for line in text[:_BEGINNING].split("\n", _LINES)[:_LINES]]

    def headings(sign: str) -> int:
        return max((sum(bool(is_heading(cell)) for cell in line.split(sign)) for line in lines), default=0)

    return max(_SEPARATORS, key=headings)


def _decoded(content: bytes, name: str) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{name} is not in UTF-8: in a spreadsheet, save it as “CSV UTF-8”, or as .xlsx"
        raise SheetError(msg) from error
