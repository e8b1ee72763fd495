"""What would have helped, in sentences: the same exercise with the same luck, and one thing changed.

"Without “call not answered” the coordinator would have known 9 hours sooner: met instead of late."
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tabletop.compare.gains import Change, Gain
from tabletop.compare.helping import Help
from tabletop.compare.usually import Usual
from tabletop.debrief import reasons
from tabletop.debrief.naming import Names
from tabletop.debrief.sayings import lasting
from tabletop.debrief.text import Phrase, Text, joined, phrase
from tabletop.debrief.words import _, later, n_
from tabletop.measures.expectations import Verdict
from tabletop.model.duration import HOUR, MINUTE

VERDICTS: dict[Verdict, str] = {
    "met": later("met"),
    "late": later("late"),
    "inaccurate": later("inaccurate"),
    "missed": later("missed"),
    "not_called": later("not called for"),
}
"""What the verdicts on expectations are called."""

_SOONER = {
    True: later("{what}: {span} sooner, {after} instead of {before}."),
    False: later("{what}: {span} sooner, {after} as it was."),
}
_LATER = {
    True: later("{what}: {span} later, {after} instead of {before}."),
    False: later("{what}: {span} later, {after} as it was."),
}

MOST_CHANGES = 4
"""As many changes as are told of one gain."""


@dataclass(frozen=True, slots=True)
class Gains:
    """What was tried, put into sentences."""

    names: Names
    """What things are called."""
    help: Help | None
    """What was tried; None when nothing was."""
    usual: Mapping[tuple[str, ...], Usual] = field(default_factory=dict)
    """What each change gained on average over re-runs, by what was changed; empty when that was not tried."""

    def lifting(self, address: str) -> tuple[Phrase, ...]:
        """Return what lifting a barrier alone would have changed in this run; nothing when it was not tried."""
        gain = self.help.lifting(address) if self.help else None
        return () if gain is None else tuple(self.told(gain))

    def what(self, gain: Gain) -> Text:
        """Return what was changed: an intervention's title, or the barriers lifted."""
        scenario = self.names.scenario
        if gain.what[0] in scenario.interventions:
            return self.names.intervention(gain.what[0])
        barriers = joined([self.barrier(each) for each in gain.what], by=_(" and "))
        return phrase(_("Without {barriers}"), {"barriers": barriers})

    def barrier(self, address: str) -> Phrase:
        """Return what a barrier is called: its title, with its kind, since two of one kind begin alike otherwise."""
        barrier = self.names.scenario.barrier_at(address)
        kind = _kind(barrier.kind) if barrier else address
        mark = reasons.mark_of(self.names, address)
        if barrier is not None and barrier.title:
            return phrase(_("the barrier “{title}” ({kind})"), {"title": mark, "kind": kind})
        pattern = _("the barrier “{kind}” ({mark})") if mark.text else _("the barrier “{kind}”")
        return phrase(pattern, {"kind": kind, "mark": mark})

    def without(self, gain: Gain) -> str:
        """Return how a change shifted the time without needed information; a dash when by less than a minute."""
        return _less_or_more(round(gain.saved * HOUR))

    def told(self, gain: Gain) -> Iterator[Phrase]:
        """Give the sentences on one change: what changed, with its sign, or what was waited for instead."""
        if not gain.is_nothing:
            yield from self._changes(gain)
            return
        yield Phrase((_("By itself it would have changed nothing in this run."),))
        if gain.instead:
            causes = joined([reasons.label(self.names, each) for each in gain.instead[:2]], by=_("; then: "))
            yield phrase(
                _("The same information would have met something else instead: {causes}."), {"causes": causes}
            )
        if gain.together is not None:
            fields: dict[str, Text | int] = {
                "other": self.barrier(gain.together.what[-1]),
                "gain": joined(list(self._changes(gain.together)), by=" "),
            }
            yield phrase(_("Lifted together with {other}: {gain}"), fields)

    def change(self, change: Change) -> Phrase:
        """Return in a sentence what became of one expectation otherwise."""
        fields: dict[str, Text | int] = {
            "what": self.names.expectation(change.expectation),
            "before": self.verdict(change.expectation, change.before.verdict),
            "after": self.verdict(change.expectation, change.after.verdict),
            "span": lasting(abs(change.sooner)),
        }
        turned = change.before.verdict != change.after.verdict
        if self.is_secret(change.expectation) or not change.sooner:
            pattern = _("{what}: {after} instead of {before}.") if turned else _("{what}: {after} as it was.")
        else:
            pattern = (_SOONER if change.sooner > 0 else _LATER)[turned]
        return phrase(_(pattern), fields)

    def came(self, change: Change) -> Phrase:
        """Return how much sooner or later one expectation was reached, and its verdict, without naming it again."""
        fields: dict[str, Text | int] = {
            "before": self.verdict(change.expectation, change.before.verdict),
            "after": self.verdict(change.expectation, change.after.verdict),
            "span": lasting(abs(change.sooner)),
        }
        turned = change.before.verdict != change.after.verdict
        if self.is_secret(change.expectation) or not change.sooner:
            pattern = _("{after} instead of {before}.") if turned else _("{after} as it was.")
        elif change.sooner > 0:
            pattern = _("{span} sooner, {after} instead of {before}.") if turned else _("{span} sooner.")
        else:
            pattern = _("{span} later, {after} instead of {before}.") if turned else _("{span} later.")
        return phrase(pattern, fields)

    def on_average(self, what: tuple[str, ...]) -> Text:
        """Return what a change gained on average over re-runs; nothing when that was not tried."""
        usual = self.usual.get(what)
        if usual is None:
            return ""
        fields: dict[str, Text | int] = {
            "time": _less_or_more(round(usual.saved * HOUR)),
            "runs": n_("{n} re-run", "{n} re-runs", usual.runs),
            "count": usual.runs,
            "better": usual.better,
            "worse": usual.worse,
        }
        if usual.worse:
            return phrase(
                _(
                    "{time} on average over {runs}; more expectations met in {better} of {count}, fewer in {worse}"
                ),
                fields,
            )
        if not usual.better:
            return phrase(_("{time} on average over {runs}"), fields)
        return phrase(
            _("{time} on average over {runs}; more expectations met in {better} of {count}"), fields
        )

    def is_secret(self, expectation: str) -> bool:
        """Tell whether an expectation hopes that somebody does not come to know something."""
        return self.names.scenario.expectations[expectation].must_not_know is not None

    def verdict(self, expectation: str, verdict: Verdict) -> str:
        """Return a verdict in words; what must not be known is kept or not, rather than met or missed."""
        if not self.is_secret(expectation) or verdict == "not_called":
            return _(VERDICTS[verdict])
        return _("kept") if verdict == "met" else _("not kept")

    def _changes(self, gain: Gain) -> Iterator[Phrase]:
        """Give the changes, those of verdicts first, then the main measure."""
        ranked = sorted(gain.changes, key=lambda each: (-abs(each.better), -abs(each.sooner)))
        for change in ranked[:MOST_CHANGES]:
            yield self.change(change)
        more = len(ranked) - MOST_CHANGES
        if more > 0:
            yield Phrase((n_("{n} more expectation changed.", "{n} more expectations changed.", more),))
        if self.without(gain) != "–":
            yield phrase(_("Time without needed information: {change}."), {"change": self.without(gain)})


def _less_or_more(saved: int) -> str:
    """Return a saving in milliseconds, or what was added, in words; a dash when it is less than a minute."""
    if abs(saved) < MINUTE:
        return "–"
    pattern = _("{time} less") if saved > 0 else _("{time} more")
    return pattern.replace("{time}", lasting(abs(saved)))


def _kind(kind: str) -> str:
    """Return a barrier's kind in words; they are ours, so they are translated."""
    return _(kind.replace("_", " "))
