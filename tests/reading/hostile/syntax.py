"""What is no YAML, or not the YAML that was meant."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city, police

CASES = (
    Case(
        "an empty file", "", ("city.yaml:1:1: the file is empty (begin with 'tabletop: 1' and 'title: …')",)
    ),
    Case(
        "nothing but a comment",
        "# later\n",
        ("city.yaml:1:1: the file is empty (begin with 'tabletop: 1' and 'title: …')",),
    ),
    Case(
        "a list",
        "- police\n- school\n",
        ("city.yaml:1:1: the file is a list (write 'key: value' lines without dashes at the left edge)",),
    ),
    Case(
        "one text",
        "police\n",
        ("city.yaml:1:1: the file is one text (write 'key: value' lines, with a space after each colon)",),
    ),
    Case(
        "a bracket that is never closed",
        city("roles: {lead: {held_by: [school}}"),
        ("city.yaml:6:32: the } here closes nothing (remove it)",),
    ),
    Case(
        "a hundred thousand opening brackets",
        "a: " + "[" * 100_000,
        (
            "city.yaml:1:43: a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0: more than 40 mappings and lists stand inside each other (bring them to fewer levels)",
        ),
    ),
    Case(
        "a hundred thousand opening braces",
        "{a: " * 100_000,
        (
            "city.yaml:1:161: a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a: more than 40 mappings and lists stand inside each other (bring them to fewer levels)",
        ),
    ),
    Case(
        "a hundred thousand dashes",
        "- " * 100_000,
        (
            "city.yaml:1:81: 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0: more than 40 mappings and lists stand inside each other (bring them to fewer levels)",
        ),
    ),
    Case(
        "a tab that indents",
        city("roles:\n\tlead: {held_by: school}"),
        (
            "city.yaml:7:1: a tab stands in the indentation, where YAML reads only spaces (replace it by spaces)",
        ),
    ),
    Case(
        "a quote that is never closed",
        city('title: "A city'),
        (
            "city.yaml:2:8: the quotation mark opened here is never closed (close it; an apostrophe in a text between '…' is written twice)",
        ),
    ),
    Case(
        "a colon inside a text without quotes",
        city("title: Act one: the post"),
        (
            "city.yaml:2:15: a colon and a space inside a text begin a new key, which cannot stand here (put the text in quotes)",
        ),
    ),
    Case(
        "a comma that cuts a text in two",
        police("title: Police, local"),
        (
            "city.yaml:7:27: actors.police.local: 'local' has no value (a comma inside { } ends a text there: put the text in quotes, or on a line of its own)",
        ),
    ),
    Case(
        "a colon without a space after it",
        police("staff:2"),
        ("city.yaml:7:12: actors.police.staff:2: 'staff:2' has no value (write a space after its colon)",),
    ),
    Case(
        "a key without a colon",
        city("roles:\n  lead"),
        ("city.yaml:6:1: roles: expected keys and values, got 'lead'",),
    ),
    Case(
        "wrong indentation",
        city("roles:\n  lead:\n      held_by: school\n    needs: [plan]"),
        ("city.yaml:9:5: no key can begin here (give the line the same indentation as its neighbours)",),
    ),
    Case(
        "two documents",
        city() + "---\ntitle: Another\n",
        ("city.yaml:9:1: a second document begins here (keep one scenario to a file)",),
    ),
    Case(
        "a question mark as a key",
        city("? title\n: A city"),
        (
            "city.yaml:9:3: title: the key 'title' stands here again; the first is in line 2 (keep one of them)",
        ),
    ),
    Case(
        "a percent sign at the beginning",
        "%YAML 1.1\n---\n" + city(),
        ("city.yaml:1:1: the directive '%YAML 1.1' is not known (remove it)",),
    ),
    Case(
        "a text in block form with a wrong indicator",
        city("summary: |9x\n  text"),
        ("city.yaml:9:12: the text after | or > begins on the next line (break the line after the sign)",),
    ),
    Case(
        "an unknown escape in double quotes",
        city('title: "\\z"'),
        (
            "city.yaml:2:9: the backslash here begins no escape that YAML knows (write two backslashes, or use single quotes)",
        ),
    ),
)
"""Every case of this sort."""
