"""`python -m documentation`: the scenarios' cards drawn anew into docs/pictures, where pages of this folder show them."""

from __future__ import annotations

from pathlib import Path

from documentation.card import cards

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"


def draw(folder: Path) -> None:
    """Write every card that there is into a folder, and take away what is no card any more."""
    folder.mkdir(exist_ok=True)
    drawn = cards()
    for old in folder.glob("*.svg"):
        if old.name not in drawn:
            old.unlink()
    for name, text in drawn.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    draw(PICTURES)
