"""A committee that meets every other Tuesday: what is not said there waits for the Tuesday after next.

What comes up on a Wednesday waits thirteen days, unless it is urgent and an extra session can be called.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Annotated, Self

from pydantic import Field, model_validator

from tabletop.barriers.endless import ENDLESS
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.calendar import Clock, WeeklyField
from tabletop.model.duration import DAY, HOUR, WEEK, Duration, PositiveDuration
from tabletop.model.item import Item, Priority
from tabletop.model.named import PriorityWord
from tabletop.model.selector import Selector
from tabletop.model.share import Share
from tabletop.model.verdict import Held, Passed, Session
from tabletop.model.words import Ids, Words
from tabletop.model.work import Roles

_ROUNDING = 1e-9
"""Three of ten is a quorum of 30%, although 0.3 × 10 is not quite 3 to a computer."""


class ExtraSession(Words):
    """When an item need not wait for the next regular session."""

    for_: PriorityWord = Field(default=Priority.urgent, alias="for")
    """The least priority that convenes one."""
    notice: Duration = 4 * HOUR
    """Time from when the item is ready until an extra session can be held. Default: 4 h (a guess)."""


class PeriodicMeeting(Barrier):
    """What goes through a committee waits for its next session, and for those who must be there.

    A Community Action Team meets every other Tuesday from ten to twelve, in the chair the coordinator. A
    concern that comes up on Tuesday at one waits two weeks, unless it is urgent and an extra session is
    called.

    Sessions recur `every` so long from `first` on, where `on` is given at that local time, and each `lasts`
    so long. An item waits for the start of the next one; what comes while one is open is heard at once, if
    there is room. A session takes place when the `chairs` and a `quorum` are present. Present are the members
    of the link who are on duty at its start, each with the chance `attends`; those `on_summons` come only for
    an item that is for or from them and has waited the `summons_notice`. The item passes when sender and
    receiver are both present and the `agenda` has a place; one item takes one place, whoever hears it. All
    present hear it, and know it at the session's end without any work at their desks; a regular session keeps
    one person of each of them busy.

    An item of the priority of `extra_session` is heard earlier when it can be: as soon as the notice is over
    and chairs, quorum, sender and receiver are on duty together. The extra session has that item alone on its
    agenda. When no session is left before EndEx the item ends as unfinished.

    Lifted, whoever sits in the committee tells the others directly, at any time.

        channels:
          meeting:
            medium: notes
            barriers:
              periodic_meeting:
                every: 2w
                on: Tue 10:00
                lasts: 2h
                chairs: {all: [coordinator]}
                quorum: 50%
                attends: 80%
                agenda: 8
                on_summons: [data_protection_officer]
                summons_notice: 2d
                extra_session: {for: urgent, notice: 4h}
    """

    kind = "periodic_meeting"
    stage = Stage.carried
    rank = 1
    wordings = Wordings(
        helps="Meet more often and for a shorter time, name deputies for the chair, and allow extra sessions for what is urgent.",
        held={
            "next_session": Wording(
                "next session",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} for the next session of {channel}.",
            ),
            "agenda_full": Wording(
                "agenda full",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} more, "
                "since the agenda of {channel} had no place left.",
            ),
            "not_all_present": Wording(
                "not all present",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} more, "
                "since {channel} met without everybody whom it needed for this, or could not be held.",
            ),
            "extra_session_notice": Wording(
                "calling extra session",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} until an extra session of {channel} met.",
            ),
        },
    )

    every: PositiveDuration
    """Time between the starts of two sessions."""
    on: WeeklyField | None = None
    """The local day and time of the sessions, such as Tue 10:00; left out: strictly `every` so long."""
    first: Duration = 0
    """When the first session is, since StartEx; with `on`, the first such local time from then on."""
    lasts: Duration = HOUR
    """How long a session lasts. Default: 1 h (a guess)."""
    chairs: Roles | None = None
    """Roles without whom no session takes place: all of them, or any one; left out: nobody in particular."""
    quorum: Annotated[Annotated[int, Field(ge=1)] | Share | None, Field(union_mode="left_to_right")] = None
    """How many members, or what share, must be present, those on summons not counted; left out: any number."""
    attends: Share = 1.0
    """Chance that a member who is on duty comes to a regular session."""
    agenda: Annotated[int, Field(ge=1)] | None = None
    """How many different items one session can hear; left out: any number."""
    on_summons: Ids = ()
    """Members, by id or role, who come only for what concerns them."""
    summons_notice: Duration = DAY
    """How long an item must have waited before they come for it. Default: a day (a guess)."""
    extra_session: ExtraSession | None = None
    """When an item need not wait for the next regular session; left out: it always must."""

    @model_validator(mode="after")
    def _one_at_a_time(self) -> Self:
        if self.lasts > self.every:
            msg = "a session lasts longer than the time from one to the next: a shorter `lasts`?"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _on_the_same_day(self) -> Self:
        if self.on is not None and self.every % (DAY if self.on.weekday is None else WEEK):
            whole = "days, such as 1d or 2d" if self.on.weekday is None else "weeks, such as 1w or 2w"
            msg = f"sessions on {self.on} need an `every` of whole {whole}"
            raise ValueError(msg)
        return self

    def judge(self, item: Item, moment: Moment) -> Passed | Held:
        """Let the item be heard in the session under way, else hold it until the next that may hear it."""
        start = self._under_way(moment)
        if start is None:
            return self._later(item, moment, because="next_session")
        present = self._present(moment, start)
        if not self._takes_place(moment, present) or not {moment.sender, moment.receiver} <= set(present):
            return self._later(item, moment, because="not_all_present")
        if not self._has_place(item, moment, start):
            return self._later(item, moment, because="agenda_full")
        claim = None if self.agenda is None else (start, item.origin)
        return Passed(claim=claim, session=Session(start, start + self.lasts, present))

    def actors_named(self) -> tuple[tuple[tuple[str | int, ...], Selector], ...]:
        """Return who chairs and who comes on summons, to be checked by the reader."""
        return (
            (("chairs",), Selector(ids=self.chairs.roles if self.chairs else ())),
            (("on_summons",), Selector(ids=self.on_summons)),
        )

    def session_starts(self, clock: Clock) -> tuple[int, ...]:
        """Return the starts of all regular sessions within the exercise."""
        return clock.occurrences(self.on, self.every, first=self.first)

    def regular_session(self, moment: Moment) -> Session | None:
        """Return who sits in the session that opens now; None without chairs, quorum or anybody."""
        present = self._present(moment, moment.now)
        if not present or not self._takes_place(moment, present):
            return None
        return Session(moment.now, moment.now + self.lasts, present)

    def _under_way(self, moment: Moment) -> int | None:
        """Return the start of the session that is open now; one that lasts no time is open at its start."""
        began = bisect_right(moment.sessions, moment.now) - 1
        start = moment.sessions[began] if began >= 0 else None
        return start if start is not None and moment.now < max(start + 1, start + self.lasts) else None

    def _later(self, item: Item, moment: Moment, *, because: str) -> Passed | Held:
        """Hold until the next regular session, or until an extra one if that is earlier; it may be now."""
        after = bisect_right(moment.sessions, moment.now)
        regular = moment.sessions[after] if after < len(moment.sessions) else moment.now + ENDLESS
        extra = self._extra_start(item, moment, before=regular)
        if extra is None:
            return Held(regular - moment.now, because)
        if extra > moment.now:
            return Held(extra - moment.now, "extra_session_notice")
        there = tuple(each for each in self._expected(moment) if moment.roster.on_duty(each, moment.now))
        return Passed(session=Session(moment.now, moment.now + self.lasts, there, extra=True))

    def _present(self, moment: Moment, start: int) -> tuple[str, ...]:
        """Return who sits in the session that began then; on summons only for an item that gave notice."""
        noticed = moment.now - moment.since >= self.summons_notice
        expected = self._expected(moment) if noticed else self._permanent(moment)
        return tuple(
            each
            for each in expected
            if moment.roster.on_duty(each, start)
            and moment.draw_for("attends", each, str(start)) < self.attends
        )

    def _permanent(self, moment: Moment) -> tuple[str, ...]:
        summoned = {actor for name in self.on_summons for actor in moment.roster.acting(name)}
        return tuple(each for each in moment.members if each not in summoned)

    def _expected(self, moment: Moment) -> tuple[str, ...]:
        """Return the permanent members, and those on summons whom this item concerns, in the link's order."""
        expected = {*self._permanent(moment), moment.sender, moment.receiver}
        return tuple(each for each in moment.members if each in expected)

    def _takes_place(self, moment: Moment, present: tuple[str, ...]) -> bool:
        chaired = any(set(chairs) <= set(present) for chairs in self._chairs(moment))
        permanent = self._permanent(moment)
        return chaired and self._is_quorum(sum(each in present for each in permanent), of=len(permanent))

    def _is_quorum(self, count: int, *, of: int) -> bool:
        if self.quorum is None:
            return True
        least = self.quorum if isinstance(self.quorum, int) else self.quorum * of - _ROUNDING
        return count >= least

    def _chairs(self, moment: Moment) -> tuple[tuple[str, ...], ...]:
        """Return the groups of actors any one of which can chair."""
        if self.chairs is None:
            return ((),)
        acting = tuple(moment.roster.acting(role) for role in self.chairs.roles)
        return acting if self.chairs.mode == "any" else (tuple(actor for group in acting for actor in group),)

    def _has_place(self, item: Item, moment: Moment, start: int) -> bool:
        if self.agenda is None or (start, item.origin) in moment.claims:
            return True
        taken = [each for each in moment.claims if isinstance(each, tuple) and each[0] == start]
        return len(taken) < self.agenda

    def _extra_start(self, item: Item, moment: Moment, *, before: int) -> int | None:
        """Return the first instant at which an extra session can hear it, before the next regular one."""
        if self.extra_session is None or item.priority < self.extra_session.for_:
            return None
        earliest = max(moment.now, moment.since + self.extra_session.notice)
        ends = (moment.sender, moment.receiver)
        found = (
            self._together(moment, (*ends, *chairs), earliest=earliest, before=before)
            for chairs in self._chairs(moment)
        )
        return min((each for each in found if each is not None), default=None)

    def _together(self, moment: Moment, needed: tuple[str, ...], *, earliest: int, before: int) -> int | None:
        """Return the first instant of that time at which all the needed are on duty and a quorum is.

        Where the quorum is missing it can only be reached when somebody else comes on duty, so that the
        search goes from one such instant to the next.
        """
        permanent = self._permanent(moment)
        at = moment.roster.next_duty(needed, earliest)
        while at is not None and at < before:
            away = tuple(each for each in permanent if not moment.roster.on_duty(each, at))
            if self._is_quorum(len(permanent) - len(away), of=len(permanent)):
                return at
            comes = [moment.roster.next_duty((each,), at) for each in away]
            first = min((each for each in comes if each is not None), default=None)
            at = None if first is None else moment.roster.next_duty(needed, first)
        return None
