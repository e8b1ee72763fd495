"""All generated pages at once, into one folder; what lay there before is gone."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from documentation import barriers, measures, names, scenarios

ROOMS = (barriers, measures, scenarios, names)


def pages() -> Mapping[str, str]:
    """Return every generated page by its place below the folder."""
    return {place: text for room in ROOMS for place, text in room.pages().items()}


def write_pages(folder: Path) -> None:
    """Write the generated pages into a folder of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    for place, text in pages().items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
