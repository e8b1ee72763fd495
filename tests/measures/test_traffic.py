from __future__ import annotations

from tabletop.measures.spread import Spread, spread
from tabletop.measures.traffic import Stream, streams
from tabletop.model.journal import Entry, Stopped
from tests.measures.played import ENDED, handed, played


def mail(number: int, way: str, *, since: int, n: int, parent: int = 0, **account: int) -> Entry:
    return handed(
        number, way, account, since=since, origin=f"traffic/mail/school/{n}", parent=parent, to=("ngo",)
    )


JOURNAL = (
    mail(1, "school>city", since=0, n=0, delay=10, queue=20, handling=10),
    mail(2, "city>ngo", since=40, n=0, parent=1, delay=10, shut=5, absent=5, handling=10),
    mail(3, "school>ngo", since=100, n=1, delay=10),
    mail(4, "school>city", since=200, n=2, delay=10),
    Stopped(
        210,
        5,
        210,
        "city",
        "ngo",
        "",
        "routine",
        "traffic/mail/school/2",
        4,
        ("ngo",),
        "",
        "no_route",
        210,
        (),
    ),
    *ENDED,
)


def test_a_stream_counts_what_was_sent_and_times_what_arrived_over_all_hops() -> None:
    found = streams(played(JOURNAL))
    sojourn, queue = spread([70, 10]), spread([30, 0])
    assert found == {"mail": Stream("mail", 3, 2, 1, 0, sojourn, queue)}


def test_what_was_sent_in_the_warm_up_is_left_out() -> None:
    clock = {"lasts": "1000ms", "measure_from": "50ms"}
    found = streams(played(JOURNAL, clock=clock))["mail"]
    assert (found.sent, found.arrived, found.sojourn) == (2, 1, Spread(1, 10.0, None, (10.0, 10.0, 10.0)))


def test_a_stream_in_which_nothing_was_sent_has_no_spread() -> None:
    nothing = Spread(0, None, None, (None, None, None))
    assert streams(played(ENDED)) == {"mail": Stream("mail", 0, 0, 0, 0, nothing, nothing)}


def test_quantiles_lie_straight_between_the_two_nearest() -> None:
    assert spread([4, 1, 3, 2]) == Spread(4, 2.5, (5 / 3) ** 0.5, (2.5, 3.7, 3.8499999999999996))
