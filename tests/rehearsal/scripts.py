"""Scripts: small scenarios as text, rehearsed, and what was found read back in a line.

A case file beside the tests holds for each finder a scenario that `has` it, what it `finds` there, and one that has not.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from tabletop.reading import Source
from tabletop.rehearsal import FINDERS
from tabletop.rehearsal.finding import Finding
from tabletop.rehearsal.manuscript import manuscript
from tabletop.rehearsal.rehearsal import Rehearsal

HEAD = """
tabletop: 1
title: A case
clock: {starts: 2026-03-02 00:00, time_zone: UTC, lasts: 10d}
"""
"""How a case begins when it does not say: at midnight before a Monday."""

CASES = Path(__file__).parent / "cases"


def source_of(text: str) -> Source:
    """Return a case as a file; one that says nothing of format and clock begins as all do."""
    whole = text if "tabletop: 1" in text else HEAD.lstrip() + text
    return Source("case", "case.yaml", whole.encode())


def rehearsal_of(text: str) -> Rehearsal:
    return Rehearsal(manuscript(source_of(text)))


def found(name: str, text: str) -> tuple[Finding, ...]:
    return tuple(FINDERS[name](rehearsal_of(text)))


def said(name: str, text: str) -> list[str]:
    """Return what a finder says of a case, with the words in the file at the place it points to."""
    rehearsal = rehearsal_of(text)
    lines = rehearsal.manuscript.source.content.decode().splitlines()
    told = []
    for each in FINDERS[name](rehearsal):
        mark = each.at or rehearsal.manuscript.mark(each.path)
        there = lines[mark.line - 1][mark.column - 1 :].split(":")[0][:24]
        told.append(f"{each.severity} @{there}: {each.what}")
    return told


def case(name: str) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return loaded
