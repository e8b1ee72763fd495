from __future__ import annotations

from tabletop.compare.instead import instead_of
from tabletop.model.journal import Stopped
from tests.measures.played import CONCERN, ENDED, HEARD, OFFER, POST, handed, played

MAILED = handed(1, "school>city", {"email.slow:lost": 30, "shy:waits": 20}, since=10, origin=CONCERN)
RUNG = handed(1, "school>city", {"shy:waits": 45, "queue": 5}, since=10, origin=CONCERN)
EARLY_WARNING = {"early_warning": {"role": "coordinator", "knows": "concern"}}
NOTHING_EXPECTED: dict[str, object] = {}


def test_what_grew_on_the_critical_path_is_what_it_waited_for_instead() -> None:
    before = played((*POST, MAILED, HEARD, *ENDED), expectations=EARLY_WARNING)
    after = played((*POST, RUNG, HEARD, *ENDED), expectations=EARLY_WARNING)
    assert instead_of("email.slow", before, after) == ("shy:waits", "queue")


def test_without_a_critical_path_the_hand_offs_are_compared() -> None:
    before = played((*POST, MAILED, HEARD, *ENDED), expectations=NOTHING_EXPECTED)
    after = played((*POST, RUNG, HEARD, *ENDED), expectations=NOTHING_EXPECTED)
    assert instead_of("email.slow", before, after) == ("shy:waits", "queue")


def test_what_stopped_it_instead_counts_for_most() -> None:
    way = ("school", "city", "email", "concern", CONCERN, 0, ("coordinator",))
    withheld = Stopped(30, 1, 10, *way, "shy", "withheld", None, (("email.slow:lost", 20),))
    refused = Stopped(60, 1, 10, *way, "gate", "refused", None, (("queue", 50),))
    before = played((*POST, withheld, *ENDED), expectations=NOTHING_EXPECTED)
    after = played((*POST, refused, *ENDED), expectations=NOTHING_EXPECTED)
    assert instead_of("shy", before, after) == ("gate:refused", "queue")


def test_other_items_do_not_count() -> None:
    other = handed(2, "ngo>city", {"queue": 500}, since=120, origin=OFFER)
    before = played((*POST, MAILED, HEARD, *ENDED), expectations=NOTHING_EXPECTED)
    after = played((*POST, RUNG, HEARD, other, *ENDED), expectations=NOTHING_EXPECTED)
    assert instead_of("email.slow", before, after) == ("shy:waits", "queue")
