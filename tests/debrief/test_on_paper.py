"""What is printed draws each picture by itself, so each holds its own colours and patterns, those of print."""

from __future__ import annotations

import re

import pytest

from tabletop.debrief import html
from tabletop.debrief.on_paper import on_paper
from tests.debrief.tiny import record, seen

pytest.importorskip("tinycss2", reason="it comes with what prints a page")

SHEET = """
:root { --ink: #123456; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #eeeeee; } }
@media print { :root { --paper: #fefefe; } .bar { stroke-width: 2; } }
.bar { fill: var(--ink); color: red; } .other, .bar.wide { stroke: var(--paper); } p { color: var(--ink); }
"""
PATTERN = '<pattern id="w-shut"><rect style="fill:var(--ink)"/></pattern>'
PAGE = (
    f'<style>{SHEET}</style><p>a</p><svg class="defs"><defs>{PATTERN}</defs></svg>'
    '<svg width="9"><rect class="bar" fill="url(#w-shut)"/><svg x="1"><path class="wide"/></svg></svg><p>b</p>'
)


def pictures(page: str) -> list[str]:
    """The outermost pictures, whose rules stand at their beginning."""
    return re.findall(r"<svg\b[^>]*><style>.*?</style><defs>.*?</defs>", page, re.DOTALL)


def test_a_picture_takes_along_the_rules_and_patterns_that_it_uses_in_the_colours_of_print() -> None:
    printed = on_paper(PAGE)
    assert printed == (
        f"<style>{SHEET}</style><p>a</p>"
        '<svg width="9"><style>.bar{fill:#123456}.bar.wide{stroke:#fefefe}.bar{stroke-width:2}</style>'
        '<defs><pattern id="w-shut"><rect style="fill:#123456"/></pattern></defs>'
        '<rect class="bar" fill="url(#w-shut)"/><svg x="1"><path class="wide"/></svg></svg><p>b</p>'
    )


def test_a_page_without_a_style_sheet_stays_as_it_is() -> None:
    assert on_paper("<p>a</p><svg></svg>") == "<p>a</p><svg></svg>"


def test_every_picture_of_a_debrief_stands_by_itself() -> None:
    found = pictures(on_paper(html.render(seen(record()))))
    assert len(found) > 10
    assert [each for each in found if "var(--" in each] == []
    for each in re.split(r"(?=<svg\b[^>]*><style>)", on_paper(html.render(seen(record()))))[1:]:
        assert set(re.findall(r"url\(#([^)]+)\)", each)) <= set(re.findall(r'id="([^"]+)"', each))
