"""Numbers and files beyond all measure."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city, clock, police

CASES = (
    Case(
        "a number of five thousand digits",
        police("staff: " + "9" * 5_000),
        (
            "city.yaml:7:19: actors.police.staff: 99999999999999999999… is larger or longer than a number may be (write at most 18 digits, or put it in quotes for a text)",
        ),
    ),
    Case(
        "an infinite number",
        police("unsure: .inf"),
        (
            "city.yaml:7:20: actors.police.unsure: .inf is not a number that can be counted with (write a number, or '.inf' for a text)",
        ),
    ),
    Case(
        "what is no number",
        police("unsure: .nan"),
        (
            "city.yaml:7:20: actors.police.unsure: .nan is not a number that can be counted with (write a number, or '.nan' for a text)",
        ),
    ),
    Case(
        "a number too large for a machine",
        police("unsure: 1e999"),
        (
            "city.yaml:7:20: actors.police.unsure: 1e999 is larger or longer than a number may be (write at most 18 digits, or put it in quotes for a text)",
        ),
    ),
    Case(
        "a number too small to be told from nought",
        police("unsure: 1e-400"),
        ("city.yaml:7:12: actors.police.unsure: expected a number above 0.0, got 1e-400",),
    ),
    Case(
        "a million people",
        police("staff: 1000000"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number of at most 100000, got 1000000",),
    ),
    Case(
        "an exercise of eleven years",
        clock("lasts: 4015d"),
        ("city.yaml:3:9: clock.lasts: 4015d is more than 3653 d, the longest allowed here",),
        beyond_schema="the size of a time",
    ),
    Case("an exercise of ten years", clock("lasts: 3650d")),
    Case(
        "an exercise of no time",
        clock("lasts: 0h"),
        ("city.yaml:3:9: clock.lasts: expected a duration longer than 0, got 0h",),
        beyond_schema="the size of a time",
    ),
    Case(
        "a meeting each second for a year",
        city(
            "clock: {lasts: 365d}",
            "channels:\n  email: {barriers: {periodic_meeting: {every: 1s, lasts: 1s}}}",
        ),
        (
            "city.yaml:8:41: channels.email.barriers.periodic_meeting.every: every 1 s makes more than 100,000 sessions before EndEx",
        ),
    ),
    Case(
        "many meetings each minute",
        city(
            "clock: {lasts: 60d}",
            "channels:\n  email: {}\n"
            + "".join(
                f"  c{n}: {{barriers: {{periodic_meeting: {{every: 1m, lasts: 1m}}}}}}\n" for n in range(12)
            ),
        ),
        (
            "city.yaml:14:19: channels.c5.barriers.periodic_meeting: the meetings have more than 500,000 sessions together (let them meet less often, or make clock.lasts shorter)",
        ),
    ),
    Case(
        "ten thousand copies and four actors",
        city("actors: {school: {}, police: {}, ngo: {copies: 10000}, office: {}}"),
        ("city.yaml:5:1: actors: actors has more than 10,000 entries, copies included (split the exercise)",),
    ),
    Case(
        "no copies",
        police("copies: 0"),
        ("city.yaml:7:12: actors.police.copies: expected a whole number from 1 to 10,000, got 0",),
    ),
    Case(
        "too many copies of one",
        police("copies: 10001"),
        ("city.yaml:7:12: actors.police.copies: expected a whole number from 1 to 10,000, got 10001",),
    ),
    Case(
        "copies in words",
        police("copies: many"),
        ("city.yaml:7:12: actors.police.copies: expected a whole number from 1 to 10,000, got many",),
    ),
    Case(
        "copies of what is large",
        city(
            "actors:\n  school: {barriers: {trust: {pairs: ["
            + "{shares: 50%}, " * 2_000
            + "]}}, copies: 9000}\n  police: {}\n  ngo: {}\n  office: {}"
        ),
        (
            "city.yaml:5:1: actors: written out, `defaults`, `like` and `copies` make more than 1,000,000 values (let fewer entries share so much)",
        ),
    ),
    Case(
        "a default that is large",
        city(
            "defaults: {actors: {barriers: {trust: {pairs: [" + "{shares: 50%}, " * 2_000 + "]}}}}",
            "actors: {school: {}, police: {}, ngo: {copies: 900}, office: {}}",
        ),
        (
            "city.yaml:5:1: actors: written out, `defaults`, `like` and `copies` make more than 1,000,000 values (let fewer entries share so much)",
        ),
    ),
    Case(
        "more actors than may be",
        city("actors:\n" + "".join(f"  a{n}: {{}}\n" for n in range(10_001))),
        (
            "city.yaml:5:1: actors has more than 10,000 entries (split the exercise)",
            "city.yaml:10008:16: roles.lead.held_by: there is no actor 'school'",
            "city.yaml:10010:38: structures.team.links.0.among.0: there is no actor or role 'school'",
            "city.yaml:10010:46: structures.team.links.0.among.1: there is no actor or role 'police'",
            "city.yaml:10010:54: structures.team.links.0.among.2: there is no actor or role 'ngo'",
        ),
    ),
    Case(
        "a file of more than five megabytes",
        city() + "#" * 5 * 1024 * 1024,
        (
            "city.yaml: the file is larger than 5 MiB (use `copies` for actors that are alike, and `traffic` for what recurs)",
        ),
    ),
    Case(
        "two hundred thousand values",
        city("discussion: [" + "a, " * 200_000 + "]"),
        (
            "city.yaml:9:599900: discussion.199962: the file holds more than 200,000 values (use `copies` for actors that are alike, and `traffic` for what recurs)",
        ),
    ),
    Case(
        "fifty levels",
        city("summary: " + "[" * 50 + "]" * 50),
        (
            "city.yaml:9:49: summary.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0: more than 40 mappings and lists stand inside each other (bring them to fewer levels)",
        ),
    ),
    Case(
        "an id of sixty-four letters",
        city("roles: {" + "a" * 64 + ": {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…': expected a name of small letters a to z, digits and _ that begins with a letter",
        ),
    ),
    Case(
        "an id of a thousand letters is quoted short",
        city("roles: {lead: {held_by: " + "a" * 1_000 + "}}"),
        (
            "city.yaml:6:16: roles.lead.held_by: expected a name of small letters a to z, digits and _ that begins with a letter, got 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'",
        ),
    ),
    Case("a title of a million letters", city("title: " + "a" * 1_000_000)),
    Case(
        "an unknown key of a thousand letters is quoted short",
        police("b" * 1_000 + ": 1"),
        ("city.yaml:7:12: actors.police: unknown key 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…'",),
    ),
    Case(
        "thirty slips are counted after twenty",
        police("staff: 0, " + ", ".join(f"key{n}: 1" for n in range(30))),
        (
            "city.yaml:7:12: actors.police.staff: expected a whole number of at least 1, got 0",
            "city.yaml:7:22: actors.police: unknown key 'key0'",
            "city.yaml:7:31: actors.police: unknown key 'key1'",
            "city.yaml:7:40: actors.police: unknown key 'key2'",
            "city.yaml:7:49: actors.police: unknown key 'key3'",
            "city.yaml:7:58: actors.police: unknown key 'key4'",
            "city.yaml:7:67: actors.police: unknown key 'key5'",
            "city.yaml:7:76: actors.police: unknown key 'key6'",
            "city.yaml:7:85: actors.police: unknown key 'key7'",
            "city.yaml:7:94: actors.police: unknown key 'key8'",
            "city.yaml:7:103: actors.police: unknown key 'key9'",
            "city.yaml:7:112: actors.police: unknown key 'key10'",
            "city.yaml:7:122: actors.police: unknown key 'key11'",
            "city.yaml:7:132: actors.police: unknown key 'key12'",
            "city.yaml:7:142: actors.police: unknown key 'key13'",
            "city.yaml:7:152: actors.police: unknown key 'key14'",
            "city.yaml:7:162: actors.police: unknown key 'key15'",
            "city.yaml:7:172: actors.police: unknown key 'key16'",
            "city.yaml:7:182: actors.police: unknown key 'key17'",
            "city.yaml:7:192: actors.police: unknown key 'key18'",
            "city.yaml: and 11 more problems",
        ),
    ),
    Case(
        "timetables beyond measure",
        city(
            "clock: {lasts: 3650d}",
            "actors:\n  school: {}\n  police: {}\n  ngo: {}\n  office: {}\n"
            + "".join(
                f"  a{n}: {{hours: Mon {n // 60 % 20:02}:{n % 60:02}-{20 + n // 1200:02}:{n % 59:02}}}\n"
                for n in range(2_000)
            ),
        ),
        (
            "city.yaml:5:1: actors: 2,001 different timetables over 3,651 days are more than can be kept (let more actors keep the same hours, or make clock.lasts shorter)",
        ),
    ),
    Case(
        "five hundred unknown parts of a time are named short",
        police("handling: {" + ", ".join(f"k{number}: 1h" for number in range(500)) + "}"),
        (
            "city.yaml:7:12: actors.police.handling: expected a time such as 2h, 1h to 4h, {least: 30m, likely: 2h, most: 2d}, {half_within: 1h, nine_in_ten_within: 6h} or {on_average: 2h}; got the keys k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12, k1…",
        ),
    ),
)
"""Every case of this sort."""
