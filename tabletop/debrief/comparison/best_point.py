"""The answer to a sweep in plain words: the best point, what cannot be told apart from it, and what each setting does.

"By itself, “periodic_meeting.every” came out best with 1w, at 1,109 h, and worst with 4w, at 1,180 h."
"""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.compare.statistics.analysis import Analysis, CellFigures, Comparison
from tabletop.compare.statistics.paired import sign_of
from tabletop.compare.statistics.sweeping import MainEffect
from tabletop.debrief.comparison.labels import Labels, shortened
from tabletop.debrief.comparison.numbers import number, said
from tabletop.debrief.comparison.sweeping import points_of
from tabletop.debrief.comparison.unmoved import changed_nothing
from tabletop.debrief.text import Phrase, Text, counted, named, phrase
from tabletop.debrief.words import _, n_

MOST_STRUCTURES = 3
"""Of as many other structures as the answer tells their best point."""

MOST_PATHS = 4
"""Of as many paths as the answer says what they do, beginning with the one that does most."""


def around(
    analysis: Analysis, comparison: Comparison, best: CellFigures, *, labels: Labels
) -> Iterator[Text]:
    """Yield what is to be said of a sweep besides its best point."""
    yield _level(comparison)
    yield from _elsewhere(comparison, best, labels, measure=analysis.measure)
    mine = [each for each in comparison.main_effects if each.structure == best.cell.structure]
    yield from _effects(mine, analysis.measure)
    yield from _costs(comparison, best)


def _level(comparison: Comparison) -> str:
    """Say from how many points the best cannot be told apart."""
    others = len(comparison.places) - 1
    level = sum(each.verdict == "no_clear_difference" for each in comparison.places)
    if len(points_of(comparison)) > others + 1:
        pattern = n_(
            "From {n} of the {others} next best points it cannot be told apart.",
            "From {n} of the {others} next best points it cannot be told apart.",
            level,
        )
    else:
        pattern = n_(
            "From {n} of the {others} other points it cannot be told apart.",
            "From {n} of the {others} other points it cannot be told apart.",
            level,
        )
    return pattern.replace("{others}", counted(others))


def _elsewhere(
    comparison: Comparison, best: CellFigures, labels: Labels, *, measure: str
) -> Iterator[Phrase]:
    """Yield what the best point under each other structure comes to, the best of them first."""
    sign = sign_of(measure)
    found: dict[str, float] = {}
    for each in points_of(comparison):
        mean, structure = each.taken[measure].mean, each.cell.structure
        if mean is not None and structure != best.cell.structure:
            found[structure] = sign * min(sign * mean.value, sign * found.get(structure, mean.value))
    for structure in sorted(found, key=lambda name: sign * found[name])[:MOST_STRUCTURES]:
        pattern = _("The best point under “{structure}” comes to {value}.")
        yield phrase(
            pattern, {"structure": labels.structure(structure), "value": said(found[structure], measure)}
        )


def _effects(effects: list[MainEffect], measure: str) -> Iterator[Phrase]:
    """Yield what each path does by itself, the one that does most first."""
    names = shortened(tuple(dict.fromkeys(each.path for each in effects)))
    grouped = {path: [each for each in effects if each.path == path] for path in names}
    for path in sorted(grouped, key=lambda path: -_spread(grouped[path]))[:MOST_PATHS]:
        yield _effect(grouped[path], names[path], measure)


def _spread(effects: list[MainEffect]) -> float:
    values = [each.estimate.value for each in effects]
    return max(values) - min(values)


def _effect(effects: list[MainEffect], name: str, measure: str) -> Phrase:
    ordered = sorted(effects, key=lambda each: sign_of(measure) * each.estimate.value)
    best, worst = ordered[0], ordered[-1]
    least, most = (said(each.estimate.value, measure) for each in (best, worst))
    if changed_nothing(effects):
        return phrase(_("By itself, “{path}” changed nothing."), {"path": named(name)})
    if least == most or all(each.change is None or each.change.allows_nothing for each in effects):
        return phrase(
            _("By itself, “{path}” made no clear difference, or hardly any."), {"path": named(name)}
        )
    pattern = _(
        "By itself, “{path}” came out best with {best}, at {least}, and worst with {worst}, at {most}."
    )
    fields: dict[str, Text | int] = {
        "path": named(name),
        "best": named(best.value),
        "least": least,
        "worst": named(worst.value),
        "most": most,
    }
    return phrase(pattern, fields)


def _costs(comparison: Comparison, best: CellFigures) -> Iterator[Text]:
    """Say that time is not all that counts: what the best point cost beside all others."""
    patterns = {
        "staff_hours": (
            _("It cost {mine} staff hours; over all points these lay between {least} and {most}."),
            _("It cost {mine} staff hours, as much as all other points."),
        ),
        "exposures": (
            _(
                "Sensitive things that partners came to know without need: {mine} on average; over all points between {least} and {most}."
            ),
            _(
                "Sensitive things that partners came to know without need: {mine} on average, as many as at all other points."
            ),
        ),
    }
    points = points_of(comparison)
    for measure, (pattern, level) in patterns.items():
        mine = best.taken[measure].mean
        found = [each.value for point in points if (each := point.taken[measure].mean)]
        if mine is not None and any(found):
            fields = {"mine": mine.value, "least": min(found), "most": max(found)}
            told = {name: number(value) for name, value in fields.items()}
            yield phrase(level if told["least"] == told["most"] else pattern, dict(told))
    free = sum(each.unbeaten and each.cell != best.cell for each in comparison.standings)
    if free:
        yield n_(
            "Time is not all that counts: {n} other point is beaten by none on time, staff hours and exposure together either.",
            "Time is not all that counts: {n} other points are beaten by none on time, staff hours and exposure together either.",
            free,
        )
