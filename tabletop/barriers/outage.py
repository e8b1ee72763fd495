"""A channel that is broken.

The telephones are dead from ten until four.
"""

from __future__ import annotations

from functools import cached_property

from tabletop.barriers.endless import ENDLESS
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import Duration, PositiveDuration
from tabletop.model.item import Item
from tabletop.model.verdict import PASSED, Held, Passed
from tabletop.model.windows import ALWAYS, Windows
from tabletop.model.words import Words


class PlannedOutage(Words):
    """A time, known when the scenario is written, at which nothing is carried."""

    at: Duration
    """When it begins, since StartEx."""
    lasts: PositiveDuration
    """How long it lasts."""


class Outage(Barrier):
    """The channel is broken, and nothing is carried until it works again.

    A cable is cut, the mail server is being repaired, the bridge to the valley is closed. An inject with
    `outage` breaks a channel in the course of the exercise and brings this barrier with it; `down` lists what
    is known when the scenario is written, such as maintenance at night.

    An item that comes while the channel is down waits until it works again, and is then carried in the usual
    way. The wait is no failed try: a lossy channel or an unanswered telephone behind it counts from there.
    When the channel does not come up again before EndEx the item ends as unfinished.

    Lifted, the channel never breaks.

        channels:
          radio:
            barriers:
              outage: {down: [{at: 1d 2h, lasts: 6h}, {at: 3d, lasts: 30m}]}
    """

    kind = "outage"
    stage = Stage.carried
    wordings = Wordings(
        helps="Agree on a second channel, and on when to change to it, before the first one fails.",
        held={
            "channel_down": Wording(
                "channel down",
                "On the link from {sender} to {receiver}, “{kind}” waited {wait} while {channel} was out of order.",
            ),
        },
    )

    down: tuple[PlannedOutage, ...] = ()
    """Outages known when the scenario is written; those of injects come on top."""

    @cached_property
    def _planned(self) -> Windows:
        return Windows.of((each.at, each.at + each.lasts) for each in self.down)

    def judge(self, item: Item, moment: Moment) -> Passed | Held:  # noqa: ARG002 - a broken channel asks no questions
        """Hold everything until the channel works again."""
        if not (moment.down.is_open(moment.now) or self._planned.is_open(moment.now)):
            return PASSED
        down = Windows.of((*moment.down, *self._planned))
        up = ALWAYS.minus(down).next_open(moment.now)
        return Held(ENDLESS if up is None else up - moment.now, "channel_down")
