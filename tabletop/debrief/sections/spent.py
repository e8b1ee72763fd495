"""Where the time went: a bar for each expectation, cut by cause, with a key and the steps behind it."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.debrief import reasons
from tabletop.debrief.charts.bars import Due, Segment, due_at, letters, segments
from tabletop.debrief.sayings import briefly, moment, share
from tabletop.debrief.sections.objectives import verdict_of
from tabletop.debrief.sections.places import where_it_was
from tabletop.debrief.story import Story
from tabletop.debrief.text import Phrase, Text, joined, phrase
from tabletop.debrief.words import _, listing, n_
from tabletop.measures.causes import NO_LOSS
from tabletop.measures.delays import Delay, stack
from tabletop.measures.expectations import Verdict
from tabletop.measures.paths import Part, Path

MOST_WAYS = 3
"""As many links as are named beside one cause."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One cause of a bar."""

    letter: str
    """Its letter on the bar."""
    family: reasons.Family
    """Its colour and pattern."""
    label: Text
    """What it is."""
    time: str
    """How long it took in all."""
    share: str
    """Which share of the whole."""
    where: Text
    """On which links or desks; empty when on none."""
    amount: int
    """The same in milliseconds."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One stretch of a critical path."""

    since: str
    """From when."""
    where: Text
    """On which link or desk."""
    label: Text
    """What the time was spent on."""
    time: str
    """How long."""


@dataclass(frozen=True, slots=True)
class SpentBar:
    """One expectation, and where its time went."""

    title: Text
    """What was hoped."""
    verdict: Verdict
    """What became of it."""
    says: str
    """The same in words."""
    total: str
    """How long it took in all, or until EndEx."""
    ending: str
    """Whether that ended with success, or with EndEx."""
    due: Due | None
    """Where its deadline lies; None when it has none or that lies beyond."""
    segments: tuple[Segment, ...]
    """The bar."""
    key: tuple[KeyRow, ...]
    """Its causes, in the order in which they came up; their times sum to the whole."""
    steps: tuple[StepRow, ...]
    """Every stretch of the critical path, in order."""
    missing: tuple[Phrase, ...]
    """Where that was which was waited for in vain."""


@dataclass(frozen=True, slots=True)
class CauseRow:
    """One cause of waiting, over all hand-offs."""

    family: reasons.Family
    """Its colour and pattern."""
    label: Text
    """What it is."""
    handoffs: int
    """How many hand-offs it touched."""
    time: str
    """How long it took in all."""
    amount: int
    """The same in milliseconds."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Where the time went."""

    bars: tuple[SpentBar, ...]
    """One for each expectation that has a critical path, on one scale."""
    families: tuple[tuple[reasons.Family, str], ...]
    """The families of causes in the bars, with their names."""
    lost: tuple[CauseRow, ...]
    """Waiting that protected nobody, the costliest first."""
    protection: tuple[CauseRow, ...]
    """Time that safeguards took, which is no loss."""
    lost_in_all: str
    """How much was lost over all hand-offs."""
    protection_in_all: str
    """How much safeguards took over all hand-offs; empty when nothing."""


def spent(story: Story) -> Spent:
    """Return where the time went, for each expectation and over all hand-offs."""
    paths = {name: path for name, path in story.paths.items() if path.length}
    scale = max((_reach(story, name, path) for name, path in paths.items()), default=0)
    account = story.delays
    causes = sorted(account.causes, key=lambda each: (-each.time, each.cause))
    bars = tuple(_bar(story, name, scale=scale) for name in paths)
    seen = {row.family for bar in bars for row in bar.key}
    return Spent(
        bars,
        tuple((each, _(name)) for each, name in reasons.FAMILIES.items() if each in seen),
        tuple(_cause(story, each) for each in causes if not each.protects and each.cause not in NO_LOSS),
        tuple(_cause(story, each) for each in causes if each.protects),
        briefly(account.lost),
        briefly(account.protection) if account.protection else "",
    )


def _reach(story: Story, name: str, path: Path) -> int:
    """Return how far the bar of an expectation reaches: to its end, or to its deadline when that is not far off."""
    due = story.outcomes[name].due
    return max(path.length, 0 if due is None else min(due - path.since, 2 * path.length))


def _bar(story: Story, name: str, *, scale: int) -> SpentBar:
    path, outcome = story.paths[name], story.outcomes[name]
    causes = stack(path)
    marks = dict(zip(causes, letters(len(causes)), strict=True))
    families = {cause: reasons.family(story.names, cause) for cause in causes}
    return SpentBar(
        title=story.names.expectation(name),
        verdict=outcome.verdict,
        says=verdict_of(story, name),
        total=briefly(path.length),
        ending=_("until it was reached") if path.reached else _("until EndEx, not reached"),
        due=None if outcome.due is None else due_at(100 * (outcome.due - path.since) / scale),
        segments=segments([(families[each], causes[each], marks[each]) for each in causes], scale=scale),
        key=tuple(
            KeyRow(
                letter=marks[cause],
                family=families[cause],
                label=reasons.label(story.names, cause),
                time=briefly(time),
                share=share(time / path.length),
                where=_ways(story, [part for part in path.parts if part.cause == cause]),
                amount=time,
            )
            for cause, time in causes.items()
        ),
        steps=tuple(_step(story, part) for part in path.parts),
        missing=tuple(where_it_was(story, each) for part in path.parts for each in part.missing),
    )


def _ways(story: Story, parts: list[Part]) -> Text:
    """Return on which links or desks these parts were, the longest first, and how many more there are."""
    lengths: dict[str, int] = {}
    texts: dict[str, Text] = {}
    for part in parts:
        text = place(story, part)
        texts[str(text)] = text
        lengths[str(text)] = lengths.get(str(text), 0) + part.length
    order = sorted((each for each in lengths if each), key=lambda each: (-lengths[each], each))
    shown: list[Text] = [texts[each] for each in order[:MOST_WAYS]]
    more = len(order) - len(shown)
    return joined([*shown, *([n_("{n} more", "{n} more", more)] if more else [])], by=_("; "))


def place(story: Story, part: Part) -> Text:
    """Return where a stretch of a critical path was spent: a link, a desk, or a decision."""
    names = story.names
    if part.step == "handoff":
        return phrase(_("{a} → {b}"), {"a": names.actor(part.sender), "b": names.actor(part.receiver)})
    missing = listing(tuple(names.kind(each.kind) for each in part.missing))
    if part.step == "decision" and part.origin in names.scenario.works:
        pattern = _("{work}, without {missing}") if part.missing else "{work}"
        return phrase(pattern, {"work": names.work(part.origin), "missing": missing})
    if part.missing:
        return missing
    return names.actor(part.receiver or part.sender) if part.receiver or part.sender else ""


def _step(story: Story, part: Part) -> StepRow:
    label: Text = reasons.label(story.names, part.cause)
    if part.detail:
        label = phrase(
            _("{label}: {detail}"), {"label": label, "detail": reasons.label(story.names, part.detail)}
        )
    return StepRow(moment(story.clock, part.since), place(story, part) or "–", label, briefly(part.length))


def _cause(story: Story, delay: Delay) -> CauseRow:
    return CauseRow(
        reasons.family(story.names, delay.cause),
        reasons.label(story.names, delay.cause),
        delay.handoffs,
        briefly(delay.time),
        delay.time,
    )
