"""The site in a browser: nothing is fetched from elsewhere, no page is wider than its window, everybody can read all of it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.source import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("sphinx") is None, reason="Sphinx is not here; `make docs` fetches it"),
]
WIDTHS = (1280, 390)
LOOKED_AT = (
    "index",
    "scenarios",
    "writing-a-scenario",
    "generated/measures",
    "generated/scenarios/kumanovo_cat",
)
"""Pages that between them hold all there is: cards, drawings, samples, formulas, tables."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    arguments = ["-m", "sphinx", "-q", "-b", "html", str(ROOT / "docs"), str(folder)]
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True)
    return folder


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window_or_asks_for_anything_elsewhere(
    browser: Browser, site: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wide = []
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide.append((path.name, over))
    page.close()
    assert wide == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_the_site(browser: Browser, site: Path, width: int, *, scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    found = []
    for name in LOOKED_AT:
        page.goto((site / f"{name}.html").as_uri())
        violations = Axe().run(page).response["violations"]
        found += [(name, each["id"], each["nodes"][0]["html"][:120]) for each in violations]
    page.close()
    assert found == []
