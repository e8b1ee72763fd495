"""Exercises that never come to rest: two offices that ask each other for ever."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal


def never_rests(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the structures under which a run loops, or grows past the limits of the engine."""
    for structure, gone in rehearsal.given_up.items():
        if gone.never_rests:
            yield Finding(
                ("structures", structure),
                gone.why,
                "A run under this structure ends with an error.",
                "let there be less traffic, or time between what sets each other off",
            )
