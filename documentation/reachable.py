"""What a built page lacks for whoever reads it with a keyboard or hears it read: added after Sphinx is done.

A sample that is wider than a telephone scrolls under a finger; with `tabindex` it does so under the arrow keys too.
"""

from __future__ import annotations

from pathlib import Path

_SAID = {
    "<pre>": '<pre tabindex="0">',
    '<table class="docutils align-default">': '<table class="docutils align-default" tabindex="0">',
    '<p><img alt="': '<p tabindex="0"><img alt="',
    'class="caption" role="heading">': 'class="caption" role="heading" aria-level="2">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="On this page">',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="All pages">',
}
"""What stands in a page, and what is to stand there."""


def reachable(page: str) -> str:
    """Return a page on which all that scrolls can be reached, headings have a level, and both sides have a name."""
    for lacking, said in _SAID.items():
        page = page.replace(lacking, said)
    return page


def mend_pages(folder: Path) -> None:
    """Mend every page of a built site in its place."""
    for path in folder.rglob("*.html"):
        path.write_text(reachable(path.read_text("utf-8")), "utf-8")
