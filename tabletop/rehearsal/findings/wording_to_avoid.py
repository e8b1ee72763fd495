"""Words that do harm: a pupil becomes "a suspect" in the second line of a handout, and stays one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tabletop.reading.nodes import Mark, Path
from tabletop.rehearsal.avoided import AVOIDED, Avoided, in_small_letters
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal

_SIGNS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
"""Vowel signs and stretching of Arabic, which change no word."""


def wording_to_avoid(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the words, in English, French and Arabic, that docs/do-no-harm.md asks to avoid, in texts and in ids."""
    manuscript = rehearsal.manuscript
    texts = tuple(manuscript.texts())
    ids = [(path, mark, f"a {str(path[-1]).replace('_', ' ')}") for path, mark in manuscript.ids()]
    present = _present("\n".join([*(text.text for _, text in texts), *(said for _, _, said in ids)]))
    for path, text in texts if present else ():
        for avoided, found in _found(text.text, present):
            yield _finding(path, avoided, found=found, at=manuscript.mark_in(text, found))
    for path, mark, said in ids if present else ():
        for avoided, found in _found(said, present):
            yield _finding(path, avoided, found=found.removeprefix("a "), at=mark)


def _present(text: str) -> list[Avoided]:
    """Return what is found anywhere in a text, which of most is told by their stems alone."""
    bare = _SIGNS.sub("", text)
    small = in_small_letters(bare)
    return [each for each in AVOIDED if each.may_be_in(small) and each.found_in(bare)]


def _found(text: str, present: list[Avoided]) -> Iterator[tuple[Avoided, str]]:
    """Yield what is to be avoided and the letters of the text, each of them once."""
    bare = _SIGNS.sub("", text)
    seen: set[tuple[str, str]] = set()
    for avoided in present:
        for found in avoided.found_in(bare):
            if (avoided.why, found) not in seen:
                seen.add((avoided.why, found))
                yield avoided, found


def _finding(path: Path, avoided: Avoided, *, found: str, at: Mark) -> Finding:
    return Finding(path, f"says “{found}”", avoided.why, avoided.instead, at=at)
