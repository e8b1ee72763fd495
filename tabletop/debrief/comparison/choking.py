"""Who chokes first as traffic grows, and with how much of it: under each structure the desk to look after.

Under the wheel the middle has no reserve left at 4.3 times the letters; under the circle nobody has none, up to four.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tabletop.compare.statistics.analysis import Comparison
from tabletop.compare.statistics.choking import CHOKES, Choke, DeskCurve
from tabletop.compare.statistics.degradation import LoadCurve
from tabletop.debrief.comparison.labels import Labels
from tabletop.debrief.comparison.numbers import number, times
from tabletop.debrief.sayings import TIED, share
from tabletop.debrief.text import Name, Phrase, Text, phrase
from tabletop.debrief.words import _, n_

MOST_DESKS = 3
"""As many desks as are shown of each structure; all are in `comparison.json`."""

MOST_TOLD = 5
"""As many structures as the answer tells of by themselves: those that choke first."""


@dataclass(frozen=True, slots=True)
class ChokeRow:
    """One desk under growing traffic."""

    structure: Name
    """Under which structure."""
    desk: Name
    """Whose desk."""
    at: str
    """With about how many times the usual traffic it chokes; or that it does not."""
    between: str
    """Between which of the loads tried; empty where it does not choke."""
    share: str
    """How much of its time it is in work at the greatest load tried."""


def factor(value: float) -> str:
    """Say a load: "4.3 ×"."""
    return _("{n} ×").replace(" ", TIED).replace("{n}", number(value))


def rule() -> str:
    """Say when a desk counts as choking, why, and how the load is found."""
    return _(
        "A desk is said to choke from where it is in work {share} of its staffed time on average. With one person and chance "
        "arrivals, what comes in then waits nearly six times as long as its own handling takes, and at full load without end "
        "(Kleinrock 1975); planners of hospital beds keep the same reserve (Bagust, Place and Posnett 1999). Where between two "
        "loads it begins is found along a line, since work grows in step with traffic."
    ).replace("{share}", share(CHOKES))


def choke_rows(curves: Sequence[LoadCurve], labels: Labels) -> tuple[ChokeRow, ...]:
    """Return for each structure the desks that choke first, or the busiest one where none does."""
    return tuple(
        _row(curve, desk, labels)
        for curve in curves
        for desk in (_choking(curve)[:MOST_DESKS] or curve.desks[:1])
    )


def _choking(curve: LoadCurve) -> list[DeskCurve]:
    return [each for each in curve.desks if each.chokes]


def _row(curve: LoadCurve, desk: DeskCurve, labels: Labels) -> ChokeRow:
    most = curve.loads[-1].factor
    chokes = desk.chokes
    return ChokeRow(
        labels.structure(curve.structure),
        labels.names.actor(desk.actor),
        _("does not, up to {load}").replace("{load}", factor(most)) if chokes is None else _at(chokes),
        _between(chokes) if chokes else "",
        share(desk.shares[-1]),
    )


def _at(choke: Choke) -> str:
    """Say at which load a desk chokes: at once, or about where on the way."""
    if choke.above is None:
        return _("at {load} already").replace("{load}", factor(choke.by))
    return _("about {load}").replace("{load}", factor(_about(choke.at)))


def _about(load: float) -> float:
    """Return a load with no more digits than it is worth: two."""
    return float(f"{load:.2g}")


def _between(choke: Choke) -> str:
    if choke.above is None:
        return ""
    between = _("between {low} and {high}").replace("{low}", factor(choke.above))
    return between.replace("{high}", factor(choke.by))


def choking_told(comparison: Comparison, labels: Labels) -> Iterator[Phrase]:
    """Yield who chokes first under each structure, in sentences, the soonest first; then where nobody does."""
    first = [(each, each.desks[0]) for each in comparison.loads if each.desks]
    choking = [(curve, desk, desk.chokes) for curve, desk in first if desk.chokes]
    choking.sort(key=lambda each: each[2].at)
    for curve, desk, choke in choking[:MOST_TOLD]:
        yield _sentence(choke, curve=labels.structure(curve.structure), desk=labels.names.actor(desk.actor))
    if len(choking) > MOST_TOLD:
        later = n_(
            "Under {n} other way of working together a desk chokes later.",
            "Under {n} other ways of working together a desk chokes later.",
            len(choking) - MOST_TOLD,
        )
        yield Phrase((later,))
    spared = [each for each, desk in first if not desk.chokes]
    if spared:
        most = max(each.loads[-1].factor for each in spared)
        pattern = _("Under {structures} no desk chokes with up to {times} the usual traffic.")
        yield phrase(
            pattern,
            {"structures": labels.structures([each.structure for each in spared]), "times": times(most)},
        )


def _sentence(choke: Choke, *, curve: Name, desk: Name) -> Phrase:
    fields: dict[str, Text | int] = {"structure": curve, "who": desk, "times": times(_about(choke.at))}
    if choke.above is not None:
        return phrase(
            _(
                "Under “{structure}” the desk of “{who}” is the first to choke, at about {times} the usual traffic."
            ),
            fields,
        )
    if choke.at == 1:
        return phrase(
            _("Under “{structure}” the desk of “{who}” chokes with the usual traffic already."), fields
        )
    return phrase(
        _("Under “{structure}” the desk of “{who}” chokes already with {times} the usual traffic."), fields
    )
