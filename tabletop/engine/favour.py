"""Work that somebody must do before a hand-off can go on.

The data protection officer reads the file; a clerk types the case note into the police's form. If nobody waits for it
any longer, it is taken back from the desk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.engine.desk import Stay, Visit
from tabletop.engine.timeline import Happening
from tabletop.model.barrier import Stage
from tabletop.model.journal import Handled

if TYPE_CHECKING:
    from tabletop.engine.handoff import Handoff
    from tabletop.engine.track import Station
    from tabletop.model.verdict import Passed, Queued, Stopped


class Favour(Visit):
    """The visit of a hand-off at a desk whose work it needs."""

    def __init__(self, handoff: Handoff, station: Station, verdict: Queued) -> None:
        self.handoff = handoff
        self.station = station
        self.verdict = verdict

    def ask(self) -> None:
        """Join the queue at that desk."""
        handoff, verdict = self.handoff, self.verdict
        exercise = handoff.exercise
        handoff.waits_for = f"{self.station.address}:{verdict.because}"
        if verdict.patience is not None:
            until = exercise.timeline.now + verdict.patience
            exercise.timeline.at(until, handoff.order, _Patience(self))
        exercise.desks[verdict.at].enter(self, -handoff.item.priority)

    def work(self) -> int:
        """Return the work that the barrier said it is."""
        return self.verdict.work

    def leave(self, stay: Stay) -> None:
        """Let the hand-off go on, the work being done."""
        self.note(stay)
        self.go_on(self.verdict.then)

    def note(self, stay: Stay) -> None:
        """Write the work done into the journal."""
        handoff, now = self.handoff, self.desk.timeline.now
        work = "conversion" if self.station.stage is Stage.ready else "approval"
        item, number = handoff.item, handoff.number
        entry = Handled(now, self.desk.actor, work, self.arrived, number, item.origin, item.kind, *stay)
        handoff.exercise.journal.append(entry)

    def go_on(self, verdict: Passed | Stopped) -> None:
        """Let the hand-off go on as the verdict says."""
        self.handoff.charge(self.handoff.waits_for)
        self.handoff.obey(verdict, self.station)

    def named(self) -> str:
        """Say whose hand-off waits for it."""
        return self.handoff.named()


class _Patience(Happening):
    """The moment from which a hand-off no longer waits for somebody's work."""

    def __init__(self, favour: Favour) -> None:
        self.favour = favour

    def happen(self) -> None:
        favour = self.favour
        if favour.is_over or favour.verdict.otherwise is None:
            return
        stay = favour.desk.withdraw(favour)
        if stay is not None:
            favour.note(stay)
        favour.go_on(favour.verdict.otherwise)

    def named(self) -> str:
        return self.favour.named()
