"""Letters of all scripts, and signs that act on a screen."""

from __future__ import annotations

from tests.reading.hostile.city import Case, barrier, city, clock, police

CASES = (
    Case("a title in Arabic", city("title: منشور مقلق")),
    Case("a mark of direction in a text is kept", city("title: A\u200fcity\u200e\u061c")),
    Case(
        "a right-to-left override",
        city("title: A \u202e ytic"),
        ("city.yaml:2:10: U+202E (right-to-left override) cannot stand in a scenario (remove it)",),
    ),
    Case(
        "a left-to-right override in double quotes",
        city('title: "A \\u202d city"'),
        ("city.yaml:2:8: title: U+202D (left-to-right override) cannot stand in a text (remove it)",),
    ),
    Case(
        "an embedding that is not ended",
        city("title: A \u202b city"),
        (
            "city.yaml:2:10: U+202B changes the writing direction and has no partner in this line (remove it, or pair it in the same line)",
        ),
    ),
    Case("an embedding that is ended", city("title: A \u2067 city \u2069 here")),
    Case(
        "an escape that makes a NUL",
        city('title: "A\\0city"'),
        (
            "city.yaml:2:8: title: U+0000 (the sign of a file that is no text) cannot stand in a text (remove it)",
        ),
    ),
    Case(
        "Arabic digits as people",
        police("staff: ٣"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number, got '٣' (write 3)",),
    ),
    Case(
        "Arabic digits as a time",
        police("handling: ٢٠m"),
        ("city.yaml:7:12: actors.police.handling: write the digits as in English: 20m",),
    ),
    Case(
        "Arabic digits as a share",
        barrier("trust: {otherwise: ٩٥٪}"),
        ("city.yaml:10:11: barriers.trust.otherwise: write the digits as in English: 95%",),
    ),
    Case(
        "Arabic digits as hours",
        police("hours: Mon-Fri ٠٨:٠٠-١٦:٠٠"),
        ("city.yaml:7:12: actors.police.hours: write the digits as in English: Mon-Fri 08:00-16:00",),
    ),
    Case(
        "Arabic digits as a date",
        clock("starts: ٢٠٢٦-٠٣-٠٢ ٠٨:٠٠, lasts: 1d"),
        ("city.yaml:3:9: clock.starts: write the digits as in English: 2026-03-02 08:00",),
    ),
    Case(
        "an id in Cyrillic",
        city("roles: {водач: {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key 'водач': expected a name of small letters a to z, digits and _ that begins with a letter",
        ),
    ),
    Case(
        "an id with a letter that only looks like one",
        city("roles: {lеad: {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key 'lеad': expected a name of small letters a to z, digits and _ that begins with a letter (write l_ad)",
        ),
    ),
    Case(
        "an id with capitals",
        city("roles: {Lead: {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key 'Lead': expected a name of small letters a to z, digits and _ that begins with a letter (write lead)",
        ),
    ),
    Case("an emoji in a title", city("title: A city 🏙")),
    Case("zero width joiners in Persian", city("title: می\u200cخواهم")),
    Case("letters of which each is made of many signs", city("title: A" + "\u0301" * 500)),
    Case("a private character", city("title: A \ue000")),
    Case(
        "an unassigned last character",
        city("title: A \uffff"),
        ("city.yaml:2:10: U+FFFF cannot stand in a scenario (remove it)",),
    ),
    Case(
        "a minus of mathematics",
        police("handling: −5m"),
        ("city.yaml:7:12: actors.police.handling: a duration cannot be negative: 5m?",),
    ),
    Case(
        "a no-break space between key and value",
        police("staff:\u00a02"),
        (
            "city.yaml:7:12: actors.police.staff:\\xa02: 'staff:\\xa02' has no value (write a space after its colon)",
        ),
    ),
    Case(
        "a soft hyphen in a key is made visible",
        police("handling: {least: 1h, \u00adlikely: 2h, most: 3h}"),
        (
            "city.yaml:7:12: actors.police.handling: expected a time such as 2h, 1h to 4h, {least: 30m, likely: 2h, most: 2d}, {half_within: 1h, nine_in_ten_within: 6h} or {on_average: 2h}; got the keys least, \\xadlikely, most",
        ),
    ),
)
"""Every case of this sort."""
