"""Papers as PDF: tagged, with bookmarks, the same bytes each time, and nothing fetched."""

from __future__ import annotations

import pytest

from tabletop.debrief.pack.papers import pack_view, printed
from tabletop.debrief.pdf import can_print, pdf_of
from tabletop.debrief.words import speaking
from tabletop.reading import load

needs_weasyprint = pytest.mark.skipif(not can_print(), reason="WeasyPrint is not installed: the extra `pdf`")


@needs_weasyprint
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_paper_is_tagged_and_has_bookmarks_in_its_language(language: str) -> None:
    with speaking(language):
        page = printed(pack_view(load("kumanovo_cat")))["ground_rules"]
        content = pdf_of(page, compressed=False)
    assert content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in content
    assert b"/Outlines" in content
    assert f"/Lang ({language})".encode() in content
    assert pdf_of(page) == pdf_of(page)


@needs_weasyprint
def test_nothing_is_fetched_whatever_a_page_asks_for(caplog: pytest.LogCaptureFixture) -> None:
    page = '<html><body><h1>One</h1><img src="http://example.org/a.png"><img src="file:///etc/hosts"></body></html>'
    assert pdf_of(page).startswith(b"%PDF-")
    assert "disallowed protocol" in caplog.text
