"""Who knew what, and when: every role beside every kind of information that it needed."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief.charts.steps import Steps, steps
from tabletop.debrief.sayings import briefly, lasting, moment
from tabletop.debrief.sections.matrix import Matrix, State, matrix, state_of
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Phrase, Text, phrase
from tabletop.debrief.words import _
from tabletop.measures.awareness import Need, Pieces, pieces


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One role and one kind that it needed."""

    role: Name
    """Who needed it."""
    kind: Name
    """What was needed."""
    exists: Text
    """When it came up."""
    knows: Text
    """When the role knew."""
    without: str
    """How long it was without, up to the deadline or EndEx."""
    known: State
    """Whether it knew before the waiting stopped being counted."""


@dataclass(frozen=True, slots=True)
class Knew:
    """Who knew what, and when."""

    total: Phrase | None
    """The main measure in a sentence; None when nobody needed anything that came up."""
    rows: tuple[NeedRow, ...]
    """Every need, in the order declared."""
    matrix: Matrix | None
    """Every role beside every kind; None when nobody needed anything."""
    chart: Steps | None
    """The share of needs known over time; None when there is nothing to show."""
    pieces: tuple[Phrase, ...]
    """For each decision that needs several pieces: when they were there, and when they met."""


def knew(story: Story) -> Knew:
    """Return who knew what, when, and when the pieces met."""
    needs = story.awareness.needs
    return Knew(
        _total(story),
        tuple(_row(story, need) for need in needs),
        matrix(story),
        steps(story.clock, story.awareness.curve, until=story.chronicle.end)
        if story.awareness.counted
        else None,
        tuple(met(story, each) for each in pieces(story.chronicle)),
    )


def _total(story: Story) -> Phrase | None:
    seen = story.awareness
    if seen.mean_without is None:
        return None
    fields: dict[str, Text | int] = {
        "time": lasting(seen.without),
        "mean": lasting(round(seen.mean_without)),
        "needs": len(seen.counted),
    }
    return phrase(
        _(
            "Time without needed information, over {needs} needs of all roles: {time}, on average {mean} each."
        ),
        fields,
    )


def _row(story: Story, need: Need) -> NeedRow:
    clock = story.clock
    knows = _("not by EndEx") if need.knows is None else moment(clock, need.knows)
    exists = _("did not come up") if need.exists is None else moment(clock, need.exists)
    return NeedRow(
        story.names.who(need.role),
        story.names.kind(need.kind),
        exists,
        "–" if need.exists is None else knows,
        "–" if need.exists is None else briefly(need.without),
        state_of(story, need),
    )


def met(story: Story, each: Pieces) -> Phrase:
    """Return in a sentence when the pieces of a decision were in the network, and when they met at one desk."""
    fields: dict[str, Text | int] = {"work": story.names.work(each.decision)}
    if each.in_network is None:
        return phrase(_("“{work}”: not all the pieces it needed came up in this simulation."), fields)
    fields["there"] = moment(story.clock, each.in_network)
    if each.met is None:
        return phrase(
            _(
                "“{work}”: all the pieces were in the network on {there}; they had not met at one desk by EndEx."
            ),
            fields,
        )
    fields["met"], fields["desk"] = moment(story.clock, each.met), story.names.actor(each.where)
    fields["later"] = lasting(each.met - each.in_network)
    if each.met == each.in_network:
        return phrase(
            _("“{work}”: all the pieces were in the network, and at one desk ({desk}), on {there}."), fields
        )
    return phrase(
        _(
            "“{work}”: all the pieces were in the network on {there}; "
            "they first met at one desk ({desk}) on {met}, {later} later."
        ),
        fields,
    )
