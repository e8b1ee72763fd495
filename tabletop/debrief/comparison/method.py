"""How it was found, in words that need no statistics, and what it cannot say."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.statistics.analysis import Analysis, Comparison
from tabletop.compare.statistics.selection import Selection
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import said, times
from tabletop.debrief.sayings import percentage
from tabletop.debrief.sections.method import GuessRow
from tabletop.debrief.sections.overview import Fact
from tabletop.debrief.text import Phrase, Text, joined, named, numeral, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures import MEASURES

WORTH_SAYING = 1.05
"""From which factor on common luck is said to have saved something."""


@dataclass(frozen=True, slots=True)
class SavingRow:
    """What common luck saved for one pair."""

    one: Text
    """One cell."""
    other: Text
    """The other."""
    times: str
    """How many times as many replications luck of their own would need."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How one scenario's figures were found."""

    saving: str
    """What it saved that all were played with the same luck; empty when that cannot be said."""
    pairs: tuple[SavingRow, ...]
    """The same for each pair."""
    selection: tuple[Phrase, ...]
    """How the selection of the best went; empty when there was none."""
    guesses: tuple[GuessRow, ...]
    """Guesses and sources of the scenario's numbers."""


def derivation(analysis: Analysis, comparison: Comparison, labels: Labels) -> Derivation:
    """Return how the figures of one scenario were found."""
    saved = comparison.saving
    pairs = saved.pairs if saved else ()
    chosen = analysis.selection
    mine = chosen is not None and any(each.scenario == comparison.scenario.id for each in chosen.systems)
    return Derivation(
        saving=_saving(saved.times) if saved else "",
        pairs=tuple(
            SavingRow(labels.cell(each.one), labels.cell(each.other), times(each.times)) for each in pairs
        ),
        selection=_selected(chosen, labels, analysis.measure) if chosen and mine else (),
        guesses=tuple(
            GuessRow(named(each.path), named(each.value), named(each.guess), named(each.source))
            for each in comparison.scenario.guesses
        ),
    )


def _saving(factor: float) -> str:
    if factor >= WORTH_SAYING:
        pattern = _(
            "With luck of their own, {times} as many replications would have been needed to see the differences as surely."
        )
        return pattern.replace("{times}", times(factor))
    return _(
        "Here that saved next to nothing: the structures differ so much that the same luck does not make them go up and down "
        "together."
    )


def _selected(state: Selection, labels: Labels, measure: str) -> tuple[Phrase, ...]:
    """Return how the contest went: the promise, who left when, and what was saved."""
    promise = _(
        "A contest looked for the best: after a first stage of {first} replications, whatever was plainly worse than another "
        "was no longer played. With a probability of at least {confidence} the winner is the best, or within {delta} of it."
    )
    fields: dict[str, Text | int] = {
        "first": state.first_stage,
        "confidence": percentage(f"{state.confidence * 100:g}"),
        "delta": said(state.delta, measure),
    }
    said_ = [phrase(promise, fields)]
    if not state.decided:
        said_.append(Phrase((_("It was not over when the most replications allowed had been played."),)))
    said_ += [_left(labels.cell(each.system), labels.cell(each.by), at=each.at) for each in state.dropped]
    pattern = _("“{best}” was left after {rows} replications, and {runs} runs in all.")
    said_.append(phrase(pattern, {"best": labels.cell(state.best), "rows": state.rows, "runs": state.runs}))
    if state.foreseen:
        said_.append(_saved(state))
    return tuple(said_)


def _saved(state: Selection) -> Phrase:
    """Say how many runs it saved, and against what."""
    pattern = n_(
        "By what the first stage showed, {foreseen} replications of each would have been needed had all stayed to the end: {n} run "
        "was saved.",
        "By what the first stage showed, {foreseen} replications of each would have been needed had all stayed to the end: {n} runs "
        "were saved.",
        state.saved,
    )
    return phrase(pattern, {"foreseen": max(state.foreseen, state.rows)})


