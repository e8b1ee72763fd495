"""Values of the wrong sort, and keys that nobody knows."""

from __future__ import annotations

from tests.reading.hostile.city import Case, barrier, city, inject, link, police

CASES = (
    Case(
        "a number as a title",
        city("title: 2026"),
        ("city.yaml:2:1: title: expected a text, got 2026 (put it in quotes)",),
    ),
    Case("a title left empty", city("title:"), ("city.yaml:2:1: title: expected a text, got nothing",)),
    Case(
        "a list as a title", city("title: [A, city]"), ("city.yaml:2:1: title: expected a text, got a list",)
    ),
    Case(
        "another version of the format", city("tabletop: 2"), ("city.yaml:1:1: tabletop: expected 1, got 2",)
    ),
    Case("the version as a text", city("tabletop: '1'"), ("city.yaml:1:1: tabletop: expected 1, got '1'",)),
    Case(
        "a fraction of a person",
        police("staff: 1.5"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number, got 1.5",),
    ),
    Case(
        "people in words",
        police("staff: two"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number, got 'two'",),
    ),
    Case(
        "people in quotes",
        police("staff: '2'"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number, got '2' (write 2)",),
    ),
    Case(
        "a factor in quotes",
        police("unsure: '1.5'"),
        ("city.yaml:7:12: actors.police.unsure: expected a number, got '1.5' (write 1.5)",),
    ),
    Case(
        "a truth as a factor",
        police("unsure: true"),
        ("city.yaml:7:12: actors.police.unsure: expected a number, got true",),
    ),
    Case(
        "yes for a truth",
        city("channels: {email: {group: yes}}"),
        ("city.yaml:7:20: channels.email.group: expected true or false, got 'yes'",),
    ),
    Case(
        "NO for a level",
        police("level: NO"),
        ("city.yaml:7:12: actors.police.level: expected one of local, provincial or national, got 'NO'",),
    ),
    Case(
        "a level that does not exist",
        police("level: locl"),
        (
            "city.yaml:7:12: actors.police.level: expected one of local, provincial or national, got 'locl' (did you mean 'local'?)",
        ),
    ),
    Case(
        "a time of day where a span is asked for",
        police("handling: 10:30"),
        (
            "city.yaml:7:12: actors.police.handling: expected a duration such as 90m, 2h30m or 1d, got '10:30'",
        ),
    ),
    Case(
        "hours as a list of numbers",
        police("hours: [8, 16]"),
        (
            "city.yaml:7:12: actors.police.hours: expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got 8",
        ),
    ),
    Case(
        "a list for actors",
        city("actors: [school, police]"),
        ("city.yaml:5:1: actors: expected keys and values, got a list",),
    ),
    Case(
        "actors left empty",
        city("actors:"),
        ("city.yaml:5:1: actors: expected keys and values, got nothing",),
    ),
    Case(
        "an actor left empty",
        city("actors: {school: {}, police:, ngo: {}, office: {}}"),
        ("city.yaml:5:28: a colon cannot stand here (put the text in quotes)",),
    ),
    Case(
        "no clock",
        city().replace("clock: {", "clok: {"),
        ("city.yaml:3:1: unknown key 'clok' (did you mean 'clock'?)",),
    ),
    Case(
        "a misspelt key of an actor",
        police("staf: 2"),
        ("city.yaml:7:12: actors.police: unknown key 'staf' (did you mean 'staff'?)",),
    ),
    Case(
        "a key that means nothing",
        police("colour: blue"),
        ("city.yaml:7:12: actors.police: unknown key 'colour'",),
    ),
    Case(
        "a misspelt key where that key is needed",
        link("among: [school, police], chanel: email"),
        ("city.yaml:11:35: structures.team.links.0: unknown key 'chanel' (did you mean 'channel'?)",),
    ),
    Case(
        "a missing channel",
        link("among: [school, police]"),
        ("city.yaml:11:9: structures.team.links.0: missing 'channel'",),
    ),
    Case(
        "several slips in one file",
        city(
            "actors: {school: {staff: 0, sectr: a}, police: {hours: 9 to 5}, ngo: {}, office: {}}",
            "roles: {lead: {held_by: polic}}",
            "tasks: {look: {by: nobody, needs: [plans]}}",
        ),
        (
            "city.yaml:5:19: actors.school.staff: expected a whole number of at least 1, got 0",
            "city.yaml:5:29: actors.school: unknown key 'sectr' (did you mean 'sector'?)",
            "city.yaml:5:49: actors.police.hours: expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got '9 to 5'",
            "city.yaml:6:16: roles.lead.held_by: there is no actor 'polic' (did you mean 'police'?)",
            "city.yaml:9:16: tasks.look.by: there is no actor or role 'nobody' (there are lead, ngo, office, police, school)",
            "city.yaml:9:36: tasks.look.needs.0: there is no kind of information 'plans' (did you mean 'plan'?)",
        ),
    ),
    Case(
        "the slip of a default is told once",
        city("defaults: {actors: {stuff: 2}}"),
        ("city.yaml:9:21: actors.*: unknown key 'stuff' (did you mean 'staff'?)",),
    ),
    Case(
        "a barrier without fields that needs some",
        barrier("legal_gate:"),
        ("city.yaml:10:3: barriers.legal_gate: missing 'approver'",),
    ),
    Case(
        "a barrier with a text for its fields",
        barrier("trust: high"),
        ("city.yaml:10:3: barriers.trust: expected the barrier's fields in { }",),
    ),
    Case(
        "a barrier of no known kind",
        barrier("trsut: {otherwise: 95%}"),
        ("city.yaml:10:3: barriers.trsut: there is no kind of barrier 'trsut' (did you mean 'trust'?)",),
    ),
    Case(
        "a barrier whose kind is a list",
        barrier("gate: {kind: [trust]}"),
        (
            "city.yaml:10:3: barriers.gate: `kind` names a kind of barrier, and here it is a list (there are unclear_role, trust, working_culture, legal_gate, clearance, format_mismatch, outage, periodic_meeting, unanswered_call, lossy_channel, full_inbox, discounting, retelling)",
        ),
    ),
    Case(
        "a barrier whose kind is a mapping",
        barrier("gate: {kind: {a: b}}"),
        (
            "city.yaml:10:3: barriers.gate: `kind` names a kind of barrier, and here it is keys and values (there are unclear_role, trust, working_culture, legal_gate, clearance, format_mismatch, outage, periodic_meeting, unanswered_call, lossy_channel, full_inbox, discounting, retelling)",
        ),
    ),
    Case(
        "a barrier named as another kind",
        barrier("trust: {kind: retelling}"),
        (
            "city.yaml:10:3: barriers.trust: 'trust' is the name of another kind of barrier (give it a name of its own)",
        ),
    ),
    Case(
        "a mapping where a list of kinds is told",
        city("tasks: {look: {by: police, tells: [{plan: school}]}}"),
        (
            "city.yaml:9:28: tasks.look.tells: a list names kinds of information only; to say who is told, write `{plan: [school]}`",
        ),
    ),
    Case(
        "a priority that does not exist",
        inject("at: 1h, to: school, brings: concern, priority: high"),
        ("city.yaml:10:48: injects.event.priority: expected `routine` or `urgent`, got 'high'",),
    ),
    Case(
        "a medium that does not exist",
        city("channels: {email: {}, phone: {medium: video}}"),
        ("city.yaml:7:31: channels.phone.medium: expected one of voice, notes or print, got 'video'",),
    ),
    Case(
        "a fraction of a count",
        police("inbox: 2.5"),
        ("city.yaml:7:12: actors.police.inbox: expected a whole number, got 2.5",),
    ),
    Case(
        "a whole number written as a fraction",
        police("staff: 2.0"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number, got 2.0",),
        beyond_schema="2.0 is a whole number to JSON",
    ),
    Case(
        "a truth as a number",
        police("staff: true"),
        ("city.yaml:7:12: actors.police.staff: expected a whole number, got true",),
    ),
    Case(
        "discussion as one text",
        city("discussion: Who else?"),
        ("city.yaml:9:1: discussion: expected a list, got 'Who else?'",),
    ),
    Case(
        "a number among the questions",
        city("discussion: [1]"),
        ("city.yaml:9:14: discussion.0: expected a text, got 1 (put it in quotes)",),
    ),
    Case(
        "a field that the reader sets",
        city("id: mine"),
        ("city.yaml:9:1: unknown key 'id' (the reader sets it; remove it)",),
    ),
    Case(
        "a field of actors that the reader sets",
        police("copy_of: school"),
        ("city.yaml:7:12: actors.police: unknown key 'copy_of' (write `copies` with a number)",),
    ),
)
"""Every case of this sort."""
