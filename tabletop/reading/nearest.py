"""The word that somebody probably meant, as a librarian asks "Kumanovo?" when the slip says "Kumanvoo".

Two words are as far apart as the letters one must add, drop, change or swap with their neighbour to turn one into
the other (optimal string alignment, the restricted form of Damerau and Levenshtein).
"""

from __future__ import annotations

from collections.abc import Iterable

MOST_EDITS = 2
"""Words further apart than this are not the same word mistyped."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word at most two edits away, or None; of equally near ones the first by alphabet.

    A short word must keep half of its letters, so that `at` is never taken for `to`.
    """
    best: tuple[int, str] | None = None
    letters = frozenset(word)
    for candidate in known:
        most = min(MOST_EDITS if best is None else best[0], max(len(word), len(candidate)) // 2)
        if len(letters.difference(candidate)) > most or len(frozenset(candidate) - letters) > most:
            continue  # each edit brings in or takes out one letter at most, which is quicker to see
        edits = edits_between(word, candidate, most=most)
        if edits is not None and (best is None or (edits, candidate) < best):
            best = (edits, candidate)
    return best[1] if best else None


def edits_between(first: str, second: str, *, most: int) -> int | None:
    """Return how many edits lie between two words; None as soon as they must be more than `most`."""
    if abs(len(first) - len(second)) > most:
        return None
    too_many = most + 1
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        left, right = max(1, row - most), min(len(second), row + most)
        current = [too_many] * (len(second) + 1)
        current[0] = row
        for column in range(left, right + 1):
            changed = above[column - 1] + (letter != second[column - 1])
            current[column] = min(changed, above[column] + 1, current[column - 1] + 1)
            swapped = row > 1 and column > 1 and first[row - 2 : row] == second[column - 2 : column][::-1]
            if swapped:
                current[column] = min(current[column], before[column - 2] + 1)
        if min(current) > most:
            return None
        before, above = above, current
    return above[-1] if above[-1] <= most else None
