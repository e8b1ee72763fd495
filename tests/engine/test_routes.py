"""Who is told, by which way: roles that need a kind, whoever acts for them, and the links that carry it."""

from __future__ import annotations

from tabletop.model.journal import HandedOn, Stopped
from tests.engine.stories import handoffs, known, play

LINE = """
information: {news: {}}
actors: {a: {}, b: {}, c: {}, d: {}}
channels: {mail: {delay: 1h}}
structures: {s: {shape: chain, order: [a, b, c, d], channel: mail}}
injects: {post: {at: 0h, to: a, brings: news}}
"""


def test_a_role_is_told_because_it_says_that_it_needs_a_kind() -> None:
    record = play(LINE + "roles: {reader: {held_by: c, needs: [news]}}")
    assert known(record) == ["0:00 a news", "1:00 b news", "2:00 c news"]


def test_a_role_is_told_because_a_decision_of_it_needs_a_kind() -> None:
    record = play(LINE + "tasks: {look: {by: b, needs: [news]}}")
    assert known(record) == ["0:00 a news", "1:00 b news"]


def test_a_role_is_told_because_an_expectation_names_a_kind() -> None:
    record = play(LINE + "expectations: {soon: {role: b, knows: news, within: 1d}}")
    assert known(record) == ["0:00 a news", "1:00 b news"]


def test_nobody_is_told_of_what_nobody_needs() -> None:
    assert handoffs(play(LINE)) == []


def test_one_hand_off_goes_to_each_next_hop_and_carries_all_who_lie_behind_it() -> None:
    record = play(LINE + "roles: {one: {held_by: c, needs: [news]}, two: {held_by: d, needs: [news]}}")
    told = [(entry.receiver, entry.recipients) for entry in record.journal if isinstance(entry, HandedOn)]
    assert told == [("b", ("one", "two")), ("c", ("one", "two")), ("d", ("two",))]


def test_a_role_to_which_no_link_leads_is_a_breakdown_where_it_is_noticed() -> None:
    record = play(
        LINE.replace("order: [a, b, c, d]", "members: [a, b, c]")
        + "roles: {reader: {held_by: d, needs: [news]}}"
    )
    assert handoffs(record) == ["0:00-0:00 a>d: stopped no_route"]


def test_a_link_that_names_the_kind_goes_before_one_that_carries_all() -> None:
    record = play("""
information: {news: {}, rest: {}}
actors: {a: {}, b: {}}
roles: {reader: {held_by: b, needs: [news, rest]}}
channels: {mail: {delay: 1h}, phone: {delay: 5m}}
structures:
  s: {links: [{from: a, to: b, channel: mail}, {from: a, to: b, channel: phone, carries: [news]}]}
injects: {post: {at: 0h, to: a, brings: news}, other: {at: 0h, to: a, brings: rest}}
""")
    assert handoffs(record) == ["0:00-0:05 a>b: delay 5m", "0:00-1:00 a>b: delay 60m"]


DEPUTY = """
information: {news: {}}
actors: {a: {}, b: {}, c: {}, d: {}}
channels: {mail: {delay: 1h}}
structures: {s: {shape: complete, channel: mail}}
"""


def test_a_deputy_is_told_while_the_holder_is_absent() -> None:
    record = play(
        DEPUTY
        + """
roles: {reader: {held_by: b, deputy: [c, d], needs: [news]}}
injects:
  away: {at: 0h, absence: {actor: b, lasts: 150m}}
  one: {at: 1h, to: a, brings: news}
  two: {at: 3h, to: a, brings: news}
"""
    )
    assert known(record) == ["1:00 a news", "2:00 c news", "3:00 a news", "4:00 b news"]


def test_a_deputy_who_is_absent_too_is_passed_over() -> None:
    record = play(
        DEPUTY
        + """
roles: {reader: {held_by: b, deputy: [c, d], needs: [news]}}
injects:
  away: {at: 0h, absence: {actor: b, lasts: 1d}}
  gone: {at: 0h, absence: {actor: c, lasts: 1d}}
  one: {at: 1h, to: a, brings: news}
"""
    )
    assert known(record) == ["1:00 a news", "2:00 d news"]


def test_off_hours_are_no_absence_and_call_no_deputy() -> None:
    record = play(
        DEPUTY.replace("b: {}", "b: {hours: 08:00-16:00}")
        + """
roles: {reader: {held_by: b, deputy: c, needs: [news]}}
injects: {post: {at: 1h, to: a, brings: news}}
"""
    )
    assert handoffs(record) == ["1:00-8:00 a>b: delay 60m, shut 360m"]


def test_what_lies_on_the_desk_of_an_absent_holder_stays_there() -> None:
    record = play(
        DEPUTY.replace("b: {}", "b: {handling: 1h}")
        + """
roles: {reader: {held_by: b, deputy: c, needs: [news]}}
injects: {post: {at: 0h, to: a, brings: news}, away: {at: 1h 30m, absence: {actor: b, lasts: 5h}}}
"""
    )
    assert known(record) == ["0:00 a news", "7:00 b news"]


