"""Every way in which an event list comes in, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tabletop.errors import UsageError
from tabletop.exchange.comma_separated import read_csv
from tabletop.exchange.edge_list import links_in_list
from tabletop.exchange.graphml import links_in_graphml
from tabletop.exchange.headings import column_of
from tabletop.exchange.links import FoundLinks
from tabletop.exchange.sheet import Sheet

SHEETS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
"""The endings of files that are read as event lists."""

LINKS: Mapping[str, Callable[[bytes, str], FoundLinks]] = {
    ".graphml": links_in_graphml,
    ".csv": links_in_list,
}
"""By ending: what reads links of a structure."""


def read_sheet(content: bytes, name: str, *, ending: str, sheet: str | None = None) -> Sheet:
    """Return the table of a file by its ending; `sheet` names one of a workbook.

    Raises UsageError for an ending that is not known, SheetError for a file that cannot be read.
    """
    if ending not in SHEETS:
        msg = f"{name} has no ending that is read here; there are {', '.join(SHEETS)}"
        raise UsageError(msg)
    if ending.startswith(".xls"):
        from tabletop.exchange.workbook import read_workbook

        return read_workbook(content, name, sheet=sheet)
    if sheet is not None:
        msg = f"{name} is one table; --sheet is for workbooks"
        raise UsageError(msg)
    return read_csv(content, name, is_heading=column_of)
