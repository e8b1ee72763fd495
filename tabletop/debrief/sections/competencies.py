"""The six competencies of national–local cooperation, each with the measured indicators that speak to it.

Inclusivity: "the community's needs were known in time in 3 of 6 cases, the others' in 15 of 23". There is no score: a
number that nobody measured would be believed all the same. How each indicator is found stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tabletop.debrief.sayings import briefly, share
from tabletop.debrief.sections.matrix import state_of
from tabletop.debrief.sections.method import said
from tabletop.debrief.story import Story
from tabletop.debrief.text import Text, phrase
from tabletop.debrief.words import _, later, listing
from tabletop.measures.awareness import Need
from tabletop.measures.causes import barrier_of
from tabletop.measures.equity import is_of_the_community
from tabletop.measures.load import loads
from tabletop.measures.registry import MEASURES
from tabletop.model.expectation import Competency
from tabletop.model.journal import Stopped

BUSY = 0.85
"""The share of staffed time in work from which a desk counts as having no room left: with arrivals at random and one
person, work then waits 5.7 times as long as it takes (ρ ÷ (1 − ρ), the queue M/M/1)."""

COMPETENCIES: dict[Competency, str] = {
    "trust": later("Trust"),
    "inclusivity": later("Inclusivity"),
    "coordination": later("Coordination"),
    "communication": later("Communication"),
    "capacity": later("Capacity"),
    "sustainability": later("Sustainability"),
}
"""What the competencies are called, in the order of the source."""

_REGISTERED: dict[Competency, tuple[str, ...]] = {
    "trust": ("exposures", "breaches"),
    "inclusivity": ("community_heard", "sector_gap_hours"),
    "coordination": ("pieces_met_hours", "decisions_informed", "breakdowns"),
    "communication": ("loop_closed", "mean_accuracy", "lost_carried_hours"),
    "capacity": ("busiest_desk", "staff_hours"),
    "sustainability": ("recovery_hours", "flow_centralisation"),
}
"""The measures of the registry that speak to each competency."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measured thing that speaks to a competency."""

    title: Text
    """What was measured."""
    value: Text
    """What it came to; never empty."""
    formula: str
    """How it is found."""


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """One competency, with what was measured of it."""

    title: str
    """What it is called."""
    exercised: Text
    """The objectives of this scenario that name it; empty when none does."""
    indicators: tuple[Indicator, ...]
    """What speaks to it; never none."""


def competencies(story: Story) -> tuple[CompetencyRow, ...]:
    """Return the six competencies in the order of the source, each with its indicators."""
    return tuple(_row(story, name) for name in COMPETENCIES)


def _row(story: Story, name: Competency) -> CompetencyRow:
    mine = [id_ for id_, words in story.scenario.objectives.items() if words.competency == name]
    own = _OWN.get(name, ())
    registered = [each for each in _REGISTERED[name] if each in MEASURES]
    return CompetencyRow(
        _(COMPETENCIES[name]),
        _listed([story.names.objective(id_) for id_ in mine]),
        (
            *(found for make in own if (found := make(story)) is not None),
            *(_registered(story, each) for each in registered),
        ),
    )


def _listed(texts: Iterable[Text]) -> Text:
    return listing(tuple(texts))


def _registered(story: Story, name: str) -> Indicator:
    measure = MEASURES[name]
    value = measure.of(story.chronicle)
    shown = _("nothing to measure it by in this run") if value is None else said(value, measure.unit)
    return Indicator(_(measure.title), shown, _(measure.formula))


def _hesitation(story: Story) -> Indicator:
    """How often, and how long, trust held or stopped a hand-off."""
    held, time, stopped = 0, 0, 0
    for each in story.told:
        spans = [
            length
            for cause, length in each.account
            if length
            and (barrier := barrier_of(story.scenario, cause)) is not None
            and barrier.kind == "trust"
        ]
        held, time = held + bool(spans), time + sum(spans)
        barrier = (
            story.scenario.barrier_at(each.barrier) if isinstance(each, Stopped) and each.barrier else None
        )
        stopped += barrier is not None and barrier.kind == "trust"
    fields: dict[str, Text | int] = {
        "held": held,
        "all": len(story.told),
        "time": briefly(time),
        "stopped": stopped,
    }
    return Indicator(
        _("Hesitation before sharing"),
        phrase(_("{held} of {all} hand-offs, {time} in all; withheld: {stopped}"), fields),
        _(
            "hand-offs, without repeats, in whose account a barrier of the kind “trust” took time, and those it stopped"
        ),
    )


def _community(story: Story) -> Indicator | None:
    """How much of what they needed the community's actors knew in time, beside all others."""
    sides: dict[bool, list[Need]] = {True: [], False: []}
    for need in story.awareness.counted:
        sides[_is_communitys(story, need.role)].append(need)
    if not sides[True]:
        return None
    fields: dict[str, Text | int] = {
        "known": sum(state_of(story, each) == "in_time" for each in sides[True]),
        "needs": len(sides[True]),
        "others_known": sum(state_of(story, each) == "in_time" for each in sides[False]),
        "others": len(sides[False]),
    }
    return Indicator(
        _("Civil society and community: what they needed, known in time"),
        phrase(_("{known} of {needs} needs; all other roles: {others_known} of {others}"), fields),
        _(
            "role × needed kind whose kind came up, known before the deadline of an expectation on it, before the role "
            "decided without it, and by EndEx; "
            "the community's are roles held by actors of sectors such as civil society, faith, youth, sport or family"
        ),
    )


def _is_communitys(story: Story, role: str) -> bool:
    actors = story.scenario.actors
    return any(is_of_the_community(actors[each].sector) for each in story.scenario.actors_named(role))


def _busy(story: Story) -> Indicator:
    """How many desks had no room left."""
    found = [each for each in loads(story.chronicle) if each.utilisation is not None]
    over = [each for each in found if (each.utilisation or 0.0) > BUSY]
    fields: dict[str, Text | int] = {
        "over": len(over),
        "all": len(found),
        "who": _listed([story.names.actor(each.actor) for each in over]),
    }
    pattern = _("{over} of {all} desks: {who}") if over else _("{over} of {all} desks")
    title = _("Desks over {share} load").replace("{share}", share(BUSY))
    return Indicator(
        title, phrase(pattern, fields), _("desks whose staffed time was spent in work by more than that")
    )


def _stand_ins(story: Story) -> Indicator | None:
    """How many roles somebody stands in for."""
    roles = story.scenario.roles
    if not roles:
        return None
    covered = sum(
        bool(each.deputy) or (len(each.held_by) > 1 and each.acts == "any") for each in roles.values()
    )
    return Indicator(
        _("Roles that somebody else can step in for"),
        phrase(_("{covered} of {all} roles"), {"covered": covered, "all": len(roles)}),
        _("roles with a deputy, or held by several of whom any one acts"),
    )


_OWN: Mapping[Competency, tuple[Callable[[Story], Indicator | None], ...]] = {
    "trust": (_hesitation,),
    "inclusivity": (_community,),
    "capacity": (_busy,),
    "sustainability": (_stand_ins,),
}
"""Indicators that are no measure of the registry, by competency."""
