"""Pages as a browser shows them: readable by everybody, on a telephone, in the dark and on paper, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.written import LANGUAGES, PAGES, page

TELEPHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
A4 = {"width": 718, "height": 1015}
"""The inside of A4 at 96 dots an inch, with the margins of our style sheets."""

QUICK = {("debrief", "en"), ("debrief", "ar"), ("role", "en"), ("comparison", "en"), ("role_cards", "ar")}
"""What is opened each time; the others take minutes together."""

ALL = [
    pytest.param(
        name, language, id=f"{name}-{language}", marks=() if (name, language) in QUICK else pytest.mark.slow
    )
    for language in LANGUAGES
    for name in PAGES
]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """Yield an empty tab that keeps what its console says."""
    tab = browser.new_page(viewport=DESK)  # type: ignore[arg-type] # a mapping of ints is what it asks for
    yield tab
    tab.close()


def shown(tab: Page, tmp_path: Path, name: str, *, language: str) -> list[str]:
    """Open a page from a file, and return what the console says against it."""
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    file = tmp_path / f"{name}.{language}.html"
    file.write_text(page(name, language), "utf-8")
    tab.goto(file.as_uri())
    return said


def violations(
    tab: Page, scheme: Literal["light", "dark"], options: dict[str, object]
) -> list[tuple[str, list[str]]]:
    """Return what axe-core finds, each with the beginnings of the first places."""
    tab.emulate_media(color_scheme=scheme)
    found = Axe().run(tab, options=options).response["violations"]
    return [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]


@pytest.mark.parametrize(("name", "language"), ALL)
def test_a_page_can_be_read_by_everybody(opened: Page, tmp_path: Path, name: str, language: str) -> None:
    """axe-core finds nothing, in the light or in the dark; nothing is complained of; nothing is wider than a telephone."""
    said = shown(opened, tmp_path, name, language=language)
    assert violations(opened, "light", {"resultTypes": ["violations"]}) == []
    assert violations(opened, "dark", {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}) == []
    opened.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]
    assert opened.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    assert said == []


@pytest.mark.parametrize(("name", "language"), ALL)
def test_nothing_is_cut_off_on_paper(opened: Page, tmp_path: Path, name: str, language: str) -> None:
    shown(opened, tmp_path, name, language=language)
    opened.set_viewport_size(A4)  # type: ignore[arg-type]
    opened.emulate_media(media="print")
    beyond = opened.evaluate(
        """width => [...document.querySelectorAll('main *')]
            .filter(each => { const box = each.getBoundingClientRect();
                return box.width > 1 && box.height > 1 && (box.right > width + 2 || box.left < -2); })
            .slice(0, 5).map(each => each.outerHTML.slice(0, 160))""",
        A4["width"],
    )
    assert beyond == []
