"""How a rehearsal is told on a terminal, and to other programs: first what to mend, then what to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tabletop.rehearsal import Rehearsed, Remark

MOST_ALIKE = 20
"""How many findings of one sort are told on a terminal."""


def as_text(name: str, rehearsed: Rehearsed) -> str:
    """What was found in one file: a line for each, and below those that belong together why, and what to try."""
    parts = (
        ("to mend", rehearsed.to_mend),
        ("to know", rehearsed.to_know),
    )
    counts = " and ".join(f"{len(found)} {what}" for what, found in parts if found) or "nothing found"
    runs = f"{rehearsed.runs} run{'' if rehearsed.runs == 1 else 's'}"
    left_out = [f"  `{structure}` was not played: {why}" for structure, why in rehearsed.left_out]
    told = [line for what, found in parts if found for line in (f"\n{what.capitalize()}:", *_blocks(found))]
    head = f"{name}: in order; rehearsed in {runs}: {counts}"
    return "\n".join([head, *left_out, *told, *_untried(rehearsed)])


def _untried(rehearsed: Rehearsed) -> Iterator[str]:
    tried, of = rehearsed.guesses
    if tried < of:
        yield f"\nOf {of} guesses the {tried} likeliest to decide were tried; `--thorough` tries them all."


def _blocks(remarks: Iterable[Remark]) -> Iterator[str]:
    for (matters, remedy), alike in groupby(
        remarks, key=lambda each: (each.finding.matters, each.finding.remedy)
    ):
        all_alike = [str(each) for each in alike]
        yield from all_alike[:MOST_ALIKE]
        if len(all_alike) > MOST_ALIKE:
            yield f"    and {len(all_alike) - MOST_ALIKE:,} more like these; `--json` has them all"
        yield f"    {matters}"
        yield f"    What to try: {remedy}."


def for_programs(name: str, rehearsed: Rehearsed) -> dict[str, Any]:
    """The same for another program."""
    return {
        "scenario": name,
        "runs": rehearsed.runs,
        "left_out": dict(rehearsed.left_out),
        "guesses": dict(zip(("tried", "of"), rehearsed.guesses, strict=True)),
        "findings": [_finding(each) for each in (*rehearsed.to_mend, *rehearsed.to_know)],
    }


def _finding(remark: Remark) -> dict[str, Any]:
    return {
        "name": remark.name,
        "severity": remark.finding.severity,
        "file": remark.mark.file,
        "line": remark.mark.line,
        "column": remark.mark.column,
        "path": remark.path,
        "what": remark.finding.what,
        "matters": remark.finding.matters,
        "remedy": remark.finding.remedy,
    }
