"""Texts that would be commands elsewhere: they stay texts."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city, intervention, police

CASES = (
    Case("HTML in a title", city("title: <script>alert(1)</script>")),
    Case(
        "HTML in an id",
        city("roles: {'<b>lead</b>': {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key '<b>lead</b>': expected a name of small letters a to z, digits and _ that begins with a letter (write b_lead_b)",
        ),
    ),
    Case("Jinja in a title", city("title: '{{ 7 * 7 }}'")),
    Case(
        "Jinja in an id",
        city("roles: {'{{x}}': {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key '{{x}}': expected a name of small letters a to z, digits and _ that begins with a letter (write x)",
        ),
    ),
    Case("Rich markup in a title", city("title: '[red]A city[/]'")),
    Case(
        "Rich markup in an id",
        city("roles: {'[/]': {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key '[/]': expected a name of small letters a to z, digits and _ that begins with a letter",
        ),
    ),
    Case(
        "a terminal escape in a title",
        city('title: "\\e[2J"'),
        ("city.yaml:2:8: title: U+001B cannot stand in a text (remove it)",),
    ),
    Case(
        "a raw terminal escape",
        city("title: \x1b[2J"),
        ("city.yaml:2:8: U+001B cannot stand in a scenario (remove it)",),
    ),
    Case(
        "a terminal escape in an unknown key",
        police('"\\e[31m": 1'),
        ("city.yaml:7:12: actors.police: U+001B cannot stand in a text (remove it)",),
    ),
    Case("a formula in a title", city("title: '=cmd|calc'")),
    Case(
        "a path as an id",
        city("roles: {'../../etc/passwd': {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key '../../etc/passwd': expected a name of small letters a to z, digits and _ that begins with a letter (write etc_passwd)",
        ),
    ),
    Case(
        "a path of Windows as an id",
        city("roles: {'C:\\con': {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key 'C:\\\\con': expected a name of small letters a to z, digits and _ that begins with a letter (write c_con)",
        ),
    ),
    Case(
        "an id that is a Python attribute",
        city("roles: {__class__: {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key '__class__': expected a name of small letters a to z, digits and _ that begins with a letter (write class)",
        ),
    ),
    Case("a format string in a title", city("title: 'A {0.__class__} %s %n'")),
    Case("a wording placeholder in a title", police("title: '{sender} {secret}'")),
    Case("SQL in a title", city("title: 'x''; DROP TABLE runs; --'")),
    Case("a line break in a title", city('title: "A\\ncity"')),
    Case(
        "an id with a line break",
        city('roles: {"lead\\nx": {held_by: school}}'),
        (
            "city.yaml:6:9: roles: the key 'lead\\nx': expected a name of small letters a to z, digits and _ that begins with a letter (write lead_x)",
        ),
    ),
    Case(
        "an id with a dot",
        city("roles: {lead.me: {held_by: school}}"),
        (
            "city.yaml:6:9: roles: the key 'lead.me': expected a name of small letters a to z, digits and _ that begins with a letter (write lead_me)",
        ),
    ),
    Case(
        "an intervention that sets a private field",
        intervention("set: {sha256: abc}"),
        (
            "city.yaml:10:18: interventions.change.set.sha256: leads nowhere: there is no sha256 (give the path of something that is written)",
        ),
    ),
    Case(
        "an intervention that marks a copy",
        intervention("set: {actors.police.copy_of: school}"),
        (
            "city.yaml:10:18: interventions.change.set.actors.police.copy_of: leads nowhere: there is no actors.police.copy_of (give the path of something that is written)",
        ),
    ),
    Case(
        "an intervention that changes the format",
        intervention("set: {tabletop: 2}"),
        ("city.yaml:10:18: tabletop: with 'change' switched on: expected 1, got 2",),
    ),
    Case("an intervention in an intervention", intervention("set: {interventions.change.title: x}")),
    Case(
        "a value named like a guess inside texts",
        city("texts: {ar: {title: {value: x, source: y}}}"),
        (
            "city.yaml:9:22: texts.ar.title.value: translates something that is not written (use the path of the original text)",
            "city.yaml:9:32: texts.ar.title.source: translates something that is not written (use the path of the original text)",
        ),
    ),
)
"""Every case of this sort."""
