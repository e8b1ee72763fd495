"""What would have helped, in sentences: the same exercise with the same luck, and one thing changed.

"Without “call not answered” the coordinator would have known 9 hours sooner: met instead of late."
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.compare.gains import Change, Gain
from tabletop.compare.helping import Help
from tabletop.debrief import reasons
from tabletop.debrief.naming import Names
from tabletop.debrief.sayings import lasting
from tabletop.debrief.text import Phrase, Text, joined, named, phrase
from tabletop.debrief.words import _, n_
from tabletop.measures.expectations import Verdict
from tabletop.model.duration import HOUR, MINUTE

VERDICTS: dict[Verdict, str] = {
    "met": "met",
    "late": "late",
    "inaccurate": "inaccurate",
    "missed": "missed",
    "not_called": "not called for",
}
"""What the verdicts on expectations are called."""

MOST_CHANGES = 4
"""As many changes as are told of one gain."""


@dataclass(frozen=True, slots=True)
class Gains:
    """What was tried, put into sentences."""

    names: Names
    """What things are called."""
    help: Help | None
    """What was tried; None when nothing was."""

    def lifting(self, address: str) -> tuple[Phrase, ...]:
        """Return what lifting a barrier alone would have changed in this run; nothing when it was not tried."""
        gain = self.help.lifting(address) if self.help else None
        return () if gain is None else tuple(self._told(gain))

    def best(self, count: int) -> tuple[Phrase, ...]:
        """Return the changes that helped most in this run, interventions first where they help as much."""
        tried = [*self.help.interventions, *self.help.barriers] if self.help else []
        good = [each for each in tried if each.improved > 0 or (each.improved == 0 and each.saved > 0)]
        good.sort(key=lambda each: (-each.improved, -each.saved))
        return tuple(
            phrase(
                "{what}: {gain}", {"what": self.what(each), "gain": joined(list(self._changes(each)), by=" ")}
            )
            for each in good[:count]
        )

    def what(self, gain: Gain) -> Text:
        """Return what was changed: an intervention's title, or the barriers lifted."""
        scenario = self.names.scenario
        if gain.what[0] in scenario.interventions:
            return self.names.intervention(gain.what[0])
        barriers = joined([self.barrier(each) for each in gain.what], by=_(" and "))
        return phrase(_("without {barriers}"), {"barriers": barriers})

    def barrier(self, address: str) -> Phrase:
        """Return what a barrier is called, with the place where it stands."""
        barrier = self.names.scenario.barrier_at(address)
        kind = barrier.kind.replace("_", " ") if barrier else address
        own = named(barrier.title if barrier else "")
        place = reasons.place(self.names, address)
        marks = [each for each in (own, place) if each.text]
        return (
            phrase(_("the barrier “{kind}”"), {"kind": kind})
            if not marks
            else phrase(_("the barrier “{kind}” ({marks})"), {"kind": kind, "marks": joined(marks, by=", ")})
        )

    def _told(self, gain: Gain) -> Iterator[Phrase]:
        if not gain.is_nothing:
            yield from self._changes(gain)
            return
        yield phrase(_("Lifting this barrier alone would have changed no expectation in this run."), {})
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

    def _changes(self, gain: Gain) -> Iterator[Phrase]:
        """Give the changes with their sign, those of verdicts first, then the main measure."""
        ranked = sorted(gain.changes, key=lambda each: (-abs(each.better), -abs(each.sooner)))
        for change in ranked[:MOST_CHANGES]:
            yield self._change(change)
        more = len(ranked) - MOST_CHANGES
        if more > 0:
            yield phrase(n_("{n} more expectation changed.", "{n} more expectations changed.", more), {})
        hours = round(gain.saved * HOUR)
        if abs(hours) >= MINUTE:
            pattern = (
                _("{time} less time without needed information.")
                if hours > 0
                else _("{time} more time without needed information.")
            )
            yield phrase(pattern, {"time": lasting(abs(hours))})

    def _change(self, change: Change) -> Phrase:
        fields: dict[str, Text | int] = {
            "what": self.names.expectation(change.expectation),
            "before": _(VERDICTS[change.before.verdict]),
            "after": _(VERDICTS[change.after.verdict]),
            "span": lasting(abs(change.sooner)),
        }
        turned = change.before.verdict != change.after.verdict
        if not change.sooner:
            return phrase(
                _("“{what}”: {after} instead of {before}.")
                if turned
                else _("“{what}”: as soon, with other accuracy."),
                fields,
            )
        if change.sooner > 0:
            pattern = (
                _("“{what}”: {span} sooner, {after} instead of {before}.")
                if turned
                else _("“{what}”: {span} sooner, {after} as it was.")
            )
        else:
            pattern = (
                _("“{what}”: {span} later, {after} instead of {before}.")
                if turned
                else _("“{what}”: {span} later, {after} as it was.")
            )
        return phrase(pattern, fields)
