"""What YAML can and a scenario does not."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city, police

CASES = (
    Case(
        "an anchor",
        police("title: &p Police"),
        (
            "city.yaml:7:19: actors.police.title: anchors (&p) are not read (remove it, or put the text in quotes)",
        ),
    ),
    Case(
        "an alias",
        city("actors: {school: &s {}, police: *s, ngo: {}, office: {}}"),
        (
            "city.yaml:5:18: actors.school: anchors (&s) are not read (remove it, or put the text in quotes)",
            "city.yaml:5:33: actors.police: references (*s) are not read (write the part out, or put the text in quotes)",
        ),
    ),
    Case(
        "an alias bomb",
        "a: &a [x, x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9)),
        (
            "city.yaml:1:1: missing 'actors'",
            "city.yaml:1:1: missing 'clock'",
            "city.yaml:1:1: missing 'information'",
            "city.yaml:1:1: missing 'structures'",
            "city.yaml:1:1: missing 'tabletop'",
            "city.yaml:1:1: missing 'title'",
            "city.yaml:1:1: unknown key 'a'",
            "city.yaml:1:4: a: anchors (&a) are not read (remove it, or put the text in quotes)",
            "city.yaml:2:1: unknown key 'b'",
            "city.yaml:2:4: b: anchors (&b) are not read (remove it, or put the text in quotes)",
            "city.yaml:2:8: b.0: references (*a) are not read (write the part out, or put the text in quotes)",
            "city.yaml:2:12: b.1: references (*a) are not read (write the part out, or put the text in quotes)",
            "city.yaml:3:1: unknown key 'c'",
            "city.yaml:3:4: c: anchors (&c) are not read (remove it, or put the text in quotes)",
            "city.yaml:3:8: c.0: references (*b) are not read (write the part out, or put the text in quotes)",
            "city.yaml:3:12: c.1: references (*b) are not read (write the part out, or put the text in quotes)",
            "city.yaml:4:1: unknown key 'd'",
            "city.yaml:4:4: d: anchors (&d) are not read (remove it, or put the text in quotes)",
            "city.yaml:4:8: d.0: references (*c) are not read (write the part out, or put the text in quotes)",
            "city.yaml:4:12: d.1: references (*c) are not read (write the part out, or put the text in quotes)",
            "city.yaml: and 24 more problems",
        ),
    ),
    Case(
        "a merge key",
        police("<<: {staff: 2}"),
        (
            "city.yaml:7:12: actors.police: merge keys (<<) are not read (write the entries out; actors can use `like`)",
        ),
    ),
    Case(
        "a tag that would run a program",
        city("title: !!python/object/apply:os.system ['true']"),
        (
            "city.yaml:2:8: title: tags (words that begin with !) are not read (remove it, or put the text in quotes)",
        ),
    ),
    Case(
        "a tag of one's own",
        police("staff: !int 2"),
        (
            "city.yaml:7:19: actors.police.staff: tags (words that begin with !) are not read (remove it, or put the text in quotes)",
        ),
    ),
    Case(
        "a key twice",
        city("roles:\n  lead: {held_by: school}\n  lead: {held_by: police}"),
        (
            "city.yaml:8:3: roles.lead: the key 'lead' stands here again; the first is in line 7 (keep one of them)",
        ),
    ),
    Case(
        "a part twice",
        city() + "title: Another\n",
        (
            "city.yaml:9:1: title: the key 'title' stands here again; the first is in line 2 (keep one of them)",
        ),
    ),
    Case(
        "a number that begins with nought",
        police("staff: 010"),
        (
            "city.yaml:7:19: actors.police.staff: 010 begins with 0 (write 10 for the number, or '010' for a text)",
        ),
    ),
    Case(
        "a number with an underscore",
        police("staff: 1_000"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number, got '1_000' (write 1000)",),
    ),
    Case("a hexadecimal number", police("staff: 0x10")),
    Case("an octal number", police("staff: 0o17")),
    Case(
        "a time that looks like a number to base sixty",
        police("hours: 10:30"),
        (
            "city.yaml:7:12: actors.police.hours: expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got '10:30'",
        ),
    ),
    Case("NO as a title stays a text", city("title: NO")),
    Case("null as a title", city("title: null"), ("city.yaml:2:1: title: expected a text, got nothing",)),
    Case("a date as a title stays a text", city("title: 2026-03-02")),
    Case(
        "a tilde for nothing",
        police("title: ~"),
        ("city.yaml:7:12: actors.police.title: expected a text, got nothing",),
    ),
    Case(
        "a key that is a number",
        city("roles: {1: {held_by: school}}"),
        ("city.yaml:6:9: roles: the key 1 is not a text (write '1')",),
    ),
    Case(
        "a key that is a truth",
        city("roles: {true: {held_by: school}}"),
        ("city.yaml:6:9: roles: the key true is not a text (write 'true')",),
    ),
    Case(
        "a key that is nothing",
        city("roles: {: {held_by: school}}"),
        (
            "city.yaml:6:9: there is no key before this colon (write a key before it, in the same line, or put a text that begins with a colon in quotes)",
        ),
    ),
    Case(
        "a key that is a list",
        city("roles: {[a, b]: {held_by: school}}"),
        ("city.yaml:6:9: roles: a key must be a text (write a word before the colon)",),
    ),
    Case("a text in block form", city("summary: |\n  Line one\n\n  Line two: with a colon, and a comma")),
    Case("a folded text", city("summary: >-\n  Line one\n  line two")),
    Case("a comment after a value", city("title: A city  # not a village")),
    Case("a hash within a word", city("title: A#city")),
)
"""Every case of this sort."""
