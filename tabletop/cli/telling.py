"""What is said of a comparison on stdout: before it is played how much it is, afterwards the answer in plain words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from math import inf
from textwrap import wrap
from typing import Any

import click

from tabletop.cli.console import columns, say
from tabletop.compare.batch.conduct import FEWEST, MOST
from tabletop.compare.batch.estimate import Estimate
from tabletop.compare.batch.plan import Plan
from tabletop.compare.batch.playing import Finished
from tabletop.errors import ScenarioError
from tabletop.measures import MEASURES

NAME_WIDTH = 44
"""As many letters as a line of a point's name has."""

MOST_ROWS = 12
"""As many rows as are printed of a sweep, the best ones."""

REPORT = "comparison.json"
"""The file that `--json` prints."""


def tell(done: Finished, *, as_json: bool) -> None:
    """Say what came of it; exits with 3 when replications had to be set aside."""
    if as_json:
        click.echo((done.folder / REPORT).read_text("utf-8"), nl=False)
    else:
        _tell_cells(done)
    for each in done.conducted.aside:
        where = f"replication {each.replication} of {each.case.cell.label}"
        click.echo(
            f"Set aside: {where}, which ended {each.deaths} processes; it counts in no cell.", err=True
        )
    if done.conducted.aside:
        raise click.exceptions.Exit(ScenarioError.exit_code)


def _tell_cells(done: Finished) -> None:
    from tabletop.debrief.words import _, n_

    said = json.loads((done.folder / REPORT).read_text("utf-8"))
    measure = done.conducted.plan.design.measure
    of = _("{measure}, {unit}").replace("{measure}", _(MEASURES[measure].title))
    title = of.replace("{unit}", MEASURES[measure].unit)
    heads = ("", _("replications"), _("Mean"), _("95% interval"))
    for each in said["comparisons"]:
        leads = _best_first(each["leads"], measure)
        rows = (_row(lead, measure) for lead in leads[:MOST_ROWS])
        more = len(leads) - MOST_ROWS
        others = (
            n_("{n} more is in comparison.json.", "{n} more are in comparison.json.", more)
            if more > 0
            else ""
        )
        say(f"{each['title']}\n\n{each['answer']}\n\n{title}", columns(rows, heads=heads), others)
    files = _(", ").join(name for name in done.files if "/" not in name)
    pattern = (
        _("Nothing was left to do; all is in {folder}: {files}")
        if done.untouched
        else _("Written to {folder}: {files}")
    )
    say(pattern.replace("{folder}", str(done.folder)).replace("{files}", files))


def _best_first(leads: list[Mapping[str, Any]], measure: str) -> list[Mapping[str, Any]]:
    """Return the rows as they come; of a sweep that is too long to be printed the best first."""
    if len(leads) <= MOST_ROWS:
        return leads
    sign = -1 if MEASURES[measure].better == "more" else 1
    return sorted(leads, key=lambda lead: sign * _value(lead, measure))


def _value(lead: Mapping[str, Any], measure: str) -> float:
    mean = lead["taken"][measure]["mean"]
    return inf if mean is None else float(mean["value"])


def _named(cell: Mapping[str, Any]) -> str:
    """Return what a row is called: the structure, what is switched on, and the settings of a sweep by the ends of their paths."""
    from tabletop.debrief.comparison.labels import shortened

    what, _colon, which = cell["variant"].partition(": ")
    parts = [cell["structure"], *cell["interventions"]]
    if what == "set":
        settings = dict(each.split("=", 1) for each in which.split("; "))
        ends = (f"{short}={settings[path]}" for path, short in shortened(tuple(settings)).items())
        return "\n".join(wrap(" · ".join([" + ".join(parts), *ends]), NAME_WIDTH))
    return " + ".join([*parts, *filter(None, [cell["variant"]])])


def _row(lead: Mapping[str, Any], measure: str) -> tuple[str, ...]:
    from tabletop.debrief.text import numeral
    from tabletop.debrief.words import _

    cell, mean = lead["cell"], lead["taken"][measure]["mean"]
    label = _named(cell)
    count = numeral(f"{lead['count']:,}")
    if mean is None:
        return label, count, "–", ""
    low, high = (None if end is None else numeral(_number(end)) for end in (mean["low"], mean["high"]))
    between = "" if low is None or high is None else _("{low} to {high}").format(low=low, high=high)
    return label, count, numeral(_number(mean["value"])), between


def _number(value: float | str) -> str:
    return f"{value:,.2f}" if isinstance(value, float | int) else value


def tell_plan(plan: Plan, expected: Estimate, *, as_json: bool) -> None:
    """Say what is to be played, how much that is and how long it takes."""
    if as_json:
        names = ("cells", "least", "most", "jobs", "shortest", "longest", "megabytes")
        figures = {name: getattr(expected, name) for name in names}
        cells = [{**asdict(case.cell), "replications": plan.replications_of(case)} for case in plan.cases]
        click.echo(json.dumps({**figures, "plan": cells}, ensure_ascii=False))
        return
    exact = expected.least == expected.most
    count = f"{expected.most:,}" if exact else f"{expected.least:,} to {expected.most:,}"
    time = _span(expected.longest) if exact else f"{_span(expected.shortest)} to {_span(expected.longest)}"
    processes = "1 process" if expected.jobs == 1 else f"{expected.jobs} processes"
    say(
        f"{expected.cells:,} cells, {count} replications",
        f"about {time} with {processes}, {expected.megabytes:,.0f} MB at most\n",
        columns(_planned(plan, expected), heads=("structure", "cells", "ms each", "of each")),
        *_lists(plan),
    )


def _planned(plan: Plan, expected: Estimate) -> Iterator[tuple[str, ...]]:
    """Yield a row for each structure: how many cells, how long a replication takes, how many of each cell are played."""
    for (scenario, structure), seconds in expected.paces.items():
        cases = [each for each in plan.cases if (each.scenario, each.structure) == (scenario, structure)]
        counts = dict.fromkeys(_often(plan.replications_of(case)) for case in cases)
        name = f"{scenario}: {structure}" if len(plan.sources) > 1 else structure
        yield name, f"{len(cases):,}", f"{1000 * seconds:,.0f}", ", ".join(counts)


def _often(count: int | None) -> str:
    return f"{FEWEST} to {MOST:,}" if count is None else f"{count:,}"


def _lists(plan: Plan) -> Iterator[str]:
    """Yield what is switched on and what is changed in turn, where there is more than the scenario as it is."""
    sets = dict.fromkeys(" + ".join(case.interventions) or "none" for case in plan.cases)
    if len(sets) > 1:
        yield f"\nInterventions: {', '.join(sets)}"
    changes = Counter(case.change.words.partition(": ")[0] for case in plan.cases)
    if set(changes) != {""}:
        said = (f"{count} × {words}" if words else f"{count} × as it is" for words, count in changes.items())
        yield f"\nChanges: {', '.join(said)}"


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
