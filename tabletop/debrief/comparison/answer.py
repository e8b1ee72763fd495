"""The answer in one paragraph, in plain words: who comes out best here, how surely, at what cost, and what would help.

"For this incident, with these assumptions: under the team, partners waited least, 1,502 hours an exercise …"
"""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.compare.statistics.analysis import Analysis, CellFigures, Comparison
from tabletop.compare.statistics.effects import Effect
from tabletop.compare.statistics.intervals import Estimate
from tabletop.compare.statistics.paired import Place
from tabletop.debrief.comparison.labels import Labels, quoted
from tabletop.debrief.comparison.numbers import differing_interval, interval, number, said
from tabletop.debrief.sayings import share
from tabletop.debrief.text import Phrase, Text, joined, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures import MAIN, MEASURES


def answer(analysis: Analysis, comparison: Comparison, labels: Labels) -> Phrase:
    """Return the answer for one scenario; it always says for what it holds, and that it ranks nobody."""
    sentences = [_("For this incident, with these assumptions:"), *_found(analysis, comparison, labels)]
    sentences.append(
        _(
            "This compares ways of working together in one invented incident; it ranks no country and no institution."
        )
    )
    return joined(sentences, by=" ")


def _found(analysis: Analysis, comparison: Comparison, labels: Labels) -> Iterator[Text]:
    best = best_of(comparison)
    if best is None:
        yield _("nothing could be measured, so that there is nothing to compare.")
        return
    yield _best(best, labels, analysis.measure)
    if len(comparison.places) > 1:
        yield from _others(comparison, labels, measure=analysis.measure)
        yield from _cost(comparison, best, labels)
    helps = next((each for each in comparison.effects if _helps(each, best)), None)
    if helps is not None:
        yield _help(helps, labels, measure=analysis.measure)
    if comparison.robustness is not None:
        held = comparison.robustness
        pattern = _("When all guesses in the scenario are drawn anew, it stays best in {share} of {n} draws.")
        yield phrase(pattern, {"share": share(held.stays_best.value), "n": held.draws})


def best_of(comparison: Comparison) -> CellFigures | None:
    """Return the figures of the cell with the best mean; None when nothing could be measured."""
    cell = next((each.cell for each in comparison.places if each.verdict == "best"), None)
    return next((each for each in comparison.leads if each.cell == cell), None)


def _best(best: CellFigures, labels: Labels, measure: str) -> Phrase:
    estimate = best.taken[measure].mean
    assert estimate is not None
    pattern = (
        _(
            "under “{best}” partners were without information they needed for the shortest time, {mean} in an exercise on average, "
            "summed over all that needed something ({interval})."
        )
        if measure == MAIN
        else _("“{measure}” came out best under “{best}”: {mean} on average ({interval}).")
    )
    fields: dict[str, Text | int] = {
        "best": labels.cell(best.cell),
        "mean": said(estimate.value, measure),
        "interval": interval(estimate, measure) or n_("{n} replication", "{n} replications", best.count),
        "measure": _(MEASURES[measure].title),
    }
    return phrase(pattern, fields)


def _others(comparison: Comparison, labels: Labels, *, measure: str) -> Iterator[Phrase]:
    open_ = [each for each in comparison.places if each.verdict == "no_clear_difference"]
    worse = [each for each in comparison.places if each.verdict == "clearly_worse"]
    if open_:
        pattern = _("There is no clear difference from {others}.")
        yield phrase(pattern, {"others": labels.cells([each.cell for each in open_])})
    if worse:
        nearest = min(worse, key=_distance)
        assert nearest.difference is not None
        pattern = (
            _(
                "It was clearly better than {others}; the nearest of these, “{nearest}”, was worse by {interval}."
            )
            if len(worse) > 1
            else _("It was clearly better than {others}, which was worse by {interval}.")
        )
        fields: dict[str, Text | int] = {
            "others": labels.cells([each.cell for each in worse]),
            "nearest": labels.cell(nearest.cell),
            "interval": differing_interval(upright(nearest.difference.estimate), measure).replace("+", ""),
        }
        yield phrase(pattern, fields)


def _distance(place: Place) -> float:
    return abs(place.difference.estimate.value) if place.difference else 0.0


def upright(estimate: Estimate) -> Estimate:
    """Return a difference as a distance: turned round when it lies below 0."""
    if estimate.value >= 0 or estimate.low is None or estimate.high is None:
        return estimate
    return Estimate(-estimate.value, -estimate.high, -estimate.low, estimate.count)


def _cost(comparison: Comparison, best: CellFigures, labels: Labels) -> Iterator[Phrase]:
    """Say that time is not all that counts."""
    hours, exposed = (best.taken[name].mean for name in ("staff_hours", "exposures"))
    if hours is not None and exposed is not None:
        pattern = _(
            "It cost {hours} staff hours, and let partners know {exposed} sensitive things on average that they did not need."
        )
        yield phrase(pattern, {"hours": number(hours.value), "exposed": number(exposed.value)})
    rest = [each.cell for each in comparison.standings if each.unbeaten and each.cell != best.cell]
    if rest:
        pattern = _(
            "Time is not all that counts: nothing beats {others} on time, staff hours and exposure together either."
        )
        yield phrase(pattern, {"others": labels.cells(rest)})


def _helps(effect: Effect, best: CellFigures) -> bool:
    return effect.structure == best.cell.structure and effect.clear and effect.gain.value > 0


def _help(effect: Effect, labels: Labels, *, measure: str) -> Phrase:
    pattern = _("Of the changes tried there, what helped most was {change}: better by {gain} ({interval}).")
    fields: dict[str, Text | int] = {
        "change": quoted(labels.change(effect)),
        "gain": said(effect.gain.value, measure),
        "interval": interval(effect.gain, measure),
    }
    return phrase(pattern, fields)
