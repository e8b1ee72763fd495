"""A small exercise written by hand: a post comes to the school at 0, an offer to the youth organisation at 100.

Times are milliseconds, so that every number in a test can be followed with a finger.
"""

from __future__ import annotations

from collections.abc import Mapping

from tabletop.measures.chronicle import Chronicle
from tabletop.model.barrier import Barrier, Moment, Stage, Wordings
from tabletop.model.item import Item
from tabletop.model.journal import Decided, Ended, Entry, HandedOn, Handled, Injected, Known
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.model.verdict import Passed, Verdict

END = 1000
CONCERN, OFFER, PLAN = "inject/post/concern", "inject/youth_work/offer", "decision/conference/plan"


class Toll(Barrier):
    """A barrier that only lends its name and its fields to accounts."""

    kind = "toll"
    stage = Stage.allowed
    wordings = Wordings(helps="Lift it.")

    def judge(self, item: Item, moment: Moment) -> Verdict:  # noqa: ARG002 - it stands in nobody's way
        return Passed()


WORDS: Mapping[str, object] = {
    "tabletop": 1,
    "title": "A worrying post",
    "clock": {"lasts": "1000ms"},
    "information": {
        "concern": {"sensitive": "personal"},
        "offer": {},
        "plan": {},
        "routine": {},
    },
    "actors": {"school": {}, "city": {"staff": 2}, "social_work": {}, "ngo": {}, "police": {}},
    "roles": {
        "coordinator": {"held_by": "city", "deputy": "social_work"},
        "referrer": {"held_by": "school", "needs": "plan"},
    },
    "channels": {"email": {"barriers": {"slow": Toll()}}, "phone": {}},
    "structures": {"hub": {"links": ({"among": ("school", "city", "ngo"), "channel": "email"},)}},
    "barriers": {"gate": Toll(protects="law"), "shy": Toll()},
    "injects": {
        "post": {"at": "0ms", "to": "school", "brings": "concern"},
        "youth_work": {"at": "100ms", "to": "ngo", "brings": "offer"},
        "sick_leave": {"at": "50ms", "absence": {"actor": "city", "lasts": "100ms"}},
    },
    "decisions": {
        "conference": {
            "by": "coordinator",
            "needs": ("concern", "offer"),
            "takes": "40ms",
            "within": "400ms",
            "decides_anyway": True,
            "tells": {"plan": "referrer"},
        }
    },
    "traffic": {"mail": {"from": "each", "to": "any_other", "every": "1h", "brings": "routine"}},
    "objectives": {"support": {}, "discretion": {}},
    "expectations": {
        "early_warning": {
            "role": "coordinator",
            "knows": "concern",
            "within": "50ms",
            "accurate": 0.7,
            "objective": "support",
        },
        "agreed": {"decision": "conference", "within": "300ms", "objective": "support"},
        "heard": {"role": "referrer", "knows": "plan"},
        "discreet": {"role": "ngo", "must_not_know": "concern", "objective": "discretion"},
    },
}
"""The words of the exercise, as the reader would give them."""


def scenario(**changes: object) -> Scenario:
    return Scenario.model_validate({**WORDS, **changes})


def desk(actor: str, origin: str, *, arrived: int, at: int, queue: int = 0, work: str = "item") -> Handled:
    """A visit that no hand-off brought; what is not queue is handling."""
    kind = "" if work == "decision" else origin.rpartition("/")[2]
    return Handled(at, actor, work, arrived, 0, origin, kind, 0, 0, queue, at - arrived - queue)


def handed(
    number: int,
    way: str,
    account: Mapping[str, int],
    *,
    since: int,
    origin: str,
    parent: int = 0,
    to: tuple[str, ...] = ("coordinator",),
    accuracy: float = 1.0,
    repeat: bool = False,
) -> HandedOn:
    """A hand-off that ended well; the way is written `school>city`."""
    sender, receiver = way.split(">")
    kind, length = origin.rpartition("/")[2], sum(account.values())
    return HandedOn(
        since + length,
        number,
        since,
        sender,
        receiver,
        "email",
        kind,
        origin,
        parent,
        to,
        accuracy,
        repeat,
        tuple(account.items()),
    )


def known(actor: str, at: int, origin: str, *, handoff: int = 0, accuracy: float = 1.0) -> Known:
    return Known(at, actor, origin.rpartition("/")[2], origin, accuracy, handoff)


POST: tuple[Entry, ...] = (
    Injected(0, "post", "brings", ("school",), "concern", CONCERN),
    desk("school", CONCERN, arrived=0, at=10),
    known("school", 10, CONCERN),
)
"""The school comes to know of the post."""

MAILED = handed(
    1,
    "school>city",
    {"email.slow:lost": 20, "delay": 10, "queue": 5, "handling": 15},
    since=10,
    origin=CONCERN,
    accuracy=0.9,
)
HEARD = known("city", 60, CONCERN, handoff=1, accuracy=0.9)
TOLD: tuple[Entry, ...] = (MAILED, HEARD)
"""The city hears of it."""

OFFERED: tuple[Entry, ...] = (
    Injected(100, "youth_work", "brings", ("ngo",), "offer", OFFER),
    desk("ngo", OFFER, arrived=100, at=120),
    known("ngo", 120, OFFER),
)
"""The youth organisation has an offer to make."""

OFFER_TOLD: tuple[Entry, ...] = (
    handed(2, "ngo>city", {"gate:approval": 60, "delay": 20}, since=120, origin=OFFER),
    known("city", 200, OFFER, handoff=2),
)
"""The city hears of the offer, when a lawyer has approved."""

DECISION = Decided(260, "conference", ("city",), 200, 400, at_deadline=False, missing=(), quality=0.95)
CONFERENCE: tuple[Entry, ...] = (
    desk("city", "conference", arrived=200, at=260, queue=20, work="decision"),
    DECISION,
    known("city", 260, PLAN),
)
"""The city decides."""

PLAN_TOLD: tuple[Entry, ...] = (
    handed(3, "city>school", {"delay": 40}, since=260, origin=PLAN, to=("referrer",)),
    known("school", 300, PLAN, handoff=3),
)
"""The school hears what became of it."""

ENDED: tuple[Entry, ...] = (Ended(END),)

WHOLE: tuple[Entry, ...] = (*POST, *TOLD, *OFFERED, *OFFER_TOLD, *CONFERENCE, *PLAN_TOLD, *ENDED)
"""The whole exercise."""


def played(entries: tuple[Entry, ...] = WHOLE, **changes: object) -> Chronicle:
    return Chronicle(Record(scenario(**changes), "hub", seed=1, replication=0, journal=entries))
