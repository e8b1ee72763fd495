"""What a variant of a cell says: which barriers are lifted, who is away, how much traffic there is, which draw it is."""

from __future__ import annotations

from tabletop.compare.results import Cell

LIFTED, WITHOUT_ACTOR, WITHOUT_LINK, LOAD, GUESSES, SET = (
    "lifted: ",
    "without actor: ",
    "without link: ",
    "load: ",
    "guesses: ",
    "set: ",
)
"""How variants begin."""


def lifted_by(cell: Cell) -> tuple[str, ...]:
    """Return the addresses of the barriers that are lifted; none in any other cell."""
    return tuple(which_of(cell, LIFTED).split(" + ")) if cell.variant.startswith(LIFTED) else ()


def load_of(cell: Cell) -> float | None:
    """Return by how much traffic is multiplied: 1 in a cell as it is; None in cells that differ otherwise."""
    if not cell.variant:
        return 1.0
    return float(which_of(cell, LOAD)) if cell.variant.startswith(LOAD) else None


def settings_of(cell: Cell) -> dict[str, str]:
    """Return what is set at a point of a sweep, by dotted path; nothing in any other cell."""
    if not cell.variant.startswith(SET):
        return {}
    pairs = (each.partition("=") for each in which_of(cell, SET).split("; "))
    return {path: value for path, _, value in pairs}


def which_of(cell: Cell, what: str) -> str:
    """Return what follows the beginning of a variant."""
    return cell.variant.removeprefix(what)
