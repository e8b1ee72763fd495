"""The report as files: a page for people, a text for wikis and mails, figures for programs."""

from __future__ import annotations

import json
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader

from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.results import Results
from tabletop.compare.statistics.analysis import Analysis
from tabletop.debrief import pages
from tabletop.debrief.comparison.figures import document
from tabletop.debrief.comparison.view import ComparisonView, comparison_view
from tabletop.debrief.html import set_for_html
from tabletop.debrief.markdown import set_for_markdown, tidied
from tabletop.debrief.words import speaking
from tabletop.resources import shipped

FOLDERS = ("comparison", pages.FOLDER)
"""The folders of the templates: our own, then the debrief's, from which parts are taken."""


def render_all(results: Results, analysis: Analysis, provenance: BatchProvenance) -> dict[str, str]:  # noqa: ARG001 - what is shown is in the analysis; results are part of the promise
    """Return the files of a report, text by name; the same inputs give the same bytes.

    `comparison.html` loads nothing from anywhere, `comparison.md` says the same without pictures, `comparison.json` holds
    all figures.
    """
    view = comparison_view(analysis, provenance)
    figures = document(analysis, view, provenance)
    return {
        "comparison.html": html(view),
        "comparison.md": markdown(view),
        "comparison.json": json.dumps(figures, ensure_ascii=False, indent=1, allow_nan=False) + "\n",
    }


def html(view: ComparisonView) -> str:
    """Return the page."""
    with speaking(view.language):
        return _html_press().get_template("comparison.html.j2").render(view=view)


def markdown(view: ComparisonView) -> str:
    """Return the Markdown text."""
    with speaking(view.language):
        return tidied(_markdown_press().get_template("comparison.md.j2").render(view=view))


@lru_cache(maxsize=1)
def _html_press() -> Environment:
    return pages.press(set_for_html, escaping=True).overlay(loader=_loader())


@lru_cache(maxsize=1)
def _markdown_press() -> Environment:
    return pages.press(set_for_markdown, escaping=False).overlay(loader=_loader())


def _loader() -> FileSystemLoader:
    return FileSystemLoader([shipped("templates") / folder for folder in FOLDERS])
