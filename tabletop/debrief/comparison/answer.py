"""The answer in one paragraph, in plain words: who comes out best here, how surely, at what cost, and what would help.

"For this incident, with these assumptions: under the team, partners waited least, 1,502 hours an exercise …"
"""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.compare.statistics.analysis import Analysis, CellFigures, Comparison
from tabletop.compare.statistics.effects import Effect
from tabletop.compare.statistics.intervals import Estimate
from tabletop.compare.statistics.paired import Place
from tabletop.compare.statistics.sensitivity import Robustness
from tabletop.compare.statistics.variants import settings_of
from tabletop.debrief.comparison.absences import without
from tabletop.debrief.comparison.best_point import around
from tabletop.debrief.comparison.choking import choking_told
from tabletop.debrief.comparison.costs import costs
from tabletop.debrief.comparison.labels import Labels, quoted
from tabletop.debrief.comparison.numbers import by_how_much, interval, said
from tabletop.debrief.comparison.standing import is_one_each
from tabletop.debrief.comparison.unmoved import is_unmoved, unmoved
from tabletop.debrief.sayings import share
from tabletop.debrief.text import Phrase, Text, joined, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures import MAIN, MEASURES

EACH = "time_without_information_mean"
"""The main measure for each thing that somebody needed: a number that can be pictured."""


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
    if is_one_each(comparison):
        yield _(
            "one replication of each cannot tell which is better, and nothing more is said here: play more of them with --replications."
        )
        return
    if settings_of(best.cell) and is_unmoved(comparison, analysis.measure):
        yield from unmoved(comparison, analysis.measure)
        return
    yield _best(best, labels, analysis.measure)
    if settings_of(best.cell):
        yield from around(analysis, comparison, best, labels=labels)
    elif len(comparison.places) > 1:
        yield from _others(comparison, labels, measure=analysis.measure)
        yield from costs(comparison, best, labels)
    tried = [each for each in comparison.effects if _is_single(each, best, labels)]
    if tried:
        yield _help(tried[0], labels, measure=analysis.measure)
    yield from without(comparison, best.cell.structure, labels, measure=analysis.measure)
    yield from choking_told(comparison, labels)
    if comparison.robustness is not None:
        yield _held(comparison.robustness)


def best_of(comparison: Comparison) -> CellFigures | None:
    """Return the figures of the cell with the best mean; None when nothing could be measured."""
    cell = next((each.cell for each in comparison.places if each.verdict == "best"), None)
    return next((each for each in comparison.leads if each.cell == cell), None)


def _best(best: CellFigures, labels: Labels, measure: str) -> Phrase:
    estimate = best.taken[measure].mean
    assert estimate is not None
    pattern = (
        _(
            "under “{best}” partners were without information they needed for the shortest time: {mean} in an exercise on average "
            "({interval}), summed over all that somebody needed, which is {each} for each thing needed."
        )
        if measure == MAIN
        else _("“{measure}” came out best under “{best}”: {mean} on average ({interval}).")
    )
    fields: dict[str, Text | int] = {
        "best": labels.cell(best.cell),
        "mean": said(estimate.value, measure),
        "each": said(_value(best, EACH), EACH),
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
            "interval": by_how_much(upright(nearest.difference.estimate), measure)[1],
        }
        yield phrase(pattern, fields)


def _distance(place: Place) -> float:
    return abs(place.difference.estimate.value) if place.difference else 0.0


def upright(estimate: Estimate) -> Estimate:
    """Return a difference as a distance: turned round when it lies below 0."""
    if estimate.value >= 0 or estimate.low is None or estimate.high is None:
        return estimate
    return Estimate(-estimate.value, -estimate.high, -estimate.low, estimate.count)


def _value(figures: CellFigures, measure: str) -> float | None:
    found = figures.taken[measure].mean
    return None if found is None else found.value


def _is_single(effect: Effect, best: CellFigures, labels: Labels) -> bool:
    return effect.structure == best.cell.structure and labels.changes(effect) == 1


def _help(effect: Effect, labels: Labels, *, measure: str) -> Phrase:
    """Say which single change helped most; what is tried comes with the most gain first."""
    if not effect.clear or effect.gain.value <= 0:
        return Phrase((_("No single change tried there made it clearly better."),))
    pattern = _(
        "Of the single changes tried there, what helped most was {change}: better by {gain} ({interval})."
    )
    gain, between = by_how_much(effect.gain, measure)
    fields: dict[str, Text | int] = {
        "change": labels.change(effect) if effect.lifted else quoted(labels.change(effect)),
        "gain": gain,
        "interval": between,
    }
    return phrase(pattern, fields)


def _held(found: Robustness) -> Phrase:
    pattern = _("When all guesses in the scenario are drawn anew, it stays best in {share} of {n} draws.")
    return phrase(pattern, {"share": share(found.stays_best.value), "n": found.draws})
