"""Page one, fixed at five things: what was hoped, where most time went, when the pieces met, three changes, what is not known.

A deputy mayor reads this and nothing else, so it names no more than can be decided on tomorrow.
"""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.amounts import amount, ends
from tabletop.debrief.often import Often
from tabletop.debrief.sayings import lasting, moment, share
from tabletop.debrief.sections.knew import met
from tabletop.debrief.sections.objectives import ExpectationRow, ObjectiveRow, Objectives, expectation_row
from tabletop.debrief.sections.plan import Action, Plan
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, named, phrase
from tabletop.debrief.words import _, counted, listing, n_
from tabletop.measures.awareness import Pieces, pieces
from tabletop.measures.chronicle import Handoff
from tabletop.model.scenario import Guess

MOST_CHANGES = 3
"""As many changes as page one names."""
MOST_GUESSES = 2
"""As many guesses as page one names."""


@dataclass(frozen=True, slots=True)
class HopeRow:
    """One objective on page one."""

    row: ObjectiveRow
    """The objective with its rating, and how often it came out."""
    met: str
    """How many of its expectations were met; empty when it has none."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The five things that a reader with one minute is told."""

    count: Phrase
    """How many expectations were met."""
    objectives: tuple[HopeRow, ...]
    """What was hoped, by objective; none when the scenario has no objectives."""
    hopes: tuple[ExpectationRow, ...]
    """The same, expectation by expectation."""
    others: tuple[ExpectationRow, ...]
    """The expectations that speak to no objective."""
    longest: tuple[Phrase, ...]
    """The one hand-off in which most time went; nothing when none lost any."""
    pieces: tuple[Phrase, ...]
    """When the pieces of the decision that needs most were in the network, and when they first met at one desk."""
    changes: tuple[Action, ...]
    """Three things to change, with columns for owner, first step and date."""
    no_change: str
    """Why nothing is said of that; empty when something is."""
    unknown: tuple[Phrase, ...]
    """What is guessed or assumed."""


def front_page(story: Story, *, often: Often, objectives: Objectives, plan: Plan) -> FrontPage:
    """Return page one."""
    changes = three(plan)
    return FrontPage(
        _count(story),
        tuple(HopeRow(row, _met(row)) for row in objectives.rows),
        tuple(expectation_row(story, name, often=often) for name in story.outcomes),
        objectives.others,
        longest(story),
        tuple(met(story, each) for each in _greatest(pieces(story.chronicle))),
        changes,
        "" if changes else plan.none,
        tuple(_unknown(story, often)),
    )


def three(plan: Plan) -> tuple[Action, ...]:
    """Return the three changes of page one: what somebody can decide on, and only then barriers to look behind.

    The one that saved most time without needed information is always among them.
    """
    told: dict[str, Action] = {}
    for each in (*plan.actions, *plan.barriers):
        told.setdefault(f"{each.here} {each.usually}", each)
    different = tuple(told.values())
    shown = different[:MOST_CHANGES]
    most = plan.most
    return (*shown[:-1], most) if most is not None and most not in shown else shown


def _met(row: ObjectiveRow) -> str:
    called = [each for each in row.expectations if each.verdict != "not_called"]
    if not called:
        return ""
    met = sum(each.verdict == "met" for each in called)
    return n_("{met} of {n} expectation met", "{met} of {n} expectations met", len(called)).replace(
        "{met}", counted(met)
    )


def _greatest(found: tuple[Pieces, ...]) -> tuple[Pieces, ...]:
    """Return the decision whose pieces took longest to meet; those that never met go before all others."""

    def length(each: Pieces) -> tuple[bool, int]:
        if each.in_network is None:
            return False, -1
        return each.met is None, 0 if each.met is None else each.met - each.in_network

    return tuple(sorted(found, key=length, reverse=True)[:1])


def _count(story: Story) -> Phrase:
    verdicts = [each.verdict for each in story.outcomes.values() if each.verdict != "not_called"]
    if not verdicts:
        return phrase(_("No expectation was called for in this simulation."), {})
    called = n_("{n} expectation", "{n} expectations", len(verdicts))
    fields: dict[str, Text | int] = {"met": verdicts.count("met"), "called": called}
    return phrase(_("{met} of {called} met in this simulation."), fields)


def longest(story: Story) -> tuple[Phrase, ...]:
    """Return the hand-off that lost most time, on a critical path if one lost any; neither work nor protection counts."""
    on_path = [each for each in story.told if each.number in story.critical and story.losses(each)]
    lossy = on_path or [each for each in story.told if story.losses(each)]
    if not lossy:
        return ()
    most = max(lossy, key=lambda each: (sum(story.losses(each).values()), -each.number))
    return (_where(story, most), _why(story, most))


def _where(story: Story, handoff: Handoff) -> Phrase:
    names = story.names
    fields: dict[str, Text | int] = {
        "kind": names.kind(handoff.kind),
        "sender": names.actor(handoff.sender),
        "receiver": names.actor(handoff.receiver),
        "since": moment(story.clock, handoff.since),
        "lost": lasting(sum(story.losses(handoff).values())),
        "whole": lasting(handoff.at - handoff.since),
    }
    return phrase(
        _(
            "“{kind}” from {sender} to {receiver}: {lost} of waiting in a hand-off of {whole}, from {since} on."
        ),
        fields,
    )


def _why(story: Story, handoff: Handoff) -> Phrase:
    losses = story.losses(handoff)
    cause = max(losses, key=lambda each: losses[each])
    fields: dict[str, Text | int] = {
        "label": reasons.label(story.names, cause),
        "time": lasting(losses[cause]),
        "share": share(losses[cause] / sum(losses.values())),
    }
    if len(losses) == 1:
        return phrase(_("All of that waiting: {label}."), fields)
    return phrase(_("Most of that waiting: {label}, {time} ({share})."), fields)


def _unknown(story: Story, often: Often) -> list[Phrase]:
    guesses = [each for each in story.scenario.guesses if each.guess]
    found = []
    if guesses:
        said = n_(
            "{n} number of the scenario is a guess", "{n} numbers of the scenario are guesses", len(guesses)
        )
        some = listing(tuple(_guess(story, each) for each in guesses[:MOST_GUESSES]))
        pattern = _("{said}, such as {some}.") if len(guesses) > MOST_GUESSES else _("{said}: {some}.")
        found.append(phrase(pattern, {"said": said, "some": some}))
    found.append(
        phrase(_("People decide more freely than the desks of a simulation, and they were not asked."), {})
    )
    if not often.count:
        found.append(
            phrase(_("Luck: this exercise was played once, so nothing says how typical it was."), {})
        )
    return found


def _guess(story: Story, guess: Guess) -> Phrase:
    fields: dict[str, Text | int] = {"path": story.names.path(guess.path), "value": amount(guess.value)}
    between = ends(guess.guess)
    if between is None:
        return phrase(_("{path} {value} (may lie in {range})"), fields | {"range": named(guess.guess)})
    fields |= {"least": between[0], "most": between[1]}
    return phrase(_("{path} {value} (may lie between {least} and {most})"), fields)
