"""The improvement plan: corrective actions, ranked by what they gain, with columns that a meeting fills in.

"One form for all: ten days less without information in this run, six on average over ten re-runs; Centre for social
work; put the forms side by side; begins ____, done by ____".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tabletop.compare.gains import Gain
from tabletop.compare.usually import Usual
from tabletop.debrief.gains import Gains
from tabletop.debrief.sections.areas import Area
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Phrase, Text, counted, named, phrase
from tabletop.debrief.words import _, later, n_

_ELEMENTS = {
    1: later("training"),
    2: later("planning"),
    3: later("organisation"),
    4: later("equipment"),
    5: later("exercise"),
}
"""The capability element to which each of the five tips for information-sharing systems speaks most."""

MOST_BARRIERS = 5
"""As many barriers that could be absent as the plan ranks; the others stand in the appendix."""


@dataclass(frozen=True, slots=True)
class Action:
    """One corrective action of the improvement plan."""

    what: Text
    """What would be done, or what would be absent."""
    here: Text
    """What it would have gained in this run."""
    usually: Text
    """What it gained on average over re-runs; empty when that was not tried."""
    areas: str
    """The numbers of the areas for improvement that it would have made better; empty when none."""
    element: str
    """Planning, organisation, equipment, training or exercise; empty when the scenario does not say."""
    owner: Name
    """Who would do it; empty for a line to fill in."""
    first_step: Name
    """What to do first; empty for a line to fill in."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The improvement plan."""

    actions: tuple[Action, ...]
    """What somebody can decide on: the scenario's interventions, those that gained most first."""
    barriers: tuple[Action, ...]
    """Barriers whose absence would have gained most: no advice, but where to look for a remedy.

    Those are left out whose absence is just what one of the actions comes to.
    """
    ranked: str
    """By what they are ranked."""
    none: str
    """Why there is no plan; empty when there is one."""
    most: Action | None
    """The action that saved most time without needed information in this run, barriers only where no intervention did."""


def plan(story: Story, gains: Gains, found: Sequence[Area]) -> Plan:
    """Return what could be changed, ranked by what it gains in this run and on average; what gains nothing is left out."""
    tried = gains.help
    if tried is None:
        return Plan((), (), "", _("Changes were not tried out for this debrief."), None)
    orders = [ranked(each, gains.usual) for each in (tried.interventions, tried.barriers)]
    rows = [tuple(_action(story, gains, each, found=found) for each in order) for order in orders]
    rule = (
        _("Ranked by what each gained in this run and on average over re-runs, both counting alike.")
        if gains.usual
        else _("Ranked by what each gained in this run.")
    )
    none = "" if any(rows) else _("No single change that was tried made anything better in this run.")
    most = _most(tried.interventions, gains, rows[0]) or _most(tried.barriers, gains, rows[1])
    done = {(each.here, each.usually) for each in rows[0]}
    others = tuple(each for each in rows[1] if (each.here, each.usually) not in done)
    return Plan(rows[0], others[:MOST_BARRIERS], "" if none else rule, none, most)


def _most(tried: Sequence[Gain], gains: Gains, rows: Sequence[Action]) -> Action | None:
    """Return the action that saved most time without needed information in this run; None when none saved any."""
    pairs = zip(ranked(tried, gains.usual), rows, strict=True)
    saving = [pair for pair in pairs if pair[0].saved > 0 and helped_here(pair[0])]
    return max(saving, key=lambda pair: pair[0].saved)[1] if saving else None


def ranked(tried: Sequence[Gain], usual: Mapping[tuple[str, ...], Usual]) -> list[Gain]:
    """Return the changes that helped in this run or on average, by the sum of their places in both orders."""
    good = [each for each in tried if helped_here(each) or _helped_usually(usual.get(each.what))]
    here = sorted(good, key=lambda each: (-each.improved, -each.saved, each.what))
    average = sorted(good, key=lambda each: (-_saved(usual.get(each.what), each), each.what))
    places = {each.what: here.index(each) + average.index(each) for each in good}
    return sorted(good, key=lambda each: (places[each.what], here.index(each)))


def helped_here(gain: Gain) -> bool:
    """Tell whether a change made this very run better: more verdicts, or as many and less time without information."""
    return gain.improved > 0 or (gain.improved == 0 and gain.saved > 0)


def _helped_usually(usual: Usual | None) -> bool:
    return usual is not None and usual.saved > 0 and usual.better > usual.worse


def _saved(usual: Usual | None, gain: Gain) -> float:
    return gain.saved if usual is None else usual.saved


def _action(story: Story, gains: Gains, gain: Gain, *, found: Sequence[Area]) -> Action:
    words = story.scenario.interventions.get(gain.what[0])
    return Action(
        what=gains.what(gain),
        here=here(gains, gain),
        usually=gains.on_average(gain.what),
        areas=_(", ").join(counted(area.number) for area in found if _speaks_to(gain, area)),
        element=_(_ELEMENTS[words.tip]) if words is not None and words.tip is not None else "",
        owner=named(words.owner if words else ""),
        first_step=named(words.first_step if words else ""),
    )


def here(gains: Gains, gain: Gain) -> Phrase:
    """Say what a change would have gained in this run: verdicts that became better and worse, and time."""
    better = sum(each.better > 0 for each in gain.changes)
    worse = sum(each.better < 0 for each in gain.changes)
    time = gains.without(gain)
    fields: dict[str, Text | int] = {
        "better": n_("{n} expectation better", "{n} expectations better", better),
        "worse": n_("{n} worse", "{n} worse", worse),
        "time": time,
    }
    if better and worse:
        return phrase(_("{better}, {worse}; time without needed information: {time}"), fields)
    if better:
        return phrase(_("{better}; time without needed information: {time}"), fields)
    if worse:
        return phrase(_("{worse}; time without needed information: {time}"), fields)
    return phrase(_("time without needed information: {time}"), fields)


def _speaks_to(gain: Gain, area: Area) -> bool:
    return any(
        change.expectation == area.row.id
        and (change.better > 0 or (change.better == 0 and change.sooner > 0))
        for change in gain.changes
    )
