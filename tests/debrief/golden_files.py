"""Texts that stay as they are until somebody means to change them: `UPDATE_GOLDEN=1 pytest tests/debrief`."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def compared(name: str, text: str) -> None:
    """Assert that a text is the one on file; write it there first when that was asked for."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
