"""Whatever a file holds, it is read or refused: nothing else happens."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.exchange.columns import COLUMNS
from tabletop.exchange.comma_separated import read_csv
from tabletop.exchange.edge_list import links_in_list
from tabletop.exchange.entries import entries_of
from tabletop.exchange.graphml import as_graphml, links_in_graphml
from tabletop.exchange.headings import column_of
from tabletop.exchange.merging import merged
from tabletop.exchange.sheet import Cell, Sheet, SheetError
from tabletop.exchange.workbook import read_workbook, written_workbook
from tabletop.model.inject import Inject
from tabletop.reading.characters import refused_in
from tests.exchange.city import scenario
from tests.exchange.hostile import texts
from tests.exchange.test_networks import TEAM

CITY = scenario({"post": {"at": "1h", "title": "The post"}})
BOOK = written_workbook([["Subject", "Notes"], ["a", "b"]], title="", about="")
GRAPH = as_graphml(TEAM).encode()

_SAID = st.sampled_from([
    *("1d 2h", "T+2h", "H+", "25:61", "Day 999 10:00", "0000-00-00 00:00", "9999-12-31 23:59", "1/1/1 1:00"),
    *(
        "school, city",
        "urgent",
        "60%",
        "post",
        "1h to",
        "least 1h most",
        "late: told",
        "late:",
        "outage: channel",
    ),
    *(
        "outage: channel email, lasts 1h; structure: hub",
        "surge: every x",
        ";;;",
        ":",
        "١٠:٣٠",
        "9" * 30,
        "J+9 25h",
    ),
])
_NUMBERS = st.integers() | st.floats() | st.booleans()
_TIMES = st.datetimes(timezones=st.just(UTC) | st.none()) | st.times() | st.timedeltas() | st.dates()
cells: st.SearchStrategy[Cell] = st.none() | _SAID | texts | _NUMBERS | _TIMES


@settings(max_examples=100)
@given(st.lists(st.lists(cells, min_size=len(COLUMNS), max_size=len(COLUMNS)), max_size=3))
def test_whatever_cells_a_list_has_what_comes_of_it_is_an_inject(rows: list[list[Cell]]) -> None:
    sheet = Sheet("m.xlsx", tuple(enumerate([tuple(COLUMNS), *map(tuple, rows)], start=1)))
    result = merged(entries_of(sheet, CITY, unsafe=refused_in), CITY, file="m.xlsx")
    for change in result.changes:
        Inject.model_validate({**change.after})


def broken(content: bytes) -> st.SearchStrategy[bytes]:
    """The content with some bytes changed, or cut off somewhere."""
    changes = st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=5)
    return st.tuples(changes, st.integers(0, len(content))).map(lambda said: _changed(content, *said))


def _changed(content: bytes, changes: list[tuple[int, int]], cut: int) -> bytes:
    made = bytearray(content)
    for place, byte in changes:
        made[place] = byte
    return bytes(made[:cut] if cut % 3 == 0 else made)


@given(st.binary() | broken(b"Subject,Notes\na,b\n") | broken("Sujet;Remarques\n\xe9;b\n".encode("utf-16")))
def test_any_bytes_are_a_table_of_values_or_refused(content: bytes) -> None:
    with suppress(SheetError):
        read_csv(content, "m.csv", is_heading=column_of)


@given(broken(BOOK))
def test_a_damaged_workbook_is_read_or_refused(content: bytes) -> None:
    with suppress(SheetError):
        read_workbook(content, "m.xlsx")


@given(st.binary() | broken(GRAPH))
def test_any_bytes_are_links_or_problems(content: bytes) -> None:
    for found in (links_in_graphml(content, "n.graphml"), links_in_list(content, "n.csv")):
        assert found.links or found.problems or b"graph" in content


def test_dates_of_spreadsheets_far_away_are_told() -> None:
    rows = ((1, ("Id", "Event time")), (2, ("post", datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC))))
    result = merged(entries_of(Sheet("m", rows), CITY, unsafe=refused_in), CITY, file="m")
    assert len(result.problems) <= 1
