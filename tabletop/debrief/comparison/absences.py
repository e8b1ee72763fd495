"""What it costs a structure that somebody, or a link, is away, and whom it can least do without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tabletop.compare.statistics.analysis import Comparison
from tabletop.compare.statistics.degradation import Loss
from tabletop.compare.statistics.paired import sign_of
from tabletop.debrief.comparison.heat import NOT_TRIED, MapField, MapRow, map_field
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import by_how_much, differing, differing_interval
from tabletop.debrief.text import Name, Phrase, Text, phrase
from tabletop.debrief.words import _

MOST_LOSSES = 12
"""As many losses as are shown of each structure; all are in `comparison.json`."""


@dataclass(frozen=True, slots=True)
class LossRow:
    """What it costs that somebody, or a link, is away."""

    name: Text
    """Who or what."""
    cost: str
    """What it costs."""
    interval: str
    """Between what that lies."""
    clear: bool
    """Whether it is more than chance."""


@dataclass(frozen=True, slots=True)
class LossTable:
    """The losses of one structure."""

    structure: Name
    """What it is called."""
    says: Phrase
    """Whom it can least do without."""
    actors: tuple[LossRow, ...]
    """Actors away in turn, the dearest first."""
    links: tuple[LossRow, ...]
    """Links away in turn, the dearest first."""
    more: int
    """How many more were tried than are shown."""


def loss_table(comparison: Comparison, structure: str, labels: Labels, *, measure: str) -> LossTable:
    """Return what it costs one structure that somebody, or a link, is away."""
    mine = [each for each in comparison.losses if each.structure == structure]
    actors = [each for each in mine if each.is_actor]
    links = [each for each in mine if not each.is_actor]
    more = sum(max(0, len(each) - MOST_LOSSES) for each in (actors, links))
    return LossTable(
        labels.structure(structure),
        _dearest(actors, structure, labels, measure=measure),
        tuple(_loss(each, labels, measure) for each in actors[:MOST_LOSSES]),
        tuple(_loss(each, labels, measure) for each in links[:MOST_LOSSES]),
        more,
    )


def loss_map(
    comparison: Comparison, structures: Sequence[str], labels: Labels, *, measure: str
) -> tuple[MapRow, ...]:
    """Return what the absence of each actor costs under each structure, whom one can least do without first."""
    found = [each for each in comparison.losses if each.is_actor]
    most = max((abs(each.cost.value) for each in found), default=0.0)
    rows: dict[str, dict[str, Loss]] = {}
    for each in found:
        rows.setdefault(each.what, {})[each.structure] = each
    order = sorted(rows, key=lambda actor: -max(each.cost.value for each in rows[actor].values()))
    return tuple(
        MapRow(
            labels.names.actor(actor),
            tuple(_field(rows[actor].get(name), measure=measure, most=most) for name in structures),
        )
        for actor in order
    )


def _field(loss: Loss | None, *, measure: str, most: float) -> MapField:
    if loss is None:
        return NOT_TRIED
    return map_field(loss.cost, better=loss.cost.value < 0, clear=loss.clear, most=most, measure=measure)


def _dearest(actors: Sequence[Loss], structure: str, labels: Labels, *, measure: str) -> Phrase:
    """Say whom a structure can least do without; losses come with the dearest first."""
    fields: dict[str, Text | int] = {"structure": labels.structure(structure)}
    if not actors:
        return Phrase(())
    first = actors[0]
    if not first.clear or first.cost.value <= 0:
        pattern = _("Under “{structure}” nobody’s absence made it clearly worse.")
        return phrase(pattern, fields)
    cost, between = by_how_much(first.cost, measure)
    fields |= {
        "who": labels.names.actor(first.what),
        "cost": cost,
        "interval": between,
    }
    pattern = _(
        "Of those away in turn, “{structure}” can least do without “{who}”: with it away, worse by {cost} ({interval})."
    )
    return phrase(pattern, fields)


def without(comparison: Comparison, best: str, labels: Labels, *, measure: str) -> Iterator[Phrase]:
    """Yield whom the best structure can least do without, and which other one is better with that actor away."""
    mine = [each for each in comparison.losses if each.structure == best and each.is_actor]
    if not mine:
        return
    yield _dearest(mine, best, labels, measure=measure)
    better = _better_then(comparison, mine[0], measure)
    if better is not None:
        fields: dict[str, Text | int] = {
            "who": labels.names.actor(mine[0].what),
            "other": labels.structure(better),
        }
        yield phrase(_("With “{who}” away, “{other}” is clearly better."), fields)


def _better_then(comparison: Comparison, loss: Loss, measure: str) -> str | None:
    """Return the structure that is best with the same actor away; None where intervals of the costs bring the two together."""
    usual = {
        each.cell.structure: found.value for each in comparison.leads if (found := each.taken[measure].mean)
    }
    sign = sign_of(measure)
    apart = {
        each.structure: (
            sign * usual[each.structure] + each.cost.low,
            sign * usual[each.structure] + each.cost.high,
        )
        for each in comparison.losses
        if each.is_actor and each.what == loss.what and each.structure in usual
        if each.cost.low is not None and each.cost.high is not None
    }
    if loss.structure not in apart:
        return None
    first = min(apart, key=lambda name: apart[name][1])
    return first if apart[first][1] < apart[loss.structure][0] else None


def _loss(loss: Loss, labels: Labels, measure: str) -> LossRow:
    name: Text = labels.names.actor(loss.what) if loss.is_actor else labels.link(loss.what)
    return LossRow(
        name, differing(loss.cost.value, measure), differing_interval(loss.cost, measure), loss.clear
    )
