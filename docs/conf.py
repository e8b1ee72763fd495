"""How Sphinx builds the site: `make docs`, then open docs/_build/html/index.html.

The pages of this folder are joined by those that are read off the program; everything a page shows lies beside it, so
that it can be read without a network.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from documentation.reachable import mend_pages  # noqa: E402 - the checkout must be on the path before
from documentation.writing import write_pages  # noqa: E402 - as above
from tabletop.resources import VERSION  # noqa: E402 - as above

write_pages(HERE / "generated")

project = "tabletop"
author = "tabletop contributors"
copyright = "tabletop contributors, MIT licence"  # noqa: A001 - Sphinx's name
version = release = VERSION

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = "tabletop"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_use_index = False
templates_path: list[str] = []


def setup(app):  # noqa: ANN001, ANN201 - Sphinx may be missing where types are checked
    """Mend what the theme leaves out for keyboards and screen readers, when all pages are written."""
    app.connect("build-finished", lambda built, error: error or mend_pages(Path(built.outdir)))
