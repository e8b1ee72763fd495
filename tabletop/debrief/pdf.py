"""A page printed to PDF: tagged, with headings as bookmarks, and nothing fetched from anywhere.

It needs WeasyPrint, which comes with `pip install 'tabletop[pdf]'` and brings Pango for joined and ordered Arabic.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tabletop.debrief.on_paper import on_paper
from tabletop.errors import OutputError

_MISSING = (
    "printing to PDF needs WeasyPrint: install it with `pip install 'tabletop[pdf]'`, or write --format html"
)


def can_print() -> bool:
    """Tell whether what prints a page is installed."""
    return find_spec("weasyprint") is not None


def pdf_of(page: str, *, compressed: bool = True) -> bytes:
    """Return a page as PDF; the same page gives the same bytes.

    Raises OutputError, with what would do, when WeasyPrint or the library it draws with is not installed.
    """
    if not can_print():
        raise OutputError(_MISSING)
    try:
        from weasyprint import HTML  # lazily: it brings fonts, and most commands print nothing
        from weasyprint.urls import URLFetcher
    except OSError as error:
        message = f"WeasyPrint does not start ({error}): install Pango, or write --format html"
        raise OutputError(message) from error
    # Our pages ask for nothing, and a scenario's words must not: no scheme is allowed, so that nothing is fetched.
    fetcher = URLFetcher(allowed_protocols=())
    printed: bytes = HTML(string=on_paper(page), url_fetcher=fetcher).write_pdf(
        pdf_tags=True, pdf_identifier=b"tabletop", uncompressed_pdf=not compressed
    )
    return printed


def write(page: str, path: Path) -> None:
    """Write a page as PDF to a path."""
    path.write_bytes(pdf_of(page))
