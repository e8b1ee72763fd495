"""`tabletop audit`: what a scenario says of the lessons for a city's platform, like a checklist with line numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import click

from tabletop.cli.plain import plain
from tabletop.reading import find_source
from tabletop.rehearsal.audit import Answer, Audit
from tabletop.rehearsal.audit import audit as audited

SCHEMA_VERSION = 1
"""The version of what `--json` prints."""

_HEADINGS = {
    "lesson": "Ten lessons for a city's platform",
    "tip": "Five tips for information-sharing systems",
    "function": "Six functions of a platform",
}
_SIGNS = {"for": "+", "against": "−"}
_NO_VERDICT = """\
+ speaks for it, − speaks against it, ? is not said: in this scenario, with these assumptions.
It is no verdict on a city, a structure or a partner."""


@click.command()
@click.argument("scenario")
@click.option("--structure", metavar="ID", help="The structure to look at; the scenario's first by default.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def audit(*, scenario: str, structure: str | None, as_json: bool) -> None:
    """Say what a scenario says of lessons, tips and functions.

    The ten lessons for a city's platform, the five tips for information-sharing systems and the six functions of a
    platform: what in the scenario speaks for each or against it, with its line, or that the scenario does not say.
    SCENARIO is a file, or the id of a shipped scenario.
    """
    found = audited(find_source(scenario), structure)
    if as_json:
        document = {
            "version": SCHEMA_VERSION,
            "scenario": found.scenario.id,
            "structure": found.structure,
            "rows": list(map(_row, found.answers)),
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        click.echo(plain("\n".join(_lines(found))))


def _lines(found: Audit) -> Iterator[str]:
    title = " ".join(found.scenario.title.split())
    yield f"{title} ({found.scenario.id}) under the structure {found.structure}\n"
    for group, rows in groupby(found.answers, key=lambda each: each.row.group):
        yield _HEADINGS[group]
        for number, answer in enumerate(rows, start=1):
            yield f"{number:>2}. {answer.row.title}"
            yield from _evidence(answer)
        yield ""
    yield _NO_VERDICT


def _evidence(answer: Answer) -> Iterator[str]:
    for evidence, mark in answer.evidence:
        yield f"      {_SIGNS[evidence.side]} {mark.file}:{mark.line}: {evidence.says}"
    if not answer.evidence:
        yield f"      ? {answer.row.unsaid}"


def _row(answer: Answer) -> dict[str, Any]:
    return {
        "name": answer.name,
        "group": answer.row.group,
        "title": answer.row.title,
        "evidence": [
            {"side": evidence.side, "file": mark.file, "line": mark.line, "says": evidence.says}
            for evidence, mark in answer.evidence
        ],
        "unsaid": "" if answer.evidence else answer.row.unsaid,
    }