def _left(who: Text, by: Text, *, at: int) -> Phrase:
    return phrase(
        _("“{who}” left after {at} replications, being plainly worse than “{by}”."),
        {"who": who, "by": by, "at": at},
    )


def explained(analysis: Analysis) -> tuple[str, ...]:
    """Return what the words of this report mean, for readers who have no statistics."""
    percent = numeral(f"{analysis.confidence * 100:g}")
    measure = MEASURES[analysis.measure]
    return (
        _(
            "The exercise was played many times by a computer, each time with other luck: a replication is one of these."
        )
        + " "
        + _(
            "Replication 17 has the same luck under every structure, so that structures are compared in the same story."
        ),
        _("“{measure}” is: {formula}.")
        .replace("{measure}", _(measure.title))
        .replace("{formula}", _(measure.formula)),
        _(
            "An interval says between what the true mean of this simulation lies: of 100 such intervals about {percent} hold it. "
            "It says nothing of how well the simulation fits a city."
        ).replace("{percent}", percent),
        _(
            "“Clearly worse” means that the differences, replication by replication, are more than chance, even though every pair "
            "was looked at (Holm’s method). “No clear difference” means that more replications may still show one, or that there "
            "is none."
        ),
        _(
            "What a role never learns counts as waiting until its deadline or the end of the exercise, and so do the times until "
            "needs were known and pieces met. Curves of those still without (Kaplan–Meier) never take “not yet” for “never”."
        ),
        _(
            "Half and nine in ten: what half, or nine in ten, of all replications do not exceed. Their intervals come from the "
            "ordered replications themselves and assume nothing of how these are spread."
        ),
        _(
            "What a change gains, or an absence costs, is the difference from the same structure without it, replication by "
            "replication. Intervals are the wider the more was tried under that structure."
        ),
        _(
            "No verdict rests on one measure: time, staff hours and exposure stand side by side, and a structure is called beaten "
            "only when another is clearly better on at least one of the three and clearly worse on none. What is not clearly "
            "different counts as level, and who had the least is named only where that is clear."
        ),
    )


def limits() -> tuple[str, ...]:
    """Return what the comparison cannot say."""
    return (
        _("All of this holds for this incident, with these assumptions; another incident may turn it round."),
        _("Countries, institutions and persons are not ranked, and nothing here measures any of them."),
        _(
            "Desks, links and barriers act by the rules and numbers of the scenario; everything else is left out."
        ),
        _(
            "Partners in a simulation do not improvise, learn, or change their minds; the people they stand for do."
        ),
        _("Many numbers of a scenario are guesses: an interval does not contain the doubt about them."),
        _(
            "Time at a safeguard is time for protection. It is never counted as lost, and no safeguard is ever lifted."
        ),
        _(
            "A gain is what changed in this simulation with the same luck. It is a reason to talk, and no promise about a city."
        ),
    )


def provenance_facts(source: BatchProvenance, analysis: Analysis) -> tuple[Fact, ...]:
    """Return where the report comes from."""
    hashes = [
        phrase("{id} {hash}", {"id": named(id_), "hash": sha256}) for id_, sha256 in source.scenarios.items()
    ]
    rows: tuple[tuple[str, Text], ...] = (
        (_("Version"), named(f"tabletop {source.version}")),
        (_("Code"), named(source.code)),
        (_("Chance scheme"), named(str(source.chance_scheme))),
        (_("Scenarios, with the SHA-256 of their files"), joined(hashes, by=_("; "))),
        (_("Seed"), named(str(source.seed))),
        (_("Cells"), numeral(f"{source.cells:,}")),
        (_("Replications in all"), numeral(f"{source.replications:,}")),
        (_("Compared by"), _(MEASURES[analysis.measure].title)),
        (_("Confidence"), percentage(f"{analysis.confidence * 100:g}")),
        (_("Run"), named(source.run)),
        (_("Command"), named(source.command)),
    )
    return tuple(Fact(label, value) for label, value in rows if str(value))
