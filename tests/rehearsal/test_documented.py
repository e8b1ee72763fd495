"""The page on rehearsal and audit names every finder and every row."""

from __future__ import annotations

import re

from tabletop.rehearsal import FINDERS
from tabletop.rehearsal.audit import ROWS
from tests.source import ROOT

PAGE = (ROOT / "docs" / "rehearsal-and-audit.md").read_text("utf-8")


def test_the_page_has_a_row_for_each_finder_in_the_order_told() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(FINDERS)


def test_the_page_names_each_row_of_the_audit_in_order() -> None:
    listed = re.findall(r"^\| (?:lessons|tips|functions) \| (.+) \|$", PAGE, re.MULTILINE)
    assert " · ".join(listed).split(" · ") == [row.title for row in ROWS.values()]
