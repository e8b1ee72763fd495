"""Interventions that change nothing: a second telephone line beside one that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.rehearsal import Rehearsal
from tabletop.rehearsal.saying import in_runs


def intervention_never_bites(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Find the interventions with which every run, with the same luck, goes exactly as it went without."""
    if not rehearsal.is_played:
        return
    for id_, changed in rehearsal.variants.items():
        if rehearsal.changes_nothing(changed):
            yield Finding(
                ("interventions", id_),
                f"changes nothing {in_runs(rehearsal.count)}, not even by a minute",
                "In a comparison it will look useless, though it may only be written past the ways that are taken.",
                "see whether what it sets is ever asked; of two links to the same actor the one that names the kind "
                "goes first, then the one `for` the priority, then the one declared first",
            )
