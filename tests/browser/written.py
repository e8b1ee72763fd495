"""Every kind of page that is handed to people, written once: debrief, role sheet, comparison and the papers of a pack."""

from __future__ import annotations

from functools import cache

from tabletop.debrief import html
from tabletop.debrief.comparison import render_all
from tabletop.debrief.conduct import Conduct, conducted
from tabletop.debrief.pack.papers import PAPERS, pack_view, printed
from tabletop.debrief.printing import documents
from tabletop.debrief.view import view_of
from tabletop.debrief.words import speaking
from tabletop.reading import find_source, read
from tests.debrief.comparison.small import analysis, provenance, results

LANGUAGES = ("en", "ar", "fr")
"""The languages in which each is looked at."""

PAGES = ("debrief", "role", "comparison", *PAPERS)
"""What is looked at."""


@cache
def page(name: str, language: str) -> str:
    """Return a page in a language, as it is written into a file."""
    with speaking(language):
        if name == "comparison":
            return render_all(results(), analysis(), provenance())["comparison.html"]
        if name in PAPERS:
            return _papers(language)[name]
        if name == "debrief":
            return html.render(view_of(_conduct(language)))
        sheet = documents(_conduct(language), form="html", reader="coordinator")["coordinator"]
    assert isinstance(sheet, str)
    return sheet


@cache
def _papers(language: str) -> dict[str, str]:
    return printed(pack_view(read(find_source("kumanovo_cat"), language=language)))


@cache
def _conduct(language: str) -> Conduct:
    source = find_source("kumanovo_cat")
    return conducted(source, read(source, language=language), replications=4, changes_over=2)
