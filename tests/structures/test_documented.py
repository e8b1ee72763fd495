"""The page on shapes names every shape, says what each is told, and its sample runs."""

from __future__ import annotations

import re

from tabletop.reading import Source, checked, read
from tabletop.structures import SHAPES, network
from tests.source import ROOT

PAGE = (ROOT / "docs" / "shapes.md").read_text("utf-8")

REST = """\
tabletop: 1
title: A province
clock: {lasts: 1d}
information: {report: {title: Report}}
channels: {phone: {title: Telephone}}
actors: {governor: {title: Governor}, office: {title: Office, copies: 30}}
"""


def test_the_page_has_a_row_for_each_shape_in_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \| [a-z]", PAGE, re.MULTILINE)
    assert rows[: len(SHAPES)] == list(SHAPES)


def test_the_page_says_where_each_shape_adds_its_links() -> None:
    said = re.findall(r"^\| `(\w+)` \| ([0-9.]+|no bound)[^|]*\| ([0-9.]+|no bound)", PAGE, re.MULTILINE)
    numbers = {name: tuple(float(each.replace("no bound", "inf")) for each in both) for name, *both in said}
    reaches = {name: shape.reach for name, shape in SHAPES.items() if shape.reach is not None}
    assert numbers == {name: (reach.lambda_, reach.zeta) for name, reach in reaches.items()}


def test_the_sample_of_the_page_is_read_and_has_its_links() -> None:
    (sample,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    source = Source("province", "province.yaml", (REST + sample).encode())
    assert checked(source) == ()
    assert len(network(read(source), "acquainted").ways) == 2 * (30 + 30)
