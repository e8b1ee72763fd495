"""Page one: what was hoped, where most time went, when the pieces met, what would have helped, what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.gains import Gains
from tabletop.debrief.often import Often
from tabletop.debrief.sayings import lasting, moment, share
from tabletop.debrief.sections.helped import HelpedRow, best
from tabletop.debrief.sections.knew import met
from tabletop.debrief.sections.objectives import ExpectationRow, expectation_row
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, named, phrase
from tabletop.debrief.words import _, listing, n_
from tabletop.measures.awareness import pieces
from tabletop.measures.chronicle import Handoff
from tabletop.model.scenario import Guess

MOST_HELP = 3
"""As many changes as page one names."""
MOST_GUESSES = 2
"""As many guesses as page one names."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The five things that a reader with one minute is told."""

    count: Phrase
    """How many expectations were met."""
    hopes: tuple[ExpectationRow, ...]
    """What was hoped, and how often it came out."""
    longest: tuple[Phrase, ...]
    """The one hand-off in which most time went; nothing when none lost any."""
    pieces: tuple[Phrase, ...]
    """When all the pieces were in the network, and when they first met at one desk."""
    helps: tuple[HelpedRow, ...]
    """What would have helped most in this run."""
    no_help: str
    """Why nothing is said of that; empty when something is."""
    unknown: tuple[Phrase, ...]
    """What is guessed or assumed."""


def front_page(story: Story, *, often: Often, gains: Gains) -> FrontPage:
    """Return page one."""
    helps = best(story, gains, count=MOST_HELP)
    return FrontPage(
        _count(story),
        tuple(expectation_row(story, name, often=often) for name in story.outcomes),
        longest(story),
        tuple(met(story, each) for each in pieces(story.chronicle)),
        helps,
        "" if helps else _nothing_helped(gains),
        tuple(_unknown(story, often)),
    )


def _count(story: Story) -> Phrase:
    verdicts = [each.verdict for each in story.outcomes.values() if each.verdict != "not_called"]
    if not verdicts:
        return phrase(_("No expectation was called for in this simulation."), {})
    called = n_("{n} expectation", "{n} expectations", len(verdicts))
    fields: dict[str, Text | int] = {"met": verdicts.count("met"), "called": called}
    return phrase(_("{met} of {called} met in this simulation."), fields)


def _nothing_helped(gains: Gains) -> str:
    if gains.help is None:
        return _("It was not tried out for this debrief.")
    return _("No single change that was tried made anything better in this run.")


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
    fields: dict[str, Text | int] = {
        "path": story.names.path(guess.path),
        "value": named(guess.value),
        "range": named(guess.guess),
    }
    return phrase(_("{path} {value} (may lie in {range})"), fields)