def test_whoever_acts_is_found_anew_at_each_hop() -> None:
    """The holder leaves while the item is on its way to the hub, which then sends it to the deputy."""
    record = play("""
information: {news: {}}
actors: {a: {}, hub: {}, b: {}, c: {}}
roles: {reader: {held_by: b, deputy: c, needs: [news]}}
channels: {mail: {delay: 1h}}
structures: {s: {shape: star, hub: hub, channel: mail}}
injects: {post: {at: 0h, to: a, brings: news}, away: {at: 30m, absence: {actor: b, lasts: 1d}}}
""")
    assert known(record) == ["0:00 a news", "1:00 hub news", "2:00 c news"]


def test_of_a_role_that_any_may_act_for_the_first_holder_present_is_told() -> None:
    roles = "roles: {reader: {held_by: [b, c], needs: [news]}}\n"
    post = "injects: {post: {at: 1h, to: a, brings: news}"
    away = ", away: {at: 0h, absence: {actor: b, lasts: 1d}}"
    assert known(play(DEPUTY + roles + post + "}"))[1:] == ["2:00 b news"]
    assert known(play(DEPUTY + roles + post + away + "}"))[1:] == ["2:00 c news"]


def test_of_a_role_that_all_act_for_each_holder_is_told_once() -> None:
    record = play(
        DEPUTY
        + """
roles: {reader: {held_by: [b, c], acts: all, needs: [news]}}
injects: {post: {at: 0h, to: a, brings: news}}
"""
    )
    assert handoffs(record) == ["0:00-1:00 a>b: delay 60m", "0:00-1:00 a>c: delay 60m"]


def test_the_name_of_copies_stands_for_each_of_them_in_a_role() -> None:
    record = play("""
information: {news: {}}
actors: {a: {}, district: {copies: 2}}
roles: {reader: {held_by: district, acts: all, needs: [news]}}
channels: {mail: {delay: 1h}}
structures: {s: {links: [{from: a, to: district, channel: mail}]}}
injects: {post: {at: 0h, to: a, brings: news}}
""")
    assert known(record) == ["0:00 a news", "1:00 district_1 news", "1:00 district_2 news"]


def test_sharing_with_everyone_tells_all_links_but_the_one_it_came_from() -> None:
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}}
channels: {mail: {delay: 1h}}
structures: {s: {shape: chain, order: [a, b, c], channel: mail, sharing: everyone}}
injects: {post: {at: 0h, to: b, brings: news}}
""")
    assert handoffs(record) == ["0:00-1:00 b>a: delay 60m", "0:00-1:00 b>c: delay 60m"]


def test_under_sharing_with_everyone_each_tells_once() -> None:
    """In a ring of three the item crosses two links from the first, and one between the other two each way."""
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}}
channels: {mail: {delay: 1h}}
structures: {s: {shape: complete, channel: mail, sharing: everyone}}
injects: {post: {at: 0h, to: a, brings: news}}
""")
    assert handoffs(record) == [
        "0:00-1:00 a>b: delay 60m",
        "0:00-1:00 a>c: delay 60m",
        "1:00-2:00 b>c: again delay 60m",
        "1:00-2:00 c>b: again delay 60m",
    ]


def test_under_sharing_with_everyone_each_of_two_first_holders_tells() -> None:
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}, d: {}}
channels: {mail: {delay: 1h}}
structures:
  s: {sharing: everyone, links: [{between: [a, c], channel: mail}, {between: [b, d], channel: mail}]}
injects: {post: {at: 0h, to: [a, b], brings: news}}
""")
    assert known(record) == ["0:00 a news", "0:00 b news", "1:00 c news", "1:00 d news"]


def test_a_group_channel_reaches_all_members_of_its_link_at_once() -> None:
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {list: {delay: 1h, group: true}}
structures: {s: {links: [{among: [a, b, c], channel: list}]}}
injects: {post: {at: 0h, to: a, brings: news}}
""")
    assert known(record) == ["0:00 a news", "1:00 b news", "1:00 c news"]


def test_a_stopped_hand_off_is_not_sent_another_way() -> None:
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}}
roles: {reader: {held_by: c, needs: [news]}}
channels: {mail: {barriers: {lossy_channel: {loss: 100%}}}, post: {}}
structures:
  s:
    links:
      - {from: a, to: c, channel: mail}
      - {from: a, to: b, channel: post}
      - {from: b, to: c, channel: post}
injects: {post: {at: 0h, to: a, brings: news}}
""")
    assert handoffs(record) == ["0:00-0:00 a>c: stopped never_noticed"]
    assert [entry.sender_learns for entry in record.journal if isinstance(entry, Stopped)] == [None]
