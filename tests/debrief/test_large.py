"""Five thousand hand-offs between thirty partners are told in a page of less than a megabyte, thinned out honestly."""

from __future__ import annotations

import re
import time
from functools import cache

from tabletop.debrief import DebriefView, html, provenance, view
from tabletop.debrief.charts.web import MOST_LINES, Strand, web
from tabletop.engine import run
from tabletop.model.record import Record
from tabletop.reading import Source, read
from tests.debrief.html_page import Page

PARTNERS = 30
ITEMS = 6

WORDS = f"""
tabletop: 1
title: A crowd
clock: {{starts: 2026-03-02 08:00, time_zone: UTC, lasts: 90d}}
information: {{{", ".join(f"word{number}: {{}}" for number in range(ITEMS))}}}
actors:
  partner: {{title: Partner, copies: {PARTNERS}, handling: 1m}}
roles: {{all: {{held_by: partner, acts: all, needs: [{", ".join(f"word{number}" for number in range(ITEMS))}]}}}}
channels: {{post: {{title: Post, delay: {{on_average: 2h}}}}}}
structures: {{crowd: {{shape: complete, channel: post, sharing: everyone}}}}
injects:
{"".join(f"  said{number}: {{at: {number * 10}d, to: partner_{number + 1}, brings: word{number}}}" + chr(10) for number in range(ITEMS))}
"""


@cache
def played() -> Record:
    return run(read(Source("crowd", "crowd.yaml", WORDS.encode())))


def seen() -> DebriefView:
    return view(played(), reruns=None, gains=None, provenance=provenance(played(), reruns=0, command=""))


def test_the_page_is_small_quick_and_says_what_it_leaves_out() -> None:
    began = time.process_time()
    shown = seen()
    page = html.render(shown)
    assert time.process_time() - began < 3.0
    assert len(page.encode()) < 1_000_000
    assert Page(page).wrong == []
    told = re.search(r"(\d+) of (\d+) hand-offs are drawn", page)
    assert told is not None
    assert int(told[1]) < int(told[2])
    handoffs = len([each for each in played().journal if type(each).__name__ == "HandedOn"])
    assert handoffs > 5000


def test_the_network_of_many_draws_its_busiest_lines_and_counts_the_others() -> None:
    partners = [(f"p{number}", f"Partner {number}") for number in range(PARTNERS)]
    pairs = [(one, other) for one in range(PARTNERS) for other in range(one + 1, PARTNERS)]
    strands = [Strand(f"p{one}", f"p{other}", 1 + one, "") for one, other in pairs]
    drawn = web(partners, strands, busy=frozenset(["p0"]))
    assert len(drawn.threads) == MOST_LINES
    assert drawn.left_out == len(pairs) - MOST_LINES
    busiest = sorted((each.count for each in strands), reverse=True)[:MOST_LINES]
    assert sorted((each.count for each in drawn.threads), reverse=True) == busiest
    assert not drawn.named
    assert [each.number for each in drawn.knots if each.busy] == [1]


def test_no_two_partners_stand_in_one_place() -> None:
    for count in (1, 2, 8, 14, 15, 30, 60):
        partners = [(f"p{number}", f"Partner {number}") for number in range(count)]
        strands = [Strand("p0", f"p{number}", 2, "") for number in range(1, count)]
        places = {
            (round(each.x, 3), round(each.y, 3)) for each in web(partners, strands, busy=frozenset()).knots
        }
        assert len(places) == count
        assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in places)
